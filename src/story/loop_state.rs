//! The inside of the loop at a point of a run: who runs, who is ready, who waits for what.

use std::collections::VecDeque;

use crate::runtime::{Event, Nanos, QueueId, StepEnd, TaskId, ThreadId, Wait};
use crate::trace::Trace;

/// How the loop stands after a number of events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoopState {
    /// Who has control.
    pub running: Option<TaskId>,
    /// Whose next steps are in the ready queue, in order.
    pub ready: VecDeque<TaskId>,
    /// When the sleeping tasks wake, by deadline and then by creation.
    pub timers: Vec<(Nanos, TaskId)>,
    /// Who waits for another task.
    pub waiting: Vec<(TaskId, Wait)>,
    /// How many items each queue holds.
    pub queues: Vec<u32>,
    /// What each thread does.
    pub threads: Vec<Job>,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Nothing: it waits for a job.
    None,
    /// A job that this task submitted.
    Of(Option<TaskId>),
}

/// What a task waits for, other than a timer.
/// Returns the inside of the loop after the first `count` events of a trace.
#[must_use]
pub fn inside(trace: &Trace, count: usize) -> LoopState {
    LoopStateCursor::default().after(trace, count, usize::MAX)
}

/// A look inside costs the way from the look before, or from a mark that was left on the way
/// there: one every so many events. Longer ways are felt when a reader drags the playhead.
const MARK_EVENTS: usize = 1 << 19;

/// The inside of the loop of one trace, looked at here and there.
#[derive(Debug, Default)]
pub struct LoopStateCursor {
    tracker: LoopTracker,
    /// What was told at whole numbers of `MARK_EVENTS`, from 1.
    marks: Vec<LoopTracker>,
    listing: Option<Listing>,
}

impl LoopStateCursor {
    /// Returns the inside of the loop after the first `count` events of the trace, which is always
    /// the same and may have grown. Of each kind of wait it lists at most `most`.
    #[must_use]
    pub fn after(&mut self, trace: &Trace, count: usize, most: usize) -> LoopState {
        self.look(trace, count, most, usize::MAX)
            .unwrap_or_default()
    }

    /// As [`LoopStateCursor::after`], but tells at most so many events, or lists so many tasks, at a time.
    /// Returns none until it is asked often enough.
    pub fn look(
        &mut self,
        trace: &Trace,
        count: usize,
        most: usize,
        at_once: usize,
    ) -> Option<LoopState> {
        let count = count.min(trace.len());
        self.read_some(trace, count, at_once);
        if self.tracker.events_read < count {
            return None;
        }
        let known = self.listing.take();
        let known = known.filter(|known| (known.events_read, known.most) == (count, most));
        let mut listing = known.unwrap_or_else(|| Listing::new(count, most));
        if !listing.list_some(&self.tracker, trace, at_once) {
            self.listing = Some(listing);
            return None;
        }
        Some(self.tracker.inside(trace, listing))
    }

    /// Tells some of the events to where is looked, from the mark before if that is nearer.
    fn read_some(&mut self, trace: &Trace, count: usize, at_once: usize) {
        let mark = (count / MARK_EVENTS).min(self.marks.len());
        if count < self.tracker.events_read || mark * MARK_EVENTS > self.tracker.events_read {
            let mark = mark.checked_sub(1).map(|mark| self.marks[mark].clone());
            self.tracker = mark.unwrap_or_default();
        }
        let left = count - self.tracker.events_read;
        for (_, event) in trace
            .events_from(self.tracker.events_read)
            .take(left.min(at_once))
        {
            self.tracker.event(event);
            if self.tracker.events_read == (self.marks.len() + 1) * MARK_EVENTS {
                self.marks.push(self.tracker.clone());
            }
        }
    }
}

/// The waits that come first, being looked for among all tasks.
#[derive(Debug)]
struct Listing {
    /// After how many events.
    events_read: usize,
    most: usize,
    /// The next task to be looked at.
    next: usize,
    timers: First,
    others: First,
}

impl Listing {
    fn new(events_read: usize, most: usize) -> Listing {
        Listing {
            events_read,
            most,
            next: 0,
            timers: First::new(most),
            others: First::new(most),
        }
    }

    /// Looks at some more tasks. Returns whether those were the last.
    fn list_some(&mut self, tracker: &LoopTracker, trace: &Trace, at_once: usize) -> bool {
        let left = tracker.waits.get(self.next..).unwrap_or_default();
        let looked_at = left.len().min(at_once);
        for (number, is_sleep) in left[..looked_at].iter().filter_map(|since| since.event()) {
            if !is_sleep {
                self.others.add((0, number.into()));
            } else if let Some((_, StepEnd::Sleeps { until })) = end_of(trace, number.into()) {
                self.timers.add((until.0, number.into()));
            }
        }
        self.next += looked_at;
        looked_at == left.len()
    }
}

/// Returns how a step ended, and whose it was.
fn end_of(trace: &Trace, number: u64) -> Option<(TaskId, StepEnd<'_>)> {
    match trace.events_from(number as usize).next() {
        Some((_, Event::StepEnded { task, end, .. })) => Some((task, end)),
        _ => None,
    }
}

