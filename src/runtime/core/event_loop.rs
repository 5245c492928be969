//! The event loop: the ready queue, the timers, and the tick that runs them.
//!
//! As asyncio's `BaseEventLoop._run_once`: timers that are due go behind what is ready; a tick
//! runs what was ready when it began; what becomes ready meanwhile waits for the next tick. The
//! number of hops between a cause and its effect is asyncio's, since it decides the order of ties.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::core::failure::Failures;
use crate::runtime::core::future_core::{DoneFuture, ParentRef};
use crate::runtime::core::handle::{Function, Handle};
use crate::runtime::core::program::Program;
use crate::runtime::core::task_state::{AnyTask, Waiting};
use crate::runtime::core::thread_clock::{Jobs, Running};
use crate::runtime::core::timers::{Alarm, Timers};
use crate::runtime::error::Error;
use crate::runtime::event::{Cause, Event, Observer, SourceLocation, StepEnd, TaskId};
use crate::runtime::host::clock::Clock;
use crate::runtime::host::limits::{Limit, Limits};
use crate::runtime::host::network::Fetch;
use crate::runtime::moment::Nanos;

/// An entry of the ready queue. Twenty-four bytes, as there may be a million.
pub(in crate::runtime) enum Ready {
    /// The next step of a task.
    Step(TaskId),
    /// A timer that came due.
    Alarm(Alarm),
    /// A callback.
    Call(Box<Function>, Cause),
    /// The callback of a gather's child: its number, and whether it is known to have a result.
    Child(ParentRef, u32, bool, Cause),
    /// A callback that may be taken back until it is called.
    Handle(Rc<Handle>, Cause),
}

/// How much of a tick is run before the host may look at its clock. A page looks every 64 turns:
/// that is 16,384 entries, some milliseconds.
const ENTRIES_A_TURN: usize = 256;

/// The loop of one run.
pub struct EventLoop {
    pub(in crate::runtime) ready: RefCell<VecDeque<Ready>>,
    pub(in crate::runtime) timers: RefCell<Timers>,
    /// The tasks by their numbers; none for one that is done.
    pub(in crate::runtime) tasks: RefCell<Vec<Option<AnyTask>>>,
    pub(in crate::runtime) failures: RefCell<Failures>,
    pub(in crate::runtime) observer: RefCell<Box<dyn Observer>>,
    pub(in crate::runtime) clock: Rc<dyn Clock>,
    pub(in crate::runtime) fetch: Rc<dyn Fetch>,
    pub(in crate::runtime) limits: Limits,
    /// The moment by which deadlines are counted. On a live clock it is the deadline that was
    /// waited for, not the moment at which a late timer woke us, so lateness does not add up and
    /// sleeps that tie on a simulated clock tie on a live one.
    pub(in crate::runtime) now: Cell<Nanos>,
    /// The moment that the trace records: the clock's, read anew whenever the loop has waited.
    pub(in crate::runtime) stamp: Cell<Nanos>,
    pub(in crate::runtime) running: Cell<Option<TaskId>>,
    pub(in crate::runtime) cause: Cell<Cause>,
    pub(in crate::runtime) thrown: RefCell<Option<Error>>,
    /// Where a coroutine of another language stands, instead of the Rust code that it calls.
    pub(in crate::runtime) location: Cell<Option<SourceLocation>>,
    /// An error that ends main's phase at once: Python's `SystemExit`, `KeyboardInterrupt`.
    pub(in crate::runtime) exit: RefCell<Option<Error>>,
    /// How the running step ends, told by the await at which it gives up control.
    pub(in crate::runtime) step_end: Cell<Option<(StepEnd<'static>, SourceLocation)>>,
    pub(in crate::runtime) outside: Cell<u32>,
    pub(in crate::runtime) fetches: Cell<u32>,
    pub(in crate::runtime) queues: Cell<u32>,
    /// The number of the last task that was not given a name: asyncio's `_task_name_counter`.
    pub(in crate::runtime) unnamed: Cell<u32>,
    pub(in crate::runtime) steps: Cell<u64>,
    pub(in crate::runtime) ticks: Cell<u64>,
    /// How many entries the present tick has still to run; none between two ticks.
    pub(in crate::runtime) left: Cell<usize>,
    pub(in crate::runtime) lines: Cell<u32>,
    /// The names of the simulated threads.
    pub(in crate::runtime) threads: RefCell<Vec<Rc<str>>>,
    /// The thread whose job runs.
    pub(in crate::runtime) thread: Cell<Option<Running>>,
    /// How many jobs are not over, of the default executor and of others.
    pub(in crate::runtime) jobs: Cell<Jobs>,
    /// How often the loop was closed: who belongs to it is told nothing after that.
    pub(in crate::runtime) closings: Cell<u32>,
    /// The default executor, once there is one; only [`Executor`](crate::runtime::Executor) looks at it.
    pub(in crate::runtime) executor: RefCell<Option<Rc<dyn Any>>>,
    /// What closes the generators of another language when the run ends.
    pub(in crate::runtime) closing: RefCell<Option<Program>>,
    pub(in crate::runtime) limit: Cell<Option<Limit>>,
    /// Set when the run is over: what is dropped after that schedules nothing.
    pub(in crate::runtime) is_closed: Cell<bool>,
    pub(in crate::runtime) pend: RefCell<Option<Rc<dyn Fn()>>>,
}

impl EventLoop {
    pub(in crate::runtime) fn new(
        clock: Rc<dyn Clock>,
        fetch: Rc<dyn Fetch>,
        limits: Limits,
        observer: Box<dyn Observer>,
    ) -> Rc<EventLoop> {
        Rc::new(EventLoop {
            ready: RefCell::default(),
            timers: RefCell::default(),
            tasks: RefCell::default(),
            failures: RefCell::default(),
            observer: RefCell::new(observer),
            clock,
            fetch,
            limits,
            now: Cell::default(),
            stamp: Cell::default(),
            running: Cell::new(None),
            cause: Cell::new(Cause::Loop),
            thrown: RefCell::new(None),
            location: Cell::new(None),
            exit: RefCell::new(None),
            step_end: Cell::new(None),
            outside: Cell::new(0),
            fetches: Cell::new(0),
            queues: Cell::new(0),
            unnamed: Cell::new(1),
            steps: Cell::new(0),
            ticks: Cell::new(0),
            left: Cell::new(0),
            lines: Cell::new(0),
            threads: RefCell::default(),
            thread: Cell::new(None),
            jobs: Cell::default(),
            closings: Cell::new(0),
            executor: RefCell::new(None),
            closing: RefCell::new(None),
            limit: Cell::new(None),
            is_closed: Cell::new(false),
            pend: RefCell::new(None),
        })
    }

