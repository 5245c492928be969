//! A lesson that was played, with its sleeps and what they come from.

use interleave::lessons::{Arguments, Lesson, Sleeps, find};

use super::Played;

/// Values of parameters, as a reader gives them.
pub type Given<'a> = &'a [(&'a str, &'a str)];

/// A lesson that was played with some values.
pub struct Sleeping {
    pub lesson: &'static Lesson,
    pub arguments: Arguments,
    pub played: Played,
    pub sleeps: Sleeps,
}

/// Plays a lesson, and asks what the lengths of its sleeps come from.
pub fn play(slug: &str, given: Given<'_>) -> Sleeping {
    let lesson = find(slug).unwrap();
    let arguments = Arguments::new(lesson.parameters, given.iter().copied()).unwrap();
    let played = Played::simulated(slug, given);
    let sleeps = played.recorder.read(|trace| Sleeps::among(trace.events()));
    let sleeps = lesson.with_sources(&arguments, sleeps);
    Sleeping {
        lesson,
        arguments,
        played,
        sleeps,
    }
}
