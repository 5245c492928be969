//! Columns: how much of each state there is from pixel to pixel, in one band of rows.

use crate::story::StateKind;

use crate::timeline::density::bands::{Piece, STATE_KINDS, Shares};

pub(crate) const COLUMN_PX: f64 = 2.0;

/// What spans do in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Column {
    /// What they cover of it, of those that begin or end in it.
    part: Shares,
    /// How many begin with it to cover columns as a whole, less those that end to.
    turn: Shares,
}

/// Columns that are filled with spans.
///
/// A frame fills tens of thousands, and in most nothing begins or ends. So those are marked in which
/// something does, and what lies between is never looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Columns {
    left_px: f64,
    columns: Vec<Column>,
    /// The columns in which something begins or ends, a bit each.
    marks: Vec<u64>,
    /// The kinds of the spans' states, a bit each.
    kinds: u32,
}

impl Columns {
    pub(crate) fn new(left_px: f64, count: usize) -> Columns {
        Columns {
            left_px,
            columns: vec![Column::default(); count],
            marks: vec![0; count.div_ceil(64)],
            kinds: 0,
        }
    }

    /// Empties the columns to be used again, if they are as many as are needed.
    pub(crate) fn renewed(mut self, left_px: f64, count: usize) -> Option<Columns> {
        for (word, marks) in self.marks.iter_mut().enumerate() {
            for bit in bits(std::mem::take(marks)) {
                self.columns[64 * word + bit] = Column::default();
            }
        }
        (self.left_px, self.kinds) = (left_px, 0);
        (self.columns.len() == count).then_some(self)
    }

    pub(crate) fn count(&self) -> usize {
        self.columns.len()
    }

    pub(crate) fn add(&mut self, kind: StateKind, from_px: f64, to_px: f64) {
        self.add_many(kind as usize, 1.0, from_px, to_px);
    }

    /// Adds a number of spans of one kind, all between the same places.
    pub(crate) fn add_many(&mut self, kind: usize, many: f32, from_px: f64, to_px: f64) {
        let count = self.columns.len() as f64;
        let place = |x_px: f64| ((x_px - self.left_px) / COLUMN_PX).min(count).max(0.0);
        let (from, to) = (place(from_px), place(to_px));
        if to <= from {
            return;
        }
        self.kinds |= 1 << kind;
        let (first, last) = (from as usize, to as usize);
        if first == last {
            let part = many * (to - from) as f32;
            return self.at(first, |column| column.part[kind] += part);
        }
        let in_first = many * (first as f64 + 1.0 - from) as f32;
        let in_last = many * (to - last as f64) as f32;
        self.at(first, |column| column.part[kind] += in_first);
        self.at(first + 1, |column| column.turn[kind] += many);
        self.at(last, |column| {
            column.part[kind] += in_last;
            column.turn[kind] -= many;
        });
    }

    /// Changes a column and marks it; what is right of the last is not seen.
    fn at(&mut self, number: usize, change: impl FnOnce(&mut Column)) {
        if let Some(column) = self.columns.get_mut(number) {
            change(column);
            self.marks[number / 64] |= 1 << (number % 64);
        }
    }

    /// Adds the pieces of the columns, of `rows` rows.
    pub(crate) fn add_pieces(&self, rows: usize, pieces: &mut Vec<Piece>) {
        let share = 1.0 / rows as f32;
        let mut whole = [0.0_f32; STATE_KINDS];
        let mut next = 0;
        let mut add = |from: usize, to: usize, shares: Shares| {
            if from < to {
                let column_count = to - from;
                pieces.push(Piece {
                    column_count,
                    shares,
                });
            }
        };
        for (word, marks) in self.marks.iter().enumerate() {
            for bit in bits(*marks) {
                let number = 64 * word + bit;
                let Column { part, turn } = self.columns[number];
                let mut shares = whole.map(|whole| whole * share);
                add(next, number, shares);
                for kind in bits(self.kinds.into()) {
                    whole[kind] += turn[kind];
                    shares[kind] = (part[kind] + whole[kind]) * share;
                }
                add(number, number + 1, shares);
                next = number + 1;
            }
        }
        add(next, self.columns.len(), whole.map(|whole| whole * share));
    }
}

fn bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (bit < 64).then_some(bit)
    })
}
