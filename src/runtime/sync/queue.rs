//! Queues: how producers hand items to consumers.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::sync::WaitQueue;
use crate::runtime::sync::items::Items;
use crate::runtime::{Error, Event, EventFlag, QueueId, Result, SourceLocation, Store, Wait};

/// A queue of one run: asyncio's `Queue`, `LifoQueue` and `PriorityQueue`. Clones are the same
/// queue.
#[derive(Debug)]
pub struct Queue<T>(Rc<Shared<T>>);

impl<T> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Queue(self.0.clone())
    }
}

#[derive(Debug)]
struct Shared<T> {
    id: QueueId,
    /// How many items fit, 0 for any number: asyncio's `maxsize`.
    size_max: usize,
    items: RefCell<Items<T>>,
    getters: WaitQueue,
    putters: WaitQueue,
    unfinished: Cell<usize>,
    /// Set while all items are processed.
    finished: EventFlag,
    is_shut_down: Cell<bool>,
}

/// Why a queue could not put or get at once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueueError {
    /// The queue has no item.
    #[error("the queue is empty; `get` waits for an item")]
    Empty,
    /// The queue has no free slot.
    #[error("the queue is full; `put` waits for room")]
    Full,
    /// The queue was shut down.
    #[error("the queue was shut down; nothing goes in any more")]
    ShutDown,
    /// Two items could not be compared.
    #[error("{0}")]
    Raised(Error),
}

impl From<QueueError> for Error {
    fn from(error: QueueError) -> Error {
        match error {
            QueueError::Empty => Error::raised("QueueEmpty", ""),
            QueueError::Full => Error::raised("QueueFull", ""),
            QueueError::ShutDown => Error::raised("QueueShutDown", ""),
            QueueError::Raised(error) => error,
        }
    }
}

