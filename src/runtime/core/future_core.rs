//! The part of a future that does not depend on the type of its value.
//!
//! ```text
//!  Pending ──1──► Finished
//!     ├─────2──► Cancelled
//!     └─────3──► Failed
//! ```
//! [`Core::finish`] makes 1 and 3, [`Core::cancel`] makes 2; each schedules the callbacks, one entry
//! of the ready queue each, in the order in which they were added.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::cancellation::Cancellation;
use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::failure::Failure;
use crate::runtime::core::handle::{Function, Handle};
use crate::runtime::core::task_state::TaskState;
use crate::runtime::error::{Error, Raised, Result};
use crate::runtime::event::TaskId;
use crate::runtime::wait::Wait;

/// What is called when a future is done. Sixteen bytes, as every task that is waited for has one.
pub(in crate::runtime) enum Callback {
    /// Puts the next step of a task that waits into the ready queue.
    Wake(TaskId),
    /// Calls a function.
    Call(Box<Function>),
    /// Tells a gather that its child with this number is done. A million of them need no closures.
    Child(ParentRef, u32),
    /// Calls a function unless it was taken back before.
    Removable(Rc<Handle>),
}

/// Who is told that one of its children is done.
pub(in crate::runtime) trait Parent {
    /// Looks at the child with this number, unless it is known to have a result: a look at one of a
    /// million is a wait for memory.
    fn child_done(&self, event_loop: &Rc<EventLoop>, number: u32, is_fine: bool);
}

/// A parent of any kind, held twice so that each child keeps a thin pointer.
pub(in crate::runtime) type ParentRef = Rc<Rc<dyn Parent>>;

impl Callback {
    /// Makes a callback that calls a function.
    pub(in crate::runtime) fn call(function: impl FnOnce(&Rc<EventLoop>) + 'static) -> Callback {
        Callback::Call(Box::new(Box::new(function)))
    }

    fn is_removed(&self) -> bool {
        matches!(self, Callback::Removable(handle) if handle.is_stale())
    }
}

/// Callbacks in order. Nearly every future has one, so one needs no list.
#[derive(Default)]
pub(in crate::runtime) enum Callbacks {
    #[default]
    None,
    One(Callback),
    // Boxed, as it is rare and futures may be many.
    #[expect(clippy::box_collection)]
    Many(Box<Vec<Callback>>),
}

/// How a future stands. Callbacks are there only as long as they can be called.
enum Status {
    Pending(Callbacks),
    Finished,
    Cancelled,
    // Boxed, as messages are rare and futures may be many.
    /// Cancelled with a message.
    CancelledWith(Box<Rc<str>>),
    /// Cancelled by the error that ended a task: asyncio's `_cancelled_exc`. The first who asks is
    /// given that one, and the others one without a message.
    CancelledBy(Box<Cancellation>),
    Failed(Rc<Failure>),
}

/// Who completes a future, and so whom its cancelling concerns.
pub(in crate::runtime) enum Source {
    /// Anybody: it is cancelled at once.
    Anybody,
    /// A task, which is asked to stop. It is in one piece with its future.
    Task(TaskState),
    /// A thread: it is cancelled at once, and a job that did not begin never does.
    Thread,
    /// Other futures, which are cancelled in its place.
    Gather(Rc<dyn Gathered>),
}

/// Futures that are waited for together: what a gather is for the loop.
pub(in crate::runtime) trait Gathered {
    /// Returns how many of them are not done.
    fn left(&self) -> u32;

    /// Remembers that they are cancelled for the sake of the whole.
    fn begin_cancel(&self);

    /// Returns how many there are.
    fn count(&self) -> usize;

    /// Returns the future with this number.
    fn child(&self, number: usize) -> Rc<dyn DoneFuture>;

    /// Returns the untyped part of the future with this number.
    fn child_core(&self, number: usize) -> &Core;
}

impl dyn Gathered {
    pub(in crate::runtime) fn children(
        &self,
    ) -> impl DoubleEndedIterator<Item = Rc<dyn DoneFuture>> {
        (0..self.count()).map(|number| self.child(number))
    }

    pub(in crate::runtime) fn cores(&self) -> impl Iterator<Item = &Core> {
        (0..self.count()).map(|number| self.child_core(number))
    }
}

/// The part of a future that does not depend on the type of its value.
pub struct Core {
    status: RefCell<Status>,
    source: Source,
}

