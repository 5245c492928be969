//! The run that is shown: here or in a worker, with its record and its story.

mod clock;
mod driver;
mod fetch;
mod html;
mod local_run;
mod session;
mod worker_run;
mod worker_side;

mod moment;
mod shown_run;

pub(super) use clock::page_ms;
pub use html::set_html_parser;
pub(super) use local_run::Pace;
pub(super) use moment::{moment_at, said_at};
pub(super) use session::Session;
pub(super) use shown_run::{Request, RunSource, ShownRun};
pub(super) use worker_run::WorkerRun;
pub use worker_side::{WorkerSide, run_in_worker};
