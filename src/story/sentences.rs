//! What is said at a stop: short sentences, as keys of messages with arguments.
//!
//! The keys are those of the language files. A sentence names the tasks, the reason and the time;
//! the page puts it into the reader's language.

use std::ops::Range;

use crate::runtime::{Cause, Event, FetchId, Nanos, StepEnd, TaskId, ThreadId, Wait};
use crate::trace::{Edge, Trace};

use super::first_few::Counted;
use super::loop_state::LoopState;
use super::phrase::{Phrase, Word};
use super::stop::Stop;
use super::view::StoryView;

/// The most names that a sentence lists before it only counts.
const NAMES_MAX: usize = 4;

/// The most lines that are quoted before they are only counted.
const LINES_MAX: usize = 2;

/// Returns what happened on the way to a stop, sentence after sentence.
#[must_use]
pub fn phrases(story: StoryView<'_>, stop: &Stop) -> Vec<Phrase> {
    let trace = story.trace();
    let mut teller = Teller {
        story,
        stop,
        said: Vec::new(),
        created: Counted::default(),
        printed: Counted::default(),
        printed_by: None,
    };
    if stop.first == 0 {
        teller.say("run-starts", []);
    }
    let mut first = stop.first;
    while first < stop.end {
        // Tasks are created by the million: in a row they are counted, and not read.
        let edges = trace.edges_from(first).take(stop.end - first);
        let creations = edges.take_while(|edge| *edge == Edge::Creation).count();
        if creations > 0 {
            teller.say_printed();
            teller.add_created(first..first + creations);
        } else if let Some((at, event)) = trace.events_from(first).next() {
            teller.say_created();
            if !matches!(event, Event::Printed { .. }) {
                teller.say_printed();
            }
            teller.event(at, first, event);
        }
        first += creations.max(1);
    }
    teller.say_printed();
    teller.say_created();
    // A stop at a line that a thread prints comes behind the waiting, which has its own.
    let prints = teller.said.iter().any(|said| said.key == "thread-prints");
    if stop.task.is_none() && !prints {
        teller.waiting(trace, stop);
    }
    if closes(trace, stop) {
        teller.say("run-ends", [("time", seconds(stop.at.time))]);
    }
    teller.said
}

/// Returns what a live run waits for between its stops, if nothing is ready.
#[must_use]
pub fn waits_now(story: StoryView<'_>, inside: &LoopState) -> Option<Phrase> {
    if inside.running.is_some() || !inside.ready.is_empty() {
        return None;
    }
    let fetches = |(_, wait): &(TaskId, Wait)| matches!(wait, Wait::Fetch(_));
    let (key, arguments) = match inside.timers.first() {
        Some((until, task)) => {
            let task = Word::Text(story.name(*task).to_string());
            (
                "waits-timer",
                vec![("time", seconds(*until)), ("task", task)],
            )
        }
        None if inside.waiting.iter().any(fetches) => ("waits-fetch", Vec::new()),
        None => return None,
    };
    Some(Phrase { key, arguments })
}

/// Says whether nothing follows a stop but the end of the run.
fn closes(trace: &Trace, stop: &Stop) -> bool {
    let mut has_ended = false;
    for (_, event) in trace.events_from(stop.end) {
        match event {
            Event::MainEnded => has_ended = true,
            Event::TickBegan | Event::CalledBack { .. } => {}
            _ => return false,
        }
    }
    has_ended
}

struct Teller<'a> {
    story: StoryView<'a>,
    stop: &'a Stop,
    said: Vec<Phrase>,
    /// Tasks created in a row, to be told together.
    created: Counted<NAMES_MAX>,
    /// Lines printed in a row, to be told together if they are many.
    printed: Counted<LINES_MAX>,
    /// The task that printed them, if one did.
    printed_by: Option<TaskId>,
}

