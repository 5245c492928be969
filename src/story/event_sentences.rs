//! What one event of a trace says at a stop: a sentence, or none.
//!
//! It does not depend on the sentences around it: `sentences.rs` puts those together.

use crate::runtime::{Cause, Event, FetchId, Nanos, StepEnd, TaskId, Wait};

use super::phrase::Argument;
use super::{Phrase, StoryView, Word};

/// How many events before an await a gather is looked for: it is made just before, and rarely earlier.
const GATHERED_AGO_MAX: usize = 64;

/// Returns the sentence of an event, if it has one. Without a task it may be of a callback.
pub(super) fn event_phrase(
    story: StoryView<'_>,
    number: usize,
    event: Event<'_>,
    is_callback: bool,
) -> Option<Phrase> {
    let until_of = |until: Nanos| ("time", until.into());
    let (key, arguments) = match event {
        Event::StepBegan { task } => return step_began(story, task, number),
        Event::StepEnded { task, end, .. } => return Some(step_ended(story, number, task, end)),
        Event::CancelRequested { task, cause } => {
            let other = ("other", story.task_word(task));
            match cause {
                // In a callback the cause is the task that is done.
                Cause::Task(by) => {
                    let by = actor(story, Some(by).filter(|_| !is_callback), is_callback);
                    ("cancels", vec![by, other])
                }
                _ => ("cancels-loop", vec![named(story, task)]),
            }
        }
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
        Event::Warned { text, .. } => ("warns", vec![("text", text.into())]),
        Event::CalledBack { task } => ("calls-back", vec![named(story, task)]),
        Event::RaisedInto { task, from } => {
            let other = ("other", story.task_word(from));
            ("raised-into", vec![named(story, task), other])
        }
        Event::CancelDelivered { task } => ("cancel-delivered", vec![named(story, task)]),
        Event::DeadlineSet { task, until } => {
            let length = until.since(story.at(number).time);
            let (length, time) = (("seconds", length.into()), ("time", until.into()));
            ("sets-deadline", vec![named(story, task), length, time])
        }
        Event::DeadlineRemoved { task, until } => (
            "removes-deadline",
            vec![named(story, task), until_of(until)],
        ),
        Event::DeadlinePassed { task, until } => {
            ("deadline-passes", vec![named(story, task), until_of(until)])
        }
        _ => return phrase_of_thing(story, number, event, is_callback),
    };
    Some(Phrase::new(key, arguments))
}

