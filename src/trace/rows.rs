//! The rows of a trace: one row per event, in chunks that never move.
//!
//! A table that grows by moving needs up to three times its room while it moves, and a page never
//! gives memory back. So rows are kept in chunks, and only the list of chunks moves.

use std::ops::Range;

/// What is kept of one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) task: u32,
    pub(super) argument: u32,
    pub(super) location: u16,
    pub(super) kind: u8,
}

/// How many rows a chunk has: 48 KB, which every allocator gives without rounding up.
const CHUNK: usize = 4096;

#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    full: Vec<Box<[Row]>>,
    /// The chunk that is written. The first chunk grows as it is written, so that a short run is small.
    last: Vec<Row>,
}

impl Rows {
    pub(super) fn push(&mut self, row: Row) {
        self.make_room();
        self.last.push(row);
    }

    /// Adds a row for each item.
    pub(super) fn extend<R>(&mut self, mut items: &[R], row: impl Fn(&R) -> Row) {
        while !items.is_empty() {
            self.make_room();
            let fits = items.len().min(CHUNK - self.last.len());
            let (some, rest) = items.split_at(fits);
            self.last.extend(some.iter().map(&row));
            items = rest;
        }
    }

    /// Starts the next chunk if the one that is written is full.
    fn make_room(&mut self) {
        if self.last.len() == CHUNK {
            let full = std::mem::replace(&mut self.last, Vec::with_capacity(CHUNK));
            self.full.push(full.into_boxed_slice());
        }
    }

    pub(super) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.len()
    }

    /// Returns the row with a number, which must exist.
    pub(super) fn get(&self, index: usize) -> Row {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk[index % CHUNK],
            None => self.last[index % CHUNK],
        }
    }

    /// Returns rows of one chunk, as those of a block are; they must exist.
    pub(super) fn within(&self, rows: Range<usize>) -> &[Row] {
        let chunk = self.full.get(rows.start / CHUNK);
        let chunk = chunk.map_or(&self.last[..], |chunk| chunk);
        let start = rows.start % CHUNK;
        &chunk[start..start + rows.len()]
    }

    /// Returns the rows of a stretch, which must exist, piece by piece.
    pub(super) fn pieces(&self, rows: Range<usize>) -> impl Iterator<Item = &[Row]> {
        let mut next = rows.start;
        std::iter::from_fn(move || {
            let end = rows.end.min(next - next % CHUNK + CHUNK);
            let piece = (next < end).then(|| self.within(next..end));
            next = end;
            piece
        })
    }

    pub(super) fn iter_from(&self, from: usize) -> Iter<'_> {
        let number = (from / CHUNK).min(self.full.len());
        let chunk = self.full.get(number).map_or(&self.last[..], |chunk| chunk);
        let rest = chunk.get(from - number * CHUNK..).unwrap_or_default();
        Iter {
            chunk: rest.iter(),
            next: number + 1,
            rows: self,
        }
    }
}

/// Goes through rows. A story is built from a trace row by row, so each row is found by one
/// comparison.
#[derive(Clone, Debug)]
pub(super) struct Iter<'a> {
    chunk: std::slice::Iter<'a, Row>,
    /// The number of the chunk that follows.
    next: usize,
    rows: &'a Rows,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Row;

    fn next(&mut self) -> Option<&'a Row> {
        loop {
            if let Some(row) = self.chunk.next() {
                return Some(row);
            }
            let Rows { full, last } = self.rows;
            self.chunk = match full.get(self.next) {
                Some(chunk) => chunk.iter(),
                None if self.next == full.len() => last.iter(),
                None => return None,
            };
            self.next += 1;
        }
    }
}
