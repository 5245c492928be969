//! The bands of a crowded picture that are not computed yet, as the story's pyramid has them.

use crate::story::{Cell, StoryView, Stretch, TASK_STATE_KINDS};

use crate::timeline::density::bands::Piece;
use crate::timeline::density::columns::Columns;
use crate::timeline::density::crowd::Density;

/// Widths in CSS pixels, by kind of states.
type Amounts = [f32; TASK_STATE_KINDS];

impl Density {
    /// Returns the pieces of all bands, from the top one down: computed, or rough. The columns of the
    /// rough bands, which `empty` made, are returned, too.
    pub(crate) fn all_pieces(
        &self,
        story: StoryView<'_>,
        empty: &mut dyn FnMut() -> Columns,
    ) -> (Vec<Piece>, Vec<Columns>) {
        let whole = self.whole_bands();
        let mut pieces = Vec::new();
        for band in self.bands.start..whole {
            self.add_pieces(band, &mut pieces);
        }
        let mut rough: Vec<_> = (whole..self.bands.end).map(|_| empty()).collect();
        if !rough.is_empty() {
            let pyramid = &story.builder().pyramid;
            let right_px = self.right_px();
            // Stretches follow each other, and most of them may be out of sight.
            let x_px = |point| self.scale.x_from_point(point);
            let stretches = pyramid.stretches();
            let first = stretches.partition_point(|stretch| x_px(stretch.to) < self.left_px);
            let seen = stretches[first..].iter();
            for stretch in seen.take_while(|stretch| x_px(stretch.from) <= right_px) {
                self.add_rough(story, whole, stretch, &mut rough);
            }
            self.add_rough(story, whole, &pyramid.last(story.end()), &mut rough);
        }
        for (band, columns) in (whole..).zip(&rough) {
            columns.add_pieces(self.rows.rows_of(band).len().max(1), &mut pieces);
        }
        (pieces, rough)
    }

    /// Adds a stretch to the bands from number `first` on.
    fn add_rough(
        &self,
        story: StoryView<'_>,
        first: usize,
        stretch: &Stretch,
        rough: &mut [Columns],
    ) {
        let [from_px, to_px] = [stretch.from, stretch.to].map(|at| self.scale.x_from_point(at));
        if to_px <= from_px || to_px < self.left_px || from_px > self.right_px() {
            return;
        }
        for (band, columns) in (first..).zip(rough) {
            let amounts = self.amounts(story, band, stretch);
            for (kind, amount_px) in amounts.into_iter().enumerate() {
                if amount_px > 0.0 {
                    let many = amount_px / (to_px - from_px) as f32;
                    columns.add_many(kind, many, from_px, to_px);
                }
            }
        }
    }

    /// Returns how wide the spans of a band are in a stretch, added up by their kinds of states.
    fn amounts(&self, story: StoryView<'_>, band: usize, stretch: &Stretch) -> Amounts {
        let places = self.rows.rows_of(band);
        let mut amounts = [0.0; TASK_STATE_KINDS];
        if places.is_empty() {
            return amounts;
        }
        let rows = self.rows.row_at(places.start)..self.rows.row_at(places.end - 1) + 1;
        // Of rows among which some are hidden, as much as is not.
        let shown = places.len() as f32 / rows.len() as f32;
        let per_group = story.builder().pyramid.per_group();
        let (per_s, per_step) = (self.scale.px_per_s as f32, self.scale.px_per_step as f32);
        let groups = rows.start / per_group..rows.end.div_ceil(per_group);
        for group in groups {
            let Some(Cell { seconds, steps }) = stretch.cells.get(group) else {
                break;
            };
            // A band may have only some of the rows of a group, and is given as much of it.
            let its = group * per_group..((group + 1) * per_group).min(story.lane_count());
            let (start, end) = (rows.start.max(its.start), rows.end.min(its.end));
            let common = end.saturating_sub(start);
            let share = shown * common as f32 / its.len().max(1) as f32;
            for (kind, amount) in amounts.iter_mut().enumerate() {
                *amount += share * (per_s * seconds[kind] + per_step * steps[kind]);
            }
        }
        amounts
    }
}
