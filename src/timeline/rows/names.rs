//! The names beside the rows, and the twigs from tasks to the tasks that created them.

use crate::runtime::TaskId;
use crate::story::{Lane, Row, StoryView};

use crate::timeline::drawing::Drawing;
use crate::timeline::rows::row_layout::AXIS_PX;
use crate::timeline::text::shortened;
use crate::timeline::{Ink, Mark, Picture, Shape, text_width_px};

impl Drawing<'_> {
    /// Writes the names beside the rows that are seen, or beside their bands.
    pub(crate) fn names(&self, shapes: &mut Vec<Shape>) {
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
        let y_px = self.rows.y_from_lane(index);
        if self.rows.row_px < 14.0 {
            return;
        }
        let collapses = self.story.is_creator(lane.task);
        if lane.depth(1) > 0 && self.rows.row_px >= 26.0 {
            self.twig(lane, collapses, y_px, shapes);
        }
        let x_px = name_x_px(self.story, lane);
        if collapses {
            self.triangle(index, (x_px - 9.0, y_px), shapes);
        }
        let text = self.name(index, lane.name(), left_px - x_px - 8.0);
        shapes.push(Shape::text(x_px, y_px, text, Ink::Text));
    }

    fn twig(&self, lane: &Lane<'_>, collapses: bool, y_px: f64, shapes: &mut Vec<Shape>) {
        let parent = lane.parent().unwrap_or(lane.task);
        let parent_y_px = self.rows.y_from_lane(parent.0 as usize) + 10.0;
        let x_px = indent_px(lane) - 4.0;
        let mut line = |from_px, to_px| {
            shapes.push(Shape::line(from_px, to_px, Ink::Line, 1.0));
        };
        line((x_px, parent_y_px.max(AXIS_PX)), (x_px, y_px));
        if !collapses {
            line((x_px, y_px), (x_px + 6.0, y_px));
        }
    }

    fn triangle(&self, row: usize, at_px: (f64, f64), shapes: &mut Vec<Shape>) {
        let mark = match self.rows.hidden.count_under(row) {
            Some(_) => Mark::Collapsed,
            None => Mark::Expanded,
        };
        let ink = Ink::Muted;
        shapes.push(Shape::Mark { at_px, mark, ink });
    }

    /// Returns a name with the number of lanes that are collapsed below it, in its room.
    fn name(&self, row: usize, name: &str, room_px: f64) -> String {
        let count = self.rows.hidden.count_under(row);
        let count = count.map_or(String::new(), counted);
        shortened(name, room_px - text_width_px(&count)) + &count
    }

    /// Names a thread; a line parts the threads from the tasks.
    fn thread_name(&self, row: usize, name: &str, left_px: f64, shapes: &mut Vec<Shape>) {
        let y_px = self.rows.y_from_lane(row);
        if row == self.story.lane_count() {
            let top_px = y_px - self.rows.row_px / 2.0;
            let (left, right) = ((0.0, top_px), (self.view.width_px, top_px));
            shapes.push(Shape::line(left, right, Ink::Line, 1.0));
        }
        let text = shortened(name, left_px - 14.0);
        shapes.push(Shape::text(2.0, y_px, text, Ink::WorkingText));
    }

    /// Names bands by the first of their tasks, so far apart that the names do not touch.
    fn band_names(&self, left_px: f64, shapes: &mut Vec<Shape>) {
        let every = (16.0 / self.rows.band_px()).ceil() as usize;
        let bands = self.rows.visible_bands(self.view.height_px);
        for band in bands.step_by(every.max(1)) {
            let rows = self.rows.rows_of(band);
            let y_px = self.rows.y_from_band(band);
            let row = self.rows.row_at(rows.start);
            let Some(first) = self.story.row(row).filter(|_| y_px > AXIS_PX) else {
                continue;
            };
            let collapses = matches!(&first, Row::Task(lane) if self.story.is_creator(lane.task));
            if collapses {
                self.triangle(row, (7.0, y_px), shapes);
            }
            let x_px = if collapses { 16.0 } else { 2.0 };
            let room_px = left_px - x_px - 8.0;
            let mut text = first.name().to_string() + &counted(rows.len() - 1);
            if text_width_px(&text) > room_px {
                text = shortened(first.name(), room_px);
            }
            shapes.push(Shape::text(x_px, y_px, text, Ink::Muted));
        }
    }
}

impl Picture {
    /// Returns the row at a position: that of a task that created others, whose name is there.
    pub fn collapsible_at(&self, story: StoryView<'_>, x_px: f64, y_px: f64) -> Option<usize> {
        let is_name = (0.0..self.scale.plot.left_px).contains(&x_px);
        let row = self.rows.named_at(y_px).filter(|_| is_name)?;
        let collapses = row < story.lane_count() && story.is_creator(TaskId(row as u32));
        collapses.then_some(row)
    }
}

pub(crate) fn counted(count: usize) -> String {
    String::from(" +") + &count.to_string()
}

fn indent_px(lane: &Lane<'_>) -> f64 {
    lane.depth(6) as f64 * 12.0
}

/// Returns where the name of a lane starts: after its twig, and after its triangle.
pub(crate) fn name_x_px(story: StoryView<'_>, lane: &Lane<'_>) -> f64 {
    let indent_px = indent_px(lane);
    match (indent_px > 0.0, story.is_creator(lane.task)) {
        (false, false) => 2.0,
        (false, true) => 16.0,
        (true, false) => indent_px + 6.0,
        (true, true) => indent_px + 10.0,
    }
}
