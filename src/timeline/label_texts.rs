//! The texts of the labels in a picture, in the reader's language.
//!
//! A picture knows templates, not languages: a page or a command gives them.

use crate::runtime::{Nanos, Wait};
use crate::story::StateKind;

use super::text::text_width_px;

/// What is filled into the templates.
pub(super) const NAME: &str = "{name}";
pub(super) const COUNT: &str = "{count}";
pub(super) const SECONDS: &str = "{seconds}";

/// Templates of the labels, each with shorter forms after `|`. Names and numbers are filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelTexts {
    templates: Vec<String>,
}

/// The keys of the labels' messages, in the order of [`Label`]; those of the waits follow.
const KEYS: &[&str] = &[
    "label-sleeps",
    "label-blocks",
    "label-works",
    "label-seconds",
    "label-cancelled",
    "label-queue",
    "label-most",
    "label-turn",
    "label-done",
    "label-sleeps-cut",
    "label-works-alone",
];

/// The keys of the legend, in the order of [`StateKind::ALL`].
const LEGEND: &[&str] = &[
    "legend-running",
    "legend-ready",
    "legend-sleeping",
    "legend-waiting",
    "legend-fetching",
    "legend-blocking",
    "legend-working",
    "legend-idle",
];

#[derive(Clone, Copy)]
pub(super) enum Label {
    Sleeps,
    Blocks,
    Works,
    Seconds,
    Cancelled,
    Queue,
    Most,
    Turn,
    Done,
    SleepsCut,
    WorksAlone,
}

impl Label {
    /// Returns the number of a template among [`LabelTexts::keys`].
    pub(super) fn of_wait(wait: Wait) -> usize {
        let mut known = Wait::ALL.iter();
        let place = known.position(|known| known.code() == wait.code());
        KEYS.len() + place.unwrap_or_default()
    }
}

impl LabelTexts {
    /// Takes the templates in the order of [`LabelTexts::keys`]; missing templates count as empty.
    pub fn new(templates: Vec<String>) -> LabelTexts {
        LabelTexts { templates }
    }

    /// Takes the templates from a language's messages.
    pub fn from_messages(message: impl Fn(&str) -> String) -> LabelTexts {
        LabelTexts {
            templates: LabelTexts::keys().map(message).collect(),
        }
    }

    /// Returns the keys of the messages that a picture needs.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        let keys = [KEYS, Wait::LABEL_KEYS, LEGEND].into_iter();
        keys.flatten().copied()
    }

    /// Returns a label in its longest form. `name` is replaced by `value`.
    pub(super) fn label(&self, label: Label, name: &str, value: &str) -> String {
        let longest = self.fitting(label as usize, name, value, f64::INFINITY);
        longest.unwrap_or_default()
    }

    /// Returns the longest form of a label, by its number, that fits into `room_px`.
    pub(super) fn fitting(
        &self,
        number: usize,
        name: &str,
        value: &str,
        room_px: f64,
    ) -> Option<String> {
        let forms = self.templates.get(number)?.split('|');
        let mut texts = forms.map(|form| form.replace(name, value).trim().to_string());
        texts.find(|text| text_width_px(text) <= room_px)
    }

    /// Returns the name of a kind of states in a legend.
    pub(super) fn legend(&self, kind: StateKind) -> String {
        let first = KEYS.len() + Wait::LABEL_KEYS.len();
        let name = self.templates.get(first + kind as usize);
        name.cloned().unwrap_or_default()
    }

    /// Returns seconds with at most so many decimals.
    pub(super) fn seconds(&self, seconds: Nanos, places: usize) -> String {
        self.label(Label::Seconds, SECONDS, &seconds.short(places))
    }
}
