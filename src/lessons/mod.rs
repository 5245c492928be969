//! The lessons: small asynchronous programs that run, and whose files the page shows.
//!
//! A lesson is one file with an `async fn main`. What a reader may change is its parameters: they
//! are checked here, before anything runs. `manifest.rs` has an entry per lesson, and [`catalogue`] lists
//! the lessons in teaching order.

mod arguments;
mod catalogue;
mod drag_solver;
mod lesson;
mod lines;
mod listing;
mod manifest;
mod parameter;
mod sleeps;

pub use arguments::Arguments;
pub use catalogue::{LessonError, catalogue, find};
pub use drag_solver::{DragSolver, stepped};
pub use lesson::{Lesson, Network};
pub use lines::lines_of;
pub use listing::literals;
pub use parameter::{DEMO_SITE, Expected, Kind, PROXY, Parameter, ParameterError, SECONDS_STEP};
pub use sleeps::{Nth, Sleeps, Slept};

use crate::runtime::{Error, Result};

/// Returns the seconds after the last underscore of a simulated page's name: 4 for `url_4`.
///
/// Names are checked before a lesson runs; one without a number takes no time.
fn seconds_in(url: &str) -> f64 {
    parameter::seconds_behind(url).unwrap_or_default().seconds()
}

/// Does what `asyncio.run` does for a lesson, whose own loop runs already: it raises, and nothing
/// of the coroutine runs.
fn run_in_a_loop_of_its_own<T>(_coroutine: impl Future<Output = Result<T>>) -> Result<T> {
    let message = "asyncio.run() cannot be called from a running event loop";
    Err(Error::raised("RuntimeError", message))
}
