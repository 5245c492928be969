//! The names beside the rows, and the twigs from tasks to those that created them.

use crate::story::{Lane, Row};

use super::layout::{Drawing, indent_px};
use super::rows::AXIS_PX;
use super::shape::{Ink, Shape};
use super::text::{shortened, text_width_px};

impl Drawing<'_> {
    /// Writes the names beside the rows that are seen, or beside their bands.
    pub(super) fn names(&self, shapes: &mut Vec<Shape>) {
        let left_px = self.scale.plot.left_px;
        if self.rows.per_band > 1 {
            return self.band_names(left_px, shapes);
        }
        for (index, row) in self.visible() {
            match &row {
                Row::Task(lane) => self.lane_name(index, lane, left_px, shapes),
                Row::Thread(thread) => self.thread_name(index, thread.name(), left_px, shapes),
            }
        }
    }

    fn lane_name(&self, index: usize, lane: &Lane<'_>, left_px: f64, shapes: &mut Vec<Shape>) {
        let (indent_px, y_px) = (indent_px(lane), self.rows.y_from_lane(index));
        if self.rows.row_px < 14.0 {
            return;
        }
        if indent_px > 0.0 && self.rows.row_px >= 26.0 {
            // A twig towards the lane of the task that created this one.
            let parent = lane.parent().map_or(index, |task| task.0 as usize);
            let parent_y_px = self.rows.y_from_lane(parent) + 10.0;
            let x_px = indent_px - 4.0;
            let mut line = |from_px, to_px| {
                shapes.push(Shape::Line {
                    from_px,
                    to_px,
                    ink: Ink::Line,
                    width_px: 1.0,
                });
            };
            line((x_px, parent_y_px.max(AXIS_PX)), (x_px, y_px));
            line((x_px, y_px), (x_px + 6.0, y_px));
        }
        let text = shortened(lane.name(), left_px - indent_px - 14.0);
        let x_px = 2.0 + indent_px + if indent_px > 0.0 { 4.0 } else { 0.0 };
        shapes.push(Shape::Text {
            x_px,
            y_px,
            text,
            ink: Ink::Text,
        });
    }

    /// Names a thread; a line parts the threads from the tasks.
    fn thread_name(&self, row: usize, name: &str, left_px: f64, shapes: &mut Vec<Shape>) {
        let y_px = self.rows.y_from_lane(row);
        if row == self.told.lane_count() {
            let top_px = y_px - self.rows.row_px / 2.0;
            shapes.push(Shape::Line {
                from_px: (0.0, top_px),
                to_px: (self.view.width_px, top_px),
                ink: Ink::Line,
                width_px: 1.0,
            });
        }
        shapes.push(Shape::Text {
            x_px: 2.0,
            y_px,
            text: shortened(name, left_px - 14.0),
            ink: Ink::WorkingText,
        });
    }

    /// Names bands by the first of their tasks, as far apart as words need.
    fn band_names(&self, left_px: f64, shapes: &mut Vec<Shape>) {
        let every = (16.0 / self.rows.band_px()).ceil() as usize;
        let bands = self.rows.visible_bands(self.view.height_px);
        for band in bands.step_by(every.max(1)) {
            let rows = self.rows.rows_of(band);
            let y_px = self.rows.y_from_band(band);
            let Some(first) = self.told.row(rows.start).filter(|_| y_px > AXIS_PX) else {
                continue;
            };
            let room_px = left_px - 14.0;
            let whole = format!("{} +{}", first.name(), rows.len() - 1);
            let text = if text_width_px(&whole) <= room_px {
                whole
            } else {
                shortened(first.name(), room_px)
            };
            shapes.push(Shape::Text {
                x_px: 2.0,
                y_px,
                text,
                ink: Ink::Muted,
            });
        }
    }
}
