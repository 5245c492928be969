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

use crate::runtime::{Event, TaskId, Wait};
use crate::trace::Edge;

use super::event_sentences::{actor, event_phrase};
use super::{LoopState, Phrase, Stop, StoryView, Word};

/// The most names that a sentence lists before it only counts.
const NAMES_MAX: usize = 4;

/// The most lines that are quoted before they are only counted.
const LINES_MAX: usize = 2;

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

/// Returns what happened on the way to a stop, sentence after sentence.
pub fn phrases(story: StoryView<'_>, stop: &Stop) -> Vec<Phrase> {
    let trace = story.trace();
    let mut sentences = Sentences {
        story,
        stop,
        phrases: Vec::new(),
        created: FirstFew::default(),
        printed: FirstFew::default(),
        printed_by: None,
    };
    if stop.first == 0 {
        sentences.phrases.push(Phrase::new("run-starts", []));
    }
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
    let mut phrases = sentences.phrases;
    // The stop at a line that a thread prints comes after the waiting, which has a stop of its own.
    let prints = phrases.iter().any(|phrase| phrase.key == "thread-prints");
    if stop.task.is_none()
        && !prints
        && let Some(idle) = idle_phrase(story, stop)
    {
        phrases.insert(0, idle);
    }
    if closes(story, stop) {
        phrases.push(Phrase::new("run-ends", [("time", stop.at.time.into())]));
    }
    phrases
}

/// Returns what a live run waits for between its stops, if nothing is ready.
pub fn waits_now(story: StoryView<'_>, state: &LoopState) -> Option<Phrase> {
    if state.running.is_some() || !state.ready.is_empty() {
        return None;
    }
    if let Some((until, task)) = state.timers.first() {
        let arguments = [("time", (*until).into()), ("task", story.task_word(*task))];
        return Some(Phrase::new("waits-timer", arguments));
    }
    let mut waits = state.waiting.iter();
    let is_fetching = waits.any(|(_, wait)| matches!(wait, Wait::Fetch(_)));
    is_fetching.then(|| Phrase::new("waits-fetch", []))
}

/// Returns whether nothing follows a stop but the end of the run.
fn closes(story: StoryView<'_>, stop: &Stop) -> bool {
    let mut has_ended = false;
    for (_, event) in story.trace().events_from(stop.end) {
        match event {
            Event::MainEnded => has_ended = true,
            Event::TickBegan | Event::CalledBack { .. } => {}
            _ => return false,
        }
    }
    has_ended
}

/// Returns what ended the time in which nothing was ready, if a stop is the end of such a time.
fn idle_phrase(story: StoryView<'_>, stop: &Stop) -> Option<Phrase> {
    let next = story.trace().events_from(stop.end).take(4);
    let time = ("time", stop.at.time.into());
    let by = |thread| {
        let thread = ("thread", story.thread_word(thread));
        Phrase::new("idle-thread", [time.clone(), thread])
    };
    let mut events = next.map(|(_, event)| event);
    events.find_map(|event| match event {
        Event::TimerFired { task } => {
            let task = ("task", story.task_word(task));
            Some(Phrase::new("idle-timer", [time.clone(), task]))
        }
        Event::JobEnded { thread } => Some(by(thread)),
        Event::Printed { thread, .. } => thread.map(by),
        Event::FetchEnded { .. } => Some(Phrase::new("idle-fetch", [time.clone()])),
        _ => None,
    })
}

struct Sentences<'a> {
    story: StoryView<'a>,
    stop: &'a Stop,
    phrases: Vec<Phrase>,
    /// Tasks created in a row, which share a sentence.
    created: FirstFew<NAMES_MAX>,
    /// Lines printed in a row, which share a sentence if they are many.
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
            Event::CancelDelivered { .. } => {
                self.say_printed();
                // The timer that fired was no sleep, but a timeout.
                if let Some(last) = self.phrases.last_mut().filter(|it| it.key == "step-timer") {
                    last.key = "step-timed-out";
                    return;
                }
            }
            _ => self.say_printed(),
        }
        let phrase = event_phrase(self.story, number, event, self.is_callback());
        self.phrases.extend(phrase);
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
        let mut arguments = vec![("task", by.into()), ("count", created.count.into())];
        let mut key = "creates-many";
        if created.count <= NAMES_MAX {
            key = "creates";
            arguments.push(("names", Word::Names(created.texts)));
        }
        self.phrases.push(Phrase::new(key, arguments));
    }

    fn say_printed(&mut self) {
        let printed = std::mem::take(&mut self.printed);
        if printed.count == 0 {
            return;
        }
        let actor = actor(self.story, self.printed_by, self.is_callback());
        if printed.count > LINES_MAX {
            let arguments = [actor, ("count", printed.count.into())];
            return self.phrases.push(Phrase::new("prints-many", arguments));
        }
        for line in printed.texts {
            let arguments = [actor.clone(), ("text", Word::Text(line))];
            self.phrases.push(Phrase::new("prints", arguments));
        }
    }
}

/// The first `MOST` texts of a row, and how many there were.
#[derive(Default)]
struct FirstFew<const MOST: usize> {
    texts: Vec<String>,
    count: usize,
}

impl<const MOST: usize> FirstFew<MOST> {
    fn push(&mut self, text: &str) {
        self.count += 1;
        if self.count <= MOST {
            self.texts.push(text.into());
        }
    }
}