impl Teller<'_> {
    fn say<const N: usize>(&mut self, key: &'static str, arguments: [(&'static str, Word); N]) {
        self.said.push(Phrase {
            key,
            arguments: arguments.into(),
        });
    }

    fn say_of(&mut self, key: &'static str, task: TaskId) {
        let task = self.name(task);
        self.say(key, [("task", task)]);
    }

    fn name(&self, task: TaskId) -> Word {
        Word::Text(self.story.name(task).to_string())
    }

    /// Returns the name of the task that had control. Where none had it, the messages know two
    /// numbers: 1 for a done callback, 0 for the program outside its tasks.
    fn actor(&self, task: Option<TaskId>) -> (&'static str, Word) {
        let is_callback = self.said.iter().any(|said| said.key == "calls-back");
        let nameless = Word::Number(f64::from(u8::from(is_callback)));
        ("task", task.map_or(nameless, |task| self.name(task)))
    }

    fn thread(&self, thread: ThreadId) -> Word {
        Word::Text(self.story.thread_name(thread).to_string())
    }

    /// Counts the tasks that a step created with these events.
    fn add_created(&mut self, events: Range<usize>) {
        let mut tasks = self.story.created_in(events);
        let first = self.story.lane(TaskId(tasks.start));
        // What a callback creates has no creator to be told of.
        if first.is_none_or(|lane| lane.parent().is_none()) {
            return;
        }
        for task in tasks.by_ref().take(NAMES_MAX) {
            self.created.push(self.story.name(TaskId(task)));
        }
        self.created.count += tasks.len();
    }

    fn say_created(&mut self) {
        let created = std::mem::take(&mut self.created);
        if created.count == 0 {
            return;
        }
        let by = self
            .stop
            .task
            .map_or(Word::Text(String::new()), |task| self.name(task));
        let (count, names) = (Word::Number(created.count as f64), created.texts);
        if created.count > NAMES_MAX {
            self.say("creates-many", [("task", by), ("count", count)]);
        } else {
            self.say(
                "creates",
                [
                    ("task", by),
                    ("count", count),
                    ("names", Word::Names(names)),
                ],
            );
        }
    }

    fn say_printed(&mut self) {
        let printed = std::mem::take(&mut self.printed);
        let actor = self.actor(self.printed_by);
        if printed.count > LINES_MAX {
            let count = Word::Number(printed.count as f64);
            return self.say("prints-many", [actor, ("count", count)]);
        }
        for line in printed.texts {
            self.say("prints", [actor.clone(), ("text", Word::Text(line))]);
        }
    }

    fn event(&mut self, at: Nanos, number: usize, event: Event<'_>) {
        match event {
            Event::StepBegan { task } => self.step_began(task, number),
            Event::StepEnded { task, end, .. } => self.step_ended(at, task, end),
            Event::Blocked { task, until, .. } => {
                let (task, length) = (self.name(task), seconds(until.since(at)));
                self.say(
                    "blocks",
                    [
                        ("task", task),
                        ("seconds", length),
                        ("time", seconds(until)),
                    ],
                );
            }
            Event::Printed {
                thread: Some(thread),
                text,
                ..
            } => {
                let (thread, text) = (self.thread(thread), Word::Text(text.to_string()));
                self.say("thread-prints", [("thread", thread), ("text", text)]);
            }
            Event::Printed { task, text, .. } => {
                self.printed_by = task;
                self.printed.push(text);
            }
            Event::Logged { text, .. } => {
                self.say("logs", [("text", Word::Text(text.to_string()))]);
            }
            Event::CalledBack { task } => self.say_of("calls-back", task),
            Event::CancelRequested {
                task,
                cause: Cause::Task(by),
            } => {
                let (by, other) = (self.name(by), self.name(task));
                self.say("cancels", [("task", by), ("other", other)]);
            }
            // A timer asks while main runs; when main has ended, the loop cancels what is left.
            Event::CancelRequested { task, .. } if self.has_ended(TaskId(0), number) => {
                self.say_of("cancels-left", task);
            }
            Event::CancelRequested { task, .. } => self.say_of("cancels-loop", task),
            Event::RaisedInto { task, from } => {
                let (task, other) = (self.name(task), self.name(from));
                self.say("raised-into", [("task", task), ("other", other)]);
            }
            Event::CancelDelivered { task } => match self.said.last_mut() {
                // What came due was no sleep, but the time that it was given.
                Some(said) if said.key == "step-timer" => said.key = "step-timed-out",
                _ => self.say_of("cancel-delivered", task),
            },
            Event::QueuePut { task, level, .. } => self.say_level("puts", task, level),
            Event::QueueGot { task, level, .. } => self.say_level("gets", task, level),
            Event::FetchEnded { fetch, status } => self.say_answer(fetch, status),
            Event::ThreadCreated { name, .. } => {
                self.say("thread-starts", [("thread", Word::Text(name.into()))]);
            }
            Event::JobBegan { thread, .. } => {
                let thread = self.thread(thread);
                self.say("job-begins", [("thread", thread)]);
            }
            Event::JobEnded { thread } => {
                let thread = self.thread(thread);
                self.say("job-ends", [("thread", thread)]);
            }
            Event::MainEnded => self.say("main-ended", []),
            Event::LimitReached(limit) => {
                let (name, number) = limit.parts();
                let (limit, count) = (Word::Text(name.into()), Word::Number(number as f64));
                self.say("limit-reached", [("limit", limit), ("count", count)]);
            }
            _ => {}
        }
    }

    /// Says whether a task has ended when an event happens.
    fn has_ended(&self, task: TaskId, event: usize) -> bool {
        let ended = self.story.lane(task).and_then(|lane| lane.ending());
        let here = self.story.at(event);
        ended.is_some_and(|(at, _)| at.order <= here.order)
    }

    fn say_level(&mut self, key: &'static str, task: Option<TaskId>, level: u32) {
        let (actor, count) = (self.actor(task), Word::Number(f64::from(level)));
        self.say(key, [actor, ("count", count)]);
    }

    fn say_answer(&mut self, fetch: FetchId, status: u16) {
        let actor = self.actor(self.story.fetching_task(fetch));
        let host = Word::Text(self.story.host(fetch).to_string());
        let status = Word::Number(f64::from(status));
        self.say("answers", [actor, ("status", status), ("host", host)]);
    }

    fn step_began(&mut self, task: TaskId, began: usize) {
        let name = self.name(task);
        let Some(lane) = self.story.lane(task) else {
            return;
        };
        if lane.is_first_step(began) {
            return self.say("step-first", [("task", name)]);
        }
        let cause = match lane.made_ready(began) {
            Some(Event::Scheduled { cause, .. }) => cause,
            _ => Cause::Loop,
        };
        match cause {
            Cause::Timer => self.say("step-timer", [("task", name)]),
            Cause::Fetch(_) => self.say("step-fetch", [("task", name)]),
            Cause::Thread(thread) => {
                let thread = self.thread(thread);
                self.say("step-thread", [("task", name), ("thread", thread)]);
            }
            Cause::Task(by) if by != task => {
                let is_done = self.has_ended(by, began);
                let by = self.name(by);
                let key = if is_done { "step-done" } else { "step-woken" };
                self.say(key, [("task", name), ("by", by)]);
            }
            _ => self.say("step-again", [("task", name)]),
        }
    }

    fn step_ended(&mut self, at: Nanos, task: TaskId, end: StepEnd<'_>) {
        let text = |name, text: &str| Some((name, Word::Text(text.into())));
        let (key, more) = match end {
            StepEnd::Yields => ("end-yields", None),
            StepEnd::Sleeps { until } => {
                let length = Some(("seconds", seconds(until.since(at))));
                ("end-sleeps", length)
            }
            StepEnd::Waits(wait) => (wait.end_key(), self.story.subject_of(wait)),
            StepEnd::Returned("None") => ("end-finished", None),
            StepEnd::Returned(value) => ("end-returned", text("value", value)),
            StepEnd::Raised(error) => ("end-raised", text("error", error)),
            StepEnd::Cancelled => ("end-cancelled", None),
        };
        let mut arguments = vec![("task", self.name(task))];
        arguments.extend(more);
        if let StepEnd::Sleeps { until } = end {
            arguments.push(("time", seconds(until)));
        }
        self.said.push(Phrase { key, arguments });
    }

    /// Tells of the time in which nothing was ready.
    fn waiting(&mut self, trace: &Trace, stop: &Stop) {
        let next = trace.events_from(stop.end).map(|(_, event)| event).take(4);
        let time = ("time", seconds(stop.at.time));
        for event in next {
            match event {
                Event::TimerFired { task } => {
                    let task = ("task", self.name(task));
                    self.said.insert(
                        0,
                        Phrase {
                            key: "idle-timer",
                            arguments: vec![time, task],
                        },
                    );
                    return;
                }
                Event::JobEnded { thread }
                | Event::Printed {
                    thread: Some(thread),
                    ..
                } => {
                    let key = "idle-thread";
                    let arguments = vec![time, ("thread", self.thread(thread))];
                    self.said.insert(0, Phrase { key, arguments });
                    return;
                }
                Event::FetchEnded { .. } => {
                    self.said.insert(
                        0,
                        Phrase {
                            key: "idle-fetch",
                            arguments: vec![time],
                        },
                    );
                    return;
                }
                _ => {}
            }
        }
    }
}

fn seconds(length: Nanos) -> Word {
    Word::Seconds(length.seconds())
}
