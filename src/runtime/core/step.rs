//! Stepping tasks: how a task gets control, gives it up, and ends.
//!
//! As asyncio's `Task.__step` and `Task.__wakeup`.
//!
//! ```text
//!                  ┌────────────────5────────────────┐
//!                  ▼                                 │
//!  created ──1──► ready ──2──► running ──3──► suspended
//!                                 └──────4──► ended
//! ```
//! 1. [`EventLoop::begin_task`] puts the task into the loop, and its first step into the ready queue.
//! 2. [`EventLoop::step`] gives the task control.
//! 3. The coroutine gives up control, having called [`EventLoop::wait_for`],
//!    [`EventLoop::sleep_until`] or [`EventLoop::yield_now`]; [`EventLoop::suspend`] records why.
//! 4. The coroutine is over: [`EventLoop::end`] finishes the task's future.
//! 5. [`EventLoop::schedule`]: the future is done, the timer came due, or the sleep was cancelled.

use std::rc::Rc;

use crate::runtime::core::{Alarm, AnyTask, Body, Callback, TaskState, Waiting};
use crate::runtime::{
    Cause, DoneFuture, Error, Event, EventLoop, Limit, Nanos, Repr, SourceLocation, Step, StepEnd,
    TaskId, Wait,
};

impl EventLoop {
    /// Returns the next number for a task without a name, and uses it up.
    pub fn next_name(&self) -> u32 {
        self.unnamed.set(self.unnamed.get() + 1);
        self.unnamed.get()
    }

    pub(super) fn next_task(&self, name: Option<&str>) -> TaskState {
        let mut tasks = self.tasks.borrow_mut();
        let id = TaskId(tasks.len() as u32);
        tasks.push(None);
        // Main is Task-1; a task with a name of its own takes no number.
        let number = self.unnamed.get() + u32::from(name.is_none());
        self.unnamed.set(number);
        TaskState::new(id, name, number)
    }

