//! How states are drawn, and what is written on spans and after them.

use crate::runtime::{Nanos, Subject, Wait};
use crate::story::{Ending, Span, State, StateKind, StoryView};

use super::label_texts::{COUNT, Label, NAME, SECONDS};
use super::{Ink, LabelTexts, Pattern};

/// The longest result that is written beside its mark.
const VALUE_CHARS_MAX: usize = 20;

/// Returns how a kind of states is drawn: the inks of its fill and its text, and its pattern.
pub(super) fn style(kind: StateKind) -> (Ink, Ink, Pattern) {
    let plain: fn(Ink) -> Pattern = |_| Pattern::Plain;
    let (fill, text, pattern): (Ink, Ink, fn(Ink) -> Pattern) = match kind {
        StateKind::Ready => (Ink::Ready, Ink::Text, plain),
        StateKind::Running => (Ink::Running, Ink::Text, plain),
        StateKind::Blocking => (Ink::Blocking, Ink::BlockingText, Pattern::Hatched),
        StateKind::Working => (Ink::Working, Ink::WorkingText, Pattern::Hatched),
        StateKind::Idle => (Ink::Line, Ink::Muted, plain),
        StateKind::Sleeping => (Ink::Sleeping, Ink::SleepingText, plain),
        StateKind::Fetching => (Ink::Fetching, Ink::FetchingText, Pattern::Lined),
        StateKind::Waiting => (Ink::Waiting, Ink::WaitingText, Pattern::Dotted),
    };
    (fill, text, pattern(text))
}

impl Ink {
    /// Returns the fill of a kind of states. In a crowd what goes on is strong, and what waits for it pale.
    pub fn of_state(kind: StateKind, is_crowd: bool) -> Ink {
        let (fill, text, _) = style(kind);
        match kind {
            StateKind::Sleeping | StateKind::Fetching if is_crowd => text,
            StateKind::Blocking | StateKind::Working if is_crowd => text,
            _ => fill,
        }
    }
}

/// Returns the longest label of a span that fits.
pub(super) fn label(
    story: StoryView<'_>,
    label_texts: &LabelTexts,
    span: &Span,
    room_px: f64,
) -> Option<String> {
    let seconds = |to: Nanos| label_texts.seconds(to.since(span.from.time), 2);
    let (label, name, value) = match span.state {
        State::Ready(_) | State::Running | State::Idle => return None,
        State::Working(None) => (Label::WorksAlone as usize, NAME, String::new()),
        State::Working(Some(task)) => (Label::Works as usize, NAME, story.name(task).to_string()),
        State::Sleeping(until) => match span.to {
            // What is cancelled sleeps no longer.
            Some(to) if to.time < until => (Label::SleepsCut as usize, SECONDS, seconds(to.time)),
            _ => (Label::Sleeps as usize, SECONDS, seconds(until)),
        },
        State::Blocking => {
            let until = span.to.unwrap_or(span.from).time;
            (Label::Blocks as usize, SECONDS, seconds(until))
        }
        State::Waits(wait) => wait_label(story, wait),
    };
    label_texts.fitting(label, name, &value, room_px)
}

fn wait_label(story: StoryView<'_>, wait: Wait) -> (usize, &'static str, String) {
    let (name, value) = match wait.subject() {
        Subject::None | Subject::Queue(_) => (NAME, String::new()),
        Subject::Task(task) => (NAME, story.name(task).to_string()),
        Subject::Tasks(count) => (COUNT, count.to_string()),
        Subject::Fetch(fetch) => (NAME, path_of(story.url(fetch))),
    };
    (Label::of_wait(wait), name, value)
}

/// Returns an address without its site.
fn path_of(url: &str) -> String {
    let path = url.splitn(4, '/').nth(3);
    path.map_or(url.into(), |path| format!("/{path}"))
}

/// Returns what is written beside the mark of a task that ended, empty if the mark is enough.
pub(super) fn ending_text(ending: Ending<'_>, label_texts: &LabelTexts) -> String {
    match ending {
        Ending::Returned("None") => String::new(),
        // The facts of the span have a long value.
        Ending::Returned(value) if value.chars().count() > VALUE_CHARS_MAX => String::new(),
        Ending::Returned(value) => value.to_string(),
        Ending::Raised(error) => error.split('(').next().unwrap_or(error).to_string(),
        Ending::Cancelled => label_texts.label(Label::Cancelled, NAME, ""),
    }
}
