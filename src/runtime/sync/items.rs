//! The items of a queue, and the order in which they come out.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::Result;
use crate::runtime::sync::heap::{self, Less};

/// The items of a queue that a program subclasses, which keeps the items itself.
pub trait Store<T> {
    /// Returns how many items there are.
    fn len(&self) -> usize;

    /// Returns whether there is no item.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts an item in: asyncio's `Queue._put`.
    ///
    /// # Errors
    /// The error that the program raises.
    fn put(&self, item: T) -> Result<()>;

    /// Takes the next item out: asyncio's `Queue._get`. Called only if there is an item.
    ///
    /// # Errors
    /// The error that the program raises.
    fn get(&self) -> Result<T>;
}

pub(super) enum Items<T> {
    /// First in, first out.
    Fifo(VecDeque<T>),
    /// Last in, first out.
    Lifo(Vec<T>),
    /// The smallest first: a heap.
    Priority(Vec<T>, Rc<Less<T>>),
    /// In the order of a program's own store.
    Kept(Rc<dyn Store<T>>),
}

impl<T> Items<T> {
    pub(super) fn len(&self) -> usize {
        match self {
            Items::Fifo(items) => items.len(),
            Items::Lifo(items) | Items::Priority(items, _) => items.len(),
            Items::Kept(store) => store.len(),
        }
    }

    /// Puts an item in. If a comparison fails, the item is in all the same, as in CPython.
    pub(super) fn put(&mut self, item: T) -> Result<()> {
        match self {
            Items::Fifo(items) => items.push_back(item),
            Items::Lifo(items) => items.push(item),
            Items::Priority(items, less) => return heap::push(items, item, &**less),
            Items::Kept(store) => return store.put(item),
        }
        Ok(())
    }

    pub(super) fn get(&mut self) -> Option<Result<T>> {
        match self {
            Items::Fifo(items) => items.pop_front().map(Ok),
            Items::Lifo(items) => items.pop().map(Ok),
            Items::Priority(items, less) => heap::pop(items, &**less),
            Items::Kept(store) => (!store.is_empty()).then(|| store.get()),
        }
    }

    /// Takes all items out, and leaves an empty queue of the same order. A program's store stays.
    pub(super) fn take(&mut self) -> Items<T> {
        let empty = match self {
            Items::Fifo(_) => Items::Fifo(VecDeque::new()),
            Items::Lifo(_) => Items::Lifo(Vec::new()),
            Items::Priority(_, less) => Items::Priority(Vec::new(), less.clone()),
            Items::Kept(store) => Items::Kept(store.clone()),
        };
        std::mem::replace(self, empty)
    }

    pub(super) fn iter(&self) -> Box<dyn Iterator<Item = &T> + '_> {
        match self {
            Items::Fifo(items) => Box::new(items.iter()),
            Items::Lifo(items) | Items::Priority(items, _) => Box::new(items.iter()),
            Items::Kept(_) => Box::new(std::iter::empty()),
        }
    }

    /// Drops all items. Returns how many there were.
    pub(super) fn clear(&mut self) -> usize {
        let mut items = self.take();
        if !matches!(items, Items::Kept(_)) {
            return items.len();
        }
        let mut dropped = 0;
        while items.get().is_some_and(|item| item.is_ok()) {
            dropped += 1;
        }
        dropped
    }
}

impl<T> std::fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Items({})", self.len())
    }
}
