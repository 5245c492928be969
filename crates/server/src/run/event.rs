//! Events of a trace as JSON objects.
//!
//! Each has its moment (`seconds`), its `kind`, and what belongs to the kind:
//!
//! ```json
//! {"seconds": 0.0, "kind": "task-created", "task": 1, "parent": 0, "name": "url_1",
//!  "place": {"file": "src/lessons/gather.rs", "line": 17}}
//! {"seconds": 0.0, "kind": "step-ended", "task": 1, "why": "sleeps", "until": 1.0,
//!  "place": {"file": "src/lessons/gather.rs", "line": 8}}
//! {"seconds": 1.0, "kind": "scheduled", "task": 1, "cause": "timer"}
//! ```
//!
//! `task` and the other numbers of tasks are places in the summary's `tasks`, since several tasks
//! may share a name. What there is none of, like the task of a line that a callback printed, is
//! `null`. Keys and values keep their meaning; further kinds and keys may come.
//!
//! The definitions below are those of the runtime once more, as serde wants them for types of
//! another room; the compiler holds the two together.

use interleave::runtime::{
    Cause, Event, FetchId, Limit, Nanos, Place, QueueId, StepEnd, TaskId, ThreadId,
};
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// An event with its moment.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    seconds: f64,
    #[serde(flatten, with = "EventDef")]
    event: Event<'a>,
}

impl<'a> From<(Nanos, Event<'a>)> for Entry<'a> {
    fn from((at, event): (Nanos, Event<'a>)) -> Self {
        Self {
            seconds: at.seconds(),
            event,
        }
    }
}

#[derive(Serialize)]
#[serde(remote = "Event", tag = "kind", rename_all = "kebab-case")]
enum EventDef<'a> {
    TickBegan,
    TaskCreated {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(serialize_with = "task_or_null")]
        parent: Option<TaskId>,
        name: &'a str,
        #[serde(serialize_with = "known_place")]
        place: Place,
    },
    Scheduled {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(flatten, with = "CauseDef")]
        cause: Cause,
    },
    StepBegan {
        #[serde(with = "TaskDef")]
        task: TaskId,
    },
    StepEnded {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(flatten, with = "StepEndDef")]
        end: StepEnd<'a>,
        #[serde(serialize_with = "place_or_null")]
        place: Option<Place>,
    },
    TimerFired {
        #[serde(with = "TaskDef")]
        task: TaskId,
    },
    Blocked {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(serialize_with = "seconds")]
        until: Nanos,
        #[serde(serialize_with = "known_place")]
        place: Place,
    },
    Printed {
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        #[serde(serialize_with = "thread_or_null")]
        thread: Option<ThreadId>,
        text: &'a str,
        #[serde(serialize_with = "known_place")]
        place: Place,
    },
    Logged {
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        text: &'a str,
    },
    CalledBack {
        #[serde(with = "TaskDef")]
        task: TaskId,
    },
    CancelRequested {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(flatten, with = "CauseDef")]
        cause: Cause,
    },
    CancelDelivered {
        #[serde(with = "TaskDef")]
        task: TaskId,
    },
    RaisedInto {
        #[serde(with = "TaskDef")]
        task: TaskId,
        #[serde(with = "TaskDef")]
        from: TaskId,
    },
    QueueCreated {
        #[serde(with = "QueueDef")]
        queue: QueueId,
        size_max: u32,
    },
    QueuePut {
        #[serde(with = "QueueDef")]
        queue: QueueId,
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        level: u32,
    },
    QueueGot {
        #[serde(with = "QueueDef")]
        queue: QueueId,
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        level: u32,
    },
    FetchBegan {
        #[serde(with = "FetchDef")]
        fetch: FetchId,
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        url: &'a str,
    },
    FetchEnded {
        #[serde(with = "FetchDef")]
        fetch: FetchId,
        status: u16,
    },
    ThreadCreated {
        #[serde(with = "ThreadDef")]
        thread: ThreadId,
        name: &'a str,
    },
    JobBegan {
        #[serde(with = "ThreadDef")]
        thread: ThreadId,
        #[serde(serialize_with = "task_or_null")]
        task: Option<TaskId>,
        #[serde(serialize_with = "known_place")]
        place: Place,
    },
    JobEnded {
        #[serde(with = "ThreadDef")]
        thread: ThreadId,
    },
    MainEnded,
    #[serde(serialize_with = "limit")]
    LimitReached(Limit),
}

