//! The part of a future that does not depend on the type of its value.
//!
//! ```text
//!  Pending ──1──► Finished
//!     ├─────2──► Cancelled
//!     └─────3──► Failed
//! ```
//! [`Core::finish`] makes 1 and 3, [`Core::cancel`] and [`Core::cancel_by`] make 2. Each of them
//! schedules the callbacks, one entry of the ready queue per callback, in the order in which they
//! were added.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::core::{Failure, Function, TaskState};
use crate::runtime::{
    Cancellation, Error, EventLoop, Handle, Raised, Result, SourceLocation, TaskId, Wait,
};

/// What the loop does when a future is done. A callback takes 16 bytes, as every task that another
/// one waits for has a callback.
pub(in crate::runtime) enum Callback {
    /// Puts the next step of a task that waits into the ready queue.
    Wake(TaskId),
    /// Calls a function.
    Call(Box<Function>),
    /// Counts the child with this number as done in its gather. A million children need no closures.
    Child(ParentRef, u32),
    /// Calls a function unless the handle was cancelled before.
    Removable(Rc<Handle>),
    /// Calls a function at once, and not a tick later: another language's own future is done then.
    Now(Box<Function>),
}

/// A gather, as its children's callbacks see it.
pub(in crate::runtime) trait Parent {
    /// Counts the child with this number as done. Reads the child's error unless `is_fine`, which says
    /// that the child has a result: reading one child of a million is a wait for memory.
    fn child_done(&self, event_loop: &Rc<EventLoop>, number: u32, is_fine: bool);
}

/// A parent of any kind, with two pointers so that each child keeps a thin one.
pub(in crate::runtime) type ParentRef = Rc<Rc<dyn Parent>>;

impl Callback {
    /// Makes a callback that calls a function.
    pub(super) fn call(function: impl FnOnce(&Rc<EventLoop>) + 'static) -> Callback {
        Callback::Call(Box::new(Box::new(function)))
    }

    fn is_removed(&self) -> bool {
        matches!(self, Callback::Removable(handle) if handle.is_stale())
    }
}

/// Callbacks in order. Nearly every future has one callback, which needs no list.
#[derive(Default)]
pub(super) enum Callbacks {
    #[default]
    None,
    One(Callback),
    // Boxed, as several callbacks are rare and futures may be many.
    #[expect(clippy::box_collection)]
    Many(Box<Vec<Callback>>),
}

/// How far a future has come. Only a pending future has callbacks.
enum Status {
    Pending(Callbacks),
    Finished,
    Cancelled,
    /// Cancelled with a message. Boxed, as messages are rare and futures may be many.
    CancelledWith(Box<Rc<str>>),
    /// Cancelled by the error that ended a task: asyncio's `_cancelled_exc`. The first call of
    /// [`Core::error`] returns that error, and later calls one without a message.
    CancelledBy(Box<Cancellation>),
    Failed(Rc<Failure>),
}

/// What completes a future, and so is cancelled in the future's place.
pub(in crate::runtime) enum Source {
    /// Any code: the future itself is cancelled, at once.
    Anybody,
    /// A task, which is asked to stop. The task's state is part of its future.
    Task(TaskState),
    /// A thread: the future itself is cancelled, at once, and a job that did not begin never does.
    Thread,
    /// Other futures, which are cancelled.
    Gather(Rc<dyn Gathered>),
}

/// A gather, as the loop sees it.
pub(in crate::runtime) trait Gathered {
    /// Returns how many children are not done.
    fn left(&self) -> u32;

    /// Notes that the gather as a whole was cancelled.
    fn begin_cancel(&self);

    /// Returns what is gathered.
    fn children(&self) -> &dyn Children;
}

/// What is gathered: futures of one type, or of several.
pub(in crate::runtime) trait Children {
    /// Returns how many children there are.
    fn count(&self) -> usize;

    /// Returns the untyped part of a child.
    fn core(&self, number: usize) -> &Core;

    /// Returns a child.
    fn future(&self, number: usize) -> Rc<dyn DoneFuture>;
}

impl dyn Children + '_ {
    /// Returns the untyped parts of all children, in order.
    pub(in crate::runtime) fn cores(&self) -> impl Iterator<Item = &Core> {
        (0..self.count()).map(|number| self.core(number))
    }
}

/// The part of a future that does not depend on the type of its value.
pub struct Core {
    status: RefCell<Status>,
    source: Source,
}

/// What a task of another language waits for: a future of the loop, how the trace calls the wait, and
/// where the task stands.
pub type Asked = (Rc<dyn DoneFuture>, Wait, SourceLocation);

/// A future of any value: a task can wait for it, and cancel it.
pub trait DoneFuture {
    /// Returns the part that does not depend on the value.
    fn core(&self) -> &Core;

    /// Writes the value as Python's `repr` does.
    fn value_repr(&self) -> Cow<'static, str>;

    /// Cancels the future: a plain future is cancelled at once, a task is asked to stop, the
    /// children of a gather are cancelled. Returns false if the future is done.
    fn cancel(&self, event_loop: &Rc<EventLoop>, message: Option<Rc<str>>) -> bool {
        event_loop.cancel_core(self.core(), message)
    }
}

