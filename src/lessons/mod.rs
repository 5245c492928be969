//! The lessons: small asynchronous programs that run, and whose files the page shows.
//!
//! A lesson is one file with an `async fn main`. What a reader may change is its parameters: they
//! are checked here, before anything runs. [`catalogue`] lists the lessons in teaching order.

mod arguments;
mod catalogue;
mod parameter;

mod await_in_turn;
mod blocking;
mod cancel_and_errors;
mod done_callback;
mod gather;
mod movies_gather;
mod movies_in_turn;
mod producer_consumer;
mod tasks;
mod workers_as_tasks;
mod workers_in_turn;

pub use arguments::Arguments;
pub use catalogue::{DEMO_SITE, Lesson, LessonError, Network, PROXY, catalogue, find};
pub use parameter::{Expected, Kind, Parameter, ParameterError};

/// Returns the seconds behind the last `_` of a simulated page's name: 4 for `url_4`.
///
/// Names are checked before a lesson runs; one without a number takes no time.
fn seconds_in(url: &str) -> f64 {
    parameter::seconds_behind(url).unwrap_or_default().seconds()
}
