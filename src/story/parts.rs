//! The parts of a story, as plain data: points, spans, states, arrows, signs, lines and moments.

use crate::runtime::{Cause, Event, Nanos, SourceLocation, StepEnd, TaskId, ThreadId, Wait};

/// A point of a run: when, and after how many steps.
///
/// In simulated time all scheduling happens at instants, so the moment alone does not say which
/// event came first. `order` counts the steps that ended before, with a fraction inside a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Point {
    /// The moment.
    pub time: Nanos,
    /// The steps before it.
    pub order: f64,
}

impl Point {
    /// Returns the point after as many steps, at another moment.
    pub(crate) fn at_time(self, time: Nanos) -> Point {
        Point { time, ..self }
    }
}

/// A stretch of a row in which a task or a thread is in one state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// What the task does meanwhile.
    pub state: State,
    /// Where the span begins.
    pub from: Point,
    /// Where the span ends; none while it goes on.
    pub to: Option<Point>,
    /// The span's number in its row. Numbers rise, and some are left out.
    pub number: usize,
}

/// What a task does during a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The task's next step is in the ready queue.
    Ready(Cause),
    /// The task has control.
    Running,
    /// The task has control and blocks the whole loop.
    Blocking,
    /// The task sleeps until a moment.
    Sleeping(Nanos),
    /// The task waits for something other than a deadline.
    Waits(Wait),
    /// A thread does a job that this task submitted, beside the loop.
    Working(Option<TaskId>),
    /// A thread has no job.
    Idle,
}

/// A kind of states: those that are drawn alike, one entry of a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StateKind {
    /// A task has control.
    Running,
    /// A task waits its turn.
    Ready,
    /// A task sleeps.
    Sleeping,
    /// A task waits for something of the run.
    Waiting,
    /// A task waits for the network.
    Fetching,
    /// A task blocks the whole loop.
    Blocking,
    /// A thread works, beside the loop.
    Working,
    /// A thread without a job.
    Idle,
}

impl StateKind {
    /// All kinds, in the order of a legend.
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

    /// Returns the name by which the kind's message and colour are found.
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
    /// Returns the state of a task from an event on, if the event begins one state.
    pub(super) fn after(event: Event<'_>) -> Option<State> {
        match event {
            Event::Scheduled { cause, .. } => Some(State::Ready(cause)),
            Event::StepBegan { .. } => Some(State::Running),
            _ => State::after_step(event),
        }
    }

    /// Returns the state of a task after the step that an event ends, if there is one.
    pub(super) fn after_step(event: Event<'_>) -> Option<State> {
        let Event::StepEnded { end, .. } = event else {
            return None;
        };
        match end {
            StepEnd::Sleeps { until } => Some(State::Sleeping(until)),
            StepEnd::Waits(wait) => Some(State::Waits(wait)),
            _ => None,
        }
    }

    /// Returns the kind of a state.
    pub fn kind(self) -> StateKind {
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

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending<'a> {
    /// The task returned; the value as Python's `repr` shows it.
    Returned(&'a str),
    /// The task raised; the error as Python's `repr` shows it.
    Raised(&'a str),
    /// The task was cancelled.
    Cancelled,
}

/// A task or a thread: one end of an arrow, or the source of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A task.
    Task(TaskId),
    /// A thread.
    Thread(ThreadId),
}

/// What an arrow shows.
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

/// What a sign in a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// The task asked another to stop.
    Asked,
    /// The task was asked to stop, and the cancellation is raised at its await.
    Delivered,
    /// The cancellation is raised at the task's await, and the task goes on: it caught it.
    Refused,
    /// The error of another task is raised at the task's await.
    Raised,
}

impl SignKind {
    /// Returns the name of the kind in a legend, where a refusal is a delivery.
    pub fn name(self) -> &'static str {
        match self {
            SignKind::Asked => "asked",
            SignKind::Delivered | SignKind::Refused => "delivered",
            SignKind::Raised => "raised",
        }
    }
}

/// A sign in the lane of a task: something that happened to the task at a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// What happened.
    pub kind: SignKind,
    /// The task in whose lane the sign is.
    pub task: TaskId,
    /// Where it happened.
    pub at: Point,
    /// The other task: the one that was asked, or that raised the error; none for a delivery.
    pub other: Option<TaskId>,
}

/// A cause and its effect in two lanes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// What the arrow shows.
    pub kind: ArrowKind,
    /// The task or thread of the cause.
    pub from: Party,
    /// Where the cause is.
    pub from_at: Point,
    /// The task or thread of the effect.
    pub to: Party,
    /// Where the effect is.
    pub to_at: Point,
}

/// A line of the console.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<'a> {
    /// Where the line was printed.
    pub at: Point,
    /// The task or thread that printed it; none in a callback.
    pub by: Option<Party>,
    /// The text of the line.
    pub text: &'a str,
    /// Where the program printed it.
    pub location: Option<SourceLocation>,
    /// Whether it is on the standard error: the loop logged it, or Python warns.
    pub is_log: bool,
}

/// A moment at which steps were taken: the column that an elastic axis opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// The moment.
    pub time: Nanos,
    /// The order at its start.
    pub from: f64,
    /// The order at its end.
    pub to: f64,
}
