//! Tasks that another language steps by itself: the loop numbers them, puts their steps into the
//! ready queue, and records what they do.
//!
//! The language has futures of its own then, with callbacks and results, and the loop knows of such
//! a task only its number. Where such a task waits for a future of the loop, the loop says for which
//! one ([`EventLoop::take_asked`]), and tells the language at once when that is done
//! ([`Core::when_done`]).

use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::run::Phase;
use crate::runtime::core::{Asked, Callback, Ready, Timers};
use crate::runtime::{
    Cause, Core, Event, EventLoop, Limit, Nanos, QueueId, Run, SourceLocation, StepEnd, TaskId,
    Turn,
};

impl EventLoop {
    /// Numbers a new task, and records its creation.
    pub fn add_foreign_task(&self, name: &str, location: SourceLocation) -> TaskId {
        let mut tasks = self.tasks.borrow_mut();
        let task = TaskId(tasks.len() as u32);
        tasks.push(None);
        drop(tasks);
        let parent = self.running.get();
        self.emit(Event::TaskCreated {
            task,
            parent,
            name,
            location,
        });
        if task.0 + 1 >= self.limits.tasks {
            self.reach_limit(Limit::Tasks(self.limits.tasks));
        }
        task
    }

    /// Puts a step of a task into the ready queue.
    pub fn schedule_foreign(&self, task: TaskId, step: impl FnOnce(&Rc<EventLoop>) + 'static) {
        if !self.is_closed.get() {
            let cause = self.cause.get();
            self.emit(Event::Scheduled { task, cause });
            self.enqueue(step);
        }
    }

    /// Puts a function into the ready queue.
    pub fn enqueue(&self, function: impl FnOnce(&Rc<EventLoop>) + 'static) {
        let entry = Ready::Call(Box::new(Box::new(function)), self.cause.get());
        self.push_ready(entry);
    }

    /// Gives a task control. Returns the task that had control before.
    pub fn begin_foreign_step(&self, task: TaskId) -> Option<TaskId> {
        self.steps.set(self.steps.get() + 1);
        self.cause.set(Cause::Task(task));
        self.location.set(None);
        self.emit(Event::StepBegan { task });
        self.running.replace(Some(task))
    }

    /// Takes control from the running task, which `before` had before.
    pub fn end_foreign_step(
        &self,
        end: StepEnd<'_>,
        location: Option<SourceLocation>,
        before: Option<TaskId>,
    ) {
        self.location.set(None);
        if let Some(task) = self.running.replace(before) {
            self.emit(Event::StepEnded {
                task,
                end,
                location,
            });
        }
        if let Some(task) = before {
            self.cause.set(Cause::Task(task));
        }
        self.check_steps(self.steps.get());
    }

    /// Records an event of another language.
    pub fn record(&self, event: Event<'_>) {
        self.emit(event);
    }

    /// Returns what makes a task ready now, or asks it to stop.
    pub fn cause(&self) -> Cause {
        self.cause.get()
    }

    /// Takes what the running task has asked to wait for, if it has.
    pub fn take_asked(&self) -> Option<Asked> {
        self.asked.take()
    }

    /// Returns whether a timer is set for a moment.
    pub fn has_deadline(&self, moment: Nanos) -> bool {
        self.timers.borrow().has(moment)
    }

    /// Numbers a new queue, and records its creation.
    pub fn add_queue(&self, size_max: u32) -> QueueId {
        let queue = self.next_queue();
        self.emit(Event::QueueCreated { queue, size_max });
        queue
    }

    /// Records that the running task put an item into a queue, which holds `level` items now.
    pub fn record_put(&self, queue: QueueId, level: u32) {
        let task = self.running.get();
        self.emit(Event::QueuePut { queue, task, level });
        self.check_queued(level as usize);
    }

    /// Records that the running task took an item out of a queue, which holds `level` items now.
    pub fn record_got(&self, queue: QueueId, level: u32) {
        let task = self.running.get();
        self.emit(Event::QueueGot { queue, task, level });
    }

    /// Exchanges what waits in the loop for what is parked: a program may have several loops, of which
    /// one runs at a time.
    /// What goes on in threads stays.
    pub fn exchange(&self, parked: &mut Parked) {
        std::mem::swap(&mut *self.ready.borrow_mut(), &mut parked.ready);
        std::mem::swap(&mut *self.timers.borrow_mut(), &mut parked.timers);
    }
}

/// What waits in a loop of a program while another loop of the program runs.
#[derive(Default)]
pub struct Parked {
    ready: VecDeque<Ready>,
    timers: Timers,
}

impl std::fmt::Debug for Parked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parked").finish_non_exhaustive()
    }
}

/// How far a loop's turns are in a thread, while another thread has control.
#[derive(Debug, Default)]
pub struct ParkedTurn {
    phase: Phase,
    is_stopping: bool,
    left: usize,
    running: Option<TaskId>,
}

impl Run {
    /// Exchanges how far the turns of one thread's loop are for those of another's.
    pub fn exchange_turn(&self, parked: &mut ParkedTurn) {
        let event_loop = &self.event_loop;
        *parked = ParkedTurn {
            phase: self.phase.replace(parked.phase),
            is_stopping: self.is_stopping.replace(parked.is_stopping),
            left: event_loop.left.replace(parked.left),
            running: event_loop.running.replace(parked.running),
        };
    }

    /// Takes one turn of a loop in a thread that waits by itself: it gets told for what.
    pub fn turn_in_thread(&self) -> Turn {
        let event_loop = &self.event_loop;
        if event_loop.limit().is_some() {
            return Turn::Over;
        }
        let deadline = event_loop.next_deadline();
        let is_due = deadline.is_some_and(|deadline| deadline <= event_loop.time());
        if !event_loop.is_in_tick() && !event_loop.is_ready() && !is_due {
            return deadline.map_or(Turn::WaitOutside, Turn::WaitUntil);
        }
        while !event_loop.tick() {}
        let exit = event_loop.exit.take();
        if self.is_stopping.replace(false) || exit.is_some() {
            self.phase.set(Phase::Idle);
            return Turn::Over;
        }
        Turn::Busy
    }
}

impl Core {
    /// Calls a function at the moment at which the future is done, and not a tick later.
    pub fn when_done(
        &self,
        event_loop: &Rc<EventLoop>,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) {
        self.add_callback(event_loop, Callback::Now(Box::new(Box::new(function))));
    }
}
