//! The event loop: the ready queue, the timers, and the tick that runs them.
//!
//! As asyncio's `BaseEventLoop._run_once`: timers that are due go behind what is ready; a tick
//! runs what was ready when it began; what becomes ready meanwhile waits for the next tick. The
//! number of hops between a cause and its effect is asyncio's, since it decides the order of ties.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::clock::Clock;
use super::current;
use super::error::Error;
use super::event::{Cause, Event, FetchId, Observer, Place, QueueId, StepEnd, TaskId};
use super::fetch::Fetch;
use super::future::Callback;
use super::limits::{Limit, Limits};
use super::moment::Nanos;
use super::stepping::{Slot, Waiting};
use super::timers::{Alarm, Timers};

/// A function that the loop calls.
pub(super) type Function = Box<dyn FnOnce(&Rc<EventLoop>)>;

/// A function that waits for its turn, and may be taken back.
pub(super) struct Call {
    /// None once it was called or taken back.
    function: RefCell<Option<Function>>,
}

impl Call {
    pub(super) fn new(function: impl FnOnce(&Rc<EventLoop>) + 'static) -> Rc<Call> {
        Rc::new(Call {
            function: RefCell::new(Some(Box::new(function))),
        })
    }

    fn is_stale(&self) -> bool {
        self.function.borrow().is_none()
    }
}

/// An entry of the ready queue.
pub(super) enum Ready {
    /// The next step of a task.
    Step(TaskId),
    /// A timer that came due.
    Alarm(Alarm),
    /// A callback.
    Call(Function, Cause),
}

/// The loop of one run.
pub struct EventLoop {
    pub(super) ready: RefCell<VecDeque<Ready>>,
    pub(super) timers: RefCell<Timers>,
    pub(super) tasks: RefCell<Vec<Slot>>,
    pub(super) observer: RefCell<Box<dyn Observer>>,
    pub(super) clock: Rc<dyn Clock>,
    pub(super) fetch: Rc<dyn Fetch>,
    pub(super) limits: Limits,
    /// The moment by which deadlines are counted. On a live clock it is the deadline that was
    /// waited for, not the moment at which a late timer woke us, so lateness does not add up and
    /// sleeps that tie on a simulated clock tie on a live one.
    pub(super) now: Cell<Nanos>,
    /// The moment that the trace records: the clock's, read anew whenever the loop has waited.
    pub(super) stamp: Cell<Nanos>,
    pub(super) running: Cell<Option<TaskId>>,
    pub(super) cause: Cell<Cause>,
    pub(super) thrown: RefCell<Option<Error>>,
    /// How the running step ends, told by the await at which it gives up control.
    pub(super) step_end: Cell<Option<(StepEnd<'static>, Place)>>,
    pub(super) outside: Cell<u32>,
    pub(super) fetches: Cell<u32>,
    pub(super) queues: Cell<u32>,
    /// The number of the last task that was not given a name: asyncio's `_task_name_counter`.
    pub(super) unnamed: Cell<u32>,
    pub(super) steps: Cell<u64>,
    pub(super) ticks: Cell<u64>,
    pub(super) lines: Cell<u32>,
    pub(super) limit: Cell<Option<Limit>>,
    /// Set when the run is over: what is dropped after that schedules nothing.
    pub(super) is_closed: Cell<bool>,
    pub(super) pend: RefCell<Option<Rc<dyn Fn()>>>,
}

impl EventLoop {
    pub(super) fn new(
        clock: Rc<dyn Clock>,
        fetch: Rc<dyn Fetch>,
        limits: Limits,
        observer: Box<dyn Observer>,
    ) -> Rc<EventLoop> {
        Rc::new(EventLoop {
            ready: RefCell::default(),
            timers: RefCell::default(),
            tasks: RefCell::default(),
            observer: RefCell::new(observer),
            clock,
            fetch,
            limits,
            now: Cell::default(),
            stamp: Cell::default(),
            running: Cell::new(None),
            cause: Cell::new(Cause::Loop),
            thrown: RefCell::new(None),
            step_end: Cell::new(None),
            outside: Cell::new(0),
            fetches: Cell::new(0),
            queues: Cell::new(0),
            unnamed: Cell::new(1),
            steps: Cell::new(0),
            ticks: Cell::new(0),
            lines: Cell::new(0),
            limit: Cell::new(None),
            is_closed: Cell::new(false),
            pend: RefCell::new(None),
        })
    }

