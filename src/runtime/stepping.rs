//! Stepping tasks: how a task gets control, gives it up, ends, and is cancelled.
//!
//! As asyncio's `Task.__step`, `Task.__wakeup` and `Task.cancel`. A cancellation first goes to what
//! the task waits for; only if that cannot be cancelled, or if the task waits for nothing, it is
//! kept (`must_cancel`) and raised at the task's next step.

use std::collections::HashSet;
use std::rc::Rc;

use super::coroutine::{Body, Step};
use super::error::Error;
use super::event::{Cause, Event, Place, StepEnd, TaskId};
use super::event_loop::EventLoop;
use super::future::{Callback, Cancelling, DoneFuture};
use super::limits::Limit;
use super::moment::Nanos;
use super::repr::Repr;
use super::timers::Alarm;

/// What a task waits for, once it has given up control.
pub(super) enum Waiting {
    /// Nothing: it runs, or its next step is in the ready queue.
    Nothing,
    /// The timer of its sleep.
    Sleep,
    /// A future.
    Future(Rc<dyn DoneFuture>),
}

/// What the loop knows of a task.
pub(super) struct Slot {
    /// The code; none while it runs, and once it is done.
    pub(super) body: Option<Body>,
    /// The future that the task completes.
    pub(super) future: Rc<dyn DoneFuture>,
    pub(super) waiting: Waiting,
    /// Counts the sleeps, so that the timer of one that was cancelled is known as stale.
    pub(super) sleep: u32,
    /// A cancellation to be thrown at the next step: asyncio's `_must_cancel` and its message.
    pub(super) must_cancel: Option<Option<Rc<str>>>,
    pub(super) has_started: bool,
}

impl Slot {
    /// Says whether the task is in this sleep.
    pub(super) fn is_asleep(&self, sleep: u32) -> bool {
        matches!(self.waiting, Waiting::Sleep) && self.sleep == sleep
    }
}

impl EventLoop {
    /// Returns the number of the next task.
    pub(super) fn next_task(&self) -> TaskId {
        TaskId(self.tasks.borrow().len() as u32)
    }

    /// Adds the next task, whose first step goes into the ready queue.
    pub(super) fn add_task(
        &self,
        task: TaskId,
        name: Option<&str>,
        place: Place,
        body: Body,
        future: Rc<dyn DoneFuture>,
    ) {
        // After the end a coroutine goes as soon as it comes.
        let body = (!self.is_closed.get()).then_some(body);
        self.tasks.borrow_mut().push(Slot {
            body,
            future,
            waiting: Waiting::Nothing,
            sleep: 0,
            must_cancel: None,
            has_started: false,
        });
        let parent = self.running.get();
        match name {
            Some(name) => self.emit(Event::TaskCreated {
                task,
                parent,
                name,
                place,
            }),
            None => {
                // Main is Task-1; a task that is given a name takes no number.
                let number = self.unnamed.get() + 1;
                self.unnamed.set(number);
                let name = format!("Task-{number}");
                self.emit(Event::TaskCreated {
                    task,
                    parent,
                    name: &name,
                    place,
                });
            }
        }
        self.schedule(task);
        if task.0 + 1 >= self.limits.tasks {
            self.reach_limit(Limit::Tasks(self.limits.tasks));
        }
    }

    /// Runs one step of a task: asyncio's `Task.__step`.
    pub(super) fn step(self: &Rc<Self>, task: TaskId) {
        let (body, thrown, has_started) = {
            let mut tasks = self.tasks.borrow_mut();
            let slot = &mut tasks[task.0 as usize];
            slot.waiting = Waiting::Nothing;
            let thrown = slot.must_cancel.take().map(Error::Cancelled);
            (
                slot.body.take(),
                thrown,
                std::mem::replace(&mut slot.has_started, true),
            )
        };
        let Some(mut body) = body else { return };
        self.steps.set(self.steps.get() + 1);
        self.cause.set(Cause::Task(task));
        self.running.set(Some(task));
        self.step_end.set(None);
        self.emit(Event::StepBegan { task });
        let step = match thrown {
            // Cancelling a task that never started: its body never runs.
            Some(error) if !has_started => {
                self.emit(Event::CancelDelivered { task });
                Step::Raised(error)
            }
            thrown => body.step(self, thrown),
        };
        self.thrown.take();
        match step {
            Step::Waits => self.suspend(task, body),
            Step::Returned => self.end(task, body, Ok(())),
            Step::Raised(error) => self.end(task, body, Err(error)),
        }
        self.running.set(None);
        if self.steps.get() >= self.limits.steps {
            self.reach_limit(Limit::Steps(self.limits.steps));
        } else if self.observer.borrow().len() >= self.limits.events {
            self.reach_limit(Limit::Events(self.limits.events));
        }
    }

