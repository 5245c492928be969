//! What a run is given: its clock, its network, its bounds, and who is told what happens.

use std::rc::Rc;

use crate::runtime::{Clock, Fetch, Limits, NoFetch, Observer, Simulated, Unobserved};

/// What a run is given.
pub struct RunOptions {
    /// How its time passes.
    pub clock: Rc<dyn Clock>,
    /// What answers its requests.
    pub fetch: Rc<dyn Fetch>,
    /// How much it may do.
    pub limits: Limits,
    /// Who is told what happens.
    pub observer: Box<dyn Observer>,
}

impl Default for RunOptions {
    fn default() -> Self {
        RunOptions {
            clock: Rc::new(Simulated::default()),
            fetch: Rc::new(NoFetch),
            limits: Limits::default(),
            observer: Box::new(Unobserved),
        }
    }
}
