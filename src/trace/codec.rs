//! A trace as bytes, and back: as one piece, or part by part while a run goes on.
//!
//! The format, little-endian: `ILV` and the version (1 byte); then parts. A part holds
//! [`PART_EVENTS`] events in order and what they added to the other tables. The last part has
//! fewer events, or none, so that a reader never takes half a trace for a whole one. A part is five
//! tables, each with its length (4 bytes): events (kind 1, task 4, argument 4, location 2), wide
//! values (8), moments (index 4, nanoseconds 8), texts (length 4, UTF-8), locations (length of the
//! file's name 4, the name, line 4, column 4).

use std::ops::Range;

use crate::runtime::{Nanos, SourceLocation};

use super::columns::Trace;
use super::kind;
use super::rows::Row;

/// The version that is written. A reader of another version refuses.
pub const VERSION: u8 = 3;

/// How many events a part has: so few that a page reads one part between two frames.
pub const PART_EVENTS: usize = 1 << 14;

/// Why bytes are not a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes start otherwise.
    #[error("this is not a recording: it does not start with ILV")]
    NotATrace,
    /// The bytes have a later or an earlier version.
    #[error("this recording has version {0} of the format; only version {VERSION} can be read")]
    Version(u8),
    /// The bytes end too early or go on too long, or a table does not fit what came before.
    #[error("the recording is damaged at byte {0}")]
    Damaged(usize),
}

impl DecodeError {
    /// Returns the error as that of longer input, in which `before` bytes come first.
    fn after(self, before: usize) -> DecodeError {
        match self {
            DecodeError::Damaged(at) => DecodeError::Damaged(before + at),
            other => other,
        }
    }
}

/// Writes a trace to bytes.
pub fn encode(trace: &Trace) -> Vec<u8> {
    let mut out = vec![b'I', b'L', b'V', VERSION];
    for number in 0..=trace.len() / PART_EVENTS {
        write_part(trace, number, &mut out);
    }
    out
}

/// Writes the part of a trace with a number, from 0, without a header.
///
/// A part with [`PART_EVENTS`] events does not change any more. The part after those is the last
/// once the run is over.
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

/// Writes a number that fits into four bytes, as every number of a trace does.
fn write_number(number: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&(number as u32).to_le_bytes());
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    write_number(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

/// Reads a trace from bytes.
///
/// `files` are the sources that a location may name; a location in another file is read as nowhere.
///
/// # Errors
/// [`DecodeError`] says what is wrong with the bytes. No input makes the function panic.
pub fn decode(bytes: &[u8], files: &[&'static str]) -> Result<Trace, DecodeError> {
    decode_pieces(bytes.len(), |piece| &bytes[piece], files)
}

/// How many bytes are fetched at a time: several parts.
const PIECE_BYTES: usize = 1 << 20;

/// As [`decode`], of `length` bytes that `fetch` gives piece by piece, so that a page needs no room
/// for all bytes beside the trace.
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
        // At the end the rest is a part, or damaged.
        while let Some(part) = part_length(bytes).or((end == length).then_some(bytes.len())) {
            let (first, rest) = bytes.split_at(part);
            let appended = append_part(&mut trace, first, files);
            let appended = appended.map_err(|error| error.after(at + taken))?;
            taken += part;
            bytes = rest;
            if appended == Part::Last {
                let is_end = at + taken == length;
                let damaged = DecodeError::Damaged(at + taken);
                return is_end.then_some(trace).ok_or(damaged);
            }
        }
        // A part with very long texts has more bytes than the piece.
        if taken == 0 {
            most *= 2;
        }
        at += taken;
    }
}

/// Returns how many of the bytes belong to the first part; none if the part is longer.
fn part_length(bytes: &[u8]) -> Option<usize> {
    let mut input = Input { bytes, at: 0 };
    for entry_bytes in [11, 8, 12] {
        let count = input.length(entry_bytes).ok()?;
        input.take(entry_bytes * count).ok()?;
    }
    // A text stands alone; the file of a location is followed by a line and a column.
    for after in [0, 8] {
        for _ in 0..input.length(4 + after).ok()? {
            let text = input.number().ok()? as usize;
            input.take(text.checked_add(after)?).ok()?;
        }
    }
    Some(input.at)
}

