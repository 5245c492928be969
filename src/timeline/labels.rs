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
    let seconds = |to: Nanos| words.seconds(to.since(span.from.time).seconds());
    let (label, name, value) = match span.state {
        State::Ready(_) | State::Running | State::Idle => return None,
        State::Working(task) => {
            let name = task.map_or("", |task| told.name(task));
            (Label::Works, "name", name.to_string())
        }
        State::Sleeping(until) => (Label::Sleeps, "seconds", seconds(until)),
        State::Blocking => {
            let until = span.to.unwrap_or(span.from).time;
            (Label::Blocks, "seconds", seconds(until))
        }
        State::WaitsForTask(task) => (Label::WaitsFor, "name", told.name(task).to_string()),
        State::WaitsForGather(count) | State::WaitsForGroup(count) => {
            (Label::WaitsForMany, "count", count.to_string())
        }
        State::WaitsForAny(count) => (Label::WaitsForAny, "count", count.to_string()),
        State::WaitsForFuture => (Label::WaitsFuture, "", String::new()),
        State::WaitsToGet(_) => (Label::WaitsToGet, "", String::new()),
        State::WaitsToPut(_) => (Label::WaitsToPut, "", String::new()),
        State::WaitsForPermit => (Label::WaitsPermit, "", String::new()),
        State::WaitsForLock => (Label::WaitsLock, "", String::new()),
        State::WaitsForEvent => (Label::WaitsEvent, "", String::new()),
        State::WaitsForCondition => (Label::WaitsCondition, "", String::new()),
        State::WaitsForBarrier => (Label::WaitsBarrier, "", String::new()),
        State::WaitsToJoin(_) => (Label::WaitsToJoin, "", String::new()),
        State::WaitsForThread => (Label::WaitsThread, "", String::new()),
        State::Fetching(fetch) => (Label::Fetches, "name", path_of(told.url(fetch))),
    };
    let fill = [(name, value.as_str())];
    let mut forms = words.forms(label, &fill);
    forms.find(|text| text_width_px(text) <= room_px)
}

/// Returns an address without its site.
fn path_of(url: &str) -> String {
    let path = url.splitn(4, '/').nth(3);
    path.map_or(url.into(), |path| format!("/{path}"))
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