/// A future of any value: what can be waited for, and cancelled.
pub trait DoneFuture {
    /// Returns the part that does not depend on the value.
    fn core(&self) -> &Core;

    /// Writes the value down as Python's `repr` does.
    fn value_repr(&self) -> Cow<'static, str>;

    /// Cancels it: a plain future is cancelled at once, a task is asked to stop, the children of
    /// a gather are cancelled.
    ///
    /// Returns false if that came too late.
    fn cancel(&self, event_loop: &Rc<EventLoop>, message: Option<Rc<str>>) -> bool {
        event_loop.cancel_core(self.core(), message)
    }
}

impl Core {
    /// Makes a pending future.
    pub(in crate::runtime) fn new(source: Source) -> Core {
        Core {
            status: RefCell::new(Status::Pending(Callbacks::None)),
            source,
        }
    }

    pub(in crate::runtime) fn source(&self) -> &Source {
        &self.source
    }

    /// Returns the task that completes this future, if it is a task's.
    #[must_use]
    pub fn task(&self) -> Option<TaskId> {
        match &self.source {
            Source::Task(state) => Some(state.id),
            _ => None,
        }
    }

    /// Returns what the trace says of a task that waits for this future.
    #[must_use]
    pub fn awaited_as(&self) -> Wait {
        match &self.source {
            Source::Anybody => Wait::Future,
            Source::Thread => Wait::Thread,
            Source::Task(state) => Wait::Task(state.id),
            Source::Gather(gathering) => Wait::Gather(gathering.left()),
        }
    }

    /// Says whether the future has its value, an error, or was cancelled: asyncio's `done`.
    #[must_use]
    pub fn is_done(&self) -> bool {
        !matches!(*self.status.borrow(), Status::Pending(_))
    }

