//! A trace as bytes, and back.
//!
//! The format, little-endian: `ILV` and the version (1 byte); then five tables, each with its
//! length (4 bytes): events (kind 1, task 4, argument 4, place 2), wide values (8), moments (index
//! 4, nanoseconds 8), texts (length 4, UTF-8), places (length of the
//! file's name 4, the name, line 4, column 4).

use crate::runtime::{Nanos, Place};

use super::columns::Trace;
use super::kind;

/// The version that is written. A reader of another version refuses.
pub const VERSION: u8 = 2;

/// Why bytes are not a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It begins otherwise.
    #[error("this is not a recorded run: it does not begin with ILV")]
    NotATrace,
    /// A later or earlier version.
    #[error("this run was recorded in version {0} of the format; version {VERSION} is read here")]
    Version(u8),
    /// It ends too early, or a table points outside of another.
    #[error("the recorded run is damaged at byte {0}")]
    Damaged(usize),
}

/// Writes a trace to bytes.
#[must_use]
pub fn encode(trace: &Trace) -> Vec<u8> {
    let mut out = vec![b'I', b'L', b'V', VERSION];
    let length = |out: &mut Vec<u8>, n: usize| out.extend((n as u32).to_le_bytes());
    length(&mut out, trace.len());
    for row in trace.rows.iter() {
        out.push(row.kind);
        out.extend(row.task.to_le_bytes());
        out.extend(row.argument.to_le_bytes());
        out.extend(row.place.to_le_bytes());
    }
    length(&mut out, trace.wide.len());
    out.extend(trace.wide.iter().flat_map(|value| value.to_le_bytes()));
    length(&mut out, trace.instants.len());
    for (index, at) in &trace.instants {
        out.extend(index.to_le_bytes());
        out.extend(at.0.to_le_bytes());
    }
    length(&mut out, trace.strings.len());
    for text in trace.strings.iter() {
        length(&mut out, text.len());
        out.extend(text.as_bytes());
    }
    length(&mut out, trace.place_table.len());
    for place in &trace.place_table {
        length(&mut out, place.file.len());
        out.extend(place.file.as_bytes());
        out.extend(place.line.to_le_bytes());
        out.extend(place.column.to_le_bytes());
    }
    out
}

/// Reads a trace from bytes.
///
/// `files` are the sources that a place may name; a place in another one is read as nowhere.
///
/// # Errors
/// What [`DecodeError`] says. No input makes it panic.
pub fn decode(bytes: &[u8], files: &[&'static str]) -> Result<Trace, DecodeError> {
    let mut input = Input { bytes, at: 0 };
    if input.take(3) != Ok(b"ILV") {
        return Err(DecodeError::NotATrace);
    }
    let [version] = input.array()?;
    if version != VERSION {
        return Err(DecodeError::Version(version));
    }
    let mut trace = Trace::new();
    for _ in 0..input.length(11)? {
        let [kind] = input.array()?;
        if kind >= kind::END {
            return Err(DecodeError::Damaged(input.at));
        }
        let (task, argument) = (input.number()?, input.number()?);
        let place = u16::from_le_bytes(input.array()?);
        trace.push(kind, task, argument, place);
    }
    for _ in 0..input.length(8)? {
        trace.wide.push(u64::from_le_bytes(input.array()?));
    }
    for _ in 0..input.length(12)? {
        let index = input.number()?;
        let at = Nanos(u64::from_le_bytes(input.array()?));
        if trace
            .instants
            .last()
            .is_some_and(|last| last.0 >= index || last.1 > at)
        {
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
        let place = known.map_or(Place::NOWHERE, |file| Place { file, line, column });
        trace.place_table.push(place);
    }
    Ok(trace)
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
}