    /// Puts a task into the loop, and its first step into the ready queue.
    pub(super) fn begin_task(
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
            // A closed loop drops the coroutine at once.
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
    pub(super) fn step(self: &Rc<Self>, task: TaskId) {
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
        self.is_raised_into.set(false);
        self.emit(Event::StepBegan { task });
        if is_cancelled {
            self.emit(Event::CancelDelivered { task });
        }
        let step = match thrown {
            // A task that was cancelled before its first step: its body never runs.
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
        self.check_steps(self.steps.get());
    }

    /// Records that a task gave up control, and keeps its body for the next step.
    fn suspend(self: &Rc<Self>, any: &AnyTask, body: Body) {
        let Some((end, location)) = self.step_end.take() else {
            // The task awaits a Rust future that the loop does not know, and would never be woken.
            let message = "the task awaited something that is not of this event loop";
            self.end(any, body, Err(Error::raised("RuntimeError", message)));
            return;
        };
        let state: &TaskState = any;
        self.emit_end(state.id, end, Some(location));
        if !self.is_closed.get() {
            state.progress.borrow_mut().body = Some(body);
        }
        if end == StepEnd::Yields {
            self.schedule(state.id);
        } else if let Some(message) = state.take_cancel() {
            // If what the task waits for cannot be cancelled, the next step raises the cancellation.
            self.cancel_wait(state, message);
        }
    }

    /// Finishes a task: its future is done, and the future's callbacks are scheduled.
    fn end(self: &Rc<Self>, any: &AnyTask, body: Body, outcome: Result<(), Error>) {
        let state: &TaskState = any;
        let must_cancel = state.take_cancel();
        if !state.finish() {
            return;
        }
        let future = any.future();
        // The values that the coroutine holds are dropped before any callback runs.
        drop(body);
        let core = future.core();
        let task = state.id;
        // Where a coroutine of another language stood last.
        let left_at = self.location.get();
        if let Some(slot) = self.tasks.borrow_mut().get_mut(task.0 as usize) {
            *slot = None;
        }
        match (outcome, must_cancel) {
            (Ok(()), Some(message)) => {
                core.cancel(self, message);
                self.emit_end(task, StepEnd::Cancelled, left_at);
            }
            (Ok(()), None) => {
                core.finish(self, Ok(()));
                let end = StepEnd::Returned(&future.value_repr());
                self.emit_end(task, end, left_at);
            }
            (Err(Error::Cancelled(cancellation)), _) => {
                core.cancel_by(self, cancellation);
                self.emit_end(task, StepEnd::Cancelled, left_at);
            }
            (Err(error), _) => {
                if error.is_exit() {
                    *self.exit.borrow_mut() = Some(error.clone());
                }
                let repr = error.repr();
                let left_at = left_at.or_else(|| self.made_at(&error));
                core.finish(self, Err(error));
                self.emit_end(task, StepEnd::Raised(&repr), left_at);
            }
        }
    }

    /// Returns where the running task made the error that ends it, if the task did.
    fn made_at(&self, error: &Error) -> Option<SourceLocation> {
        match error {
            Error::Raised(raised) if !self.is_raised_into.get() => {
                raised.made_at.0.map(SourceLocation::of)
            }
            _ => None,
        }
    }

    fn emit_end(&self, task: TaskId, end: StepEnd<'_>, location: Option<SourceLocation>) {
        self.emit(Event::StepEnded {
            task,
            end,
            location,
        });
    }

    /// Suspends the running task until `future` is done.
    ///
    /// Awaits call this, and coroutines of other languages; the step must end after the call. When
    /// the task goes on, it raises what is thrown in, or else the error of the future.
    pub fn wait_for(
        self: &Rc<Self>,
        future: Rc<dyn DoneFuture>,
        wait: Wait,
        location: SourceLocation,
    ) {
        let Some(task) = self.running.get() else {
            return;
        };
        if self.task_state(task).is_none() {
            self.asked.replace(Some((future, wait, location)));
            return;
        }
        if future.core().task() == Some(task) {
            let message = "Task cannot await on itself";
            self.throw_soon(Error::raised("RuntimeError", message), location);
            return;
        }
        future.core().add_callback(self, Callback::Wake(task));
        self.set_waiting(task, Waiting::Future(future));
        self.step_end.set(Some((StepEnd::Waits(wait), location)));
    }

    /// Suspends the running task until a moment: asyncio's `sleep`. The step must end after the call.
    pub fn sleep_until(&self, until: Nanos, location: SourceLocation) {
        let Some(state) = self.running_state() else {
            return;
        };
        let sleep = state.sleep.get().wrapping_add(1);
        state.sleep.set(sleep);
        state.progress.borrow_mut().waiting = Waiting::Sleep;
        let task = state.id;
        self.set_timer(until, Alarm::Sleep { task, sleep });
        let end = StepEnd::Sleeps { until };
        self.step_end.set(Some((end, location)));
    }

    /// Suspends the running task until the other ready tasks had control, as `sleep(0)` does. The step
    /// must end after the call.
    pub fn yield_now(&self, location: SourceLocation) {
        self.step_end.set(Some((StepEnd::Yields, location)));
    }

    /// As [`EventLoop::yield_now`], and throws an error into the running task's next step. So
    /// asyncio treats a task that awaits an object that cannot be awaited.
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

    /// Sets the error that the await raises at which the stepped coroutine stands.
    ///
    /// A coroutine of another language that awaits a Rust future sets the error that was thrown into
    /// it, and polls the future. If that is pending, the step must end with [`Step::Waits`].
    pub fn throw(&self, error: Option<Error>) {
        *self.thrown.borrow_mut() = error;
    }

    /// Takes the error that was thrown into the running task, if there is one.
    pub fn take_thrown(&self) -> Option<Error> {
        self.thrown.take()
    }

    /// Logs the errors of the tasks that main left, as `asyncio.run` does.
    pub(super) fn log_leftovers(&self, left: &[Rc<dyn DoneFuture>]) {
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

/// Returns the error that is thrown into a task's next step, and whether a cancellation reaches the
/// task. A cancellation that the task kept for this step gives way to one that arrives by itself.
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