/// The inside of the loop while the events before a point are told.
#[derive(Clone, Debug, Default)]
struct LoopTracker {
    /// How many events were told.
    events_read: usize,
    running: Option<TaskId>,
    ready: VecDeque<TaskId>,
    queues: Vec<u32>,
    threads: Vec<Job>,
    /// Since when each task waits, by its number. What for is in the trace: among a million tasks
    /// most wait, and few are listed.
    waits: Vec<Since>,
}

/// The event with which a task began to wait, in four bytes: there may be a million, many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since(u32);

impl Since {
    /// It does not wait.
    const NEVER: Since = Since(u32::MAX);

    /// Marks a wait for a timer.
    const SLEEP: u32 = 1 << 31;

    fn sleep(number: u32) -> Since {
        Since(number | Since::SLEEP)
    }

    /// Returns the event, and whether it is a timer that is waited for.
    fn event(self) -> Option<(u32, bool)> {
        let is_sleep = self.0 & Since::SLEEP != 0;
        (self != Since::NEVER).then_some((self.0 & !Since::SLEEP, is_sleep))
    }
}

impl LoopTracker {
    fn event(&mut self, event: Event<'_>) {
        match event {
            // A damaged trace may name any task; only those that it creates are told of.
            Event::TaskCreated { task, .. } if task.0 as usize == self.waits.len() => {
                self.waits.push(Since::NEVER);
            }
            Event::Scheduled { task, .. } => {
                if let Some(wait) = self.waits.get_mut(task.0 as usize) {
                    *wait = Since::NEVER;
                }
                self.ready.push_back(task);
            }
            Event::StepBegan { task } => self.step_began(task),
            Event::StepEnded { task, end, .. } => {
                self.running = None;
                self.step_ended(task, end);
            }
            Event::ThreadCreated { .. } => self.threads.push(Job::None),
            Event::JobBegan { thread, task, .. } => self.set_job(thread, Job::Of(task)),
            Event::JobEnded { thread } => self.set_job(thread, Job::None),
            Event::QueueCreated { .. } => self.queues.push(0),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                self.set_level(queue, level);
            }
            _ => {}
        }
        self.events_read += 1;
    }

    fn step_began(&mut self, task: TaskId) {
        // The first entry of this task is the step that begins, and hardly ever not the first.
        if let Some(at) = self.ready.iter().position(|other| *other == task) {
            self.ready.remove(at);
        }
        self.running = Some(task);
    }

    fn set_job(&mut self, thread: ThreadId, job: Job) {
        if let Some(known) = self.threads.get_mut(thread.0 as usize) {
            *known = job;
        }
    }

    fn set_level(&mut self, queue: QueueId, level: u32) {
        // A damaged trace may name any queue.
        if let Some(known) = self.queues.get_mut(queue.0 as usize) {
            *known = level;
        }
    }

    fn step_ended(&mut self, task: TaskId, end: StepEnd<'_>) {
        let number = self.events_read as u32;
        let since = match end {
            StepEnd::Sleeps { .. } => Since::sleep(number),
            _ if wait_of(end).is_some() => Since(number),
            _ => return,
        };
        if let Some(known) = self.waits.get_mut(task.0 as usize) {
            *known = since;
        }
    }

    fn inside(&self, trace: &Trace, listing: Listing) -> LoopState {
        let end_of = |number| end_of(trace, number);
        let timers = listing.timers.sorted().into_iter();
        let waiting = listing
            .others
            .sorted()
            .into_iter()
            .filter_map(|(_, number)| {
                let (task, end) = end_of(number)?;
                Some((task, wait_of(end)?))
            });
        LoopState {
            running: self.running,
            ready: self.ready.iter().copied().take(listing.most).collect(),
            timers: timers
                .filter_map(|(until, number)| Some((Nanos(until), end_of(number)?.0)))
                .collect(),
            waiting: waiting.collect(),
            queues: self.queues.clone(),
            threads: self.threads.clone(),
        }
    }
}

/// The first of many waits, in the order of their deadlines, and of those in which they began.
///
/// A deadline and the number of an event: all orders of a page are found by the one sort of such
/// pairs, since the library's sort weighs as much as a lesson for each type that it sorts.
#[derive(Debug)]
struct First {
    most: usize,
    held: Vec<(u64, u64)>,
    /// The last of the first, once there are more.
    last: (u64, u64),
}

impl First {
    fn new(most: usize) -> First {
        First {
            most,
            held: Vec::new(),
            last: (u64::MAX, u64::MAX),
        }
    }

    fn add(&mut self, wait: (u64, u64)) {
        if wait < self.last {
            self.held.push(wait);
        }
        // Many are sorted at a time, so that one costs little.
        if self.held.len() / 8 > self.most {
            self.cut();
        }
    }

    fn cut(&mut self) {
        self.held.sort_unstable();
        if self.held.len() > self.most {
            self.held.truncate(self.most);
            self.last = self.held.last().copied().unwrap_or_default();
        }
    }

    fn sorted(mut self) -> Vec<(u64, u64)> {
        self.cut();
        self.held
    }
}

/// Returns what a task waits for that gave up control, other than a timer.
pub(super) fn wait_of(end: StepEnd<'_>) -> Option<Wait> {
    match end {
        StepEnd::Waits(wait) => Some(wait),
        StepEnd::Sleeps { .. }
        | StepEnd::Yields
        | StepEnd::Returned(_)
        | StepEnd::Raised(_)
        | StepEnd::Cancelled => None,
    }
}
