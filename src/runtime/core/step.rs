//! Stepping tasks: how a task gets control, gives it up, and ends.
//!
//! As asyncio's `Task.__step` and `Task.__wakeup`.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::runtime::core::body::Body;
use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::future_core::{Callback, DoneFuture};
use crate::runtime::core::task_state::{AnyTask, TaskState, Waiting};
use crate::runtime::core::timers::Alarm;
use crate::runtime::error::Error;
use crate::runtime::event::{Cause, Event, SourceLocation, StepEnd, TaskId};
use crate::runtime::host::coroutine::Step;
use crate::runtime::host::limits::Limit;
use crate::runtime::moment::Nanos;
use crate::runtime::repr::Repr;
use crate::runtime::wait::Wait;

impl EventLoop {
    /// Takes the next number of tasks without a name, and returns it.
    pub fn next_name(&self) -> u32 {
        self.unnamed.set(self.unnamed.get() + 1);
        self.unnamed.get()
    }

    /// Makes the state of the next task.
    pub(in crate::runtime) fn next_task(&self, name: Option<&str>) -> TaskState {
        let mut tasks = self.tasks.borrow_mut();
        let id = TaskId(tasks.len() as u32);
        tasks.push(None);
        // Main is Task-1; a task that is given a name takes no number.
        let number = self.unnamed.get() + u32::from(name.is_none());
        self.unnamed.set(number);
        TaskState::new(id, name, number)
    }

    /// Begins a task, whose first step goes into the ready queue.
    pub(in crate::runtime) fn begin_task(
        &self,
        future: Rc<dyn DoneFuture>,
        location: SourceLocation,
        body: Body,
    ) {
        let Some(task) = AnyTask::of(future) else {
            return;
        };
        let state: &TaskState = &task;
        if self.is_closed.get() {
            // After the end a coroutine goes as soon as it comes.
            state.finish();
            drop(body);
        } else {
            state.progress.borrow_mut().body = Some(body);
            if let Some(slot) = self.tasks.borrow_mut().get_mut(state.id.0 as usize) {
                *slot = Some(task.clone());
            }
        }
        let (task, parent) = (state.id, self.running.get());
        state.with_name(|name| {
            self.emit(Event::TaskCreated {
                task,
                parent,
                name,
                location,
            });
        });
        self.schedule(state.id);
        if state.id.0 + 1 >= self.limits.tasks {
            self.reach_limit(Limit::Tasks(self.limits.tasks));
        }
    }

    /// Runs one step of a task: asyncio's `Task.__step`.
    pub(in crate::runtime) fn step(self: &Rc<Self>, task: TaskId) {
        let Some(any) = self.task_state(task) else {
            return;
        };
        let state: &TaskState = &any;
        let Some(mut body) = state.progress.borrow_mut().body.take() else {
            return;
        };
        let (thrown, is_cancelled) = arrives(state);
        let is_first = state.start();
        self.steps.set(self.steps.get() + 1);
        self.cause.set(Cause::Task(task));
        self.running.set(Some(task));
        self.step_end.set(None);
        self.emit(Event::StepBegan { task });
        if is_cancelled {
            self.emit(Event::CancelDelivered { task });
        }
        let step = match thrown {
            // Cancelling a task that never started: its body never runs.
            Some(error) if is_first => Step::Raised(error),
            thrown => body.step(self, thrown),
        };
        self.thrown.take();
        match step {
            Step::Waits => self.suspend(&any, body),
            Step::Returned => self.end(&any, body, Ok(())),
            Step::Raised(error) => self.end(&any, body, Err(error)),
        }
        self.running.set(None);
        if self.steps.get() >= self.limits.steps {
            self.reach_limit(Limit::Steps(self.limits.steps));
        } else if self.observer.borrow().len() >= self.limits.events {
            self.reach_limit(Limit::Events(self.limits.events));
        }
    }

    /// Puts a task aside that gave up control.
    fn suspend(self: &Rc<Self>, any: &AnyTask, body: Body) {
        let Some((end, location)) = self.step_end.take() else {
            // A Rust future was awaited of which the loop knows nothing: no one would wake it.
            let message = "the task awaited something that is not of this event loop";
            self.end(any, body, Err(Error::raised("RuntimeError", message)));
            return;
        };
        let state: &TaskState = any;
        self.emit(Event::StepEnded {
            task: state.id,
            end,
            location: Some(location),
        });
        let must_cancel = {
            if !self.is_closed.get() {
                state.progress.borrow_mut().body = Some(body);
            }
            if end == StepEnd::Yields {
                None
            } else {
                state.take_cancel()
            }
        };
        if end == StepEnd::Yields {
            self.schedule(state.id);
        } else if let Some(message) = must_cancel {
            // What it waits for may be none that can be cancelled: the next step raises it then.
            self.cancel_wait(state, message);
        }
    }

