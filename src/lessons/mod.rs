//! The lessons: small asynchronous programs that run, and whose files the page shows.
//!
//! A lesson is one file with an `async fn main`. What a reader may change is its parameters: they
//! are checked here, before anything runs. `manifest.rs` has an entry per lesson, and [`catalogue`] lists
//! the lessons in teaching order.

mod arguments;
mod drag_solver;
mod edit_reason;
mod length;
mod lesson;
mod lines;
mod link;
mod listing;
mod manifest;
mod number;
mod page;
mod parameter;
mod sleeps;

pub use arguments::Arguments;
pub use drag_solver::{DragSolver, stepped};
pub use edit_reason::{is_sleep, why_fixed, why_no_sleep};
pub use length::Length;
pub use lesson::{Lesson, Network};
pub use lines::{ends_of, lines_of};
pub use link::{
    LINK_MAX, LinkNotice, PACKED_FROM, ReadLink, SharedLink, UNPACKED_MAX, pack_link, read_link,
};
pub use listing::{literal, pages_literal};
pub use page::{Page, join_pages, split_pages};
pub use parameter::{
    DEMO_SITE, Expected, Kind, PROXY, Parameter, ParameterError, SECONDS_STEP, names_address,
};
pub use sleeps::{Nth, Sleeps, Slept};

use crate::runtime::{Error, Result};
use manifest::LESSONS;

/// No lesson has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no lesson '{slug}'; the lessons are {}", slugs().join(", "))]
pub struct LessonError {
    /// The name that was given.
    pub slug: String,
}

/// Returns all lessons, in the order in which they teach.
pub fn catalogue() -> &'static [Lesson] {
    LESSONS
}

/// Returns the lesson with a name.
///
/// # Errors
/// [`LessonError`], which lists the names that there are.
pub fn find(slug: &str) -> Result<&'static Lesson, LessonError> {
    let found = LESSONS.iter().find(|lesson| lesson.slug == slug);
    let slug = slug.to_string();
    found.ok_or(LessonError { slug })
}

fn slugs() -> Vec<&'static str> {
    LESSONS.iter().map(|lesson| lesson.slug).collect()
}

/// Does what `asyncio.run` does for a lesson, whose own loop runs already: it raises, and nothing
/// of the coroutine runs.
fn run_in_a_loop_of_its_own<T>(_coroutine: impl Future<Output = Result<T>>) -> Result<T> {
    let message = "asyncio.run() cannot be called from a running event loop";
    Err(Error::raised("RuntimeError", message))
}
