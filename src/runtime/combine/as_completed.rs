//! Waiting for several tasks one by one, in the order in which they end: asyncio's `as_completed`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::pin::Pin;
use std::rc::Rc;

use crate::runtime::combine::wait::distinct;
use crate::runtime::core::current;
use crate::runtime::sync::WaitQueue;
use crate::runtime::{
    DoneFuture, Error, EventLoop, Handle, IntoTask, Nanos, Repr, Result, SourceLocation, Task, Wait,
};

/// Makes a task of each coroutine, and gives the tasks as they end: asyncio's `as_completed`. With
/// `timeout_s` the waits for tasks that are not done by then raise `TimeoutError`; the tasks go on.
#[track_caller]
pub fn as_completed<T: Repr>(
    coroutines: impl IntoIterator<Item: IntoTask<Output = T>>,
    timeout_s: Option<f64>,
) -> AsCompleted<Task<T>> {
    let location = SourceLocation::caller();
    let tasks = coroutines.into_iter().map(|item| item.into_task(location));
    let futures = distinct(tasks)
        .into_iter()
        .map(|task| (task.future().clone() as Rc<dyn DoneFuture>, task));
    AsCompleted::new(futures.collect(), timeout_s.map(Nanos::from_seconds))
}

/// Futures as they end; `F` is the caller's value for each. Clones are the same wait.
#[derive(Debug)]
pub struct AsCompleted<F>(Rc<Shared<F>>);

#[derive(Debug)]
struct Shared<F> {
    /// The futures that are not done, by number, each with its callback.
    todo: RefCell<BTreeMap<usize, (F, Rc<Handle>)>>,
    /// The futures that are done and were not given yet, none for one whose time was over.
    done: RefCell<VecDeque<Option<F>>>,
    getters: WaitQueue,
    /// How many times [`AsCompleted::next`] can still be called.
    left: Cell<usize>,
    timer: RefCell<Option<Rc<Handle>>>,
}

impl<F: 'static> AsCompleted<F> {
    /// Starts to wait for futures, each given once, in the order of creation.
    pub fn new(futures: Vec<(Rc<dyn DoneFuture>, F)>, timeout: Option<Nanos>) -> AsCompleted<F> {
        let event_loop = current::event_loop();
        let shared = Rc::new(Shared {
            todo: RefCell::default(),
            done: RefCell::default(),
            getters: WaitQueue::default(),
            left: Cell::new(futures.len()),
            timer: RefCell::new(None),
        });
        if let Some(timeout) = timeout.filter(|_| !futures.is_empty()) {
            let expiring = shared.clone();
            let timer = event_loop.call_later(timeout, move |_| expiring.expire());
            *shared.timer.borrow_mut() = Some(timer);
        }
        for (number, (future, known)) in futures.into_iter().enumerate() {
            let completing = shared.clone();
            let complete = move |_: &Rc<EventLoop>| completing.complete(number);
            let handle = future.core().add_done_callback(&event_loop, complete);
            shared.todo.borrow_mut().insert(number, (known, handle));
        }
        AsCompleted(shared)
    }

    /// Returns how many times [`AsCompleted::next`] can still be called.
    pub fn left(&self) -> usize {
        self.0.left.get()
    }

    /// Returns the wait for the next future to end; none if there was one for each already:
    /// `__next__`, `__anext__`.
    pub fn next(&self) -> Option<Next<F>> {
        let shared = self.0.clone();
        shared.left.set(self.left().checked_sub(1)?);
        Some(Next(shared))
    }
}

/// The wait for the next future to end. It raises `TimeoutError` if the time is over, and its
/// cancellation.
#[must_use = "the wait for a future waits only when it is awaited"]
pub struct Next<F>(Rc<Shared<F>>);

impl<F: 'static> IntoFuture for Next<F> {
    type Output = Result<F>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<F>>>>;

    #[track_caller]
    fn into_future(self) -> Self::IntoFuture {
        let (shared, location) = (self.0, SourceLocation::caller());
        Box::pin(async move {
            loop {
                let next = shared.done.borrow_mut().pop_front();
                if let Some(next) = next {
                    return next.ok_or_else(Error::timed_out);
                }
                let tasks = shared.todo.borrow().len() as u32;
                let is_ready = || !shared.done.borrow().is_empty();
                let why = Wait::Next(tasks);
                shared.getters.wait_turn(why, location, is_ready).await?;
            }
        })
    }
}

impl<F> Shared<F> {
    fn complete(&self, number: usize) {
        // A future that is not there was too late.
        let Some((known, _)) = self.todo.borrow_mut().remove(&number) else {
            return;
        };
        self.give(Some(known));
        if self.todo.borrow().is_empty()
            && let Some(timer) = self.timer.take()
        {
            timer.cancel();
        }
    }

    fn expire(&self) {
        for (_, handle) in self.todo.take().into_values() {
            handle.cancel();
            self.give(None);
        }
    }

    fn give(&self, known: Option<F>) {
        self.done.borrow_mut().push_back(known);
        self.getters.release_next(&current::event_loop());
    }
}
