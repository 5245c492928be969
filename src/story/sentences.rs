//! What is said at a stop: short sentences, as keys of messages with arguments.
//!
//! The keys are those of the language files. A sentence names the tasks, the reason and the time;
//! the page puts it into the reader's language. What one event says is in `event_sentences.rs`;
//! here events in a row are put together, and the sentences of a stop into order.
//!
//! The entries of all stops are the transcript: the picture in words, for readers who do not see it.
//! It says what stepping through the run says, so that the two can never differ. Entries are read
//! from the trace when they are asked for: a run of a million steps has a million.

use std::ops::Range;

use crate::runtime::{Cause, Event, Nanos, TaskId, Wait};
use crate::trace::Edge;

use super::event_sentences::{actor, event_phrase, has_ended, says_cancelled};
use super::phrase::Argument;
use super::{Job, LoopState, Phrase, Stop, StopKind, StoryView, Timer, TimerKind, Word};

/// The most names that a sentence lists before it only counts.
const NAMES_MAX: usize = 4;

/// The most lines that are quoted before they are counted.
const LINES_MAX: usize = 6;

/// What is said at one stop of the playhead.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where the playhead stands, which task has control, and which events led there.
    pub stop: Stop,
    /// What happened since the stop before, sentence after sentence.
    pub phrases: Vec<Phrase>,
}

impl<'a> StoryView<'a> {
    /// Returns the transcript from entry number `first` on: what is said at each stop.
    pub fn entries_from(self, first: usize) -> impl Iterator<Item = Entry> + 'a {
        let stops = (first..self.stop_count()).filter_map(move |number| self.stop(number));
        stops.map(move |stop| Entry {
            phrases: phrases(self, &stop),
            stop,
        })
    }
}

/// Returns what is said at a stop, sentence after sentence: what happened on the way to the stop, or
/// what the loop waits for from there on.
pub fn phrases(story: StoryView<'_>, stop: &Stop) -> Vec<Phrase> {
    if stop.kind == StopKind::Waiting {
        return vec![waiting_phrase(story, stop.end)];
    }
    let trace = story.trace();
    let mut sentences = Sentences {
        story,
        stop,
        phrases: Vec::new(),
        created: FirstFew::default(),
        left: FirstFew::default(),
        left_by: None,
        callbacks: Vec::new(),
        printed: FirstFew::default(),
        printed_by: None,
    };
    let mut first = stop.first;
    while first < stop.end {
        // Tasks are created by the million: in a row they are counted, and not read.
        let edges = trace.edges_from(first).take(stop.end - first);
        let creations = edges.take_while(|edge| *edge == Edge::Creation).count();
        if creations > 0 {
            sentences.say_printed();
            sentences.add_created(first..first + creations);
        } else if let Some(event) = trace.get(first) {
            sentences.say_created();
            sentences.add_event(first, event);
        }
        first += creations.max(1);
    }
    sentences.say_printed();
    sentences.say_created();
    sentences.say_left();
    sentences.say_callbacks();
    let mut phrases = sentences.phrases;
    if stop.kind == StopKind::Start
        && let Some(Event::StepBegan { task }) = trace.get(stop.end)
    {
        phrases.push(Phrase::new("run-starts", [("task", story.task_word(task))]));
    }
    phrases
}

/// Returns what the loop waits for at the end of the trace, if nothing is ready there.
pub fn waits_now(story: StoryView<'_>, state: &LoopState) -> Option<Phrase> {
    let name = |task: &TaskId| story.name(*task);
    if let Some(first) = state.timers.first() {
        let is_due = |timer: &&Timer| (timer.until, timer.kind) == (first.until, first.kind);
        let mut due = FirstFew::default();
        let timers = state.timers.iter().take_while(is_due);
        timers.for_each(|timer| due.push(name(&timer.task)));
        return Some(match first.kind {
            TimerKind::Sleep => due.phrase_at("waits-timer", "waits-timer-many", first.until),
            TimerKind::Deadline => {
                due.phrase_at("waits-deadline", "waits-deadline-many", first.until)
            }
        });
    }
    let (mut fetches, mut url) = (FirstFew::default(), "");
    for (task, wait) in &state.waiting {
        if let Wait::Fetch(fetch) = wait {
            fetches.push(name(task));
            url = story.url(*fetch);
        }
    }
    let threads = story.threads().zip(&state.threads);
    let mut busy = threads.filter(|(_, job)| **job != Job::None);
    if fetches.count > 0 {
        let count = ("count", fetches.count.into());
        let arguments = [count, ("url", url.into())];
        return Some(fetches.phrase("fetches-now", "fetches-now-many", arguments));
    }
    let (thread, _) = busy.next()?;
    Some(Phrase::new(
        "thread-now",
        [("thread", thread.name().into())],
    ))
}

