//! The labels of the axis: neighbours always differ, do not touch, and are at least two where there is room.
//!
//! Where moments are far apart the labels are those of the moments. A reader who looks closer gets more
//! decimals; who sees one moment or none gets rounder times between the moments, and within a stretched
//! moment the numbers of its turns.

use std::ops::Range;

use crate::runtime::Nanos;
use crate::story::{Moment, Point};

use super::drawing::Drawing;
use super::label_texts::{COUNT, Label};
use super::text_width_px;

/// The space between two labels.
const GAP_PX: f64 = 10.0;

/// How far ticks are apart: as far as looks well, or nearer where there would be too few labels.
pub(super) const SPACINGS_PX: [f64; 7] = [76.0, 38.0, 19.0, 10.0, 5.0, 2.0, 1.0];

/// How many labels there are at least.
const LEAST: usize = 2;

/// The most decimals: a run's clock counts nanoseconds.
const PLACES_MAX: usize = 9;

/// The decimals of labels that are not close to each other.
const PLACES: usize = 2;

/// A place of the axis with its label.
pub(super) type Tick = (f64, String);

/// Labels from left to right, of which each has room and differs from the one before.
#[derive(Default)]
pub(super) struct Labels {
    pub(super) placed: Vec<Tick>,
}

impl Labels {
    pub(super) fn are_enough(&self) -> bool {
        self.placed.len() >= LEAST
    }

    /// Returns from where on there is room.
    fn free_px(&self) -> f64 {
        let last = self.placed.last();
        last.map_or(f64::MIN, |(x_px, text)| x_px + text_width_px(text) + GAP_PX)
    }

    /// Places a label if there is room from its left edge to `right_px`, and if it says another thing.
    pub(super) fn place(&mut self, (x_px, text): Tick, right_px: f64) {
        let is_new = self.placed.last().is_none_or(|(_, last)| *last != text);
        if is_new && x_px >= self.free_px() && x_px + text_width_px(&text) <= right_px {
            self.placed.push((x_px, text));
        }
    }
}

