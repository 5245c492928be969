//! The event loop: the ready queue, the timers, and the tick that runs them.
//!
//! As asyncio's `BaseEventLoop._run_once`: timers that are due are queued after what is ready; a
//! tick runs what was ready when the tick began; what becomes ready meanwhile waits for the next
//! tick. The number of hops between a cause and its effect is asyncio's, since that number decides
//! the order of ties.
//!
//! ```text
//!  between ticks ──1──► in a tick ──3──► between ticks ──4──► closed
//!                         │    ▲                  ▲              │
//!                         └─2──┘                  └──────5───────┘
//! ```
//! 1. [`EventLoop::begin_tick`] queues the timers that are due, and counts the entries of the tick.
//! 2. [`EventLoop::tick`] runs some of those entries, and returns to the host.
//! 3. [`EventLoop::tick`] has run the last entry, or the run has to end.
//! 4. [`EventLoop::close`] drops what waits. The loop takes no entry, task or event any more.
//! 5. [`Run::open`](crate::runtime::Run::open) lets a program of another language start again.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::{Alarm, AnyTask, Failures, Function, ParentRef, Timers, current};
use crate::runtime::{
    Cause, Clock, DoneFuture, Error, Event, Fetch, Handle, Limit, Limits, Nanos, Observer, Program,
    RunOptions, SourceLocation, StepEnd, TaskId, ThreadId,
};

/// An entry of the ready queue. An entry takes 24 bytes, as there may be a million.
pub(super) enum Ready {
    /// The next step of a task.
    Step(TaskId),
    /// A timer that came due.
    Alarm(Alarm),
    /// A callback.
    Call(Box<Function>, Cause),
    /// The callback of a gather's child: the child's number, and whether the child is known to have a
    /// result.
    Child(ParentRef, u32, bool, Cause),
    /// A callback that can be cancelled until the loop calls it.
    Handle(Rc<Handle>, Cause),
}

/// How many entries of a tick run before the host may read its clock. A page reads its clock every
/// 64 turns: that is 16,384 entries, some milliseconds.
const ENTRIES_PER_TURN: usize = 256;

/// How many jobs are not over.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::runtime) struct Jobs {
    /// Jobs of the default executor, for which the loop waits when it closes.
    pub(in crate::runtime) of_loop: u32,
    /// Jobs of other executors, for which the program waits when it ends.
    pub(in crate::runtime) of_others: u32,
}

impl Jobs {
    pub(super) fn all(self) -> u32 {
        self.of_loop + self.of_others
    }
}

/// The thread whose job runs, and its clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct RunningThread {
    pub(super) id: ThreadId,
    pub(super) began: Nanos,
    pub(super) elapsed: Nanos,
}

impl RunningThread {
    pub(super) fn now(self) -> Nanos {
        self.began.after(self.elapsed)
    }
}

