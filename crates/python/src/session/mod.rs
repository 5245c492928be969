//! One execution of a program: what its host gives, and what all modules of the crate share.

mod current;
mod host;
mod interrupting;
mod location;

pub use host::{Found, Host, Interrupter, LATENCY, Module, Pending, Program};

pub(crate) use current::{Session, current, enter, open};
pub(crate) use interrupting::{check_limits, exit_now, memory_error};
pub(crate) use location::{frame_of_coroutine, location_of_frame, program_location};
