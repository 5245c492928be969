//! What a run is given: its clock, its network, its bounds, and who is told what happens.

use std::rc::Rc;

use crate::runtime::event::{Observer, Unobserved};
use crate::runtime::host::clock::{Clock, Simulated};
use crate::runtime::host::limits::Limits;
use crate::runtime::host::network::{Fetch, NoFetch};

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
