//! What a file is made of.

use serde::{Deserialize, Serialize};

use crate::story::{StoryView, Summary};
use crate::timeline::{Axis, LabelTexts, Theme};

/// A run that has ended, as its files know it.
pub struct ExportedRun<'a> {
    /// The run's story, with its trace.
    pub story: StoryView<'a>,
    /// The run's summary. It need not have the tasks and the lines, which the story has.
    pub summary: &'a Summary,
    /// The values that differ from the lesson's own, by their names.
    pub params: &'a [(String, String)],
    /// The program that ran, if it is none of the lessons.
    pub program: Option<&'a RecordedProgram>,
    /// How the run is drawn.
    pub picture: &'a PictureOptions,
}

/// A program that is none of the lessons, as it ran: the lines of the trace are its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedProgram {
    /// The name of its file, as it stands in the locations of the trace.
    pub file: String,
    /// Its text.
    pub source: String,
}

/// How a run is drawn in a file.
#[derive(Debug, Default)]
pub struct PictureOptions {
    /// The picture's width, in pixels.
    pub width_px: f64,
    /// What runs from left to right.
    pub axis: Axis,
    /// The picture's colours.
    pub theme: Theme,
    /// The picture's name, for screen readers.
    pub title: String,
    /// The texts of the labels.
    pub label_texts: LabelTexts,
    /// Whether the picture says below what its colours mean.
    pub has_legend: bool,
}