/// Which kind of part was appended to a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A part that another one follows.
    Full,
    /// The last part.
    Last,
}

/// Appends one part to a trace that has the parts before it. `files` is as for [`decode`].
///
/// No input makes the function panic, or take more memory than the bytes do. A trace to which
/// damaged bytes were appended is damaged.
///
/// # Errors
/// [`DecodeError::Damaged`] if the bytes are no part, or if the trace has its last part already.
pub fn append_part(
    trace: &mut Trace,
    bytes: &[u8],
    files: &[&'static str],
) -> Result<Part, DecodeError> {
    let (mut input, first) = (Input { bytes, at: 0 }, trace.len());
    read_rows(trace, &mut input)?;
    for _ in 0..input.length(8)? {
        trace.wide.push(u64::from_le_bytes(input.array()?));
    }
    for _ in 0..input.length(12)? {
        let index = input.number()?;
        let at = Nanos(u64::from_le_bytes(input.array()?));
        let is_late = |last: &(u32, Nanos)| last.0 < index && last.1 <= at;
        let is_here = (first..trace.len()).contains(&(index as usize));
        if !is_here || !trace.instants.last().is_none_or(is_late) {
            return Err(DecodeError::Damaged(input.at));
        }
        trace.instants.push((index, at));
    }
    for _ in 0..input.length(4)? {
        trace.strings.add(input.text()?);
    }
    for _ in 0..input.length(12)? {
        trace.location_table.push(input.location(files)?);
    }
    if input.at < bytes.len() {
        return Err(DecodeError::Damaged(input.at));
    }
    let is_full = trace.len() - first == PART_EVENTS;
    Ok(if is_full { Part::Full } else { Part::Last })
}

fn read_rows(trace: &mut Trace, input: &mut Input<'_>) -> Result<(), DecodeError> {
    let count = input.length(11)?;
    if !trace.len().is_multiple_of(PART_EVENTS) || count > PART_EVENTS {
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
        let [kind, t0, t1, t2, t3, a0, a1, a2, a3, l0, l1] = *row;
        Row {
            task: u32::from_le_bytes([t0, t1, t2, t3]),
            argument: u32::from_le_bytes([a0, a1, a2, a3]),
            location: u16::from_le_bytes([l0, l1]),
            kind,
        }
    });
    Ok(())
}

struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        let end = self.at.checked_add(length);
        let taken = end.and_then(|end| self.bytes.get(self.at..end));
        self.at += taken.map_or(0, <[u8]>::len);
        taken.ok_or(DecodeError::Damaged(self.at))
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let at = self.at;
        let bytes = self.take(N)?.try_into();
        bytes.map_err(|_| DecodeError::Damaged(at))
    }

    fn number(&mut self) -> Result<u32, DecodeError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// Reads a table's length, which the rest of the bytes must be able to hold.
    fn length(&mut self, entry_bytes: usize) -> Result<usize, DecodeError> {
        let at = self.at;
        let length = self.number()? as usize;
        let bytes = length.checked_mul(entry_bytes);
        let fits = bytes.is_some_and(|bytes| bytes <= self.bytes.len() - self.at);
        fits.then_some(length).ok_or(DecodeError::Damaged(at))
    }

    fn text(&mut self) -> Result<&'a str, DecodeError> {
        let at = self.at;
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::Damaged(at))
    }

    /// Reads a location; nowhere if its file is none of `files`.
    fn location(&mut self, files: &[&'static str]) -> Result<SourceLocation, DecodeError> {
        let (file, line, column) = (self.text()?, self.number()?, self.number()?);
        let known = files.iter().find(|known| **known == file);
        let known = known.map(|file| SourceLocation { file, line, column });
        Ok(known.unwrap_or(SourceLocation::NOWHERE))
    }
}
