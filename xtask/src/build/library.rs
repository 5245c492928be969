//! The library of Python programs, as a page loads it.
//!
//! The interpreter's build freezes the library: each module's code is compiled and packed. In a page that is
//! packed once more, for the way, and what is packed twice is larger than what is packed once. So the
//! modules are unpacked here, and written in the same form, which the interpreter reads, without packing.

use anyhow::{Context, Result};

/// The section of the module in which the library is (`crates/python/build.rs`).
pub(super) const SECTION: &str = "interleave.library";

/// A module of the library.
struct Frozen<'a> {
    name: &'a [u8],
    code: Vec<u8>,
    is_package: u8,
}

/// Returns the library in two files: the modules that `is_first` names, and the others.
pub(super) fn split(library: &[u8], is_first: impl Fn(&str) -> bool) -> Result<[Vec<u8>; 2]> {
    let modules = read(library).context("the library's section is damaged")?;
    let (first, rest): (Vec<_>, Vec<_>) = modules
        .iter()
        .partition(|module| is_first(&String::from_utf8_lossy(module.name)));
    Ok([write(&first), write(&rest)])
}

fn read(mut library: &[u8]) -> Result<Vec<Frozen<'_>>> {
    let count = number(&mut library)?;
    let modules = (0..count).map(|_| {
        let name_length = number(&mut library)?;
        let name = take(&mut library, name_length)?;
        let packed_length = number(&mut library)?;
        let packed = take(&mut library, packed_length)?;
        let [is_package] = *take(&mut library, 1)? else {
            unreachable!("one byte was taken");
        };
        let code = lz4_flex::decompress_size_prepended(packed)?;
        Ok(Frozen {
            name,
            code,
            is_package,
        })
    });
    modules.collect()
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(length).context("it ends early")?;
    *from = rest;
    Ok(taken)
}

fn number(from: &mut &[u8]) -> Result<usize> {
    let bytes = take(from, 4)?;
    Ok(u32::from_le_bytes(bytes.try_into()?) as usize)
}

fn write(modules: &[&Frozen<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    write_number(modules.len(), &mut out);
    for module in modules {
        write_bytes(module.name, &mut out);
        write_bytes(&unpacked(&module.code), &mut out);
        out.push(module.is_package);
    }
    out
}

fn write_number(number: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&(number as u32).to_le_bytes());
}

fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    write_number(bytes.len(), out);
    out.extend_from_slice(bytes);
}

/// Returns bytes in the form of a block of LZ4 in which nothing is packed, with their number before it.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 255 + 8);
    write_number(bytes.len(), &mut out);
    // One sequence, which has literals alone: their number, as far as four bits have room, then in bytes.
    out.push((bytes.len().min(15) as u8) << 4);
    if let Some(mut more) = bytes.len().checked_sub(15) {
        while more >= 255 {
            out.push(255);
            more -= 255;
        }
        out.push(more as u8);
    }
    out.extend_from_slice(bytes);
    out
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;

    #[test]
    fn what_is_not_packed_is_read_as_it_was() -> Result<()> {
        for length in [0, 1, 14, 15, 16, 269, 270, 271, 100_000] {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 7 % 251) as u8).collect();
            let read = lz4_flex::decompress_size_prepended(&unpacked(&bytes))?;
            ensure!(read == bytes, "{length} bytes");
        }
        Ok(())
    }
}