impl<T: 'static> Queue<T> {
    /// Makes a first-in, first-out queue for `size_max` items, 0 for any number.
    pub fn new(size_max: usize) -> Queue<T> {
        Queue::with(size_max, Items::Fifo(VecDeque::new()))
    }

    /// Makes a last-in, first-out queue: asyncio's `LifoQueue`.
    pub fn lifo(size_max: usize) -> Queue<T> {
        Queue::with(size_max, Items::Lifo(Vec::new()))
    }

    /// Makes a queue that gives first the item that is less than the others by a comparison that
    /// may fail: asyncio's `PriorityQueue`. A program that reads the queue while the comparison runs
    /// finds it empty.
    pub fn priority_by(
        size_max: usize,
        less: impl Fn(&T, &T) -> Result<bool> + 'static,
    ) -> Queue<T> {
        Queue::with(size_max, Items::Priority(Vec::new(), Rc::new(less)))
    }

    /// Makes a queue whose items a program's store keeps: a subclass of asyncio's `Queue`.
    pub fn kept_by(size_max: usize, store: Rc<dyn Store<T>>) -> Queue<T> {
        Queue::with(size_max, Items::Kept(store))
    }

    fn with(size_max: usize, items: Items<T>) -> Queue<T> {
        let event_loop = current::event_loop();
        let id = event_loop.next_queue();
        event_loop.emit(Event::QueueCreated {
            queue: id,
            size_max: size_max as u32,
        });
        let finished = EventFlag::new();
        finished.set();
        Queue(Rc::new(Shared {
            id,
            size_max,
            items: RefCell::new(items),
            getters: WaitQueue::default(),
            putters: WaitQueue::default(),
            unfinished: Cell::new(0),
            finished,
            is_shut_down: Cell::new(false),
        }))
    }

    /// Returns how many items are in the queue: asyncio's `qsize`.
    pub fn len(&self) -> usize {
        self.0.items.borrow().len()
    }

    /// Returns whether the queue has no item.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the queue has no free slot.
    pub fn is_full(&self) -> bool {
        self.0.size_max > 0 && self.len() >= self.0.size_max
    }

    /// Returns whether the queue was shut down.
    pub fn is_shut_down(&self) -> bool {
        self.0.is_shut_down.get()
    }

    /// Returns how many tasks wait for an item.
    pub fn getters(&self) -> usize {
        self.0.getters.len()
    }

    /// Returns how many tasks wait for a free slot.
    pub fn putters(&self) -> usize {
        self.0.putters.len()
    }

    /// Returns how many items were put in and are not processed: asyncio's `_unfinished_tasks`.
    pub fn unfinished(&self) -> usize {
        self.0.unfinished.get()
    }

    /// Reads the items, in the order in which asyncio keeps them.
    pub fn look<R>(&self, look: impl FnOnce(&mut dyn Iterator<Item = &T>) -> R) -> R {
        look(&mut self.0.items.borrow().iter())
    }

    /// Puts an item in, if there is a free slot: asyncio's `put_nowait`.
    ///
    /// # Errors
    /// [`QueueError::Full`] if there is no free slot, and the item is dropped;
    /// [`QueueError::ShutDown`]; [`QueueError::Raised`] if a comparison failed, and the item is in.
    pub fn try_put(&self, item: T) -> Result<(), QueueError> {
        if self.is_shut_down() {
            return Err(QueueError::ShutDown);
        }
        if self.is_full() {
            return Err(QueueError::Full);
        }
        let shared = &self.0;
        let put = shared.with_items(|items| items.put(item));
        put.map_err(QueueError::Raised)?;
        shared.unfinished.set(shared.unfinished.get() + 1);
        shared.finished.clear();
        let (event_loop, len) = (current::event_loop(), self.len());
        let (queue, task, level) = (shared.id, event_loop.current_task(), len as u32);
        event_loop.emit(Event::QueuePut { queue, task, level });
        event_loop.check_queued(len);
        shared.getters.release_next(&event_loop);
        Ok(())
    }

    /// Takes the next item, if there is one: asyncio's `get_nowait`.
    ///
    /// # Errors
    /// [`QueueError::Empty`] if there is no item, [`QueueError::ShutDown`] if there will be none;
    /// [`QueueError::Raised`] if a comparison failed, and the item is lost.
    pub fn try_get(&self) -> Result<T, QueueError> {
        let shared = &self.0;
        let item = match shared.with_items(Items::get) {
            Some(item) => item.map_err(QueueError::Raised)?,
            None if self.is_shut_down() => return Err(QueueError::ShutDown),
            None => return Err(QueueError::Empty),
        };
        shared.emit_got();
        shared.putters.release_next(&current::event_loop());
        Ok(item)
    }

    /// Puts an item in, after waiting for a free slot if there is none: asyncio's `put`.
    ///
    /// # Errors
    /// `QueueShutDown` if the queue is shut down, and the cancellation of the wait.
    ///
    /// # Cancel safety
    /// A cancelled put puts no item in, and wakes the next task in its place.
    #[track_caller]
    pub fn put(&self, item: T) -> impl Future<Output = Result<()>> + use<T> {
        let (queue, location) = (self.clone(), SourceLocation::caller());
        async move {
            let wait = (Wait::Put(queue.0.id), location);
            let is_full = || queue.is_full();
            queue.0.wait_while(is_full, &queue.0.putters, wait).await?;
            Ok(queue.try_put(item)?)
        }
    }

    /// Takes the next item, after waiting for one if there is none: asyncio's `get`.
    ///
    /// # Errors
    /// `QueueShutDown` if the queue is shut down and empty, and the cancellation of the wait.
    ///
    /// # Cancel safety
    /// A cancelled get takes no item, and wakes the next task in its place.
    #[track_caller]
    pub fn get(&self) -> impl Future<Output = Result<T>> + use<T> {
        let (queue, location) = (self.clone(), SourceLocation::caller());
        async move {
            let wait = (Wait::Get(queue.0.id), location);
            let is_empty = || queue.is_empty();
            queue.0.wait_while(is_empty, &queue.0.getters, wait).await?;
            Ok(queue.try_get()?)
        }
    }

    /// Counts an item that was taken as processed: asyncio's `task_done`.
    ///
    /// # Errors
    /// `ValueError` if all items that were put in are processed already.
    pub fn task_done(&self) -> Result<()> {
        let left = self.unfinished().checked_sub(1);
        let error = || Error::raised("ValueError", "task_done() called too many times");
        self.0.set_unfinished(left.ok_or_else(error)?);
        Ok(())
    }

    /// Waits until every item that was put in is processed: asyncio's `join`.
    ///
    /// # Errors
    /// The cancellation of the wait.
    #[track_caller]
    pub fn join(&self) -> impl Future<Output = Result<()>> + use<T> {
        let (shared, location) = (self.0.clone(), SourceLocation::caller());
        async move {
            // The flag is set while no item is unfinished.
            let finished = &shared.finished;
            finished.wait_as(Wait::Join(shared.id), location).await
        }
    }

    /// Shuts the queue down, which then takes no item any more: asyncio's `shutdown`. Tasks that wait
    /// for a free slot raise, and so do those that wait for an item if none is left.
    pub fn shut_down(&self, left: Leftover) {
        let shared = &self.0;
        shared.is_shut_down.set(true);
        if left == Leftover::Drop {
            let dropped = shared.with_items(Items::clear);
            shared.set_unfinished(self.unfinished().saturating_sub(dropped));
            if dropped > 0 {
                shared.emit_got();
            }
        }
        let event_loop = current::event_loop();
        while shared.getters.release_next(&event_loop) {}
        while shared.putters.release_next(&event_loop) {}
    }
}

/// What becomes of the items of a queue that is shut down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Tasks can still take the items.
    Keep,
    /// The items are dropped, and count as processed: `immediate=True`.
    Drop,
}

impl<T> Shared<T> {
    /// Works on the items, which are not borrowed while a comparison or a store may use the queue.
    fn with_items<R>(&self, work: impl FnOnce(&mut Items<T>) -> R) -> R {
        if matches!(*self.items.borrow(), Items::Fifo(_) | Items::Lifo(_)) {
            return work(&mut self.items.borrow_mut());
        }
        let mut items = self.items.borrow_mut().take();
        let done = work(&mut items);
        let came = std::mem::replace(&mut *self.items.borrow_mut(), items);
        if let (Items::Priority(came, _), Items::Priority(items, _)) =
            (came, &mut *self.items.borrow_mut())
        {
            items.extend(came);
        }
        done
    }

    /// Waits as long as the queue cannot serve.
    async fn wait_while(
        &self,
        is_blocked: impl Fn() -> bool,
        waiters: &WaitQueue,
        (wait, location): (Wait, SourceLocation),
    ) -> Result<()> {
        while is_blocked() {
            if self.is_shut_down.get() {
                return Err(QueueError::ShutDown.into());
            }
            waiters.wait_turn(wait, location, || !is_blocked()).await?;
        }
        Ok(())
    }

    fn emit_got(&self) {
        let event_loop = current::event_loop();
        let (queue, task) = (self.id, event_loop.current_task());
        let level = self.items.borrow().len() as u32;
        event_loop.emit(Event::QueueGot { queue, task, level });
    }

    fn set_unfinished(&self, left: usize) {
        self.unfinished.set(left);
        if left == 0 {
            self.finished.set();
        }
    }
}
