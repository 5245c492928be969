//! What a run is given by its host.

use std::rc::Rc;

use crate::runtime::{Clock, Fetch, Limits, NoFetch, Observer, Simulated, Unobserved};

/// What a run is given.
pub struct RunOptions {
    /// How the run's time passes.
    pub clock: Rc<dyn Clock>,
    /// What answers the run's requests.
    pub fetch: Rc<dyn Fetch>,
    /// How much the run may do.
    pub limits: Limits,
    /// What records the run's events.
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