    /// Puts a task aside that gave up control.
    fn suspend(self: &Rc<Self>, task: TaskId, body: Body) {
        let Some((end, place)) = self.step_end.take() else {
            // A Rust future was awaited of which the loop knows nothing: no one would wake it.
            let message = "the task awaited something that is not of this event loop";
            self.end(task, body, Err(Error::raised("RuntimeError", message)));
            return;
        };
        self.emit(Event::StepEnded {
            task,
            end,
            place: Some(place),
        });
        let must_cancel = {
            let mut tasks = self.tasks.borrow_mut();
            let slot = &mut tasks[task.0 as usize];
            if !self.is_closed.get() {
                slot.body = Some(body);
            }
            if end == StepEnd::Yields {
                None
            } else {
                slot.must_cancel.take()
            }
        };
        if end == StepEnd::Yields {
            self.schedule(task);
        } else if let Some(message) = must_cancel {
            match self.cancel_wait(task, message.clone()) {
                Cancelling::Done => {}
                Cancelling::Ask(others) => self.ask_to_stop(others, message.as_ref()),
                // What it waits for cannot be cancelled: the next step raises it.
                Cancelling::TooLate => {
                    self.tasks.borrow_mut()[task.0 as usize].must_cancel = Some(message);
                }
            }
        }
    }

    /// Finishes a task: its future is done, and those who wait for it are scheduled.
    fn end(self: &Rc<Self>, task: TaskId, body: Body, outcome: Result<(), Error>) {
        let (future, must_cancel) = {
            let mut tasks = self.tasks.borrow_mut();
            let slot = &mut tasks[task.0 as usize];
            (slot.future.clone(), slot.must_cancel.take())
        };
        let outcome = match (outcome, must_cancel) {
            (Ok(()), Some(message)) => Err(Error::Cancelled(message)),
            (outcome, _) => outcome,
        };
        // What the coroutine holds goes before anyone hears of its end.
        drop(body);
        let repr = outcome
            .as_ref()
            .map_or_else(Repr::repr, |()| future.value_repr());
        let end = match &outcome {
            Ok(()) => StepEnd::Returned(&repr),
            Err(Error::Cancelled(_)) => StepEnd::Cancelled,
            Err(Error::Raised(_)) => StepEnd::Raised(&repr),
        };
        future.core().finish(self, outcome.clone());
        self.emit(Event::StepEnded {
            task,
            end,
            place: None,
        });
    }

    /// Suspends the running task until `future` is done.
    ///
    /// For coroutines of other languages, and for awaits: the step must end after this.
    pub fn wait_for(
        self: &Rc<Self>,
        future: Rc<dyn DoneFuture>,
        why: StepEnd<'static>,
        place: Place,
    ) {
        let Some(task) = self.running.get() else {
            return;
        };
        future.core().add_callback(self, Callback::Wake(task));
        self.tasks.borrow_mut()[task.0 as usize].waiting = Waiting::Future(future);
        self.step_end.set(Some((why, place)));
    }

    /// Suspends the running task until `deadline`.
    pub(super) fn sleep_until(&self, until: Nanos, place: Place) {
        let Some(task) = self.running.get() else {
            return;
        };
        let mut tasks = self.tasks.borrow_mut();
        let slot = &mut tasks[task.0 as usize];
        slot.waiting = Waiting::Sleep;
        slot.sleep = slot.sleep.wrapping_add(1);
        let alarm = Alarm::Sleep {
            task,
            sleep: slot.sleep,
        };
        self.timers.borrow_mut().set(until, alarm);
        self.step_end.set(Some((StepEnd::Sleeps { until }, place)));
    }

    /// Suspends the running task until the others had their turn.
    pub(super) fn yield_now(&self, place: Place) {
        self.step_end.set(Some((StepEnd::Yields, place)));
    }

    /// Puts an error where the await at which the stepped coroutine stands will find it.
    pub(super) fn throw(&self, error: Option<Error>) {
        *self.thrown.borrow_mut() = error;
    }

