//! The critical path, lit: what made the run as long as it was.

use crate::story::{Link, Party};

use super::drawing::Drawing;
use super::ink::Ink;
use super::rows::row_layout::AXIS_PX;
use super::shape::{Pattern, Shape};

/// How far the light reaches beyond a bar.
const GLOW_PX: f64 = 4.0;

/// More links than these are not drawn one by one.
const LINKS_MAX: usize = 2000;

impl Drawing<'_> {
    /// Lights the links of the path that are seen. They lie behind the bars.
    pub(super) fn path(&self, shapes: &mut Vec<Shape>) {
        let links = self.view.path;
        let first = links.partition_point(|link| self.scale.x_from_point(link.to) < 0.0);
        let seen = links[first..]
            .iter()
            .take_while(|link| self.scale.x_from_point(link.from) <= self.view.width_px);
        // Where there are more than pixels, what is behind is not seen.
        let seen: Vec<_> = seen.take(LINKS_MAX).collect();
        for pair in seen.windows(2) {
            self.turn(pair[0], pair[1], shapes);
        }
        for link in seen {
            self.link(link, shapes);
        }
    }

    fn row_y_px(&self, link: &Link) -> f64 {
        self.rows
            .y_from_lane(self.story.row_of(Party::Task(link.task)))
    }

    fn link(&self, link: &Link, shapes: &mut Vec<Shape>) {
        let left_px = self.scale.plot.left_px;
        let from_px = self.scale.x_from_point(link.from).max(left_px);
        let to_px = self.scale.x_from_point(link.to).min(self.view.width_px);
        let y_px = self.row_y_px(link);
        if to_px <= from_px || y_px < AXIS_PX {
            return;
        }
        let half_px = self.rows.bar_px() / 2.0 + GLOW_PX;
        shapes.push(Shape::Rect {
            x_px: from_px - 1.0,
            y_px: y_px - half_px,
            width_px: to_px - from_px + 2.0,
            height_px: 2.0 * half_px,
            radius_px: 3.0,
            ink: Ink::Lit,
            pattern: Pattern::Plain,
        });
    }

    /// Joins two links of different tasks.
    fn turn(&self, one: &Link, next: &Link, shapes: &mut Vec<Shape>) {
        let x_px = self.scale.x_from_point(next.from);
        if one.task == next.task || !self.scale.is_in_plot(x_px) {
            return;
        }
        shapes.push(Shape::Line {
            from_px: (x_px, self.row_y_px(one).max(AXIS_PX)),
            to_px: (x_px, self.row_y_px(next).max(AXIS_PX)),
            ink: Ink::Lit,
            width_px: 5.0,
        });
    }
}
