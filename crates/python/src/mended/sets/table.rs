//! The hash table of CPython's sets, as far as the order of a set follows from it.
//!
//! Elements are looked for in runs of ten neighbours, then at a place that the rest of the hash decides; a
//! table that is three fifths full grows, and what is taken out leaves a mark in its place.

use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use super::Hash;

/// The places of a new table.
const SMALLEST: usize = 8;

/// How many neighbours of a place are tried before another is.
const NEIGHBOURS: usize = 9;

/// By how many bits of the hash the next place is decided.
const SHIFT: u32 = 5;

/// Beyond this number of elements a table grows to twice of them, before to four times.
const LARGE: usize = 50_000;

#[derive(Clone, Debug)]
enum Place {
    Empty,
    /// An element was here.
    Left,
    Taken(Hash, PyObjectRef),
}

/// A table with its elements.
#[derive(Clone, Debug)]
pub(super) struct Table {
    places: Vec<Place>,
    used: usize,
    /// The places that are taken or left.
    filled: usize,
    /// Where `pop` looks first.
    finger: usize,
}

impl Table {
    pub(super) fn new() -> Self {
        Self {
            places: vec![Place::Empty; SMALLEST],
            used: 0,
            filled: 0,
            finger: 0,
        }
    }

    /// Takes all elements out.
    pub(super) fn clear(&mut self) {
        self.replace(Self::new());
    }

    /// Becomes another table; `pop` goes on where it was.
    pub(super) fn replace(&mut self, table: Self) {
        let finger = self.finger;
        *self = Self { finger, ..table };
    }

    /// The number of elements.
    pub(super) fn len(&self) -> usize {
        self.used
    }

    /// The elements in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Hash, &PyObjectRef)> {
        self.places.iter().filter_map(|place| match place {
            Place::Taken(hash, element) => Some((*hash, element)),
            _ => None,
        })
    }

    /// Puts in an element that is not in the table: where one was left that is asked last on the way to an
    /// empty place, or there.
    pub(super) fn push(&mut self, hash: Hash, element: PyObjectRef) {
        let mut left = None;
        for at in probes(hash, self.mask()) {
            match self.places[at] {
                Place::Taken(..) => continue,
                Place::Left => left = Some(at),
                Place::Empty => {
                    self.places[left.unwrap_or(at)] = Place::Taken(hash, element);
                    break;
                }
            }
        }
        self.used += 1;
        if left.is_none() {
            self.filled += 1;
            if self.filled * 5 >= self.mask() * 3 {
                self.resize(self.grown());
            }
        }
    }

    /// Puts in an element, unless an equal one is in the table.
    pub(super) fn add(&mut self, hash: Hash, element: &PyObjectRef, vm: &VirtualMachine) {
        if !self.contains(hash, element, vm) {
            self.push(hash, element.clone());
        }
    }

    pub(super) fn contains(&self, hash: Hash, element: &PyObject, vm: &VirtualMachine) -> bool {
        self.find(hash, element, vm).is_some()
    }

    /// Takes out an element, and says whether it was in the table.
    pub(super) fn discard(&mut self, hash: Hash, element: &PyObject, vm: &VirtualMachine) -> bool {
        let found = self.find(hash, element, vm);
        if let Some(at) = found {
            self.places[at] = Place::Left;
            self.used -= 1;
        }
        found.is_some()
    }

    /// Takes out the next element that `pop` gives.
    pub(super) fn pop(&mut self) -> Option<PyObjectRef> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut at = self.finger & mask;
        while !matches!(self.places[at], Place::Taken(..)) {
            at = (at + 1) & mask;
        }
        self.finger = at + 1;
        self.used -= 1;
        match std::mem::replace(&mut self.places[at], Place::Left) {
            Place::Taken(_, element) => Some(element),
            _ => None,
        }
    }

    /// Makes room for that many further elements, if they would fill the table.
    pub(super) fn reserve(&mut self, more: usize) {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Puts in the elements of another table.
    pub(super) fn merge(&mut self, other: &Self, vm: &VirtualMachine) {
        if other.used == 0 {
            return;
        }
        self.reserve(other.used);
        let is_same_size = self.places.len() == other.places.len();
        if self.filled == 0 && is_same_size && other.filled == other.used {
            self.places.clone_from(&other.places);
            (self.used, self.filled) = (other.used, other.filled);
        } else if self.filled == 0 {
            for (hash, element) in other.iter() {
                self.place(hash, element.clone());
            }
            self.filled = self.used;
        } else {
            for (hash, element) in other.iter() {
                self.add(hash, element, vm);
            }
        }
    }

    /// Makes a new table without the places that were left, if they are more than a fourth of all.
    pub(super) fn tidy(&mut self) {
        if self.filled - self.used > self.mask() / 4 {
            self.resize(self.grown());
        }
    }

    fn mask(&self) -> usize {
        self.places.len() - 1
    }

    fn grown(&self) -> usize {
        self.used * if self.used > LARGE { 2 } else { 4 }
    }

    /// Makes a new table of more places than these, in which the elements are put in their order.
    fn resize(&mut self, least: usize) {
        let mut size = SMALLEST;
        while size <= least {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.places, vec![Place::Empty; size]);
        self.used = 0;
        for place in old {
            if let Place::Taken(hash, element) = place {
                self.place(hash, element);
            }
        }
        self.filled = self.used;
    }

    /// Puts an element into the first place for it that is empty.
    fn place(&mut self, hash: Hash, element: PyObjectRef) {
        for at in probes(hash, self.mask()) {
            if matches!(self.places[at], Place::Empty) {
                self.places[at] = Place::Taken(hash, element);
                self.used += 1;
                return;
            }
        }
    }

    fn find(&self, hash: Hash, element: &PyObject, vm: &VirtualMachine) -> Option<usize> {
        for at in probes(hash, self.mask()) {
            match &self.places[at] {
                Place::Empty => return None,
                Place::Taken(other, it) if *other == hash && is_equal(it, element, vm) => {
                    return Some(at);
                }
                _ => {}
            }
        }
        None
    }
}

fn is_equal(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> bool {
    // Only numbers and tuples of them are in tables: to compare them raises nothing.
    a.is(b) || vm.bool_eq(a, b).unwrap_or(false)
}

/// The places at which an element is looked for, without an end.
#[expect(
    clippy::cast_sign_loss,
    reason = "the bits of the hash count, not its value"
)]
fn probes(hash: Hash, mask: usize) -> impl Iterator<Item = usize> {
    // In 64 bits, as everywhere, also where addresses have 32.
    let mut rest = hash as u64;
    let mut first = (rest & mask as u64) as usize;
    let mut next = 0;
    std::iter::from_fn(move || {
        let last = if first + NEIGHBOURS <= mask {
            NEIGHBOURS
        } else {
            0
        };
        if next > last {
            rest >>= SHIFT;
            let further = (first as u64)
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(rest);
            first = (further & mask as u64) as usize;
            next = 0;
        }
        next += 1;
        Some(first + next - 1)
    })
}