/// Returns what the loop waits for from an event on, as far as the events say that follow.
fn waiting_phrase(story: StoryView<'_>, end: usize) -> Phrase {
    let mut events = story.trace().events_from(end).peekable();
    let Some((until, _)) = events.peek().copied() else {
        return Phrase::new("waits", []);
    };
    let (mut wakes, mut deadlines) = (FirstFew::default(), FirstFew::default());
    let (mut answers, mut url, mut thread) = (FirstFew::default(), "", None);
    for (at, event) in events {
        match event {
            Event::TimerFired { task } => wakes.push(story.name(task)),
            Event::DeadlinePassed { task, .. } => deadlines.push(story.name(task)),
            Event::FetchEnded { fetch, .. } => {
                let task = story.fetching_task(fetch);
                url = story.url(fetch);
                answers.push(task.map_or("", |task| story.name(task)));
            }
            Event::JobEnded { thread: by } => {
                thread.get_or_insert(by);
            }
            Event::Printed {
                thread: Some(by), ..
            } => {
                thread.get_or_insert(by);
            }
            _ => {}
        }
        let counts = [wakes.count, deadlines.count, answers.count];
        let is_long = counts.iter().any(|count| *count > NAMES_MAX);
        if is_long || at != until || matches!(event, Event::StepBegan { .. }) {
            break;
        }
    }
    match thread {
        _ if wakes.count > 0 => wakes.phrase_at("waits-timer", "waits-timer-many", until),
        _ if deadlines.count > 0 => {
            deadlines.phrase_at("waits-deadline", "waits-deadline-many", until)
        }
        _ if answers.count > 0 => {
            let mut phrase = answers.phrase_at("waits-fetch", "waits-fetch-many", until);
            phrase.arguments.push(("url", url.into()));
            phrase
        }
        Some(thread) => {
            let thread = ("thread", story.thread_word(thread));
            Phrase::new("waits-thread", [("time", until.into()), thread])
        }
        None => Phrase::new("waits-until", [("time", until.into())]),
    }
}

struct Sentences<'a> {
    story: StoryView<'a>,
    stop: &'a Stop,
    phrases: Vec<Phrase>,
    /// Tasks created in a row, which share a sentence.
    created: FirstFew<NAMES_MAX>,
    /// Tasks that are cancelled since another one has ended, which share a sentence.
    left: FirstFew<NAMES_MAX>,
    /// The task that failed in their group; none if main has ended.
    left_by: Option<TaskId>,
    /// The tasks whose done callbacks became ready.
    callbacks: Vec<TaskId>,
    /// Lines printed in a row, which share a sentence.
    printed: FirstFew<LINES_MAX>,
    /// The task that printed these lines, if one did.
    printed_by: Option<TaskId>,
}

