//! The span under the pointer, and the one that is selected.

use super::Viewport;
use crate::browser::border::SpanFacts;
use crate::browser::run::ShownRun;
use crate::runtime::TaskId;
use crate::story::{Link, Point, Stop, StoryView};
use crate::timeline::{Facts, Window, facts_of, hit, hit_queue};

/// The most spans that are highlighted for a line of the program.
const POINTED_MAX: usize = 400;

/// How high rows are at least where one was found.
const FOUND_ROW_PX: f64 = 20.0;

/// What becomes of the span at a position.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::browser) enum Pointed {
    /// The pointer is over it.
    Hovered,
    /// It is selected.
    Selected,
}

impl Viewport {
    /// Marks the span at a position, if one is there, and returns its facts; where none is, those of a
    /// queue under the pointer.
    pub(in crate::browser) fn mark(
        &mut self,
        run: &ShownRun,
        (x_px, y_px): (f64, f64),
        how: Pointed,
    ) -> Option<SpanFacts> {
        let picture = self.picture.as_ref()?;
        let found = run.look(|story| hit(story, picture, x_px, y_px));
        let span = found.as_ref().map(|found| (found.lane, found.span));
        if how == Pointed::Selected {
            self.selected = span;
            return found.map(Into::into);
        }
        let queue = run.look(|story| hit_queue(story, picture, x_px, y_px));
        self.hover = span;
        found.map(Into::into).or(queue.map(Into::into))
    }

    pub(in crate::browser) fn hovered(&self) -> Option<(usize, usize)> {
        self.hover
    }

    pub(in crate::browser) fn selected(&self) -> Option<(usize, usize)> {
        self.selected
    }

    /// Selects a span, and shows its row.
    pub(in crate::browser) fn select(&mut self, run: &ShownRun, span: (usize, usize)) {
        self.selected = Some(span);
        // Its own run tells of it.
        self.other.is_shown = false;
        self.collapse(run, |collapsed, story| collapsed.reveal(story, span.0));
    }

    /// Returns the stop that tells how the selected span begins, and where the playhead is then.
    pub(in crate::browser) fn stop_of_selected(&self, run: &ShownRun) -> Option<(usize, Point)> {
        let (row, number) = self.selected?;
        run.look(|story| {
            let row = story.row(row)?;
            story.stop_of_span(&row, &row.span(number)?)
        })
    }

    /// Returns the facts of the selected span, if the playhead is in it.
    pub(in crate::browser) fn selected_at(&self, run: &ShownRun, at: Point) -> Option<Facts> {
        let (row, number) = self.selected?;
        let is_there = run.look(|story| {
            let span = story.row(row)?.span(number)?;
            Some(span.from <= at && span.to.is_none_or(|to| at <= to))
        });
        self.selected_facts(run).filter(|_| is_there == Some(true))
    }

    /// Returns the span at a point in the row that is seen `by` rows below the selected one, or above it
    /// if `by` is negative. Without a selected span it counts from the row of the task that has control.
    pub(in crate::browser) fn lane_span(
        &self,
        run: &ShownRun,
        (at, stop): (Point, Option<&Stop>),
        by: isize,
    ) -> Option<(usize, usize)> {
        let picture = self.picture.as_ref()?;
        let row = self.selected.map(|(row, _)| row);
        let row = row.or_else(|| Some(stop?.task?.0 as usize)).unwrap_or(0);
        let row = picture.row_beside(row, by);
        run.look(|story| Some((row, story.row(row)?.span_at(story, at)?.number)))
    }

    /// Zooms to the life of the task, or the thread, of a row, and makes rows high enough to be seen.
    pub(in crate::browser) fn show_row(&mut self, run: &ShownRun, row: usize) {
        let ends = run.look(|story| {
            let row = story.row(row)?;
            let last = row.spans().last()?;
            Some((row.spans().next()?.from, last.to.unwrap_or(story.end())))
        });
        let Some((from, to)) = ends else { return };
        self.change(|window, picture| {
            let [from_px, to_px] = [from, to].map(|point| picture.scale.x_from_point(point));
            let row_px = picture.row_px().max(FOUND_ROW_PX);
            Window {
                row_px: Some(row_px),
                ..window.fitted(picture.scale.plot, from_px, to_px)
            }
        });
    }

    /// Highlights the spans of a line of the lesson's file besides those before; of line 0 none any more.
    pub(in crate::browser) fn point_at_line(&mut self, run: &ShownRun, line: u32) {
        let pointed = &mut self.pointed;
        if line == 0 {
            pointed.clear();
            return;
        }
        run.look(|story| {
            for number in 0..story.lane_count() {
                let task = TaskId(number as u32);
                let (Some(row), Some(lane)) = (story.row(number), story.lane(task)) else {
                    break;
                };
                row.each_since(0, 0, false, &mut |span| {
                    let location = lane.location(&span);
                    if location.is_some_and(|at| at.line == line && run.is_in_file(&at)) {
                        pointed.push(Link {
                            task,
                            state: span.state,
                            from: span.from,
                            to: span.to.unwrap_or(story.end()),
                        });
                    }
                    pointed.len() < POINTED_MAX
                });
            }
        });
    }

    /// Selects a span whose end is dragged.
    pub(in crate::browser) fn hold(&mut self, span: (usize, usize)) {
        self.selected = Some(span);
    }

    /// Returns the span behind the selected one of its row, or before it; without a selected one the
    /// first of the task that has control at a stop.
    pub(in crate::browser) fn next_span(
        &self,
        run: &ShownRun,
        stop: Option<&Stop>,
        by: i32,
    ) -> Option<(usize, usize)> {
        let Some((row, number)) = self.selected else {
            return Some((stop?.task.unwrap_or(TaskId(0)).0 as usize, 0));
        };
        run.look(|story| {
            let spans = story.row(row)?.spans_around(number);
            Some((row, spans[if by < 0 { 0 } else { 1 }]?.number))
        })
    }

    pub(in crate::browser) fn selected_facts(&self, run: &ShownRun) -> Option<Facts> {
        let (picture, selected) = (self.picture.as_ref()?, self.selected?);
        run.look(|story| facts_of(story, picture, selected))
    }

    pub(in crate::browser) fn selected_y_px(&self) -> Option<f64> {
        let (row, _) = self.selected?;
        Some(self.picture.as_ref()?.row_y_px(row) + self.window.scroll_px)
    }
}

/// Returns the row of the next task from `from` on, and round again, with a text in its name.
pub(in crate::browser) fn find_row(story: StoryView<'_>, text: &str, from: usize) -> Option<usize> {
    let text = text.to_ascii_lowercase();
    let rows = story.row_count();
    let mut numbers = (from..rows).chain(0..from.min(rows));
    let has = |row: &usize| {
        let row = story.row(*row);
        row.is_some_and(|row| row.name().to_ascii_lowercase().contains(&text))
    };
    numbers.find(has).filter(|_| !text.is_empty())
}