impl Core {
    /// Makes a pending future.
    pub(super) fn new(source: Source) -> Core {
        let status = RefCell::new(Status::Pending(Callbacks::None));
        Core { status, source }
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    pub(super) fn task_state(&self) -> Option<&TaskState> {
        match &self.source {
            Source::Task(state) => Some(state),
            _ => None,
        }
    }

    /// Returns the task that completes the future, if a task does.
    pub fn task(&self) -> Option<TaskId> {
        self.task_state().map(|state| state.id)
    }

    /// Returns what the trace records as the wait of a task for this future.
    pub fn awaited_as(&self) -> Wait {
        match &self.source {
            Source::Anybody => Wait::Future,
            Source::Thread => Wait::Thread,
            Source::Task(state) => Wait::Task(state.id),
            Source::Gather(gathering) => Wait::Gather(gathering.left()),
        }
    }

    /// Returns whether the future has its value, an error, or was cancelled: asyncio's `done`.
    pub fn is_done(&self) -> bool {
        !matches!(*self.status.borrow(), Status::Pending(_))
    }

    /// Returns whether the future was cancelled: asyncio's `cancelled`. A future whose error was
    /// set to [`Error::Cancelled`] was not.
    pub fn is_cancelled(&self) -> bool {
        matches!(
            *self.status.borrow(),
            Status::Cancelled | Status::CancelledWith(_) | Status::CancelledBy(_)
        )
    }

    /// Returns the error of the future, if there is one, and counts the error as retrieved.
    ///
    /// The error of a cancelled future is that of asyncio's `_make_cancelled_error`: the error with
    /// which a task ended is returned only once.
    pub fn error(&self) -> Option<Error> {
        match &mut *self.status.borrow_mut() {
            Status::Cancelled => Some(Error::cancelled(None)),
            Status::CancelledWith(message) => Some(Error::cancelled(Some((**message).clone()))),
            status @ Status::CancelledBy(_) => match std::mem::replace(status, Status::Cancelled) {
                Status::CancelledBy(cancellation) => Some(Error::Cancelled(*cancellation)),
                _ => None,
            },
            Status::Failed(failure) => {
                failure.is_seen.set(true);
                Some(failure.error.clone())
            }
            _ => None,
        }
    }

    /// Returns whether the future ended with a cancellation, its own or one that was set as its error.
    pub(super) fn ended_cancelled(&self) -> bool {
        match &*self.status.borrow() {
            Status::Failed(failure) => failure.error.is_cancelled(),
            _ => self.is_cancelled(),
        }
    }

    /// Returns the task that ended with an error, among the tasks from which this future has it.
    pub(super) fn raiser(&self, error: &Rc<Raised>) -> Option<TaskId> {
        let mut core = self;
        // Gathers may be nested to any depth.
        while let Source::Gather(gathering) = &core.source {
            let mut children = gathering.children().cores();
            core = children.find(|child| child.holds(error))?;
        }
        core.task()
    }

    /// Returns whether the future has the very same error.
    fn holds(&self, error: &Rc<Raised>) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if failure.is(error))
    }

    /// Returns whether the future has an error that ends the whole run at once.
    pub(super) fn ended_at_once(&self) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if failure.error.is_exit())
    }

    /// Returns the message with which the future was cancelled: asyncio's `_cancel_message`.
    ///
    /// A task that ended with its cancellation has none, whatever the message of the request. A task
    /// that was asked to stop when it waited for nothing has the message until then, and after any
    /// other end.
    pub fn cancel_message(&self) -> Option<Rc<str>> {
        match &*self.status.borrow() {
            Status::Cancelled | Status::CancelledBy(_) => None,
            Status::CancelledWith(message) => Some((**message).clone()),
            _ => self.task_state()?.cancel_message(),
        }
    }

    /// Returns whether the future has an error that was never retrieved.
    pub fn has_unseen_error(&self) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(failure) if !failure.is_seen.get())
    }

    /// Counts an error as not retrieved, after it was only shown.
    pub fn unsee_error(&self) {
        if let Status::Failed(failure) = &*self.status.borrow() {
            failure.is_seen.set(false);
        }
    }

    /// Counts an error as retrieved, so that it is not logged.
    pub fn see_error(&self) {
        if let Status::Failed(failure) = &*self.status.borrow() {
            failure.is_seen.set(true);
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
    pub(super) fn cancel_by(&self, event_loop: &EventLoop, cancellation: Cancellation) -> bool {
        let is_plain = cancellation == Cancellation::default();
        self.settle(event_loop, || match is_plain {
            true => Status::Cancelled,
            false => Status::CancelledBy(Box::new(cancellation)),
        })
    }

    fn settle(&self, event_loop: &EventLoop, status: impl FnOnce() -> Status) -> bool {
        if self.is_done() {
            return false;
        }
        let status = status();
        let is_fine = matches!(status, Status::Finished);
        let Status::Pending(callbacks) = self.status.replace(status) else {
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

    /// Takes the callbacks, which may own what owns this future.
    pub(super) fn take_callbacks(&self) -> Callbacks {
        match &mut *self.status.borrow_mut() {
            Status::Pending(callbacks) => std::mem::take(callbacks),
            _ => Callbacks::None,
        }
    }

    /// Calls a function one tick after the future is done: asyncio's `add_done_callback`. The
    /// handle can cancel the call as long as the future is not done (`remove_done_callback`).
    pub fn add_done_callback(
        &self,
        event_loop: &Rc<EventLoop>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        let handle = Handle::new(None, function);
        self.add_callback(event_loop, Callback::Removable(handle.clone()));
        handle
    }

    /// As [`Core::add_done_callback`], for a function of the program: if a task completes the future,
    /// the trace has when the function is ready, when it is called and when it is over.
    pub fn add_program_callback(
        &self,
        event_loop: &Rc<EventLoop>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        let handle = Handle::of_program(self.task(), function);
        self.add_callback(event_loop, Callback::Removable(handle.clone()));
        handle
    }

    /// Adds a callback; if the future is done, the callback is scheduled now.
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
                // Cancelled callbacks are removed before the list grows, so that the list stays short.
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
        f.debug_struct("Core").finish_non_exhaustive()
    }
}
