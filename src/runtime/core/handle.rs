//! Functions that the loop calls, and the handles that take them back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::runtime::core::event_loop::{EventLoop, Ready};
use crate::runtime::core::future_core::Callback;
use crate::runtime::core::timers::Alarm;
use crate::runtime::error::Error;
use crate::runtime::moment::Nanos;

/// A function that the loop calls.
pub(in crate::runtime) type Function = Box<dyn FnOnce(&Rc<EventLoop>)>;

/// A function that waits for its turn, and may be taken back: asyncio's `Handle`.
///
/// Dropping the handle changes nothing.
pub struct Handle {
    /// None once it was called or taken back.
    function: RefCell<Option<Function>>,
    when: Option<Nanos>,
    is_cancelled: Cell<bool>,
}

impl Handle {
    pub(in crate::runtime) fn new(
        when: Option<Nanos>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        Rc::new(Handle {
            function: RefCell::new(Some(Box::new(function))),
            when,
            is_cancelled: Cell::new(false),
        })
    }

    /// Takes the function back: it is not called any more.
    pub fn cancel(&self) {
        self.is_cancelled.set(true);
        let function = self.take();
        drop(function);
    }

    /// Says whether the function was taken back.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.get()
    }

    /// Returns the moment for which it was set, if it is a timer's: asyncio's `TimerHandle.when`.
    #[must_use]
    pub fn when(&self) -> Option<Nanos> {
        self.when
    }

    pub(in crate::runtime) fn is_stale(&self) -> bool {
        self.function.borrow().is_none()
    }

    pub(in crate::runtime) fn take(&self) -> Option<Function> {
        self.function.take()
    }
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle")
            .field("when", &self.when)
            .field("is_stale", &self.is_stale())
            .finish_non_exhaustive()
    }
}

impl EventLoop {
    /// Calls a function in the next tick: asyncio's `loop.call_soon`.
    pub fn call_soon(&self, function: impl FnOnce(&Rc<EventLoop>) + 'static) -> Rc<Handle> {
        let handle = Handle::new(None, function);
        self.push_ready(Ready::Handle(handle.clone(), self.cause.get()));
        handle
    }

    /// Calls a function when `delay` has passed: asyncio's `loop.call_later`.
    pub fn call_later(
        &self,
        delay: Nanos,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        self.call_at(self.now.get().after(delay), function)
    }

    /// Calls a function at a moment: asyncio's `loop.call_at`.
    pub fn call_at(
        &self,
        when: Nanos,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        let handle = Handle::new(Some(when), function);
        self.set_timer(when, Alarm::Call(handle.clone()));
        handle
    }

    /// Calls a function for a thread, at a moment or in the next tick, though the loop may be closed
    /// by then.
    pub(in crate::runtime) fn call_for_thread(
        &self,
        when: Nanos,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) {
        let alarm = Alarm::Thread(Handle::new(Some(when), function));
        if when > self.now.get() {
            self.set_timer(when, alarm);
        } else {
            self.push_ready(Ready::Alarm(alarm));
        }
    }

    /// Ends what the loop does at once, with an error that no task keeps to itself: Python's
    /// `SystemExit`, `KeyboardInterrupt`.
    pub fn exit_with(&self, error: Error) {
        *self.exit.borrow_mut() = Some(error);
    }

    /// Puts a callback into the ready queue.
    ///
    /// `is_fine` says that the future is known to have a result, so that nobody need look.
    pub(in crate::runtime) fn call_back(&self, callback: Callback, is_fine: bool) {
        match callback {
            Callback::Wake(task) => self.schedule(task),
            Callback::Call(function) => {
                self.push_ready(Ready::Call(function, self.cause.get()));
            }
            Callback::Child(parent, number) => {
                let cause = self.cause.get();
                self.push_ready(Ready::Child(parent, number, is_fine, cause));
            }
            Callback::Removable(handle) => {
                if let Some(function) = handle.take() {
                    self.push_ready(Ready::Call(Box::new(function), self.cause.get()));
                }
            }
        }
    }
}
