//! Functions that the loop calls, and the handles that cancel them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::runtime::core::{Alarm, Callback, Ready};
use crate::runtime::{Error, Event, EventLoop, Nanos, TaskId};

/// A function that the loop calls.
pub(in crate::runtime) type Function = Box<dyn FnOnce(&Rc<EventLoop>)>;

/// A function that the loop will call unless it is cancelled: asyncio's `Handle`. Dropping the
/// handle changes nothing.
pub struct Handle {
    /// None once the function was called or cancelled.
    function: RefCell<Option<Function>>,
    when: Option<Nanos>,
    /// The task whose done callback the function is, for one of the program.
    of: Option<TaskId>,
    is_cancelled: Cell<bool>,
}

impl Handle {
    pub(super) fn new(
        when: Option<Nanos>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        Rc::new(Handle {
            function: RefCell::new(Some(Box::new(function))),
            when,
            of: None,
            is_cancelled: Cell::new(false),
        })
    }

    /// Makes a done callback of the program, whose calls the trace has if a task completes the future.
    pub(super) fn of_program(
        of: Option<TaskId>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        let function: Function = match of {
            None => Box::new(function),
            Some(task) => Box::new(move |event_loop| {
                event_loop.emit(Event::CalledBack { task });
                function(event_loop);
                event_loop.emit(Event::CallbackEnded { task });
            }),
        };
        Rc::new(Handle {
            function: RefCell::new(Some(function)),
            when: None,
            of,
            is_cancelled: Cell::new(false),
        })
    }

    /// Cancels the function: the loop does not call it any more.
    pub fn cancel(&self) {
        self.is_cancelled.set(true);
        drop(self.function.take());
    }

    /// Returns whether the function was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.get()
    }

    /// Returns the moment of the call, if the handle is a timer's: asyncio's `TimerHandle.when`.
    pub fn when(&self) -> Option<Nanos> {
        self.when
    }

    pub(super) fn is_stale(&self) -> bool {
        self.function.borrow().is_none()
    }

    pub(super) fn call(&self, event_loop: &Rc<EventLoop>) {
        if let Some(function) = self.function.take() {
            function(event_loop);
        }
    }
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle").finish_non_exhaustive()
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

    /// Ends the phase of the run at once, with an error that no task can catch: Python's `SystemExit`,
    /// `KeyboardInterrupt`.
    pub fn exit_with(&self, error: Error) {
        *self.exit.borrow_mut() = Some(error);
    }

    /// Puts a callback into the ready queue. `is_fine` says that the future is known to have a
    /// result, so that a gather need not read it.
    pub(super) fn call_back(&self, callback: Callback, is_fine: bool) {
        match callback {
            Callback::Wake(task) => self.schedule(task),
            Callback::Call(function) => {
                self.push_ready(Ready::Call(function, self.cause.get()));
            }
            Callback::Child(parent, number) => {
                let cause = self.cause.get();
                self.push_ready(Ready::Child(parent, number, is_fine, cause));
            }
            Callback::Now(function) => {
                if let Some(event_loop) = EventLoop::current() {
                    function(&event_loop);
                }
            }
            Callback::Removable(handle) => {
                if let Some(function) = handle.function.take() {
                    if let Some(task) = handle.of {
                        self.emit(Event::CallbackReady { task });
                    }
                    self.push_ready(Ready::Call(Box::new(function), self.cause.get()));
                }
            }
        }
    }
}
