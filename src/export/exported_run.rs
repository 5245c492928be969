//! What a file is made of.

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
    /// How the run is drawn.
    pub picture: &'a PictureOptions,
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
