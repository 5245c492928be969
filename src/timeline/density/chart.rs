//! The chart of concurrency: how many tasks there are in which states, over time.

use crate::runtime::{Nanos, TaskId};
use crate::story::StoryView;

use crate::timeline::density::bands::{Bands, Piece};
use crate::timeline::density::columns::{COLUMN_PX, Columns};
use crate::timeline::shape::Shape;

/// A chart of a run that is over, counted task by task: there may be a million.
#[derive(Clone, Debug)]
pub struct Chart {
    columns: Columns,
    px_per_s: f64,
    end: Nanos,
    counted: usize,
}

impl Chart {
    /// Makes a chart of this width with nothing counted.
    pub fn new(story: StoryView<'_>, width_px: f64) -> Chart {
        let end = story.end().time;
        Chart {
            columns: Columns::new(0.0, (width_px / COLUMN_PX).ceil().max(1.0) as usize),
            // A run that takes no time has nothing to show.
            px_per_s: match end {
                Nanos::ZERO => 0.0,
                _ => width_px / end.seconds(),
            },
            end,
            counted: 0,
        }
    }

    /// Counts tasks until about so many spans were added. Returns whether there are more.
    pub fn count(&mut self, story: StoryView<'_>, most: usize) -> bool {
        let mut added = 0;
        while added < most
            && let Some(lane) = story.lane(TaskId(self.counted as u32))
        {
            for span in lane.spans() {
                let to = span.to.map_or(self.end, |to| to.time);
                let px = |time: Nanos| time.seconds() * self.px_per_s;
                let (from_px, to_px) = (px(span.from.time), px(to));
                self.columns.add(span.state.kind(), from_px, to_px);
                added += 1;
            }
            added += 1;
            self.counted += 1;
        }
        self.counted < story.lane_count()
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.columns.add_pieces(1, &mut pieces);
        pieces
    }

    /// Returns the shape of the chart, which is as high as `most` tasks.
    pub fn shape(&self, most: usize, height_px: f64) -> Shape {
        // A little more, since sums of many parts are not exact.
        let most = most.max(1) as f32 * 1.000_1;
        let mut pieces = self.pieces();
        for piece in &mut pieces {
            piece.shares = piece.shares.map(|share| share / most);
        }
        Shape::Density(Bands {
            x_px: 0.0,
            y_px: 0.0,
            column_px: COLUMN_PX,
            band_px: height_px,
            bar_px: height_px,
            column_count: self.columns.count(),
            pieces,
        })
    }
}