    /// Returns how many steps and ticks there were.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        (self.steps.get(), self.ticks.get())
    }

    pub(in crate::runtime) fn is_ready(&self) -> bool {
        !self.ready.borrow().is_empty()
    }

    // ---- the tick

    /// Says whether a tick has begun and is not over.
    pub(in crate::runtime) fn is_in_tick(&self) -> bool {
        self.left.get() > 0
    }

    /// Runs one tick, or a part of a long one: what is ready when it begins, and nothing that
    /// becomes ready meanwhile. Returns whether the tick is over.
    pub(in crate::runtime) fn tick(self: &Rc<Self>) -> bool {
        if !self.is_in_tick() {
            self.begin_tick();
        }
        current::with(self, || {
            for _ in 0..self.left.get().min(ENTRIES_A_TURN) {
                let Some(entry) = self.ready.borrow_mut().pop_front() else {
                    self.left.set(0);
                    break;
                };
                self.left.set(self.left.get().saturating_sub(1));
                self.run_entry(entry);
                if self.limit.get().is_some() || self.exit.borrow().is_some() {
                    // What is left is for the next tick, if there is one.
                    self.left.set(0);
                    break;
                }
            }
        });
        self.cause.set(Cause::Loop);
        if self.is_in_tick() {
            return false;
        }
        self.check_ticks();
        true
    }

    fn begin_tick(&self) {
        self.ticks.set(self.ticks.get() + 1);
        self.emit(Event::TickBegan);
        let mut ready = self.ready.borrow_mut();
        let mut timers = self.timers.borrow_mut();
        while let Some(alarm) = timers.pop_due(self.now.get()) {
            ready.push_back(Ready::Alarm(alarm));
        }
        self.left.set(ready.len());
    }

    fn run_entry(self: &Rc<Self>, entry: Ready) {
        self.location.set(None);
        match entry {
            Ready::Step(task) => self.step(task),
            Ready::Call(function, cause) => {
                self.cause.set(cause);
                function(self);
            }
            Ready::Child(parent, number, is_fine, cause) => {
                self.cause.set(cause);
                parent.child_done(self, number, is_fine);
            }
            Ready::Handle(handle, cause) => {
                self.cause.set(cause);
                if let Some(function) = handle.take() {
                    function(self);
                }
            }
            Ready::Alarm(alarm) => {
                self.cause.set(Cause::Timer);
                self.ring(alarm);
            }
        }
    }