#[derive(Serialize)]
#[serde(remote = "Cause", tag = "cause", rename_all = "kebab-case")]
enum CauseDef {
    Loop,
    #[serde(serialize_with = "by")]
    Task(TaskId),
    Timer,
    #[serde(serialize_with = "fetch")]
    Fetch(FetchId),
    #[serde(serialize_with = "thread")]
    Thread(ThreadId),
}

#[derive(Serialize)]
#[serde(remote = "StepEnd", tag = "why", rename_all = "kebab-case")]
enum StepEndDef<'a> {
    Yields,
    Sleeps {
        #[serde(serialize_with = "seconds")]
        until: Nanos,
    },
    #[serde(serialize_with = "other")]
    WaitsForTask(TaskId),
    WaitsForGather {
        tasks: u32,
    },
    WaitsForFuture,
    #[serde(serialize_with = "queue")]
    WaitsToGet(QueueId),
    #[serde(serialize_with = "queue")]
    WaitsToPut(QueueId),
    WaitsForPermit,
    WaitsForLock,
    WaitsForEvent,
    WaitsForCondition,
    WaitsForBarrier,
    #[serde(serialize_with = "queue")]
    WaitsToJoin(QueueId),
    WaitsForAny {
        tasks: u32,
    },
    WaitsForGroup {
        tasks: u32,
    },
    WaitsForThread,
    #[serde(serialize_with = "fetch")]
    Fetches(FetchId),
    #[serde(serialize_with = "result")]
    Returned(&'a str),
    #[serde(serialize_with = "error")]
    Raised(&'a str),
    Cancelled,
}

#[derive(Serialize)]
#[serde(remote = "Place")]
struct PlaceDef {
    file: &'static str,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
#[serde(remote = "ThreadId")]
struct ThreadDef(u32);

#[derive(Serialize)]
#[serde(remote = "TaskId")]
struct TaskDef(u32);

#[derive(Serialize)]
#[serde(remote = "QueueId")]
struct QueueDef(u32);

#[derive(Serialize)]
#[serde(remote = "FetchId")]
struct FetchDef(u32);

fn seconds<S: Serializer>(time: &Nanos, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(time.seconds())
}

fn task_or_null<S: Serializer>(task: &Option<TaskId>, to: S) -> Result<S::Ok, S::Error> {
    task.map(|task| task.0).serialize(to)
}

fn known_place<S: Serializer>(place: &Place, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Known(#[serde(with = "PlaceDef")] Place);
    // Lines count from 1; main is created nowhere in the program.
    let known = (place.line > 0).then_some(Known(*place));
    known.serialize(to)
}

fn place_or_null<S: Serializer>(place: &Option<Place>, to: S) -> Result<S::Ok, S::Error> {
    known_place(&place.unwrap_or(Place::NOWHERE), to)
}

// What a variant holds alone has no name in the runtime; here it gets one.

fn by<S: Serializer>(task: &TaskId, to: S) -> Result<S::Ok, S::Error> {
    named(to, "by", &task.0)
}

fn other<S: Serializer>(task: &TaskId, to: S) -> Result<S::Ok, S::Error> {
    named(to, "other", &task.0)
}

fn queue<S: Serializer>(queue: &QueueId, to: S) -> Result<S::Ok, S::Error> {
    named(to, "queue", &queue.0)
}

fn fetch<S: Serializer>(fetch: &FetchId, to: S) -> Result<S::Ok, S::Error> {
    named(to, "fetch", &fetch.0)
}

fn thread<S: Serializer>(thread: &ThreadId, to: S) -> Result<S::Ok, S::Error> {
    named(to, "thread", &thread.0)
}

fn thread_or_null<S: Serializer>(thread: &Option<ThreadId>, to: S) -> Result<S::Ok, S::Error> {
    thread.map(|thread| thread.0).serialize(to)
}

fn result<S: Serializer>(result: &str, to: S) -> Result<S::Ok, S::Error> {
    named(to, "result", result)
}

fn error<S: Serializer>(error: &str, to: S) -> Result<S::Ok, S::Error> {
    named(to, "error", error)
}

fn limit<S: Serializer>(limit: &Limit, to: S) -> Result<S::Ok, S::Error> {
    named(to, "limit", limit.parts().0)
}

fn named<S: Serializer>(
    to: S,
    name: &'static str,
    value: &(impl Serialize + ?Sized),
) -> Result<S::Ok, S::Error> {
    let mut object = to.serialize_struct("", 1)?;
    object.serialize_field(name, value)?;
    object.end()
}