/// The loop of one run.
pub struct EventLoop {
    pub(super) ready: RefCell<VecDeque<Ready>>,
    pub(super) timers: RefCell<Timers>,
    /// The tasks by their numbers; none for a task that is done.
    pub(super) tasks: RefCell<Vec<Option<AnyTask>>>,
    pub(super) failures: RefCell<Failures>,
    pub(super) observer: RefCell<Box<dyn Observer>>,
    pub(super) clock: Rc<dyn Clock>,
    pub(in crate::runtime) fetch: Rc<dyn Fetch>,
    pub(super) limits: Limits,
    /// The moment from which deadlines are counted. On a live clock this is the deadline for which
    /// the loop waited, not the moment at which a late timer woke the loop, so lateness does not add
    /// up and sleeps that tie on a simulated clock tie on a live one.
    pub(super) now: Cell<Nanos>,
    /// The moment that the trace records: the clock's, which the loop reads after each wait.
    pub(super) stamp: Cell<Nanos>,
    pub(super) running: Cell<Option<TaskId>>,
    pub(in crate::runtime) cause: Cell<Cause>,
    pub(super) thrown: RefCell<Option<Error>>,
    /// Whether the error of another task was raised in the running step.
    pub(super) is_raised_into: Cell<bool>,
    /// The location at which a coroutine of another language stands, which events get instead of the
    /// location of the Rust code that the coroutine calls.
    pub(in crate::runtime) location: Cell<Option<SourceLocation>>,
    /// Where a lesson has warned: Python shows a warning once for a line.
    pub(in crate::runtime) warned_at: RefCell<Vec<SourceLocation>>,
    /// An error that ends main's phase at once: Python's `SystemExit`, `KeyboardInterrupt`.
    pub(super) exit: RefCell<Option<Error>>,
    /// What a running task of another language waits for, if that is a future of the loop.
    pub(super) asked: RefCell<Option<crate::runtime::core::Asked>>,
    /// How the running step ends, set by the await at which the task gives up control.
    pub(super) step_end: Cell<Option<(StepEnd<'static>, SourceLocation)>>,
    pub(super) outside: Cell<u32>,
    pub(super) fetches: Cell<u32>,
    pub(super) queues: Cell<u32>,
    /// The number of the last task without a name of its own: asyncio's `_task_name_counter`.
    pub(super) unnamed: Cell<u32>,
    pub(super) steps: Cell<u64>,
    pub(super) ticks: Cell<u64>,
    /// How many entries the present tick has still to run; 0 between two ticks.
    pub(super) left: Cell<usize>,
    pub(super) lines: Cell<u32>,
    /// The names of the simulated threads.
    pub(super) threads: RefCell<Vec<Rc<str>>>,
    /// How threads take turns, once there has been one.
    pub(super) thread_turns: Cell<Option<ThreadTurns>>,
    /// What threads do next, at which moment.
    pub(super) thread_alarms: RefCell<Timers>,
    /// Whether a thread of another language has gone on.
    pub(super) has_stepped_thread: Cell<bool>,
    /// How many steps threads of another language have taken.
    pub(super) thread_steps: Cell<u64>,
    pub(super) thread: Cell<Option<RunningThread>>,
    pub(in crate::runtime) jobs: Cell<Jobs>,
    /// How often the loop was closed. A job that began before the last closing sets no future.
    pub(in crate::runtime) closings: Cell<u32>,
    /// The default executor, once there is one; only [`Executor`](crate::runtime::Executor) reads this.
    pub(in crate::runtime) executor: RefCell<Option<Rc<dyn Any>>>,
    /// What closes the generators of another language when the run ends.
    pub(super) closing: RefCell<Option<Program>>,
    pub(super) limit: Cell<Option<Limit>>,
    /// Set when the run is over: values that are dropped after that schedule nothing.
    pub(super) is_closed: Cell<bool>,
    pub(super) pend: RefCell<Option<Rc<dyn Fn()>>>,
}

/// How threads take turns: `thread_turns.rs`, of which a run without threads needs nothing.
#[derive(Clone, Copy)]
pub(super) struct ThreadTurns {
    /// Lets a thread go on in its place in a tick.
    pub(super) ring: fn(&Rc<EventLoop>, &Handle),
    /// Lets those go on that have no place, and returns the moment of the next.
    pub(super) go_on: fn(&Rc<EventLoop>) -> Option<Nanos>,
}

impl EventLoop {
    pub(super) fn new(options: RunOptions) -> Rc<EventLoop> {
        Rc::new(EventLoop {
            ready: RefCell::default(),
            timers: RefCell::default(),
            tasks: RefCell::default(),
            failures: RefCell::default(),
            observer: RefCell::new(options.observer),
            clock: options.clock,
            fetch: options.fetch,
            limits: options.limits,
            now: Cell::default(),
            stamp: Cell::default(),
            running: Cell::new(None),
            cause: Cell::new(Cause::Loop),
            thrown: RefCell::new(None),
            is_raised_into: Cell::new(false),
            location: Cell::new(None),
            warned_at: RefCell::default(),
            exit: RefCell::new(None),
            asked: RefCell::new(None),
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
            thread_turns: Cell::new(None),
            thread_alarms: RefCell::default(),
            has_stepped_thread: Cell::new(false),
            thread_steps: Cell::new(0),
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

    pub(super) fn is_ready(&self) -> bool {
        !self.ready.borrow().is_empty()
    }

    // ---- the tick

    /// Returns whether a tick has begun and is not over.
    pub(super) fn is_in_tick(&self) -> bool {
        self.left.get() > 0
    }

    /// Runs one tick, or a part of a long one: what is ready when the tick begins, and nothing that
    /// becomes ready meanwhile. Returns whether the tick is over.
    pub(super) fn tick(self: &Rc<Self>) -> bool {
        if !self.is_in_tick() {
            self.begin_tick();
        }
        current::with(self, || {
            for _ in 0..self.left.get().min(ENTRIES_PER_TURN) {
                let Some(entry) = self.ready.borrow_mut().pop_front() else {
                    self.left.set(0);
                    break;
                };
                self.left.set(self.left.get().saturating_sub(1));
                self.run_entry(entry);
                if self.limit.get().is_some() || self.exit.borrow().is_some() {
                    // The rest is for the next tick, if there is one.
                    self.left.set(0);
                    break;
                }
            }
        });
        self.cause.set(Cause::Loop);
        if self.is_in_tick() {
            return false;
        }
        // Callbacks may call each other without end, and no task takes a step. A step takes two ticks
        // at most: that of its timer, and its own.
        self.check_steps(self.ticks.get() / 4);
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
                handle.call(self);
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
                let state = self.task_state(task);
                if let Some(state) = state.filter(|state| state.is_asleep(sleep)) {
                    state.stop_waiting();
                    self.emit(Event::TimerFired { task });
                    self.schedule(task);
                }
            }
            Alarm::Call(handle) => handle.call(self),
            Alarm::Thread(handle) => {
                if let Some(turns) = self.thread_turns.get() {
                    (turns.ring)(self, &handle);
                }
            }
        }
    }

    /// Puts an entry into the ready queue, unless the run is over.
    pub(super) fn push_ready(&self, entry: Ready) {
        if !self.is_closed.get() {
            self.ready.borrow_mut().push_back(entry);
        }
    }

    /// Puts a task's next step into the ready queue.
    pub(super) fn schedule(&self, task: TaskId) {
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
    pub fn current_task(&self) -> Option<TaskId> {
        self.running.get()
    }

    /// Returns the state of the task that has control.
    pub(in crate::runtime) fn running_state(&self) -> Option<AnyTask> {
        self.task_state(self.running.get()?)
    }

    /// Returns the tasks that are not done, in the order of creation: asyncio's `all_tasks`.
    pub fn all_tasks(&self) -> Vec<Rc<dyn DoneFuture>> {
        let tasks = self.tasks.borrow();
        let left = tasks.iter().flatten().filter(|task| !task.is_ended());
        left.map(AnyTask::future).collect()
    }

    /// Sets the program that closes the generators of another language once main and the tasks that
    /// main left are done: asyncio's `shutdown_asyncgens`. The program runs as a task.
    pub fn set_closing(&self, closing: Program) {
        *self.closing.borrow_mut() = Some(closing);
    }

    /// Takes out all that is ready, and all timers. The results of threads are dropped from now on.
    pub(super) fn take_all(&self) -> impl Sized + use<> {
        self.closings.set(self.closings.get() + 1);
        (self.ready.take(), self.timers.take())
    }

    /// Ends the run: no task, callback or thread goes on.
    pub(super) fn clear(self: &Rc<Self>) {
        self.close();
        self.jobs.set(Jobs::default());
        let waiting = self.thread_alarms.take();
        current::with(self, || drop(waiting));
    }

    /// Closes the loop: no task and no callback goes on, but threads do.
    pub(super) fn close(self: &Rc<Self>) {
        self.is_closed.set(true);
        self.left.set(0);
        let waiting = (self.take_all(), self.pend.take());
        let closing = (self.executor.take(), self.closing.take());
        // Coroutines and callbacks may own futures that own the loop, or own themselves: dropping
        // coroutines and callbacks breaks the circle.
        let take = |task: AnyTask| {
            let future = task.future();
            task.finish();
            let body = task.progress.borrow_mut().body.take();
            let waiting = task.stop_waiting();
            (body, waiting, future.core().take_callbacks(), future)
        };
        // The numbers of tasks go on, should a program start again.
        let mut tasks = self.tasks.borrow_mut();
        let left: Vec<_> = tasks.iter_mut().filter_map(Option::take).collect();
        drop(tasks);
        let tasks: Vec<_> = left.into_iter().map(take).collect();
        // The destructors may print, or create tasks: they find the loop, which takes no more.
        current::with(self, || drop((waiting, closing, tasks)));
    }
}
