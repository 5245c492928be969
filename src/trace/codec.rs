//! A trace as bytes, and back: as one piece, or part by part while a run goes on.
//!
//! The format, little-endian: `ILV` and the version (1 byte); then parts. A part holds the events
//! of [`PART_EVENTS`] in order and what they added to the other tables; the last one has fewer,
//! if need be none, so that nobody takes half a trace for a whole one. It is five tables, each
//! with its length (4 bytes): events (kind 1, task 4, argument 4, place 2), wide values (8),
//! moments (index 4, nanoseconds 8), texts (length 4, UTF-8), places (length of the file's name 4,
//! the name, line 4, column 4).

use std::ops::Range;

use crate::runtime::{Nanos, SourceLocation};

use super::columns::{Lengths, Trace};
use super::kind;
use super::rows::Row;

/// The version that is written. A reader of another version refuses.
pub const VERSION: u8 = 3;

/// How many events a part has: so few that a page takes one between two frames.
pub const PART_EVENTS: usize = 1 << 14;

/// Why bytes are not a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It begins otherwise.
    #[error("this is not a recording: it does not start with ILV")]
    NotATrace,
    /// A later or earlier version.
    #[error("this recording has version {0} of the format; only version {VERSION} can be read")]
    Version(u8),
    /// It ends too early or goes on too long, or a table does not fit what came before.
    #[error("the recording is damaged at byte {0}")]
    Damaged(usize),
}

impl DecodeError {
    /// Returns the error of bytes that lie behind so many others.
    fn behind(self, before: usize) -> DecodeError {
        match self {
            DecodeError::Damaged(at) => DecodeError::Damaged(before + at),
            other => other,
        }
    }
}

/// Writes a trace to bytes.
#[must_use]
pub fn encode(trace: &Trace) -> Vec<u8> {
    let mut out = vec![b'I', b'L', b'V', VERSION];
    for number in 0..=trace.len() / PART_EVENTS {
        write_part(trace, number, &mut out);
    }
    out
}

/// Writes one part of a trace, without a header: that with a number, from 0.
///
/// A part with [`PART_EVENTS`] events does not change any more. The one behind them is the last
/// once the run is over.
#[must_use]
pub fn encode_part(trace: &Trace, number: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(PART_EVENTS * 16);
    write_part(trace, number, &mut out);
    out
}

fn write_part(trace: &Trace, number: usize, out: &mut Vec<u8>) {
    let (from, to) = (trace.lengths_at(number), trace.lengths_at(number + 1));
    write_number(to.events - from.events, out);
    for index in from.events..to.events {
        let row = trace.rows.get(index);
        out.push(row.kind);
        write_number(row.task as usize, out);
        write_number(row.argument as usize, out);
        out.extend_from_slice(&row.location.to_le_bytes());
    }
    write_number(to.wide - from.wide, out);
    for value in &trace.wide[from.wide..to.wide] {
        out.extend_from_slice(&value.to_le_bytes());
    }
    write_number(to.instants - from.instants, out);
    for (index, at) in &trace.instants[from.instants..to.instants] {
        write_number(*index as usize, out);
        out.extend_from_slice(&at.0.to_le_bytes());
    }
    write_number(to.strings - from.strings, out);
    for text in from.strings..to.strings {
        write_text(trace.strings.text(text as u32), out);
    }
    write_number(to.locations - from.locations, out);
    for location in &trace.location_table[from.locations..to.locations] {
        write_text(location.file, out);
        write_number(location.line as usize, out);
        write_number(location.column as usize, out);
    }
}

