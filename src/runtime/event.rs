//! What a run emits: the events of its tasks, in the order in which they happen.
//!
//! A task's life, and the events that mark its transitions:
//!
//! ```text
//!                 ┌────────── 4 Scheduled ◄──────────┐
//!                 ▼                                  │
//!  1 TaskCreated  ready ── 2 StepBegan ──► running ──┤ 3 StepEnded: sleeps, waits, fetches
//!     + Scheduled                                    └ 5 StepEnded: returned, raised, cancelled
//! ```
//!
//! 1. [`create_task`](super::create_task) makes the task and puts its first step into the queue.
//! 2. [`EventLoop::tick`](super::EventLoop) takes the step from the queue. A `StepBegan` is always
//!    paired with a `StepEnded` of the same task, and no other step begins between the two.
//! 3. The coroutine gives up control; the event has the reason.
//! 4. What the task waited for has come, or the task was cancelled: its next step is in the queue.
//! 5. The task has left the loop. No event of the task follows.

use std::panic::Location;

use serde::Serialize;

use crate::runtime::{FetchId, FetchMeasure, Limit, Nanos, QueueId, TaskId, ThreadId, Wait};

/// A location in the source of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceLocation {
    /// The file, as the compiler names it. Another language keeps each of its names to the end of the
    /// process.
    pub file: &'static str,
    /// The line, from 1; 0 if the line is not known.
    pub line: u32,
    /// The column, from 1; 0 if the column is not known.
    pub column: u32,
}

impl SourceLocation {
    /// The location of what is in no source, such as the creation of main.
    pub const NOWHERE: SourceLocation = SourceLocation {
        file: "",
        line: 0,
        column: 0,
    };

    /// Returns the location of the call of the function that calls this one.
    #[track_caller]
    pub fn caller() -> SourceLocation {
        SourceLocation::of(Location::caller())
    }

    /// Converts a location that the compiler knows.
    pub(in crate::runtime) fn of(location: &'static Location<'static>) -> SourceLocation {
        let (file, line, column) = (location.file(), location.line(), location.column());
        SourceLocation { file, line, column }
    }
}

/// What made a task ready, or asked it to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The loop itself: the start of the run, or its end.
    Loop,
    /// A step of this task.
    Task(TaskId),
    /// A timer that came due.
    Timer,
    /// An answer from the network.
    Fetch(FetchId),
    /// A thread whose job is over.
    Thread(ThreadId),
}

/// Why a step ended: what the task does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEnd<'a> {
    /// The task lets the others go first, as `sleep(0)` does.
    Yields,
    /// The task sleeps until a deadline.
    Sleeps {
        /// The moment at which the timer comes due.
        until: Nanos,
    },
    /// The task waits for something other than a deadline.
    Waits(Wait),
    /// The task is done, with this result, as Python's `repr` writes it.
    Returned(&'a str),
    /// The task is done: it raised this error, as Python's `repr` writes it.
    Raised(&'a str),
    /// The task is done: it was cancelled.
    Cancelled,
}

impl StepEnd<'_> {
    /// Returns whether the task is done.
    pub fn is_last(self) -> bool {
        matches!(
            self,
            StepEnd::Returned(_) | StepEnd::Raised(_) | StepEnd::Cancelled
        )
    }
}

