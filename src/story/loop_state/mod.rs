//! The state of the event loop at a point of a run: which task runs, which are ready, and what the
//! others wait for.
//!
//! It is read from the trace alone, without a story.

mod first_waits;
mod silent_callbacks;

use std::collections::VecDeque;

use crate::runtime::{Event, Nanos, StepEnd, TaskId, ThreadId, Wait};
use crate::trace::Trace;

use first_waits::FirstWaits;
use silent_callbacks::{Gathers, notice_of_thread};

/// The state of the loop after a number of events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoopState {
    /// What has control.
    pub running: Option<Actor>,
    /// What waits for control in the ready queue, in order.
    pub ready: VecDeque<Actor>,
    /// The timers by their moments, and then in the order in which they were set.
    pub timers: Vec<Timer>,
    /// The tasks that wait for something other than a timer.
    pub waiting: Vec<(TaskId, Wait)>,
    /// How many items each queue holds.
    pub queues: Vec<u32>,
    /// What each thread does.
    pub threads: Vec<Job>,
}

/// What the loop gives control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A task, for its next step.
    Task(TaskId),
    /// A done callback of a task.
    Callback(TaskId),
    /// The callback with which a gather counts a task that is done.
    Gather(TaskId),
    /// The callback of a thread that has finished a job, with the job's result.
    Thread(ThreadId),
}

/// A timer that the loop waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// When the timer comes due.
    pub until: Nanos,
    /// The task that set the timer.
    pub task: TaskId,
    /// What the timer does.
    pub kind: TimerKind,
}

/// What a timer does when it comes due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerKind {
    /// It ends the task's sleep.
    Sleep,
    /// It cancels what the task waits for: the deadline has passed.
    Deadline,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Nothing: the thread waits for a job.
    None,
    /// A job that this task submitted.
    Of(Option<TaskId>),
}

/// Returns the state of the loop after the first `count` events of a trace.
pub fn loop_state(trace: &Trace, count: usize) -> LoopState {
    let mut cursor = LoopStateCursor::default();
    let state = cursor.read_some(trace, count, usize::MAX, usize::MAX);
    state.unwrap_or_default()
}

/// A state is read from the state that was read last, or from a snapshot if that is nearer. There is
/// one snapshot per so many events. Longer ways are felt when a reader drags the playhead.
const SNAPSHOT_EVENTS: usize = 1 << 19;

/// A reader of one trace's loop states, at any point and in any order.
#[derive(Debug, Default)]
pub struct LoopStateCursor {
    tracker: LoopTracker,
    /// The trackers at whole numbers of `SNAPSHOT_EVENTS`, from 1.
    snapshots: Vec<LoopTracker>,
    listing: Option<Listing>,
}

impl LoopStateCursor {
    /// Returns the state of the loop after the first `count` events of the trace, which is always
    /// the same trace and may have grown. Of each kind of wait it lists at most `most`. It reads at
    /// most `at_once` events, or lists as many tasks, per call: none until it is called often enough.
    pub fn read_some(
        &mut self,
        trace: &Trace,
        count: usize,
        most: usize,
        at_once: usize,
    ) -> Option<LoopState> {
        let count = count.min(trace.len());
        self.track_some(trace, count, at_once);
        if self.tracker.events_read < count {
            return None;
        }
        let known = self.listing.take();
        let known = known.filter(|known| (known.events_read, known.most) == (count, most));
        let mut listing = known.unwrap_or_else(|| Listing {
            events_read: count,
            most,
            ..Listing::default()
        });
        if !listing.list_some(&self.tracker, trace, at_once) {
            self.listing = Some(listing);
            return None;
        }
        Some(self.tracker.state(trace, listing))
    }

    /// Reads some of the events up to number `count`, from the snapshot before if that is nearer.
    fn track_some(&mut self, trace: &Trace, count: usize, at_once: usize) {
        let nearest = (count / SNAPSHOT_EVENTS).min(self.snapshots.len());
        let events_read = self.tracker.events_read;
        if count < events_read || nearest * SNAPSHOT_EVENTS > events_read {
            let snapshot = nearest.checked_sub(1).map(|last| &self.snapshots[last]);
            self.tracker = snapshot.cloned().unwrap_or_default();
        }
        let left = count - self.tracker.events_read;
        let events = trace.events_from(self.tracker.events_read);
        for (_, event) in events.take(left.min(at_once)) {
            self.tracker.read(event);
            if self.tracker.events_read == (self.snapshots.len() + 1) * SNAPSHOT_EVENTS {
                self.snapshots.push(self.tracker.clone());
            }
        }
    }
}