    fn ring(self: &Rc<Self>, alarm: Alarm) {
        match alarm {
            Alarm::Sleep { task, sleep } => {
                let Some(state) = self.task_state(task).filter(|state| state.is_asleep(sleep))
                else {
                    return;
                };
                state.stop_waiting();
                self.emit(Event::TimerFired { task });
                self.schedule(task);
            }
            Alarm::Call(handle) | Alarm::Thread(handle) => {
                if let Some(function) = handle.take() {
                    function(self);
                }
            }
        }
    }

    /// Puts an entry into the ready queue, unless the run is over.
    pub(in crate::runtime) fn push_ready(&self, entry: Ready) {
        if !self.is_closed.get() {
            self.ready.borrow_mut().push_back(entry);
        }
    }

    /// Puts a task's next step into the ready queue.
    pub(in crate::runtime) fn schedule(&self, task: TaskId) {
        if !self.is_closed.get() {
            let cause = self.cause.get();
            self.emit(Event::Scheduled { task, cause });
            self.push_ready(Ready::Step(task));
        }
    }

    // ---- the tasks

    /// Returns the state of a task that is not done.
    pub(in crate::runtime) fn task_state(&self, task: TaskId) -> Option<AnyTask> {
        self.tasks.borrow().get(task.0 as usize)?.clone()
    }

    /// Returns the task that has control: asyncio's `current_task`.
    #[must_use]
    pub fn current_task(&self) -> Option<TaskId> {
        self.running.get()
    }

    /// Returns the future of the task that has control.
    #[must_use]
    pub fn current_future(&self) -> Option<Rc<dyn DoneFuture>> {
        let task = self.task_state(self.running.get()?)?;
        (!task.is_ended()).then(|| task.future())
    }

    /// Returns the tasks that are not done, in the order of creation: asyncio's `all_tasks`.
    #[must_use]
    pub fn all_tasks(&self) -> Vec<Rc<dyn DoneFuture>> {
        let tasks = self.tasks.borrow();
        tasks
            .iter()
            .flatten()
            .filter(|task| !task.is_ended())
            .map(AnyTask::future)
            .collect()
    }

    /// Sets what closes the generators of another language once main and what it left are done:
    /// asyncio's `shutdown_asyncgens`. It runs as a task.
    pub fn set_closing(&self, closing: Program) {
        *self.closing.borrow_mut() = Some(closing);
    }

    /// Takes out all that is ready, and all timers, but what goes on in threads: nobody hears of
    /// their results any more.
    pub(in crate::runtime) fn take_all_but_threads(&self) -> impl Sized + use<> {
        self.closings.set(self.closings.get() + 1);
        let of_thread = |entry: &Ready| matches!(entry, Ready::Alarm(Alarm::Thread(_)));
        let (kept, ready) = self.ready.take().into_iter().partition(of_thread);
        self.ready.replace(kept);
        let ready: VecDeque<_> = ready;
        let mut timers = self.timers.borrow_mut();
        (
            ready,
            timers.sweep(|alarm| !matches!(alarm, Alarm::Thread(_))),
        )
    }

    /// Ends the run: nothing that waits here will go on, and no thread.
    pub(in crate::runtime) fn clear(self: &Rc<Self>) {
        self.close();
        self.jobs.set(Jobs::default());
        let waiting = (self.ready.take(), self.timers.take());
        current::with(self, || drop(waiting));
    }

    /// Closes the loop: nothing that waits here will go on, but threads do.
    pub(in crate::runtime) fn close(self: &Rc<Self>) {
        self.is_closed.set(true);
        self.left.set(0);
        let waiting = (self.take_all_but_threads(), self.pend.take());
        let closing = (self.executor.take(), self.closing.take());
        // Coroutines and callbacks may own futures that own the loop, or themselves: dropping
        // them breaks the circle.
        let take = |task: AnyTask| {
            let future = task.future();
            task.finish();
            let mut progress = task.progress.borrow_mut();
            let waiting = std::mem::replace(&mut progress.waiting, Waiting::Nothing);
            (
                progress.body.take(),
                waiting,
                future.core().take_callbacks(),
                future,
            )
        };
        // The numbers of tasks go on, should a program begin again.
        let mut tasks = self.tasks.borrow_mut();
        let left: Vec<_> = tasks.iter_mut().filter_map(Option::take).collect();
        drop(tasks);
        let tasks: Vec<_> = left.into_iter().map(take).collect();
        // What is dropped may print and create: it finds the loop, which takes no more.
        current::with(self, || drop((waiting, closing, tasks)));
    }
}

impl std::fmt::Debug for EventLoop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventLoop")
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