    // ---- what a run asks

    /// Returns the moment by which deadlines are counted: asyncio's `loop.time()`.
    #[must_use]
    pub fn time(&self) -> Nanos {
        self.now.get()
    }

    /// Returns the moment at which the last event happened.
    #[must_use]
    pub fn stamp(&self) -> Nanos {
        self.stamp.get()
    }

    /// Returns how many steps and ticks there were.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        (self.steps.get(), self.ticks.get())
    }

    pub(super) fn limit(&self) -> Option<Limit> {
        self.limit.get()
    }

    pub(super) fn is_ready(&self) -> bool {
        !self.ready.borrow().is_empty()
    }

    pub(super) fn has_outside(&self) -> bool {
        self.outside.get() > 0
    }

    /// Returns the moment at which the loop has something to do, if a timer says so.
    pub(super) fn next_deadline(&self) -> Option<Nanos> {
        let tasks = self.tasks.borrow();
        self.timers.borrow_mut().next_deadline(|alarm| match alarm {
            Alarm::Sleep { task, sleep } => !tasks[task.0 as usize].is_asleep(*sleep),
            Alarm::Call(call) => call.is_stale(),
        })
    }

    /// Moves to `deadline` if the clock has reached it.
    pub(super) fn reach(&self, deadline: Nanos) -> bool {
        let reached = self.clock.reach(deadline);
        if reached {
            self.now.set(self.now.get().max(deadline));
            self.read_clock();
        }
        reached
    }

    /// Returns the present of the loop if its clock has not come there yet.
    ///
    /// After a blocking call a live clock may be behind: see [`Clock::block`].
    pub(super) fn is_ahead(&self) -> Option<Nanos> {
        (self.now.get() > self.clock.now()).then_some(self.now.get())
    }

    /// Lets time go on during a long stretch without a wait, and after one outside of the loop.
    pub(super) fn catch_up(&self) {
        self.now.set(self.now.get().max(self.clock.now()));
        self.read_clock();
    }

    /// Tells the host that there is work, where the host did not cause it.
    pub(super) fn set_pend(&self, pend: Rc<dyn Fn()>) {
        *self.pend.borrow_mut() = Some(pend);
    }

    fn read_clock(&self) {
        self.stamp
            .set(self.stamp.get().max(self.clock.now()).max(self.now.get()));
    }

    // ---- the tick

    /// Runs one tick: what is ready now, and nothing that becomes ready meanwhile.
    pub(super) fn tick(self: &Rc<Self>) {
        self.ticks.set(self.ticks.get() + 1);
        self.emit(Event::TickBegan);
        while let Some(alarm) = self.timers.borrow_mut().pop_due(self.now.get()) {
            self.ready.borrow_mut().push_back(Ready::Alarm(alarm));
        }
        let present = self.ready.borrow().len();
        current::with(self, || {
            for _ in 0..present {
                let Some(entry) = self.ready.borrow_mut().pop_front() else {
                    break;
                };
                self.run_entry(entry);
                if self.limit.get().is_some() {
                    break;
                }
            }
        });
        self.cause.set(Cause::Loop);
    }

    fn run_entry(self: &Rc<Self>, entry: Ready) {
        match entry {
            Ready::Step(task) => self.step(task),
            Ready::Call(function, cause) => {
                self.cause.set(cause);
                function(self);
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
                let mut tasks = self.tasks.borrow_mut();
                let slot = &mut tasks[task.0 as usize];
                if !slot.is_asleep(sleep) {
                    return;
                }
                slot.waiting = Waiting::Nothing;
                drop(tasks);
                self.emit(Event::TimerFired { task });
                self.schedule(task);
            }
            Alarm::Call(call) => {
                let function = call.function.take();
                if let Some(function) = function {
                    function(self);
                }
            }
        }
    }

    // ---- what tasks ask