/// The waits that come first, while they are searched among all tasks.
#[derive(Debug, Default)]
struct Listing {
    /// After how many events the tasks wait.
    events_read: usize,
    most: usize,
    next: usize,
    timers: FirstWaits,
    others: FirstWaits,
}

impl Listing {
    /// Searches some more tasks. Returns whether those were the last.
    fn list_some(&mut self, tracker: &LoopTracker, trace: &Trace, at_once: usize) -> bool {
        let left = tracker.waits.get(self.next..).unwrap_or_default();
        let count = left.len().min(at_once);
        for (number, is_sleep) in left[..count].iter().filter_map(|since| since.event()) {
            if !is_sleep {
                self.others.add((0, number.into()), self.most);
            } else {
                self.add_timer(trace, number);
            }
        }
        if self.next == 0 {
            let nested = tracker.nested.iter();
            nested.for_each(|deadline| self.add_timer(trace, deadline.number));
        }
        let deadlines = tracker.deadlines.get(self.next..).unwrap_or_default();
        for number in deadlines.iter().take(count).filter_map(|at| at.event()) {
            self.add_timer(trace, number.0);
        }
        self.next += count;
        count == left.len()
    }

    fn add_timer(&mut self, trace: &Trace, number: u32) {
        if let Some(timer) = timer_of(trace, number.into()) {
            self.timers.add((timer.until.0, number.into()), self.most);
        }
    }
}

/// Returns the task of a step, and how the step ended.
fn end_of(trace: &Trace, number: u64) -> Option<(TaskId, StepEnd<'_>)> {
    match trace.get(number as usize)? {
        Event::StepEnded { task, end, .. } => Some((task, end)),
        _ => None,
    }
}

/// Returns the timer that an event set.
fn timer_of(trace: &Trace, number: u64) -> Option<Timer> {
    let (until, task, kind) = match trace.get(number as usize)? {
        Event::DeadlineSet { task, until } => (until, task, TimerKind::Deadline),
        Event::StepEnded {
            task,
            end: StepEnd::Sleeps { until },
            ..
        } => (until, task, TimerKind::Sleep),
        _ => return None,
    };
    Some(Timer { until, task, kind })
}

/// The state of the loop while the events before a point are read.
#[derive(Clone, Debug, Default)]
struct LoopTracker {
    events_read: usize,
    running: Option<Actor>,
    ready: VecDeque<Actor>,
    gathers: Gathers,
    queues: Vec<u32>,
    threads: Vec<Job>,
    /// The event with which each task set its deadline, by the task's number, up to the last task that
    /// ever had one.
    deadlines: Vec<Since>,
    /// The further deadlines of tasks that have several.
    nested: Vec<Deadline>,
    /// Since when each task waits, by its number. What it waits for is in the trace: of a million
    /// tasks most wait, and few are listed.
    waits: Vec<Since>,
}

/// The event with which a task began to wait, in four bytes: there may be a million, many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since(u32);

impl Since {
    const NEVER: Since = Since(u32::MAX);

    const SLEEP: u32 = 1 << 31;

    /// Returns the event, and whether it is a timer that is waited for.
    fn event(self) -> Option<(u32, bool)> {
        let is_sleep = self.0 & Since::SLEEP != 0;
        (self != Since::NEVER).then_some((self.0 & !Since::SLEEP, is_sleep))
    }
}

#[derive(Clone, Copy, Debug)]
struct Deadline {
    task: TaskId,
    until: Nanos,
    /// The event that set the deadline.
    number: u32,
}

/// Sets the value of a task, a thread or a queue. A damaged trace may name any.
fn set<T>(values: &mut [T], number: u32, value: T) {
    if let Some(known) = values.get_mut(number as usize) {
        *known = value;
    }
}

