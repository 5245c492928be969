//! How states look, and what is written on spans and behind them.

use crate::runtime::Nanos;
use crate::story::{Ending, Look, Span, State, Told};

use super::shape::{Ink, Pattern};
use super::text::text_width_px;
use super::words::{Label, Words};

/// The longest result that is written beside its mark.
const VALUE_CHARS_MAX: usize = 20;

/// Returns how a state looks: its fill, its text and its pattern.
pub(super) fn look(state: State) -> (Ink, Ink, Pattern) {
    look_of(state.look())
}

/// Returns how a family of states looks, in the same manner.
pub(super) fn look_of(look: Look) -> (Ink, Ink, Pattern) {
    match look {
        Look::Ready => (Ink::Ready, Ink::Text, Pattern::Plain),
        Look::Running => (Ink::Running, Ink::Text, Pattern::Plain),
        Look::Blocking => (
            Ink::Blocking,
            Ink::BlockingText,
            Pattern::Hatched(Ink::BlockingText),
        ),
        Look::Working => (
            Ink::Working,
            Ink::WorkingText,
            Pattern::Hatched(Ink::WorkingText),
        ),
        Look::Idle => (Ink::Line, Ink::Muted, Pattern::Plain),
        Look::Sleeping => (Ink::Sleeping, Ink::SleepingText, Pattern::Plain),
        Look::Fetching => (
            Ink::Fetching,
            Ink::FetchingText,
            Pattern::Lined(Ink::FetchingText),
        ),
        Look::Waiting => (
            Ink::Waiting,
            Ink::WaitingText,
            Pattern::Dotted(Ink::WaitingText),
        ),
    }
}

/// Returns the longest label of a span that fits.
pub(super) fn label(told: Told<'_>, words: &Words, span: &Span, room_px: f64) -> Option<String> {
    let length_s = |to: Nanos| to.since(span.from.time).seconds();
    let candidates = match span.state {
        State::Ready(_) | State::Running | State::Idle => return None,
        State::Working(task) => {
            let name = task.map_or("", |task| told.name(task)).to_string();
            vec![words.label(Label::Works, &[("name", &name)]), name]
        }
        State::Sleeping(until) => {
            let seconds = words.seconds(length_s(until));
            vec![
                words.label(Label::Sleeps, &[("seconds", &seconds)]),
                seconds,
            ]
        }
        State::Blocking => {
            let seconds = words.seconds(length_s(span.to.unwrap_or(span.from).time));
            vec![
                words.label(Label::Blocks, &[("seconds", &seconds)]),
                seconds,
            ]
        }
        State::WaitsForTask(task) => {
            let name = told.name(task).to_string();
            vec![words.label(Label::WaitsFor, &[("name", &name)]), name]
        }
        State::WaitsForGather(count) | State::WaitsForGroup(count) => {
            vec![words.label(Label::WaitsForMany, &[("count", &count.to_string())])]
        }
        State::WaitsForFuture => vec![words.label(Label::WaitsFuture, &[])],
        State::WaitsToGet(_) => vec![words.label(Label::WaitsToGet, &[])],
        State::WaitsToPut(_) => vec![words.label(Label::WaitsToPut, &[])],
        State::WaitsForPermit => vec![words.label(Label::WaitsPermit, &[])],
        State::WaitsForLock => vec![words.label(Label::WaitsLock, &[])],
        State::WaitsForEvent => vec![words.label(Label::WaitsEvent, &[])],
        State::WaitsForCondition => vec![words.label(Label::WaitsCondition, &[])],
        State::WaitsForBarrier => vec![words.label(Label::WaitsBarrier, &[])],
        State::WaitsToJoin(_) => vec![words.label(Label::WaitsToJoin, &[])],
        State::WaitsForAny(count) => {
            vec![words.label(Label::WaitsForAny, &[("count", &count.to_string())])]
        }
        State::WaitsForThread => vec![words.label(Label::WaitsThread, &[])],
        State::Fetching(fetch) => {
            let url = told.url(fetch);
            let path = url
                .splitn(4, '/')
                .nth(3)
                .map_or(url.into(), |path| format!("/{path}"));
            vec![words.label(Label::Fetches, &[("name", &path)]), path]
        }
    };
    candidates
        .into_iter()
        .find(|text| text_width_px(text) <= room_px)
}

/// Returns what is written beside the mark of a task that ended, empty if the mark says it all.
pub(super) fn ending_text(ending: Ending<'_>, words: &Words) -> String {
    match ending {
        Ending::Returned("None") => String::new(),
        // A long value is told by the facts of the span.
        Ending::Returned(value) if value.chars().count() > VALUE_CHARS_MAX => String::new(),
        Ending::Returned(value) => value.to_string(),
        Ending::Raised(error) => error.split('(').next().unwrap_or(error).to_string(),
        Ending::Cancelled => words.label(Label::Cancelled, &[]),
    }
}
