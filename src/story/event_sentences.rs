//! What one event of a trace says at a stop: a sentence, or none.
//!
//! It does not depend on the sentences around it: `sentences.rs` puts those together.

use crate::runtime::{Cause, Event, FetchId, StepEnd, TaskId};

use super::phrase::Argument;
use super::{Phrase, StoryView, Word};

/// Returns the sentence of an event, if it has one. Without a task it may be of a callback.
pub(super) fn event_phrase(
    story: StoryView<'_>,
    number: usize,
    event: Event<'_>,
    is_callback: bool,
) -> Option<Phrase> {
    let actor = |task| actor(story, task, is_callback);
    let threaded = |thread| ("thread", story.thread_word(thread));
    let (key, arguments) = match event {
        Event::StepBegan { task } => return step_began(story, task, number),
        Event::StepEnded { task, end, .. } => return Some(step_ended(story, number, task, end)),
        Event::CancelRequested { task, cause } => cancel(story, task, cause),
        Event::Blocked { task, until, .. } => {
            let length = until.since(story.at(number).time);
            let (length, time) = (("seconds", length.into()), ("time", until.into()));
            ("blocks", vec![named(story, task), length, time])
        }
        Event::Printed { thread, text, .. } => {
            let thread = thread.map_or("".into(), |thread| story.thread_word(thread));
            (
                "thread-prints",
                vec![("thread", thread), ("text", text.into())],
            )
        }
        Event::Logged { text, .. } => ("logs", vec![("text", text.into())]),
        Event::CalledBack { task } => ("calls-back", vec![named(story, task)]),
        Event::RaisedInto { task, from } => {
            let other = ("other", story.task_word(from));
            ("raised-into", vec![named(story, task), other])
        }
        Event::CancelDelivered { task } => ("cancel-delivered", vec![named(story, task)]),
        Event::QueuePut { task, level, .. } => ("puts", vec![actor(task), ("count", level.into())]),
        Event::QueueGot { task, level, .. } => ("gets", vec![actor(task), ("count", level.into())]),
        Event::ThreadCreated { name, .. } => ("thread-starts", vec![("thread", name.into())]),
        Event::JobBegan { thread, .. } => ("job-begins", vec![threaded(thread)]),
        Event::JobEnded { thread } => ("job-ends", vec![threaded(thread)]),
        Event::MainEnded => ("main-ended", Vec::new()),
        Event::LoopClosed => {
            let time = ("time", story.at(number).time.into());
            ("run-ends", vec![time])
        }
        Event::LimitReached(limit) => {
            let (name, number) = limit.parts();
            let count = ("count", Word::Number(number as f64));
            ("limit-reached", vec![("limit", name.into()), count])
        }
        _ => return None,
    };
    Some(Phrase::new(key, arguments))
}

/// Returns the argument for the task that had control; without: 1 in a done callback, else 0.
pub(super) fn actor(story: StoryView<'_>, task: Option<TaskId>, is_callback: bool) -> Argument {
    let nameless = u32::from(is_callback).into();
    ("task", task.map_or(nameless, |task| story.task_word(task)))
}

fn named(story: StoryView<'_>, task: TaskId) -> Argument {
    ("task", story.task_word(task))
}

pub(super) fn has_ended(story: StoryView<'_>, task: TaskId, event: usize) -> bool {
    let ended = story.lane(task).and_then(|lane| lane.ending());
    ended.is_some_and(|(at, _)| at.order <= story.at(event).order)
}

fn cancel(story: StoryView<'_>, task: TaskId, cause: Cause) -> (&'static str, Vec<Argument>) {
    let key = match cause {
        Cause::Task(by) => {
            let other = ("other", story.task_word(task));
            return ("cancels", vec![named(story, by), other]);
        }
        _ => "cancels-loop",
    };
    (key, vec![named(story, task)])
}

fn step_began(story: StoryView<'_>, task: TaskId, began: usize) -> Option<Phrase> {
    let lane = story.lane(task)?;
    let cause = match lane.made_ready(began) {
        Some(Event::Scheduled { cause, .. }) => cause,
        _ => Cause::Loop,
    };
    let (key, more) = match cause {
        _ if lane.is_first_step(began) => ("step-first", None),
        Cause::Timer => ("step-timer", None),
        Cause::Fetch(fetch) => return Some(answer(story, task, fetch, began)),
        Cause::Thread(thread) => ("step-thread", Some(("thread", story.thread_word(thread)))),
        Cause::Task(by) if by != task => {
            let is_done = has_ended(story, by, began);
            let key = if is_done { "step-done" } else { "step-woken" };
            (key, Some(("by", story.task_word(by))))
        }
        _ => ("step-again", None),
    };
    let arguments: Vec<_> = [named(story, task)].into_iter().chain(more).collect();
    Some(Phrase::new(key, arguments))
}

/// Returns the sentence of a step that an answer from the network led to.
fn answer(story: StoryView<'_>, task: TaskId, fetch: FetchId, began: usize) -> Phrase {
    let lane = story.lane(task);
    let ready = lane.and_then(|lane| lane.event_before(began)).unwrap_or(0);
    // The transfer ended just before the task was made ready.
    let before = (ready.saturating_sub(8)..ready).rev();
    let mut statuses = before.filter_map(|event| match story.trace().get(event)? {
        Event::FetchEnded { fetch: of, status } if of == fetch => Some(status),
        _ => None,
    });
    let status = u32::from(statuses.next().unwrap_or(0)).into();
    let host = ("host", story.host(fetch).into());
    Phrase::new("step-fetch", [named(story, task), ("status", status), host])
}

fn step_ended(story: StoryView<'_>, number: usize, task: TaskId, end: StepEnd<'_>) -> Phrase {
    let mut arguments = vec![named(story, task)];
    let key = match end {
        StepEnd::Yields => "end-yields",
        StepEnd::Sleeps { until } => {
            let length = until.since(story.at(number).time);
            arguments.extend([("seconds", length.into()), ("time", until.into())]);
            "end-sleeps"
        }
        StepEnd::Waits(wait) => {
            arguments.extend(story.subject_of(wait));
            wait.end_key()
        }
        StepEnd::Returned("None") => "end-finished",
        StepEnd::Returned(value) => {
            arguments.push(("value", value.into()));
            "end-returned"
        }
        StepEnd::Raised(error) => {
            arguments.push(("error", error.into()));
            "end-raised"
        }
        StepEnd::Cancelled => "end-cancelled",
    };
    Phrase::new(key, arguments)
}