impl LoopTracker {
    fn read(&mut self, event: Event<'_>) {
        match event {
            // A damaged trace may name any task; only the tasks that it creates are tracked.
            Event::TaskCreated { task, .. } if task.0 as usize == self.waits.len() => {
                self.waits.push(Since::NEVER);
            }
            Event::Scheduled { task, .. } => {
                set(&mut self.waits, task.0, Since::NEVER);
                self.ready.push_back(Actor::Task(task));
            }
            Event::StepBegan { task } => self.give_control(Actor::Task(task)),
            Event::StepEnded { task, end, .. } => {
                self.running = None;
                self.step_ended(task, end);
            }
            Event::CallbackReady { task } => self.ready.push_back(Actor::Callback(task)),
            Event::CalledBack { task } => self.give_control(Actor::Callback(task)),
            // A callback of a run that was recorded before loops recorded its end ends with its tick.
            Event::CallbackEnded { .. } => self.running = None,
            Event::TickBegan => {
                self.running = None;
                self.gathers.tick(&mut self.ready);
            }
            Event::GatheredTasks { task, count } => {
                let created = self.waits.len() as u32;
                self.gathers
                    .wait_for(task.0.min(created)..task.0.saturating_add(count).min(created));
            }
            Event::DeadlineSet { task, until } => self.set_deadline(task, until),
            Event::DeadlineRemoved { task, until } | Event::DeadlinePassed { task, until } => {
                self.remove_deadline(task, until);
            }
            Event::LoopClosed => self.close(),
            Event::ThreadCreated { .. } => self.threads.push(Job::None),
            Event::JobBegan { thread, task, .. } => {
                set(&mut self.threads, thread.0, Job::Of(task));
            }
            Event::JobEnded { thread } => set(&mut self.threads, thread.0, Job::None),
            Event::QueueCreated { .. } => self.queues.push(0),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                set(&mut self.queues, queue.0, level);
            }
            _ => {}
        }
        self.events_read += 1;
    }

    fn give_control(&mut self, actor: Actor) {
        self.gathers.call_before(actor, &mut self.ready);
        // The first entry of a task in the queue is this step, and nearly always the queue's first.
        if let Some(at) = self.ready.iter().position(|other| *other == actor) {
            self.ready.remove(at);
        }
        self.running = Some(actor);
    }

    fn set_deadline(&mut self, task: TaskId, until: Nanos) {
        let (index, number) = (task.0 as usize, self.events_read as u32);
        // A damaged trace may name any task.
        if index >= self.waits.len() {
            return;
        }
        if index >= self.deadlines.len() {
            self.deadlines.resize(index + 1, Since::NEVER);
        }
        match &mut self.deadlines[index] {
            first if *first == Since::NEVER => *first = Since(number),
            _ => self.nested.push(Deadline {
                task,
                until,
                number,
            }),
        }
    }

    fn remove_deadline(&mut self, task: TaskId, until: Nanos) {
        let is_it = |other: &Deadline| (other.task, other.until) == (task, until);
        match self.nested.iter().rposition(is_it) {
            Some(at) => drop(self.nested.swap_remove(at)),
            None => set(&mut self.deadlines, task.0, Since::NEVER),
        }
    }

    /// Drops what is left when the loop closes.
    fn close(&mut self) {
        self.running = None;
        self.ready.clear();
        self.gathers = Gathers::default();
        self.nested.clear();
        self.deadlines.clear();
        self.waits.fill(Since::NEVER);
    }

    fn step_ended(&mut self, task: TaskId, end: StepEnd<'_>) {
        let number = self.events_read as u32;
        let since = match end {
            StepEnd::Sleeps { .. } => Since(number | Since::SLEEP),
            StepEnd::Waits(_) => Since(number),
            _ if end.is_last() => return self.gathers.end(task, &mut self.ready),
            _ => return,
        };
        set(&mut self.waits, task.0, since);
    }

    fn state(&self, trace: &Trace, listing: Listing) -> LoopState {
        let end_of = |number| end_of(trace, number);
        let timers = listing.timers.sorted(listing.most).into_iter();
        let others = listing.others.sorted(listing.most).into_iter();
        let waiting = others.filter_map(|(_, number)| match end_of(number)? {
            (task, StepEnd::Waits(wait)) => Some((task, wait)),
            _ => None,
        });
        let notice = notice_of_thread(trace, self.events_read).map(Actor::Thread);
        let called = self.gathers.called(trace, self.events_read);
        let ready = self.ready.iter().copied().skip(called);
        let ready = notice.into_iter().chain(ready);
        LoopState {
            running: self.running,
            ready: ready.take(listing.most).collect(),
            timers: timers
                .filter_map(|(_, number)| timer_of(trace, number))
                .collect(),
            waiting: waiting.collect(),
            queues: self.queues.clone(),
            threads: self.threads.clone(),
        }
    }
}
