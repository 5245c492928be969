//! Numbers found by numbers: the one kind of hash table in the pure rooms.
//!
//! A page holds the code of a hash table once for each type in the table, and beside it the code of
//! the standard library's hasher, which defends against hostile keys. Here the keys are addresses and
//! hashes of a program's own texts.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Numbers by number.
pub(crate) type Numbers = HashMap<u64, u32, BuildHasherDefault<Spread>>;

/// Spreads a number over all bits of a hash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| step(hash, *byte));
    }

    fn write_u64(&mut self, number: u64) {
        // The table takes bits from both ends of the hash, and a product is well spread at its upper end.
        let product = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ (product >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Returns a hash of a text, by which the text is found in [`Numbers`]: 64 bits of FNV-1a. Two texts
/// may, very rarely, have the same hash, so the caller compares what it finds.
pub(crate) fn hash_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
