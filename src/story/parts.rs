//! The parts of a story: points, spans, arrows, lines and stops.

use crate::runtime::{Cause, Nanos, SourceLocation, TaskId, ThreadId, Wait};

/// A point of a run: when, and after how many steps.
///
/// In simulated time all scheduling happens at instants, so the moment alone does not tell what
/// came first. `order` counts the steps that ended before, with a fraction inside of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Point {
    /// The moment.
    pub time: Nanos,
    /// The steps before it.
    pub order: f64,
}

/// A stretch of a task's life in one state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// What the task does meanwhile.
    pub state: State,
    /// Where it begins.
    pub from: Point,
    /// Where it ends; none while it goes on.
    pub to: Option<Point>,
    /// The span's number in its row. Numbers rise, and some are left out.
    pub number: usize,
}

/// What a task does during a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its next step is in the ready queue.
    Ready(Cause),
    /// It has control.
    Running,
    /// It has control and stops the whole loop.
    Blocking,
    /// It sleeps until a moment.
    Sleeping(Nanos),
    /// It waits for something other than a deadline.
    Waits(Wait),
    /// Of a thread: it does a job that this task submitted, beside the loop.
    Working(Option<TaskId>),
    /// Of a thread: it has no job.
    Idle,
}

/// A family of states that look alike, as a legend lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StateKind {
    /// Has control.
    Running,
    /// Waits its turn.
    Ready,
    /// Sleeps.
    Sleeping,
    /// Waits for something of the run.
    Waiting,
    /// Waits for the network.
    Fetching,
    /// Stops the whole loop.
    Blocking,
    /// Works in a thread, beside the loop.
    Working,
    /// A thread without a job.
    Idle,
}

impl StateKind {
    /// All families, in the order of a legend.
    pub const ALL: [StateKind; 8] = [
        StateKind::Running,
        StateKind::Ready,
        StateKind::Sleeping,
        StateKind::Waiting,
        StateKind::Fetching,
        StateKind::Blocking,
        StateKind::Working,
        StateKind::Idle,
    ];

    /// Returns the name by which its message and its colour are found.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            StateKind::Running => "running",
            StateKind::Ready => "ready",
            StateKind::Sleeping => "sleeping",
            StateKind::Waiting => "waiting",
            StateKind::Fetching => "fetching",
            StateKind::Blocking => "blocking",
            StateKind::Working => "working",
            StateKind::Idle => "idle",
        }
    }
}

impl State {
    /// Says whether it is a wait at a queue, for an item or for room.
    #[must_use]
    pub fn is_of_queue(self) -> bool {
        matches!(self, State::Waits(Wait::Get(_) | Wait::Put(_)))
    }

    /// Returns the family of a state.
    #[must_use]
    pub fn look(self) -> StateKind {
        match self {
            State::Ready(_) => StateKind::Ready,
            State::Running => StateKind::Running,
            State::Blocking => StateKind::Blocking,
            State::Sleeping(_) => StateKind::Sleeping,
            State::Waits(Wait::Fetch(_)) => StateKind::Fetching,
            State::Working(_) => StateKind::Working,
            State::Idle => StateKind::Idle,
            State::Waits(_) => StateKind::Waiting,
        }
    }
}

/// How a task left the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending<'a> {
    /// It returned; the value as Python's `repr` shows it.
    Returned(&'a str),
    /// It raised; the error as Python's `repr` shows it.
    Raised(&'a str),
    /// It was cancelled.
    Cancelled,
}

/// Who can cause something, or have it happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A task.
    Task(TaskId),
    /// A thread.
    Thread(ThreadId),
}

/// What an arrow tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// One task created the other.
    Spawned,
    /// One task made the other ready.
    Woke,
    /// One task put the item that the other waited for into a queue, or gave a thread its job.
    HandedOver,
    /// One task asked the other to stop: from the request to where it reached the other.
    Cancelled,
    /// One task ended with an error, which was raised in the other.
    RaisedInto,
}

/// What a sign in a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// The task asked another to stop.
    Asked,
    /// It was asked to stop, and hears of it at its await.
    Delivered,
    /// It hears of it, and goes on all the same: it caught the cancellation.
    Refused,
    /// The error of another task is raised at its await.
    Raised,
}

impl SignKind {
    /// Returns the name by which a legend has it; who refuses hears of it like the others.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SignKind::Asked => "asked",
            SignKind::Delivered | SignKind::Refused => "delivered",
            SignKind::Raised => "raised",
        }
    }
}

/// A sign in the lane of a task: something happened to it at a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// What.
    pub kind: SignKind,
    /// The task in whose lane it is.
    pub task: TaskId,
    /// Where.
    pub at: Point,
    /// The other task: whom it asked, or whose error it is; none for a delivery.
    pub other: Option<TaskId>,
}

/// A cause and its effect in two lanes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// What it tells.
    pub kind: ArrowKind,
    /// Who caused it.
    pub from: Party,
    /// Where.
    pub from_at: Point,
    /// Whom it happened to.
    pub to: Party,
    /// Where.
    pub to_at: Point,
}

/// A line of the console.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<'a> {
    /// Where it was printed.
    pub at: Point,
    /// Who printed it; none in a callback.
    pub by: Option<Party>,
    /// The line.
    pub text: &'a str,
    /// Where the program printed it.
    pub location: Option<SourceLocation>,
    /// Whether the loop logged it, and not the program.
    pub is_log: bool,
}

/// A moment at which steps were taken: the column that an elastic axis opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// When.
    pub time: Nanos,
    /// The order at its begin.
    pub from: f64,
    /// The order at its end.
    pub to: f64,
}
