//! Why the end of a span cannot be dragged: where a reader wants to change a length and no value of the
//! lesson is that length, a sentence says what the length comes from.
//!
//! To find that, the lesson runs once more for each of its parameters, with another value of it: the
//! length depends on those with which it is another. One that depends on none stands in the program.
//! Chance may give a length twice, so several seeds are tried.
//! The page asks only when a reader does, since these are several runs.

use super::arguments::Arguments;
use super::lesson::Lesson;
use super::page::write_pages;
use super::parameter::{Kind, Parameter};
use super::sleeps::{Nth, Sleeps};
use crate::runtime::{Nanos, Wait};
use crate::story::{Phrase, Row, Span, State, Word};

/// The parameter from which all chance of a lesson comes.
const SEED: &str = "seed";

/// How many other seeds are tried at most.
const SEEDS: u64 = 8;

/// Says why the length of a span that is no sleep cannot be changed; nothing of a sleep.
pub fn why_no_sleep(state: State) -> Option<Phrase> {
    match state {
        state if is_sleep(state) => None,
        State::Waits(Wait::Fetch(_)) => Some(Phrase::new("edit-network", [])),
        _ => Some(Phrase::new("edit-other", [])),
    }
}

/// Says whether a task sleeps, or blocks the loop, or a thread works.
pub fn is_sleep(state: State) -> bool {
    matches!(
        state,
        State::Sleeping(_) | State::Blocking | State::Working(_)
    )
}

/// Says why the end of a span cannot be dragged, in a run with these values; nothing if it can be.
pub fn why_fixed(
    (lesson, arguments): (&Lesson, &Arguments),
    sleeps: &Sleeps,
    row: &Row<'_>,
    span: &Span,
) -> Option<Phrase> {
    if let Some(reason) = why_no_sleep(span.state) {
        return Some(reason);
    }
    // The run ended in the middle of it.
    let Some(nth) = sleeps.find(row.party(), row.event_of(span)?) else {
        return Some(Phrase::new("edit-cut", []));
    };
    let slept = sleeps.get(nth)?;
    let is_cut = match span.state {
        State::Sleeping(until) => span.to.is_none_or(|to| to.time != until),
        _ => false,
    };
    match slept.source {
        Some(source) if is_cut => {
            let name = arguments.length_name(source).as_str().into();
            Some(Phrase::new("edit-cancelled", [("name", name)]))
        }
        Some(_) => None,
        None => Some(origin(lesson, arguments, nth, slept.length)),
    }
}

/// Says what the length of a sleep comes from that is no value's.
fn origin(lesson: &Lesson, arguments: &Arguments, nth: Nth, length: Nanos) -> Phrase {
    let names = lesson.dependencies(arguments, nth, length);
    let key = match &names[..] {
        [] => return Phrase::new("edit-written", []),
        names if names.iter().any(|name| name == SEED) => "edit-random",
        _ => "edit-computed",
    };
    Phrase::new(key, [("names", Word::Names(names))])
}

impl Lesson {
    /// Returns the names of the parameters on whose values the length of a sleep depends.
    fn dependencies(&self, arguments: &Arguments, nth: Nth, length: Nanos) -> Vec<String> {
        let parameters = self.parameters.iter().filter(|parameter| {
            let tries = if parameter.name == SEED { SEEDS } else { 1 };
            (1..=tries).any(|by| {
                let other = arguments.with_other(parameter, by);
                let sleeps = other.map(|other| self.sleeps(&other));
                let slept = sleeps.as_ref().and_then(|sleeps| sleeps.get(nth));
                slept.is_some_and(|slept| slept.length != length)
            })
        });
        parameters.map(|known| known.name.to_string()).collect()
    }
}

impl Arguments {
    /// Returns the values with another one for a parameter, a number by so much; none if there is no other.
    fn with_other(&self, parameter: &Parameter, by: u64) -> Option<Arguments> {
        const SECOND: Nanos = Nanos(1_000_000_000);
        let (name, text) = (parameter.name, self.text(parameter.name));
        let value = match parameter.kind {
            Kind::Seconds { .. } => Nanos::parse(text)?.after(SECOND).short(9),
            Kind::Count { max, .. } => match self.count(name) {
                count if count + by <= max => (count + by).to_string(),
                count => count.checked_sub(by)?.to_string(),
            },
            Kind::Choice { options, .. } => {
                let mut others = options.iter().filter(|option| **option != text);
                others.next()?.to_string()
            }
            Kind::Urls { .. } => {
                let mut pages = self.pages(name);
                for page in &mut pages {
                    page.seconds = page.seconds.after(SECOND);
                }
                write_pages(&pages)
            }
            Kind::Address { .. } => return None,
        };
        let mut other = self.clone();
        other.put(name, value);
        Some(other)
    }
}
