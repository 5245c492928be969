//! Listings: each lesson once more, in Python.
//!
//! A listing is a Python program beside the lesson's file. It does the same with asyncio, with
//! the same tasks, names and printed lines. Its parameters stand at its top, one a line:
//!
//! ```text
//! URLS = ["url_1", "url_2"]  # parameter
//! ```
//!
//! The name is the parameter's, in upper case; the value is a Python literal; the line ends in
//! the mark. So whoever runs a listing can change its values without reading Python.
//!
//! The texts are reached by [`Lesson::listing`] alone and never by the list of lessons, so that a
//! page that shows only Rust does not download them.

use super::arguments::Arguments;
use super::catalogue::Lesson;
use super::parameter::{Kind, Parameter, split_urls};
use crate::runtime::Nanos;

/// What ends the line of a parameter.
const MARK: &str = "  # parameter";

/// The file of each lesson's listing, beside this one.
macro_rules! listings {
    ($($slug:literal $file:literal,)*) => {
        fn text(slug: &str) -> &'static str {
            match slug {
                $($slug => include_str!($file),)*
                _ => "",
            }
        }
    };
}

listings! {
    "blocking" "programs/blocking.py",
    "await-in-turn" "programs/await_in_turn.py",
    "tasks" "programs/tasks.py",
    "gather" "programs/gather.py",
    "workers-in-turn" "programs/workers_in_turn.py",
    "workers-as-tasks" "programs/workers_as_tasks.py",
    "cancel-and-errors" "programs/cancel_and_errors.py",
    "producer-consumer" "programs/producer_consumer.py",
    "done-callback" "programs/done_callback.py",
    "scheduled-not-started" "programs/scheduled_not_started.py",
    "never-awaited" "programs/never_awaited.py",
    "loop-in-a-loop" "programs/loop_in_a_loop.py",
    "no-gain-for-cpu" "programs/no_gain_for_cpu.py",
    "blocking-in-a-task" "programs/blocking_in_a_task.py",
    "threads" "programs/threads.py",
    "first-error" "programs/first_error.py",
    "timeout" "programs/timeout.py",
    "retry" "programs/retry.py",
    "semaphore" "programs/semaphore.py",
    "rate-limit" "programs/rate_limit.py",
    "ten-thousand" "programs/ten_thousand.py",
    "movies-in-turn" "programs/movies_in_turn.py",
    "movies-gather" "programs/movies_gather.py",
}

impl Lesson {
    /// Returns the lesson as a Python program that has these values at its top.
    ///
    /// # Examples
    /// ```
    /// use interleave::lessons::{Arguments, find};
    ///
    /// let lesson = find("workers-as-tasks")?;
    /// let arguments = Arguments::new(lesson.parameters, [("worker_1", "1.5")]).unwrap();
    /// let listing = lesson.listing(&arguments);
    /// assert!(listing.contains("\nWORKER_1 = 1.5  # parameter\nWORKER_2 = 2  # parameter\n"));
    /// # Ok::<(), interleave::lessons::LessonError>(())
    /// ```
    #[must_use]
    pub fn listing(&self, arguments: &Arguments) -> String {
        fill(text(self.slug), arguments)
    }
}

/// Puts values into the lines of a listing that are marked as parameters.
///
/// A parameter that the listing does not have is left out: `proxy` is the page's own, and
/// `python` belongs to what plays Python here.
#[must_use]
pub fn fill(listing: &str, arguments: &Arguments) -> String {
    let mut filled = String::with_capacity(listing.len());
    for line in listing.split_inclusive('\n') {
        let parts = line.trim_end().strip_suffix(MARK);
        let name = parts.and_then(|line| Some(line.split_once(" = ")?.0));
        let known = name.and_then(|name| {
            let mut parameters = arguments.parameters();
            let (parameter, value) =
                parameters.find(|(parameter, _)| parameter.name.eq_ignore_ascii_case(name))?;
            Some(format!("{name} = {}{MARK}\n", literal(parameter, value)))
        });
        filled.push_str(known.as_deref().unwrap_or(line));
    }
    filled
}

/// Writes a value as Python has it.
fn literal(parameter: &Parameter, value: &str) -> String {
    match parameter.kind {
        Kind::Seconds { .. } => Nanos::parse(value).unwrap_or_default().short(9),
        // Python takes no leading zeros.
        Kind::Count { .. } => value.parse().unwrap_or(0_u64).to_string(),
        Kind::Choice { .. } if value == "true" => "True".to_string(),
        Kind::Choice { .. } if value == "false" => "False".to_string(),
        Kind::Choice { .. } | Kind::Address { .. } => quoted(value),
        Kind::Urls { .. } => {
            let urls: Vec<_> = split_urls(value).map(quoted).collect();
            format!("[{}]", urls.join(", "))
        }
    }
}

/// Writes a text as a Python string on one line.
fn quoted(text: &str) -> String {
    let mut literal = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if character.is_control() => {
                literal.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}
