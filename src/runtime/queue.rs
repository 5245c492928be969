//! Queues: how producers hand items to consumers.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::core::DoneFuture;
use super::current;
use super::error::Result;
use super::event::{Event, Place, QueueId, StepEnd};
use super::future::Future;

/// A first-in, first-out queue of one run: asyncio's `Queue`. Clones are the same queue.
#[derive(Debug)]
pub struct Queue<T> {
    shared: Rc<Shared<T>>,
}

impl<T> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Queue {
            shared: self.shared.clone(),
        }
    }
}

#[derive(Debug)]
struct Shared<T> {
    id: QueueId,
    /// How many items fit; 0 for any number.
    size_max: usize,
    items: RefCell<VecDeque<T>>,
    /// Who waits for an item, first come first served.
    getters: RefCell<Waiters>,
    /// Who waits for room, first come first served.
    putters: RefCell<Waiters>,
}

type Waiters = VecDeque<Rc<Future<()>>>;

/// Why a queue could not serve at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueueError {
    /// Nothing is in it.
    #[error("the queue is empty; `get` waits for an item")]
    Empty,
    /// No more fits.
    #[error("the queue is full; `put` waits for room")]
    Full,
}

impl<T: 'static> Queue<T> {
    /// Makes a queue for `size_max` items, 0 for any number.
    ///
    /// # Panics
    /// Outside of a run.
    #[must_use]
    pub fn new(size_max: usize) -> Queue<T> {
        let event_loop = current::event_loop();
        let id = event_loop.next_queue();
        event_loop.emit(Event::QueueCreated {
            queue: id,
            size_max: size_max as u32,
        });
        Queue {
            shared: Rc::new(Shared {
                id,
                size_max,
                items: RefCell::default(),
                getters: RefCell::default(),
                putters: RefCell::default(),
            }),
        }
    }

    /// Returns how many items are in the queue: asyncio's `qsize`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shared.items.borrow().len()
    }

    /// Says whether nothing is in the queue.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Says whether no more fits.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.shared.size_max > 0 && self.len() >= self.shared.size_max
    }

    /// Puts an item in, if there is room: asyncio's `put_nowait`.
    ///
    /// # Errors
    /// [`QueueError::Full`] if no more fits; the item is dropped.
    pub fn try_put(&self, item: T) -> Result<(), QueueError> {
        if self.is_full() {
            return Err(QueueError::Full);
        }
        self.shared.items.borrow_mut().push_back(item);
        let (event_loop, level) = (current::event_loop(), self.len());
        let task = event_loop.running();
        event_loop.emit(Event::QueuePut {
            queue: self.shared.id,
            task,
            level: level as u32,
        });
        event_loop.check_queued(level);
        wake_next(&self.shared.getters);
        Ok(())
    }

    /// Takes the oldest item, if there is one: asyncio's `get_nowait`.
    ///
    /// # Errors
    /// [`QueueError::Empty`] if nothing is in the queue.
    pub fn try_get(&self) -> Result<T, QueueError> {
        let item = self
            .shared
            .items
            .borrow_mut()
            .pop_front()
            .ok_or(QueueError::Empty)?;
        let (event_loop, level) = (current::event_loop(), self.len() as u32);
        let task = event_loop.running();
        event_loop.emit(Event::QueueGot {
            queue: self.shared.id,
            task,
            level,
        });
        wake_next(&self.shared.putters);
        Ok(item)
    }

    /// Puts an item in, waiting for room if there is none: asyncio's `put`.
    ///
    /// # Cancel safety
    /// A cancelled put puts nothing in, and hands its turn to the next who waits.
    #[track_caller]
    pub fn put(&self, item: T) -> impl std::future::Future<Output = Result<()>> + use<T> {
        let (queue, place) = (self.clone(), Place::caller());
        async move {
            while queue.is_full() {
                let why = StepEnd::WaitsToPut(queue.shared.id);
                wait_turn(&queue.shared.putters, why, place, || !queue.is_full()).await?;
            }
            // There is room now, and nobody else runs before the item is in.
            let _ = queue.try_put(item);
            Ok(())
        }
    }

    /// Takes the oldest item, waiting for one if there is none: asyncio's `get`.
    ///
    /// # Cancel safety
    /// A cancelled get takes nothing, and hands its turn to the next who waits.
    #[track_caller]
    pub fn get(&self) -> impl std::future::Future<Output = Result<T>> + use<T> {
        let (queue, place) = (self.clone(), Place::caller());
        async move {
            loop {
                if let Ok(item) = queue.try_get() {
                    return Ok(item);
                }
                let why = StepEnd::WaitsToGet(queue.shared.id);
                wait_turn(&queue.shared.getters, why, place, || !queue.is_empty()).await?;
            }
        }
    }
}

/// Waits in line. If the wait is cancelled after its turn came, the next in line is woken.
async fn wait_turn(
    line: &RefCell<Waiters>,
    why: StepEnd<'static>,
    place: Place,
    could_be_served: impl Fn() -> bool,
) -> Result<()> {
    let turn = Future::new();
    line.borrow_mut().push_back(turn.clone());
    let waited = turn.wait_as(why, place).await;
    if waited.is_err() {
        turn.cancel(&current::event_loop(), None);
        line.borrow_mut().retain(|other| !Rc::ptr_eq(other, &turn));
        if could_be_served() && !turn.core().is_cancelled() {
            wake_next(line);
        }
    }
    waited
}

/// Wakes the first in line that still waits.
fn wake_next(line: &RefCell<Waiters>) {
    let event_loop = current::event_loop();
    loop {
        let Some(turn) = line.borrow_mut().pop_front() else {
            return;
        };
        if turn.set_result(&event_loop, ()) {
            return;
        }
    }
}