    /// Takes the error that was thrown into the running task, if one was.
    pub(super) fn take_thrown(&self) -> Option<Error> {
        let error = self.thrown.take()?;
        if error.is_cancelled() {
            self.tell_cancelled();
        }
        Some(error)
    }

    /// Records that a cancellation reached the running task.
    pub(super) fn tell_cancelled(&self) {
        if let Some(task) = self.running.get() {
            self.emit(Event::CancelDelivered { task });
        }
    }

    /// Asks a task to stop: asyncio's `Task.cancel`. Returns false if it is done.
    pub(super) fn cancel_task(self: &Rc<Self>, task: TaskId, message: Option<Rc<str>>) -> bool {
        if self.tasks.borrow()[task.0 as usize].future.core().is_done() {
            return false;
        }
        self.ask_to_stop(vec![task], message.as_ref());
        true
    }

    /// Asks tasks to stop, and in place of one that waits for tasks those that it waits for.
    ///
    /// Each is asked once, however many ways lead to it: a second request at the same moment
    /// changes nothing. Programs may make chains of any length, and rings, for which CPython
    /// raises `RecursionError`; so the way is gone in a loop, in the order of asyncio's recursion.
    pub(super) fn ask_to_stop(self: &Rc<Self>, tasks: Vec<TaskId>, message: Option<&Rc<str>>) {
        let mut asked = HashSet::new();
        let mut ahead = tasks;
        ahead.reverse();
        while let Some(task) = ahead.pop() {
            let future = self.tasks.borrow()[task.0 as usize].future.clone();
            if future.core().is_done() || !asked.insert(task) {
                continue;
            }
            self.emit(Event::CancelRequested {
                task,
                cause: self.cause.get(),
            });
            match self.cancel_wait(task, message.cloned()) {
                Cancelling::Done => {}
                Cancelling::Ask(others) => ahead.extend(others.into_iter().rev()),
                Cancelling::TooLate => {
                    let slot = &mut self.tasks.borrow_mut()[task.0 as usize];
                    slot.must_cancel = Some(message.cloned());
                }
            }
        }
    }

    /// Cancels what a task waits for, which wakes it. It is too late if it waits for nothing.
    fn cancel_wait(self: &Rc<Self>, task: TaskId, message: Option<Rc<str>>) -> Cancelling {
        let mut tasks = self.tasks.borrow_mut();
        let slot = &mut tasks[task.0 as usize];
        match &slot.waiting {
            Waiting::Nothing => Cancelling::TooLate,
            Waiting::Future(future) => {
                let future = future.clone();
                drop(tasks);
                future.begin_cancel(self, message)
            }
            Waiting::Sleep => {
                // The sleep's own future is cancelled: the task wakes to the cancellation.
                slot.waiting = Waiting::Nothing;
                slot.must_cancel = Some(message);
                drop(tasks);
                self.schedule(task);
                Cancelling::Done
            }
        }
    }

    /// Cancels every task that is not done, in the order of creation, and returns them.
    pub(super) fn cancel_all(self: &Rc<Self>) -> Vec<Rc<dyn DoneFuture>> {
        let left: Vec<_> = {
            let tasks = self.tasks.borrow();
            tasks
                .iter()
                .map(|slot| slot.future.clone())
                .filter(|f| !f.core().is_done())
                .collect()
        };
        let tasks = left.iter().filter_map(|future| future.core().task());
        self.ask_to_stop(tasks.collect(), None);
        left
    }

    /// Logs what the tasks raised that main left behind, as `asyncio.run` does.
    pub(super) fn log_leftovers(&self, left: &[Rc<dyn DoneFuture>]) {
        for core in left.iter().map(|future| future.core()) {
            if let (Some(task), Some(error @ Error::Raised(_))) = (core.task(), core.error()) {
                let text = format!("unhandled exception during asyncio.run() shutdown: {error}");
                self.emit(Event::Logged { task, text: &text });
            }
        }
    }

    /// Logs the errors that nobody looked at, as asyncio does when it forgets a task.
    pub(super) fn log_unseen_errors(&self) {
        let unseen: Vec<_> = {
            let tasks = self.tasks.borrow();
            let errors = tasks.iter().enumerate().skip(1);
            errors
                .filter_map(|(i, slot)| Some((i, slot.future.core().unseen_error()?)))
                .collect()
        };
        for (i, error) in unseen {
            let text = format!("Task exception was never retrieved: {error}");
            self.emit(Event::Logged {
                task: TaskId(i as u32),
                text: &text,
            });
        }
    }
}