/// One thing that happened in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event<'a> {
    /// A turn of the loop began.
    TickBegan,
    /// A task was created. Its first `Scheduled` follows.
    TaskCreated {
        /// The new task.
        task: TaskId,
        /// The task that created it; none for main.
        parent: Option<TaskId>,
        /// The task's name.
        name: &'a str,
        /// The location at which the task was created.
        #[serde(rename = "place")]
        location: SourceLocation,
    },
    /// A task's next step was put into the ready queue.
    Scheduled {
        /// The task.
        task: TaskId,
        /// What made the task ready.
        #[serde(flatten)]
        cause: Cause,
    },
    /// A task got control.
    StepBegan {
        /// The task.
        task: TaskId,
    },
    /// A task gave up control.
    StepEnded {
        /// The task.
        task: TaskId,
        /// Why.
        #[serde(flatten)]
        end: StepEnd<'a>,
        /// The location of the await at which the task stands; where the task ended, of the line that
        /// returned or raised, if that is known.
        #[serde(rename = "place")]
        location: Option<SourceLocation>,
    },
    /// The timer of a sleeping task came due. The task's `Scheduled` follows.
    TimerFired {
        /// The sleeping task.
        task: TaskId,
    },
    /// The running task stopped the whole loop from now until a moment.
    Blocked {
        /// The task.
        task: TaskId,
        /// The moment at which the blocking call returns.
        until: Nanos,
        /// The location of the blocking call.
        #[serde(rename = "place")]
        location: SourceLocation,
    },
    /// A line was printed.
    Printed {
        /// The task that had control; none in a callback, and in a thread.
        task: Option<TaskId>,
        /// The thread that printed the line, if one did.
        thread: Option<ThreadId>,
        /// The line.
        text: &'a str,
        /// The location of the call that printed.
        #[serde(rename = "place")]
        location: SourceLocation,
    },
    /// An error that was never retrieved was logged, as asyncio logs it.
    Logged {
        /// The task whose error it is; none for a future that no task completes.
        task: Option<TaskId>,
        /// What is logged.
        text: &'a str,
    },
    /// The program was warned of something, on the standard error as Python does.
    Warned {
        /// The task that had control; none in a callback.
        task: Option<TaskId>,
        /// The kind of the warning and what it says, like `RuntimeWarning: …`.
        text: &'a str,
        /// The location of what is warned of.
        #[serde(rename = "place")]
        location: SourceLocation,
    },
    /// A done callback of a task was put into the ready queue.
    CallbackReady {
        /// The task that is done.
        task: TaskId,
    },
    /// A done callback of a task was called.
    CalledBack {
        /// The task that is done.
        task: TaskId,
    },
    /// The done callback of a task that was called last is over.
    CallbackEnded {
        /// The task that is done.
        task: TaskId,
    },
    /// A task was asked to stop.
    CancelRequested {
        /// The task.
        task: TaskId,
        /// What asked the task to stop.
        #[serde(flatten)]
        cause: Cause,
    },
    /// The request reached the task: the await at which the task stood raised `Cancelled`.
    CancelDelivered {
        /// The task.
        task: TaskId,
    },
    /// The error with which a task ended was raised in another task, at the await where that one stands.
    RaisedInto {
        /// The task in which the error is raised: it waited for the other task, or for a gather or a
        /// group with that task.
        task: TaskId,
        /// The task that ended with it.
        from: TaskId,
    },
    /// A task set a deadline: a timer that asks the task to stop. A `DeadlineRemoved` or a
    /// `DeadlinePassed` with the same moment follows, unless the run ends before.
    DeadlineSet {
        /// The task.
        task: TaskId,
        /// The moment at which the deadline passes.
        until: Nanos,
    },
    /// A task removed a deadline before its moment: the block of the deadline is over, or the deadline
    /// is moved.
    DeadlineRemoved {
        /// The task.
        task: TaskId,
        /// The moment at which the deadline was to pass.
        until: Nanos,
    },
    /// A deadline passed. The `CancelRequested` of the task follows, unless the task has ended.
    DeadlinePassed {
        /// The task that set the deadline.
        task: TaskId,
        /// The moment of the deadline.
        until: Nanos,
    },
    /// Tasks that follow each other by their numbers are among what is gathered, and are not done. The
    /// `Gathered` follows.
    GatheredTasks {
        /// The first task.
        task: TaskId,
        /// How many there are.
        count: u32,
    },
    /// Tasks, and other futures, were gathered.
    Gathered {
        /// The task that gathers them; none in a callback.
        task: Option<TaskId>,
        /// How many different ones there are, with those that are done.
        count: u32,
    },
    /// A queue was made.
    QueueCreated {
        /// The queue.
        queue: QueueId,
        /// How many items fit; 0 for any number.
        size_max: u32,
    },
    /// An item went into a queue.
    QueuePut {
        /// The queue.
        queue: QueueId,
        /// The task that put the item; none in a callback.
        task: Option<TaskId>,
        /// How many items the queue holds now.
        level: u32,
    },
    /// An item was taken out of a queue.
    QueueGot {
        /// The queue.
        queue: QueueId,
        /// The task that took the item; none in a callback.
        task: Option<TaskId>,
        /// How many items the queue holds now.
        level: u32,
    },
    /// A request was sent.
    FetchBegan {
        /// The fetch.
        fetch: FetchId,
        /// The task that fetches.
        task: Option<TaskId>,
        /// The address.
        url: &'a str,
    },
    /// A transfer over the network was measured; its end follows.
    FetchMeasured {
        /// The fetch.
        fetch: FetchId,
        /// What was measured.
        measure: FetchMeasure,
        /// What the measure is, in its unit.
        value: u64,
    },
    /// A fetch is over.
    FetchEnded {
        /// The fetch.
        fetch: FetchId,
        /// The status of the answer; 0 if there was none.
        status: u16,
    },
    /// A thread was started.
    ThreadCreated {
        /// The thread.
        thread: ThreadId,
        /// The thread's name.
        name: &'a str,
    },
    /// A thread began a job. A `JobBegan` is always paired with a `JobEnded` of the same thread, unless
    /// the run ends before.
    JobBegan {
        /// The thread.
        thread: ThreadId,
        /// The task that submitted the job; none in a callback.
        task: Option<TaskId>,
        /// The location at which the job was submitted.
        #[serde(rename = "place")]
        location: SourceLocation,
    },
    /// A thread is done with its job.
    JobEnded {
        /// The thread.
        thread: ThreadId,
    },
    /// Main is done; the loop cancels the tasks that are left, as `asyncio.run` does.
    MainEnded,
    /// The loop closed: nothing is left to do.
    LoopClosed,
    /// The run reached a limit, and ends.
    LimitReached(Limit),
}

impl Event<'_> {
    /// Returns the location of the event, if the event has one.
    pub(crate) fn location_mut(&mut self) -> Option<&mut SourceLocation> {
        match self {
            Event::TaskCreated { location, .. }
            | Event::StepEnded {
                location: Some(location),
                ..
            }
            | Event::Blocked { location, .. }
            | Event::Printed { location, .. }
            | Event::Warned { location, .. }
            | Event::JobBegan { location, .. } => Some(location),
            _ => None,
        }
    }
}

/// Records a run's events.
pub trait Observer {
    /// Records one event, which happened at `at`. Moments never go back.
    fn observe(&mut self, at: Nanos, event: Event<'_>);

    /// Returns how many events were recorded, for the run's limit on events.
    fn len(&self) -> u64;

    /// Returns whether no event was recorded.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// An observer that records nothing.
#[derive(Debug, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn observe(&mut self, _at: Nanos, _event: Event<'_>) {}

    fn len(&self) -> u64 {
        0
    }
}