impl Drawing<'_> {
    /// Returns the labels of moments that are seen, of all moments from `first` up to `end`.
    pub(super) fn moment_labels(&self, all: &[Moment], first: usize, end: usize) -> Labels {
        for places in self.places()..=PLACES_MAX {
            let labels = self.labels_of(&all[first..end], places);
            if labels.are_enough() {
                return labels;
            }
        }
        let mut labels = Labels::default();
        // Parts of a turn are counted only where there are too few whole ones.
        for least_turns in [1.0, 0.0] {
            for spacing_px in SPACINGS_PX {
                labels = self.close_labels(all, first..end, (spacing_px, least_turns));
                if labels.are_enough() {
                    return labels;
                }
            }
        }
        labels
    }

    /// Returns how many decimals a label has at least: so many that they tell apart what is seen.
    fn places(&self) -> usize {
        let builder = self.story.builder();
        let (left_px, right_px) = (self.scale.plot.left_px, self.view.width_px);
        let [left, right] = [left_px, right_px].map(|x_px| self.scale.point_from_x(builder, x_px));
        let seen_s = right.time.since(left.time).seconds();
        let mut places = PLACES;
        let mut tenth_s = 0.1;
        while places < PLACES_MAX && tenth_s > seen_s {
            (places, tenth_s) = (places + 1, tenth_s / 10.0);
        }
        places
    }

    fn labels_of(&self, moments: &[Moment], places: usize) -> Labels {
        let left_px = self.scale.plot.left_px;
        let from_px = |moment: &Moment| self.scale.column(moment).0;
        let (mut labels, mut rest) = (Labels::default(), moments);
        while let Some(moment) = rest.first() {
            let x_px = from_px(moment);
            if x_px >= left_px - 0.01 {
                let text = self.view.label_texts.seconds(moment.time, places);
                labels.place((x_px, text), self.view.width_px);
            }
            // Of many moments within a pixel one is asked.
            let next_px = labels.free_px().max(x_px + 1.0);
            let next = rest.partition_point(|moment| from_px(moment) < next_px);
            rest = &rest[next.max(1)..];
        }
        labels
    }

    /// Returns labels within and between moments, as far apart as ticks of a spacing; those of turns at least so
    /// many turns.
    fn close_labels(
        &self,
        all: &[Moment],
        seen: Range<usize>,
        (spacing_px, least_turns): (f64, f64),
    ) -> Labels {
        let mut labels = Labels::default();
        let behind = |Moment { time, to, .. }: Moment| Point { time, order: to };
        let before = seen.start.checked_sub(1).map(|last| behind(all[last]));
        let mut from = before.unwrap_or_default();
        for number in seen.clone() {
            let moment = all[number];
            let own_px = self.room_before(Some(&moment));
            self.place_times((from, moment.time), (spacing_px, own_px), &mut labels);
            let next_px = self.room_before(all.get(number + 1));
            let step = tick_step(self.scale.px_per_step, spacing_px).max(least_turns);
            self.place_turns(&moment, (step, next_px), &mut labels);
            from = behind(moment);
        }
        let next = all.get(seen.end);
        let to = next.map_or(self.present.time, |moment| moment.time);
        let next_px = self.room_before(next);
        self.place_times((from, to), (spacing_px, next_px), &mut labels);
        labels
    }

    /// Returns up to where there is room before the label of a moment, if that is seen.
    fn room_before(&self, moment: Option<&Moment>) -> f64 {
        let right_px = self.view.width_px;
        let Some(moment) = moment else {
            return right_px;
        };
        let from_px = self.scale.column(moment).0;
        let text = self.view.label_texts.seconds(moment.time, PLACES_MAX);
        let is_seen = from_px + text_width_px(&text) <= right_px;
        if is_seen { from_px - GAP_PX } else { right_px }
    }

    /// Places labels of times behind a point and before the next moment, in which nothing happens.
    fn place_times(
        &self,
        (from, to): (Point, Nanos),
        (spacing_px, right_px): (f64, f64),
        labels: &mut Labels,
    ) {
        let left_px = self.scale.left_px + self.scale.px_per_step * from.order;
        let range_s = (from.time.seconds(), to.seconds());
        let step = tick_step(self.scale.px_per_s, spacing_px);
        for (x_px, time) in self.ticks(left_px, self.scale.px_per_s, range_s, step) {
            if time > from.time && time < to {
                let text = self.view.label_texts.seconds(time, PLACES_MAX);
                labels.place((x_px, text), right_px);
            }
        }
    }

    /// Places the label of a moment, where its column begins or is first seen, and those of its turns.
    fn place_turns(&self, moment: &Moment, (step, right_px): (f64, f64), labels: &mut Labels) {
        let (view, scale) = (self.view, self.scale);
        let from_px = scale.column(moment).0.max(scale.plot.left_px);
        let text = view.label_texts.seconds(moment.time, PLACES_MAX);
        labels.place((from_px, text), view.width_px);
        let left_px = scale.left_px + scale.px_per_s * moment.time.seconds();
        let range = (moment.from, moment.to);
        for (x_px, order) in self.ticks(left_px, scale.px_per_step, range, step) {
            if order.seconds() >= moment.to {
                continue;
            }
            // Turns are counted from 1, in the whole run.
            let number = order.after(Nanos::from_seconds(1.0)).short(PLACES_MAX);
            let text = view.label_texts.label(Label::Turn, COUNT, &number);
            labels.place((x_px, text), right_px);
        }
    }

    /// Returns the ticks that are seen of a stretch of the axis, at multiples of a step, with their values in
    /// nanounits.
    pub(super) fn ticks(
        &self,
        zero_px: f64,
        px_per_unit: f64,
        (from, to): (f64, f64),
        step: f64,
    ) -> Vec<(f64, Nanos)> {
        if px_per_unit <= 0.0 {
            return Vec::new();
        }
        let value = |x_px: f64| (x_px - zero_px) / px_per_unit;
        let first = (value(self.scale.plot.left_px - 0.01).max(from) / step).ceil();
        let last = (value(self.view.width_px).min(to) / step).floor();
        let count = (last - first + 1.0).clamp(0.0, 10_000.0) as u32;
        let ticks = (0..count).map(|tick| (first + f64::from(tick)) * step);
        ticks
            .map(|value| (zero_px + px_per_unit * value, Nanos::from_seconds(value)))
            .collect()
    }
}

/// Returns a step between ticks, of 1, 2 or 5 times a power of ten, that is at least a spacing wide.
pub(super) fn tick_step(px_per_unit: f64, spacing_px: f64) -> f64 {
    let wanted = spacing_px / px_per_unit.max(1e-9);
    let mut power = 1e-9;
    while power * 10.0 < wanted {
        power *= 10.0;
    }
    let mut factors = [1.0, 2.0, 5.0].into_iter();
    let factor = factors.find(|factor| factor * power >= wanted);
    factor.unwrap_or(10.0) * power
}
