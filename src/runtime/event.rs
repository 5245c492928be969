//! What a run tells: the events of its tasks, in the order in which they happen.
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
//! 2. [`EventLoop::tick`](super::EventLoop) takes the step from the queue. It is always paired
//!    with a `StepEnded` of the same task, and no other step begins between the two.
//! 3. The coroutine gives up control; the event says what for.
//! 4. What it waited for has come, or it was cancelled: the next step is in the queue.
//! 5. The task has left the loop. Nothing of it follows.

use std::panic::Location;

use super::host::limits::Limit;
use super::moment::Nanos;
use super::wait::Wait;

/// A task's number in its run, in the order of creation. Main is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// A queue's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueueId(pub u32);

/// A fetch's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FetchId(pub u32);

/// A simulated thread's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThreadId(pub u32);

/// A position in the source of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceLocation {
    /// The file, as the compiler names it. Another language keeps each of its names for good.
    pub file: &'static str,
    /// The line, from 1; 0 if it is not known.
    pub line: u32,
    /// The column, from 1; 0 if it is not known.
    pub column: u32,
}

impl SourceLocation {
    /// What is in no source: main itself.
    pub const NOWHERE: SourceLocation = SourceLocation {
        file: "",
        line: 0,
        column: 0,
    };

    /// Returns the position of the caller of the function that calls this.
    #[track_caller]
    #[must_use]
    pub fn caller() -> SourceLocation {
        SourceLocation::of(Location::caller())
    }

    /// Returns a position that the compiler knows.
    pub(super) fn of(location: &'static Location<'static>) -> SourceLocation {
        SourceLocation {
            file: location.file(),
            line: location.line(),
            column: location.column(),
        }
    }
}

/// Why something became ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The loop itself: the start of the run, or its end.
    Loop,
    /// Something that this task did.
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
    /// It let the others go first, as `sleep(0)` does.
    Yields,
    /// It sleeps until a deadline.
    Sleeps {
        /// The moment at which its timer comes due.
        until: Nanos,
    },
    /// It waits for something other than a deadline.
    Waits(Wait),
    /// It is done, with this result, as Python's `repr` shows it.
    Returned(&'a str),
    /// It is done: it raised this error, as Python's `repr` shows it.
    Raised(&'a str),
    /// It is done: it was cancelled.
    Cancelled,
}

/// One thing that happened in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A turn of the loop began.
    TickBegan,
    /// A task was created. Its first `Scheduled` follows.
    TaskCreated {
        /// The new task.
        task: TaskId,
        /// The task that created it; none for main.
        parent: Option<TaskId>,
        /// Its name.
        name: &'a str,
        /// Where it was created.
        location: SourceLocation,
    },
    /// A task's next step was put into the ready queue.
    Scheduled {
        /// The task.
        task: TaskId,
        /// Who put it there.
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
        /// What for.
        end: StepEnd<'a>,
        /// Where it stands now: the await, if there is one.
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
        /// The moment at which it lets go.
        until: Nanos,
        /// The blocking call.
        location: SourceLocation,
    },
    /// A line was printed.
    Printed {
        /// The task that had control; none in a callback, and in a thread.
        task: Option<TaskId>,
        /// The thread that printed it, if one did.
        thread: Option<ThreadId>,
        /// The line.
        text: &'a str,
        /// Where.
        location: SourceLocation,
    },
    /// An error that nobody took was logged, as asyncio logs it.
    Logged {
        /// The task whose error it is; none for a future that no task completes.
        task: Option<TaskId>,
        /// What is logged.
        text: &'a str,
    },
    /// A done callback of a task was called.
    CalledBack {
        /// The task that is done.
        task: TaskId,
    },
    /// A task was asked to stop.
    CancelRequested {
        /// The task.
        task: TaskId,
        /// Who asked.
        cause: Cause,
    },
    /// The request reached the task: the await where it stood raised `Cancelled`.
    CancelDelivered {
        /// The task.
        task: TaskId,
    },
    /// The error with which a task ended was raised in another one, at the await where it stands.
    RaisedInto {
        /// Who is told of the error: it waited for the other, or for a gather or a group of it.
        task: TaskId,
        /// The task that ended with it.
        from: TaskId,
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
        /// Who put it; none in a callback.
        task: Option<TaskId>,
        /// How many items it holds now.
        level: u32,
    },
    /// An item was taken out of a queue.
    QueueGot {
        /// The queue.
        queue: QueueId,
        /// Who took it; none in a callback.
        task: Option<TaskId>,
        /// How many items it holds now.
        level: u32,
    },
    /// A request was sent.
    FetchBegan {
        /// The fetch.
        fetch: FetchId,
        /// Who fetches.
        task: Option<TaskId>,
        /// The address.
        url: &'a str,
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
        /// Its name.
        name: &'a str,
    },
    /// A thread began a job. It is always paired with a `JobEnded` of the same thread, unless the
    /// run ends before.
    JobBegan {
        /// The thread.
        thread: ThreadId,
        /// Who submitted the job; none in a callback.
        task: Option<TaskId>,
        /// Where it was submitted.
        location: SourceLocation,
    },
    /// A thread is done with its job.
    JobEnded {
        /// The thread.
        thread: ThreadId,
    },
    /// Main is done; the tasks that are left are cancelled, as `asyncio.run` does.
    MainEnded,
    /// The run reached a bound, and ends.
    LimitReached(Limit),
}

impl Event<'_> {
    /// Puts the event somewhere else in the source, if it is anywhere.
    pub(super) fn move_to(&mut self, there: SourceLocation) {
        match self {
            Event::TaskCreated { location, .. }
            | Event::StepEnded {
                location: Some(location),
                ..
            }
            | Event::Blocked { location, .. }
            | Event::Printed { location, .. }
            | Event::JobBegan { location, .. } => *location = there,
            _ => {}
        }
    }
}

/// Who is told of a run's events.
pub trait Observer {
    /// Records one event, which happened at `at`. Moments never go back.
    fn observe(&mut self, at: Nanos, event: Event<'_>);

    /// Returns how many events were recorded, to hold them within a run's bounds.
    fn len(&self) -> u64;

    /// Says whether nothing was recorded.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// An observer that looks away.
#[derive(Debug, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn observe(&mut self, _at: Nanos, _event: Event<'_>) {}

    fn len(&self) -> u64 {
        0
    }
}