impl Sentences<'_> {
    fn add_event(&mut self, number: usize, event: Event<'_>) {
        match event {
            Event::Printed { thread, .. } if thread.is_some() => {}
            Event::Printed { task, text, .. } => {
                self.printed_by = task;
                return self.printed.push(text);
            }
            Event::CancelRequested { task, cause } if self.is_left(number, cause) => {
                if let Cause::Task(failed) = cause {
                    self.left_by = Some(failed);
                }
                return self.left.push(self.story.name(task));
            }
            // It is said already that the deadline cancels what the task waits for.
            Event::CancelRequested { task, .. } if self.is_deadline(number, task) => return,
            Event::CallbackReady { task } => {
                self.callbacks.push(task);
                return self.callbacks.dedup();
            }
            // It is said already that the loop closes.
            Event::MainEnded if self.closes() => return,
            _ if self
                .phrases
                .last()
                .is_some_and(|it| it.key == "cancelled-before") =>
            {
                return;
            }
            Event::CancelDelivered { .. } => {
                if self.phrases.last().is_some_and(|it| says_cancelled(it.key)) {
                    return;
                }
            }
            _ => self.say_printed(),
        }
        let phrase = event_phrase(self.story, number, event, self.is_callback());
        self.phrases.extend(phrase);
    }

    /// Returns whether a task is asked to stop because another one has ended: main, or a task that
    /// failed in the same group.
    fn is_left(&self, number: usize, cause: Cause) -> bool {
        match cause {
            Cause::Loop => has_ended(self.story, TaskId(0), number),
            Cause::Task(by) => {
                self.stop.kind == StopKind::Loop && has_ended(self.story, by, number)
            }
            _ => false,
        }
    }

    /// Returns whether a task is asked to stop because its deadline has passed.
    fn is_deadline(&self, number: usize, task: TaskId) -> bool {
        let before = number.checked_sub(1);
        let before = before.and_then(|before| self.story.trace().get(before));
        matches!(before, Some(Event::DeadlinePassed { task: of, .. }) if of == task)
    }

    fn closes(&self) -> bool {
        let last = self.story.trace().get(self.stop.end - 1);
        matches!(last, Some(Event::LoopClosed))
    }

    /// Returns whether what has no task happens in a done callback.
    fn is_callback(&self) -> bool {
        self.phrases.iter().any(|it| it.key == "calls-back")
    }

    /// Counts the tasks that a step created with these events.
    fn add_created(&mut self, events: Range<usize>) {
        let mut tasks = self.story.created_in(events);
        let first = self.story.lane(TaskId(tasks.start));
        // A task that a callback creates has no creator that a sentence could name.
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
        let by = self.stop.task.map_or("", |task| self.story.name(task));
        let count = ("count", created.count.into());
        let arguments = [("task", by.into()), count];
        let phrase = created.phrase("creates", "creates-many", arguments);
        self.phrases.push(phrase);
    }

    fn say_left(&mut self) {
        let left = std::mem::take(&mut self.left);
        if left.count > 0 {
            let count = ("count", left.count.into());
            self.phrases.push(match self.left_by.take() {
                None => left.phrase("cancels-left", "cancels-left-many", [count]),
                Some(by) => {
                    let by = ("task", self.story.task_word(by));
                    left.phrase("cancels-group", "cancels-group-many", [by, count])
                }
            });
        }
    }

    fn say_callbacks(&mut self) {
        for task in std::mem::take(&mut self.callbacks) {
            let task = ("task", self.story.task_word(task));
            self.phrases.push(Phrase::new("callback-ready", [task]));
        }
    }

    fn say_printed(&mut self) {
        let printed = std::mem::take(&mut self.printed);
        if printed.count == 0 {
            return;
        }
        let actor = actor(self.story, self.printed_by, self.is_callback());
        let phrase = match &printed.texts[..] {
            [line] => Phrase::new("prints", [actor, ("text", line.as_str().into())]),
            [first, ..] if printed.count > LINES_MAX => {
                let count = ("count", printed.count.into());
                let last = ("last", printed.last.as_str().into());
                let first = ("text", first.as_str().into());
                Phrase::new("prints-many", [actor, count, first, last])
            }
            lines => {
                let lines = Word::Names(lines.iter().map(|line| quoted(line)).collect());
                Phrase::new("prints-lines", [actor, ("names", lines)])
            }
        };
        self.phrases.push(phrase);
    }
}

/// Returns a text in quotation marks, which all languages share.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("“");
    quoted.push_str(text);
    quoted.push('”');
    quoted
}

/// The first `MOST` texts of a row, the last, and how many there were.
#[derive(Default)]
struct FirstFew<const MOST: usize> {
    texts: Vec<String>,
    last: String,
    count: usize,
}

impl<const MOST: usize> FirstFew<MOST> {
    fn push(&mut self, text: &str) {
        self.count += 1;
        if self.count <= MOST {
            self.texts.push(text.into());
        } else {
            self.last.clear();
            self.last.push_str(text);
        }
    }
}

impl FirstFew<NAMES_MAX> {
    /// Makes the sentence `few`, which lists the texts, or `many` if they are too many.
    fn phrase(
        self,
        few: &'static str,
        many: &'static str,
        arguments: impl Into<Vec<Argument>>,
    ) -> Phrase {
        let key = if self.count > NAMES_MAX { many } else { few };
        let mut arguments = arguments.into();
        arguments.push(("names", Word::Names(self.texts)));
        Phrase { key, arguments }
    }

    fn phrase_at(self, few: &'static str, many: &'static str, time: Nanos) -> Phrase {
        let count = ("count", self.count.into());
        self.phrase(few, many, [count, ("time", time.into())])
    }
}
