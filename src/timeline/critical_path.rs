//! Spans that are highlighted: the critical path, which made the run as long as it was, and the spans of
//! a line of the program.

use crate::story::{Link, Party};

use super::drawing::Drawing;
use super::rows::row_layout::AXIS_PX;
use super::{Ink, Shape};

/// How far the highlight reaches beyond a bar.
const GLOW_PX: f64 = 4.0;

/// More links than these are not drawn one by one.
const LINKS_MAX: usize = 2000;

impl Drawing<'_> {
    /// Highlights the links of the path that are seen. The highlight lies behind the bars.
    pub(super) fn path(&self, shapes: &mut Vec<Shape>) {
        let links = self.view.path;
        let first = links.partition_point(|link| self.scale.x_from_point(link.to) < 0.0);
        let is_seen = |link: &&Link| self.scale.x_from_point(link.from) <= self.view.width_px;
        let seen = links[first..].iter().take_while(is_seen);
        // Where there are more links than pixels, the others are not seen.
        let seen: Vec<_> = seen.take(LINKS_MAX).collect();
        for pair in seen.windows(2) {
            self.turn(pair[0], pair[1], shapes);
        }
        for link in seen {
            self.link(link, shapes);
        }
    }

    /// Highlights the spans of the lines of the program under the pointer.
    pub(super) fn pointed(&self, shapes: &mut Vec<Shape>) {
        for link in self.view.pointed.iter().take(LINKS_MAX) {
            self.link(link, shapes);
        }
    }

    fn row_y_px(&self, link: &Link) -> f64 {
        let row = self.story.row_of(Party::Task(link.task));
        self.rows.y_from_lane(row)
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
        let corner_px = (from_px - 1.0, y_px - half_px);
        let size_px = (to_px - from_px + 2.0, 2.0 * half_px);
        shapes.push(Shape::rect(corner_px, size_px, 3.0, Ink::Lit));
    }

    fn turn(&self, one: &Link, next: &Link, shapes: &mut Vec<Shape>) {
        let x_px = self.scale.x_from_point(next.from);
        if one.task == next.task || !self.scale.is_in_plot(x_px) {
            return;
        }
        let [from, to] = [one, next].map(|link| (x_px, self.row_y_px(link).max(AXIS_PX)));
        shapes.push(Shape::line(from, to, Ink::Lit, 5.0));
    }
}