/// Writes a number that fits into four bytes, as all of a trace do.
fn write_number(number: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&(number as u32).to_le_bytes());
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    write_number(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

/// Reads a trace from bytes.
///
/// `files` are the sources that a place may name; a place in another one is read as nowhere.
///
/// # Errors
/// What [`DecodeError`] says. No input makes it panic.
pub fn decode(bytes: &[u8], files: &[&'static str]) -> Result<Trace, DecodeError> {
    decode_pieces(bytes.len(), |piece| &bytes[piece], files)
}

/// How many bytes are fetched at a time: several parts.
const PIECE_BYTES: usize = 1 << 20;

/// As [`decode`], of `length` bytes that `fetch` gives piece by piece: so a page needs no room for all
/// of them beside the trace.
///
/// # Errors
/// As [`decode`].
pub fn decode_pieces<Piece: AsRef<[u8]>>(
    length: usize,
    mut fetch: impl FnMut(Range<usize>) -> Piece,
    files: &[&'static str],
) -> Result<Trace, DecodeError> {
    let header = fetch(0..length.min(4));
    match header.as_ref() {
        [b'I', b'L', b'V', VERSION] => {}
        [b'I', b'L', b'V', version] => return Err(DecodeError::Version(*version)),
        [b'I', b'L', b'V'] => return Err(DecodeError::Damaged(3)),
        _ => return Err(DecodeError::NotATrace),
    }
    let mut trace = Trace::new();
    let (mut at, mut most) = (4_usize, PIECE_BYTES);
    loop {
        let end = length.min(at.saturating_add(most));
        let piece = fetch(at..end);
        let (mut bytes, mut taken) = (piece.as_ref(), 0);
        // What is left at the end is a part, or damaged.
        while let Some(part) = part_length(bytes).or((end == length).then_some(bytes.len())) {
            let (first, rest) = bytes.split_at(part);
            let appended = append_part(&mut trace, first, files);
            if appended.map_err(|error| error.behind(at + taken))? == Part::Last {
                let all = at + taken + part;
                return if all == length {
                    Ok(trace)
                } else {
                    Err(DecodeError::Damaged(all))
                };
            }
            taken += part;
            bytes = rest;
        }
        // A part with very long texts has more bytes than that.
        if taken == 0 {
            most *= 2;
        }
        at += taken;
    }
}

/// Returns how many bytes the first part has of some; none if not all of it is among them.
fn part_length(bytes: &[u8]) -> Option<usize> {
    let mut input = Input { bytes, at: 0 };
    for entry_bytes in [11, 8, 12] {
        let count = input.length(entry_bytes).ok()?;
        input.take(entry_bytes * count).ok()?;
    }
    // Behind a text nothing follows, behind a place its line and its column.
    for behind in [0, 8] {
        for _ in 0..input.length(4 + behind).ok()? {
            let text = input.number().ok()? as usize;
            input.take(text.checked_add(behind)?).ok()?;
        }
    }
    Some(input.at)
}

/// Which part of a trace was appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One that another follows.
    Full,
    /// The last.
    Last,
}

/// Appends one part to a trace that has those before it. `files` is as for [`decode`].
///
/// # Errors
/// [`DecodeError::Damaged`], also if the trace has its last part already. No input makes it panic,
/// or take more memory than its bytes do; but a trace that was given damaged bytes is damaged.
pub fn append_part(
    trace: &mut Trace,
    bytes: &[u8],
    files: &[&'static str],
) -> Result<Part, DecodeError> {
    let mut input = Input { bytes, at: 0 };
    let part = read_part(trace, &mut input, files)?;
    input.end()?;
    Ok(part)
}

fn read_part(
    trace: &mut Trace,
    input: &mut Input<'_>,
    files: &[&'static str],
) -> Result<Part, DecodeError> {
    let first = trace.len();
    let count = input.length(11)?;
    if !first.is_multiple_of(PART_EVENTS) || count > PART_EVENTS {
        return Err(DecodeError::Damaged(input.at));
    }
    if count > 0 {
        trace.mark();
    }
    let at = input.at;
    let (rows, _) = input.take(11 * count)?.as_chunks::<11>();
    if let Some(wrong) = rows.iter().position(|row| !kind::is_known(row[0])) {
        return Err(DecodeError::Damaged(at + 11 * wrong));
    }
    trace.rows.extend(rows, |row| {
        let [kind, t0, t1, t2, t3, a0, a1, a2, a3, p0, p1] = *row;
        Row {
            task: u32::from_le_bytes([t0, t1, t2, t3]),
            argument: u32::from_le_bytes([a0, a1, a2, a3]),
            location: u16::from_le_bytes([p0, p1]),
            kind,
        }
    });
    for _ in 0..input.length(8)? {
        trace.wide.push(u64::from_le_bytes(input.array()?));
    }
    for _ in 0..input.length(12)? {
        let index = input.number()?;
        let at = Nanos(u64::from_le_bytes(input.array()?));
        let is_late = |last: &(u32, Nanos)| last.0 < index && last.1 <= at;
        let is_here = (first..first + count).contains(&(index as usize));
        if !is_here || !trace.instants.last().is_none_or(is_late) {
            return Err(DecodeError::Damaged(input.at));
        }
        trace.instants.push((index, at));
    }
    for _ in 0..input.length(4)? {
        let text = input.text()?;
        trace.strings.add(text);
    }
    for _ in 0..input.length(12)? {
        let (file, line, column) = (input.text()?, input.number()?, input.number()?);
        let known = files.iter().find(|known| **known == file).copied();
        let location = known.map_or(SourceLocation::NOWHERE, |file| SourceLocation {
            file,
            line,
            column,
        });
        trace.location_table.push(location);
    }
    Ok(if count == PART_EVENTS {
        Part::Full
    } else {
        Part::Last
    })
}

impl Trace {
    /// Returns how long the tables are where the part with a number begins, or else at their ends.
    fn lengths_at(&self, part: usize) -> Lengths {
        let mark = self.marks.get(part).copied();
        mark.unwrap_or_else(|| self.lengths())
    }
}

struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        let end = self
            .at
            .checked_add(length)
            .ok_or(DecodeError::Damaged(self.at))?;
        let taken = self
            .bytes
            .get(self.at..end)
            .ok_or(DecodeError::Damaged(self.at))?;
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let at = self.at;
        self.take(N)?
            .try_into()
            .map_err(|_| DecodeError::Damaged(at))
    }

    fn number(&mut self) -> Result<u32, DecodeError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// Reads a table's length, which the bytes that are left must be able to hold.
    fn length(&mut self, entry_bytes: usize) -> Result<usize, DecodeError> {
        let at = self.at;
        let length = self.number()? as usize;
        let fits = length
            .checked_mul(entry_bytes)
            .is_some_and(|n| n <= self.bytes.len() - self.at);
        if fits {
            Ok(length)
        } else {
            Err(DecodeError::Damaged(at))
        }
    }

    fn text(&mut self) -> Result<&'a str, DecodeError> {
        let at = self.at;
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::Damaged(at))
    }

    /// Checks that nothing is left.
    fn end(&self) -> Result<(), DecodeError> {
        if self.at == self.bytes.len() {
            Ok(())
        } else {
            Err(DecodeError::Damaged(self.at))
        }
    }
}