    /// Stops everything for `length`.
    pub(super) fn block(&self, length: Nanos, place: Place) {
        let until = self.now.get().max(self.stamp.get()).after(length);
        if let Some(task) = self.running.get() {
            self.emit(Event::Blocked { task, until, place });
        }
        self.clock.block(length);
        self.now.set(self.now.get().max(until));
        self.read_clock();
    }

    /// Calls a function when `delay` has passed: asyncio's `loop.call_later`.
    pub(super) fn call_later(
        &self,
        delay: Nanos,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Call> {
        let call = Call::new(function);
        self.timers
            .borrow_mut()
            .set(self.now.get().after(delay), Alarm::Call(call.clone()));
        call
    }

    /// Ends the run: nothing that waits here will go on.
    pub(super) fn clear(self: &Rc<Self>) {
        self.is_closed.set(true);
        let waiting = (self.ready.take(), self.timers.take(), self.pend.take());
        // Coroutines and callbacks may own futures that own the loop, or themselves: dropping
        // them breaks the circle.
        let take = |slot: &mut Slot| {
            let waiting = std::mem::replace(&mut slot.waiting, Waiting::Nothing);
            let callbacks = slot.future.core().take_callbacks();
            (slot.body.take(), waiting, callbacks)
        };
        let tasks: Vec<_> = self.tasks.borrow_mut().iter_mut().map(take).collect();
        // What is dropped may print and create: it finds the loop, which takes no more.
        current::with(self, || drop((waiting, tasks)));
    }

    // ---- scheduling

    /// Puts a task's next step into the ready queue.
    pub(super) fn schedule(&self, task: TaskId) {
        if self.is_closed.get() {
            return;
        }
        let cause = self.cause.get();
        self.emit(Event::Scheduled { task, cause });
        self.ready.borrow_mut().push_back(Ready::Step(task));
    }

    /// Puts a callback into the ready queue.
    pub(super) fn call_back(&self, callback: Callback) {
        match callback {
            Callback::Wake(task) => self.schedule(task),
            Callback::Call(function) => {
                if !self.is_closed.get() {
                    let cause = self.cause.get();
                    self.ready
                        .borrow_mut()
                        .push_back(Ready::Call(function, cause));
                }
            }
        }
    }

    // ---- work outside of the loop

    /// Counts one more answer that will come from outside.
    pub(super) fn begin_outside(&self) {
        self.outside.set(self.outside.get() + 1);
    }

    /// Takes an answer from outside: `take` runs with the time and the cause set right.
    pub(super) fn end_outside(self: &Rc<Self>, fetch: FetchId, take: impl FnOnce()) {
        self.outside.set(self.outside.get().saturating_sub(1));
        if !self.is_ready() {
            self.catch_up();
        }
        self.cause.set(Cause::Fetch(fetch));
        take();
        let pend = self.pend.borrow().clone();
        if let Some(pend) = pend {
            pend();
        }
    }

    pub(super) fn next_fetch(&self) -> FetchId {
        FetchId(next(&self.fetches))
    }

    pub(super) fn next_queue(&self) -> QueueId {
        QueueId(next(&self.queues))
    }

    // ---- telling

    pub(super) fn running(&self) -> Option<TaskId> {
        self.running.get()
    }

    pub(super) fn emit(&self, event: Event<'_>) {
        if self.is_closed.get() {
            return;
        }
        self.observer.borrow_mut().observe(self.stamp.get(), event);
    }

    pub(super) fn count_line(&self) {
        if next(&self.lines) + 1 >= self.limits.lines {
            self.reach_limit(Limit::Lines(self.limits.lines));
        }
    }

    pub(super) fn check_queued(&self, items: usize) {
        if items >= self.limits.queued {
            self.reach_limit(Limit::Queued(self.limits.queued));
        }
    }

    /// Ends the run at a bound; the first one reached is the one that is told.
    pub(super) fn reach_limit(&self, limit: Limit) {
        if self.limit.get().is_none() {
            self.limit.set(Some(limit));
            self.emit(Event::LimitReached(limit));
        }
    }
}

impl std::fmt::Debug for EventLoop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventLoop")
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}

fn next(counter: &Cell<u32>) -> u32 {
    counter.replace(counter.get() + 1)
}