    /// Finishes a task: its future is done, and those who wait for it are scheduled.
    fn end(self: &Rc<Self>, any: &AnyTask, body: Body, outcome: Result<(), Error>) {
        let state: &TaskState = any;
        let must_cancel = state.take_cancel();
        if !state.finish() {
            return;
        }
        let future = any.future();
        // What the coroutine holds goes before anyone hears of its end.
        drop(body);
        let core = future.core();
        let task = state.id;
        let end_step = |end: StepEnd<'_>| {
            self.emit(Event::StepEnded {
                task,
                end,
                location: None,
            });
        };
        if let Some(slot) = self.tasks.borrow_mut().get_mut(task.0 as usize) {
            *slot = None;
        }
        match (outcome, must_cancel) {
            (Ok(()), Some(message)) => {
                core.cancel(self, message);
                end_step(StepEnd::Cancelled);
            }
            (Ok(()), None) => {
                core.finish(self, Ok(()));
                end_step(StepEnd::Returned(&future.value_repr()));
            }
            (Err(Error::Cancelled(cancellation)), _) => {
                core.cancel_by(self, cancellation);
                end_step(StepEnd::Cancelled);
            }
            (Err(error), _) => {
                if error.is_exit() {
                    *self.exit.borrow_mut() = Some(error.clone());
                }
                let repr = error.repr();
                core.finish(self, Err(error));
                end_step(StepEnd::Raised(&repr));
            }
        }
    }

    /// Suspends the running task until `future` is done.
    ///
    /// For coroutines of other languages, and for awaits: the step must end after this. When the
    /// task goes on, it raises what is thrown in, or else what the future is done with.
    pub fn wait_for(
        self: &Rc<Self>,
        future: Rc<dyn DoneFuture>,
        wait: Wait,
        location: SourceLocation,
    ) {
        let Some(task) = self.running.get() else {
            return;
        };
        if future.core().task() == Some(task) {
            let message = "Task cannot await on itself";
            self.throw_soon(Error::raised("RuntimeError", message), location);
            return;
        }
        future.core().add_callback(self, Callback::Wake(task));
        self.set_waiting(task, Waiting::Future(future));
        self.step_end.set(Some((StepEnd::Waits(wait), location)));
    }

    /// Suspends the running task until `deadline`: asyncio's `sleep`. The step must end after this.
    pub fn sleep_until(&self, until: Nanos, location: SourceLocation) {
        let Some(state) = self.running.get().and_then(|task| self.task_state(task)) else {
            return;
        };
        let sleep = state.sleep.get().wrapping_add(1);
        state.sleep.set(sleep);
        state.progress.borrow_mut().waiting = Waiting::Sleep;
        let task = state.id;
        self.set_timer(until, Alarm::Sleep { task, sleep });
        self.step_end
            .set(Some((StepEnd::Sleeps { until }, location)));
    }

    /// Suspends the running task until the others had their turn, as `sleep(0)` does. The step
    /// must end after this.
    pub fn yield_now(&self, location: SourceLocation) {
        self.step_end.set(Some((StepEnd::Yields, location)));
    }

    /// As [`EventLoop::yield_now`], and throws an error into the running task's next step.
    ///
    /// asyncio answers so to a task that awaits what it cannot await.
    pub fn throw_soon(&self, error: Error, location: SourceLocation) {
        if let Some(task) = self.running.get() {
            self.set_waiting(task, Waiting::Throws(Box::new(error)));
        }
        self.yield_now(location);
    }

    fn set_waiting(&self, task: TaskId, waiting: Waiting) {
        if let Some(state) = self.task_state(task) {
            state.progress.borrow_mut().waiting = waiting;
        }
    }

    /// Polls a Rust future inside of a coroutine of another language, which awaits it.
    ///
    /// So every `async fn` of the runtime serves other languages, too. `thrown` is what was thrown
    /// into the coroutine; the future raises it at the await where it stands. If the future is
    /// pending, the step must end with [`Step::Waits`], and the next step polls it again.
    pub fn resume<F: std::future::Future + ?Sized>(
        &self,
        future: Pin<&mut F>,
        thrown: Option<Error>,
    ) -> Poll<F::Output> {
        self.throw(thrown);
        let polled = future.poll(&mut Context::from_waker(Waker::noop()));
        self.thrown.take();
        polled
    }

    /// Puts an error where the await at which the stepped coroutine stands will find it.
    pub fn throw(&self, error: Option<Error>) {
        *self.thrown.borrow_mut() = error;
    }

    /// Takes the error that was thrown into the running task, if one was.
    pub fn take_thrown(&self) -> Option<Error> {
        self.thrown.take()
    }

    /// Logs what the tasks raised that main left behind, as `asyncio.run` does.
    pub(in crate::runtime) fn log_leftovers(&self, left: &[Rc<dyn DoneFuture>]) {
        for core in left.iter().map(|future| future.core()) {
            if !core.is_cancelled()
                && let Some(error) = core.error()
            {
                let text = format!("unhandled exception during asyncio.run() shutdown: {error}");
                let task = core.task();
                self.emit(Event::Logged { task, text: &text });
            }
        }
    }
}

/// Returns what is thrown into a task's next step, and whether a cancellation reaches it.
///
/// A cancellation that is kept for the step gives way to one that arrives by itself.
fn arrives(state: &TaskState) -> (Option<Error>, bool) {
    let waited = state.stop_waiting();
    let must_cancel = state.take_cancel();
    let (arrived, is_cancelled) = match waited {
        Waiting::Throws(error) => {
            let is_cancelled = error.is_cancelled();
            (Some(*error), is_cancelled)
        }
        Waiting::Future(future) => {
            future.core().see_error();
            (None, future.core().ended_cancelled())
        }
        Waiting::Nothing | Waiting::Sleep => (None, false),
    };
    match must_cancel {
        Some(message) if !is_cancelled => (Some(Error::cancelled(message)), true),
        _ => (arrived, is_cancelled),
    }
}