/// Returns the sentence of an event of a queue, a thread or the loop itself, if it has one.
fn phrase_of_thing(
    story: StoryView<'_>,
    number: usize,
    event: Event<'_>,
    is_callback: bool,
) -> Option<Phrase> {
    let actor = |task| actor(story, task, is_callback);
    let threaded = |thread| ("thread", story.thread_word(thread));
    let (key, arguments) = match event {
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

/// Returns why a step began.
fn step_began(story: StoryView<'_>, task: TaskId, began: usize) -> Option<Phrase> {
    let lane = story.lane(task)?;
    let cause = match lane.made_ready(began) {
        Some(Event::Scheduled { cause, .. }) => cause,
        _ => Cause::Loop,
    };
    let is_cancelled = is_cancelled(story, task, began);
    let (key, more) = match cause {
        _ if lane.is_first_step(began) && is_cancelled => ("cancelled-before", None),
        _ if lane.is_first_step(began) => ("step-first", None),
        Cause::Timer if is_cancelled => ("step-timed-out", None),
        Cause::Timer if story.waited(task, began).is_none() => ("step-timer", None),
        Cause::Timer => ("step-alarm", None),
        Cause::Fetch(fetch) => return Some(answer(story, task, fetch, began)),
        Cause::Thread(thread) => ("step-thread", Some(("thread", story.thread_word(thread)))),
        Cause::Task(by) if by != task => return Some(woken(story, task, by, began)),
        Cause::Loop if is_cancelled => ("step-cancelled-loop", None),
        _ => ("step-again", None),
    };
    let arguments: Vec<_> = [named(story, task)].into_iter().chain(more).collect();
    Some(Phrase::new(key, arguments))
}

/// Returns whether a cancellation reaches a task as a step begins.
pub(super) fn is_cancelled(story: StoryView<'_>, task: TaskId, began: usize) -> bool {
    let next = story.trace().get(began + 1);
    matches!(next, Some(Event::CancelDelivered { task: of }) if of == task)
}

/// Returns whether the sentence of a step that begins says that a cancellation reaches the task.
pub(super) fn says_cancelled(key: &str) -> bool {
    matches!(
        key,
        "cancelled-before"
            | "step-timed-out"
            | "step-cancelled"
            | "step-cancelled-group"
            | "step-cancelled-loop"
            | "step-done-cancelled"
    )
}

/// Returns the sentence of a step of a task that another one made ready: what that one did depends
/// on what the task waited for.
fn woken(story: StoryView<'_>, task: TaskId, by: TaskId, began: usize) -> Phrase {
    let waited = story.waited(task, began);
    let next = story.trace().get(began + 1);
    let is_raised = matches!(next, Some(Event::RaisedInto { .. }));
    let is_done = has_ended(story, by, began);
    let is_cancelled = is_cancelled(story, task, began);
    let ready = story.lane(task).and_then(|lane| lane.event_before(began));
    let had_ended = has_ended(story, by, ready.unwrap_or(began));
    let mut arguments = vec![named(story, task), ("by", story.task_word(by))];
    let key = match waited {
        Some(Wait::Task(_) | Wait::Gather(_)) if is_done && is_cancelled => "step-done-cancelled",
        Some(Wait::Task(_) | Wait::Gather(_) | Wait::Next(_) | Wait::Any(_))
            if is_done && is_raised =>
        {
            "step-done"
        }
        // A task that has ended cancels no other, but a group of tasks does when one fails.
        _ if is_cancelled && had_ended => "step-cancelled-group",
        _ if is_cancelled => "step-cancelled",
        Some(Wait::Gather(left)) if is_done => {
            let total = story.gathered(task, began).unwrap_or(left);
            arguments.push(("count", total.into()));
            if total > 1 {
                "step-gathered"
            } else {
                "step-done"
            }
        }
        Some(Wait::Every(total)) if is_done && total > 1 => {
            arguments.push(("count", total.into()));
            "step-gathered"
        }
        Some(Wait::Group(_)) if is_done => "step-group",
        Some(Wait::Any(_) | Wait::First(_) | Wait::Error(_)) if is_done => "step-any",
        Some(Wait::Permit) => "step-permit",
        Some(Wait::Lock) => "step-lock",
        Some(Wait::Event) => "step-event",
        Some(Wait::Condition) => "step-condition",
        Some(Wait::Barrier) => "step-barrier",
        Some(Wait::Get(_)) => "step-get",
        Some(Wait::Put(_)) => "step-put",
        Some(Wait::Join(_)) => "step-join",
        Some(Wait::Task(_) | Wait::Next(_) | Wait::Every(_)) if is_done => "step-done",
        _ => "step-woken",
    };
    Phrase::new(key, arguments)
}

impl StoryView<'_> {
    /// Returns the event with which the step of a task ended before the one that `began` began.
    pub(super) fn end_before(self, task: TaskId, began: usize) -> Option<usize> {
        let lane = self.lane(task)?;
        lane.event_before(lane.event_before(began)?)
    }

    /// Returns what a task waited for before a step, if it was no timer.
    fn waited(self, task: TaskId, began: usize) -> Option<Wait> {
        match self.trace().get(self.end_before(task, began)?)? {
            Event::StepEnded {
                end: StepEnd::Waits(wait),
                ..
            } => Some(wait),
            _ => None,
        }
    }

    /// Returns how many tasks had been gathered, done or not, where a task waited before a step.
    fn gathered(self, task: TaskId, began: usize) -> Option<u32> {
        self.gathered_before(task, self.end_before(task, began)?)
    }

    /// Returns how many tasks a task had gathered, done or not, shortly before an event.
    fn gathered_before(self, task: TaskId, event: usize) -> Option<u32> {
        let before = (event.saturating_sub(GATHERED_AGO_MAX)..event).rev();
        before
            .map_while(|event| self.trace().get(event))
            .find_map(|event| match event {
                Event::Gathered { task: by, count } if by == Some(task) => Some(count),
                _ => None,
            })
    }
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
            match (wait, story.gathered_before(task, number)) {
                (Wait::Gather(left), Some(total)) if left < total => {
                    let done = ("done", (total - left).into());
                    arguments.extend([("total", total.into()), done]);
                    "end-waits-for-rest"
                }
                _ => wait.end_key(),
            }
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
