//! The rows of a trace: one an event, in chunks that never move.
//!
//! A table that grows by moving needs up to three times its room while it moves, and a page never
//! gives memory back. So rows come in chunks, and only the list of chunks moves.

use std::ops::Range;

/// What is kept of one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) task: u32,
    pub(super) argument: u32,
    pub(super) place: u16,
    pub(super) kind: u8,
}

/// How many rows a chunk has: 48 KB, which every allocator gives without rounding it up.
const CHUNK: usize = 4096;

/// Rows in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    full: Vec<Box<[Row]>>,
    /// The chunk that is written. While it is the first it grows, so that a short run is small.
    last: Vec<Row>,
}

impl Rows {
    pub(super) fn push(&mut self, row: Row) {
        if self.last.len() == CHUNK {
            let full = std::mem::replace(&mut self.last, Vec::with_capacity(CHUNK));
            self.full.push(full.into_boxed_slice());
        }
        self.last.push(row);
    }

    pub(super) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.len()
    }

    /// Returns the row with a number, which must be there.
    pub(super) fn get(&self, index: usize) -> Row {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk[index % CHUNK],
            None => self.last[index % CHUNK],
        }
    }

    /// Returns rows that lie side by side, as those of a block do; they must be there.
    pub(super) fn within(&self, rows: Range<usize>) -> &[Row] {
        let chunk = self.full.get(rows.start / CHUNK);
        let chunk = chunk.map_or(&self.last[..], |chunk| chunk);
        let start = rows.start % CHUNK;
        &chunk[start..start + rows.len()]
    }

    /// Returns the rows from number `from` on.
    pub(super) fn iter_from(&self, from: usize) -> impl Iterator<Item = &Row> {
        let chunk = (from / CHUNK).min(self.full.len());
        let rest = self.full[chunk..].iter().flatten().chain(&self.last);
        rest.skip(from - chunk * CHUNK)
    }
}