    /// Says whether the future was cancelled: asyncio's `cancelled`.
    ///
    /// One whose error is a [`Error::Cancelled`] that was set was not.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(
            *self.status.borrow(),
            Status::Cancelled | Status::CancelledWith(_) | Status::CancelledBy(_)
        )
    }

    /// Returns the error that it is done with, if it is, and counts it as seen.
    ///
    /// Of a cancelled future this is what `_make_cancelled_error` gives: the error with which a
    /// task ended is given once.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        match &mut *self.status.borrow_mut() {
            Status::Cancelled => Some(Error::cancelled(None)),
            Status::CancelledWith(message) => Some(Error::cancelled(Some((**message).clone()))),
            status @ Status::CancelledBy(_) => match std::mem::replace(status, Status::Cancelled) {
                Status::CancelledBy(cancellation) => Some(Error::Cancelled(*cancellation)),
                _ => None,
            },
            Status::Failed(failure) => {
                failure.see();
                Some(failure.error.clone())
            }
            _ => None,
        }
    }

    /// Says whether the future ended with a cancellation, its own or one that was set.
    pub(in crate::runtime) fn ended_cancelled(&self) -> bool {
        match &*self.status.borrow() {
            Status::Cancelled | Status::CancelledWith(_) | Status::CancelledBy(_) => true,
            Status::Failed(failure) => failure.error.is_cancelled(),
            _ => false,
        }
    }

    /// Returns the task that ended with an error, of the tasks by which this future got it.
    pub(in crate::runtime) fn raiser(&self, error: &Rc<Raised>) -> Option<TaskId> {
        let mut core = self;
        // Gathers may be nested to any depth.
        while let Source::Gather(gathering) = &core.source {
            core = gathering.cores().find(|child| child.holds(error))?;
        }
        core.task()
    }

    /// Says whether the future is done with this very error.
    fn holds(&self, error: &Rc<Raised>) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if failure.is(error))
    }

    /// Says whether the future ended with what ends the whole run at once.
    pub(in crate::runtime) fn ended_at_once(&self) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if failure.error.is_exit())
    }

    /// Returns the message with which the future was cancelled: asyncio's `_cancel_message`.
    ///
    /// A task that let its cancellation through has none, whatever was asked. One that was asked
    /// to stop when it waited for nothing has that message until then, and after any other end.
    #[must_use]
    pub fn cancel_message(&self) -> Option<Rc<str>> {
        match (&*self.status.borrow(), &self.source) {
            (Status::Cancelled | Status::CancelledBy(_), _) => None,
            (Status::CancelledWith(message), _) => Some((**message).clone()),
            (_, Source::Task(state)) => state.cancel_message(),
            _ => None,
        }
    }

    /// Says whether the future holds an error that nobody looked at.
    #[must_use]
    pub fn has_unseen_error(&self) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if !failure.is_seen())
    }

    /// Counts an error as not seen, after it was only shown.
    pub fn unsee_error(&self) {
        if let Status::Failed(failure) = &*self.status.borrow() {
            failure.unsee();
        }
    }

    /// Counts an error as seen, so that it is not logged.
    pub fn see_error(&self) {
        if let Status::Failed(failure) = &*self.status.borrow() {
            failure.see();
        }
    }

    /// Finishes the future and schedules its callbacks. Returns false if it was done already.
    pub(in crate::runtime) fn finish(&self, event_loop: &EventLoop, outcome: Result<()>) -> bool {
        self.settle(event_loop, || match outcome {
            Ok(()) => Status::Finished,
            Err(error) => Status::Failed(event_loop.keep_failure(error, self.task())),
        })
    }

    /// Marks the future as cancelled and schedules its callbacks: asyncio's `Future.cancel`.
    pub(in crate::runtime) fn cancel(
        &self,
        event_loop: &EventLoop,
        message: Option<Rc<str>>,
    ) -> bool {
        self.settle(event_loop, || match message {
            None => Status::Cancelled,
            Some(message) => Status::CancelledWith(Box::new(message)),
        })
    }

    /// Marks a task's future as cancelled by the error that ended the task.
    pub(in crate::runtime) fn cancel_by(
        &self,
        event_loop: &EventLoop,
        cancellation: Cancellation,
    ) -> bool {
        self.settle(event_loop, || {
            if cancellation == Cancellation::default() {
                Status::Cancelled
            } else {
                Status::CancelledBy(Box::new(cancellation))
            }
        })
    }

    fn settle(&self, event_loop: &EventLoop, status: impl FnOnce() -> Status) -> bool {
        if self.is_done() {
            return false;
        }
        let status = status();
        let is_fine = matches!(status, Status::Finished);
        let before = self.status.replace(status);
        let Status::Pending(callbacks) = before else {
            return false;
        };
        match callbacks {
            Callbacks::None => {}
            Callbacks::One(callback) => event_loop.call_back(callback, is_fine),
            Callbacks::Many(callbacks) => {
                for callback in *callbacks {
                    event_loop.call_back(callback, is_fine);
                }
            }
        }
        true
    }

    /// Gives up the callbacks, which may own what owns this future.
    pub(in crate::runtime) fn take_callbacks(&self) -> Callbacks {
        match &mut *self.status.borrow_mut() {
            Status::Pending(callbacks) => std::mem::take(callbacks),
            _ => Callbacks::None,
        }
    }

    /// Calls a function one tick after the future is done: asyncio's `add_done_callback`.
    ///
    /// The handle takes it back as long as the future is not done (`remove_done_callback`).
    pub fn add_done_callback(
        &self,
        event_loop: &Rc<EventLoop>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        let handle = Handle::new(None, function);
        self.add_callback(event_loop, Callback::Removable(handle.clone()));
        handle
    }

    /// Adds a callback; if the future is done it is scheduled now.
    pub(in crate::runtime) fn add_callback(&self, event_loop: &EventLoop, callback: Callback) {
        if self.is_done() {
            event_loop.call_back(callback, false);
            return;
        }
        if let Status::Pending(callbacks) = &mut *self.status.borrow_mut() {
            callbacks.add(callback);
        }
    }
}

impl Callbacks {
    fn add(&mut self, callback: Callback) {
        *self = match std::mem::take(self) {
            Callbacks::None => Callbacks::One(callback),
            Callbacks::One(first) if first.is_removed() => Callbacks::One(callback),
            Callbacks::One(first) => Callbacks::Many(Box::new(vec![first, callback])),
            Callbacks::Many(mut all) => {
                // Those that were taken back go before the list grows, so that it stays short.
                if all.len() == all.capacity() {
                    all.retain(|callback| !callback.is_removed());
                    let room = all.len().max(2);
                    all.reserve(room);
                }
                all.push(callback);
                Callbacks::Many(all)
            }
        };
    }
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Core")
            .field("is_done", &self.is_done())
            .field("is_cancelled", &self.is_cancelled())
            .finish_non_exhaustive()
    }
}
