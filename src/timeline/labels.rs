//! How states look, and what is written on spans and behind them.

use crate::runtime::Nanos;
use crate::story::{Ending, Span, State, StateKind, StoryView};

use super::ink::Ink;
use super::label_texts::{COUNT, Label, LabelTexts, NAME, SECONDS};
use super::shape::Pattern;

/// The longest result that is written beside its mark.
const VALUE_CHARS_MAX: usize = 20;

/// Returns how a state looks: its fill, its text and its pattern.
pub(super) fn look(state: State) -> (Ink, Ink, Pattern) {
    look_of(state.look())
}

/// Returns how a family of states looks, in the same manner.
pub(super) fn look_of(look: StateKind) -> (Ink, Ink, Pattern) {
    match look {
        StateKind::Ready => (Ink::Ready, Ink::Text, Pattern::Plain),
        StateKind::Running => (Ink::Running, Ink::Text, Pattern::Plain),
        StateKind::Blocking => (
            Ink::Blocking,
            Ink::BlockingText,
            Pattern::Hatched(Ink::BlockingText),
        ),
        StateKind::Working => (
            Ink::Working,
            Ink::WorkingText,
            Pattern::Hatched(Ink::WorkingText),
        ),
        StateKind::Idle => (Ink::Line, Ink::Muted, Pattern::Plain),
        StateKind::Sleeping => (Ink::Sleeping, Ink::SleepingText, Pattern::Plain),
        StateKind::Fetching => (
            Ink::Fetching,
            Ink::FetchingText,
            Pattern::Lined(Ink::FetchingText),
        ),
        StateKind::Waiting => (
            Ink::Waiting,
            Ink::WaitingText,
            Pattern::Dotted(Ink::WaitingText),
        ),
    }
}

/// Returns the longest label of a span that fits.
pub(super) fn label(
    story: StoryView<'_>,
    words: &LabelTexts,
    span: &Span,
    room_px: f64,
) -> Option<String> {
    let seconds = |to: Nanos| words.seconds(to.since(span.from.time).seconds());
    let (label, name, value) = match span.state {
        State::Ready(_) | State::Running | State::Idle => return None,
        State::Working(task) => {
            let name = task.map_or("", |task| story.name(task));
            (Label::Works, NAME, name.to_string())
        }
        State::Sleeping(until) => (Label::Sleeps, SECONDS, seconds(until)),
        State::Blocking => {
            let until = span.to.unwrap_or(span.from).time;
            (Label::Blocks, SECONDS, seconds(until))
        }
        State::WaitsForTask(task) => (Label::WaitsFor, NAME, story.name(task).to_string()),
        State::WaitsForGather(count) | State::WaitsForGroup(count) => {
            (Label::WaitsForMany, COUNT, count.to_string())
        }
        State::WaitsForAny(count) => (Label::WaitsForAny, COUNT, count.to_string()),
        State::WaitsForFuture => (Label::WaitsFuture, NAME, String::new()),
        State::WaitsToGet(_) => (Label::WaitsToGet, NAME, String::new()),
        State::WaitsToPut(_) => (Label::WaitsToPut, NAME, String::new()),
        State::WaitsForPermit => (Label::WaitsPermit, NAME, String::new()),
        State::WaitsForLock => (Label::WaitsLock, NAME, String::new()),
        State::WaitsForEvent => (Label::WaitsEvent, NAME, String::new()),
        State::WaitsForCondition => (Label::WaitsCondition, NAME, String::new()),
        State::WaitsForBarrier => (Label::WaitsBarrier, NAME, String::new()),
        State::WaitsToJoin(_) => (Label::WaitsToJoin, NAME, String::new()),
        State::WaitsForThread => (Label::WaitsThread, NAME, String::new()),
        State::Fetching(fetch) => (Label::Fetches, NAME, path_of(story.url(fetch))),
    };
    words.fitting(label, name, &value, room_px)
}

/// Returns an address without its site.
fn path_of(url: &str) -> String {
    let path = url.splitn(4, '/').nth(3);
    path.map_or(url.into(), |path| format!("/{path}"))
}

/// Returns what is written beside the mark of a task that ended, empty if the mark says it all.
pub(super) fn ending_text(ending: Ending<'_>, words: &LabelTexts) -> String {
    match ending {
        Ending::Returned("None") => String::new(),
        // A long value is told by the facts of the span.
        Ending::Returned(value) if value.chars().count() > VALUE_CHARS_MAX => String::new(),
        Ending::Returned(value) => value.to_string(),
        Ending::Raised(error) => error.split('(').next().unwrap_or(error).to_string(),
        Ending::Cancelled => words.label(Label::Cancelled, NAME, ""),
    }
}
