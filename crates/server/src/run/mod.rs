//! `interleave run`: a lesson on this machine, without a browser.
//!
//! The way of a run, and the order to read in:
//! 1. The command reads its options.
//! 2. [`Request`] finds the lesson, and refuses values that make no sense.
//! 3. [`simulated`] or [`live`] plays it to its end. The page's driver, clock, network and reader
//!    of pages each have their twin here. A recorded run is read instead.
//! 4. What was [`Played`] is written down in a format, and put out.
//!
//! Exit codes: 0 the lesson finished, 1 it raised an error, 2 the command was used wrongly,
//! 3 the run reached a bound, 130 somebody stopped it.

mod command;

mod failure;
mod request;

mod listing;
mod python;

mod recorded;

mod html;
mod played;
mod simulated;

mod clock;
mod driver;
mod fetch;
mod interrupt;
mod live;
mod watchdog;
mod watched;

mod format;
mod output;

pub use command::{Options, run};
pub use failure::Failure;
pub use html::Scraped;
pub use interrupt::Interrupt;
pub use live::live;
pub use played::Played;
pub use python::PythonFile;
pub use recorded::recorded;
pub use request::Request;
pub use simulated::simulated;

pub(crate) use output::put_out;
