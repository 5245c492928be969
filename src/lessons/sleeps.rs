//! The sleeps of a run: how long each task slept, sleep by sleep, and which parameter sets each length.
//!
//! A reader may drag the end of a sleep if a value of the lesson is the sleep's length. To find that
//! value the lesson runs once more with each length of time a little longer, each by another
//! number of microseconds. A sleep that was as long as the value's old length, and is now as long as
//! its new length, takes its length from that value. A length that is computed from several values,
//! or equals one by coincidence, does not.
//!
//! A call that blocks the loop is a sleep here, too, and so is a job that blocks a thread: a parameter
//! sets their lengths in the same way.

use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::Arguments;
use super::length::Length;
use super::lesson::Lesson;
use super::parameter::Kind;
use crate::crawl::NoHtml;
use crate::runtime::{Cause, Event, Nanos, Observer, Run, RunOptions, StepEnd};
use crate::story::Party;

/// A stretch in which a task slept, or blocked the loop, or a thread worked, for a length that the program
/// gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slept {
    /// The number of the event that starts the sleep.
    pub event: usize,
    /// When the sleep was due to end.
    pub until: Nanos,
    /// The length that the program gave.
    pub length: Nanos,
    /// How many steps the run had taken before the sleep ended.
    pub steps: u64,
    /// The value that sets the length.
    pub source: Option<Length>,
}

/// A sleep that every run of the lesson has: the nth sleep of a task, or of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// The task or the thread.
    pub of: Party,
    /// How many times it slept before.
    pub number: usize,
}

/// The sleeps of a run, task by task and thread by thread.
#[derive(Clone, Debug, Default)]
pub struct Sleeps {
    of_tasks: Vec<Vec<Slept>>,
    of_threads: Vec<Vec<Slept>>,
    /// What each thread does: the event and the moment at which its job began.
    jobs: Vec<(usize, Nanos)>,
    events: usize,
    steps: u64,
}

impl Sleeps {
    /// Finds the sleeps among the events of a run, from the first event on.
    pub fn among<'a>(events: impl Iterator<Item = (Nanos, Event<'a>)>) -> Sleeps {
        let mut sleeps = Sleeps::default();
        for (at, event) in events {
            sleeps.add(at, event);
        }
        sleeps
    }

    /// Returns the nth sleep of a task or a thread, if it slept that often.
    pub fn get(&self, nth: Nth) -> Option<&Slept> {
        self.of(nth.of).get(nth.number)
    }

    /// Returns which sleep of a task or a thread an event starts.
    pub fn find(&self, of: Party, event: usize) -> Option<Nth> {
        let number = self.of(of).partition_point(|slept| slept.event < event);
        let nth = Nth { of, number };
        let slept = self.get(nth)?;
        (slept.event == event).then_some(nth)
    }

    fn of(&self, of: Party) -> &[Slept] {
        let sleeps = match of {
            Party::Task(task) => self.of_tasks.get(task.0 as usize),
            Party::Thread(thread) => self.of_threads.get(thread.0 as usize),
        };
        sleeps.map_or(&[], Vec::as_slice)
    }

    fn all(&self) -> impl Iterator<Item = &Vec<Slept>> {
        self.of_tasks.iter().chain(&self.of_threads)
    }

    fn add(&mut self, at: Nanos, event: Event<'_>) {
        match event {
            Event::TaskCreated { .. } => self.of_tasks.push(Vec::new()),
            Event::ThreadCreated { .. } => {
                self.of_threads.push(Vec::new());
                self.jobs.push((0, at));
            }
            Event::StepEnded { task, end, .. } => {
                self.steps += 1;
                if let StepEnd::Sleeps { until } = end {
                    self.begin(Party::Task(task), (self.events, at), until);
                }
            }
            Event::Blocked { task, until, .. } => {
                self.begin(Party::Task(task), (self.events, at), until);
            }
            Event::JobBegan { thread, .. } => {
                if let Some(job) = self.jobs.get_mut(thread.0 as usize) {
                    *job = (self.events, at);
                }
            }
            Event::JobEnded { thread } => {
                if let Some(job) = self.jobs.get(thread.0 as usize).copied() {
                    self.begin(Party::Thread(thread), job, at);
                }
            }
            Event::Scheduled {
                task,
                cause: Cause::Timer,
            } => {
                let sleeps = self.of_tasks.get_mut(task.0 as usize);
                if let Some(slept) = sleeps.and_then(|sleeps| sleeps.last_mut()) {
                    slept.steps = self.steps;
                }
            }
            _ => {}
        }
        self.events += 1;
    }

    fn begin(&mut self, of: Party, (event, at): (usize, Nanos), until: Nanos) {
        let slept = Slept {
            event,
            until,
            length: until.since(at),
            steps: self.steps,
            source: None,
        };
        let sleeps = match of {
            Party::Task(task) => self.of_tasks.get_mut(task.0 as usize),
            Party::Thread(thread) => self.of_threads.get_mut(thread.0 as usize),
        };
        if let Some(sleeps) = sleeps {
            sleeps.push(slept);
        }
    }
}

/// The sleeps of a run that is not over.
#[derive(Clone, Default)]
struct Watch(Rc<RefCell<Sleeps>>);

impl Observer for Watch {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        self.0.borrow_mut().add(at, event);
    }

    fn len(&self) -> u64 {
        self.0.borrow().events as u64
    }
}

/// A length in the run that is shown, and in the run that tests it.
struct Asked {
    of: Length,
    length: Nanos,
    other: Nanos,
}

impl Lesson {
    /// Tells whether the lesson has a length of time that a reader may change.
    pub fn has_lengths(&self) -> bool {
        let mut kinds = self.parameters.iter().map(|parameter| parameter.kind);
        kinds.any(|kind| matches!(kind, Kind::Seconds { .. } | Kind::Urls { .. }))
    }

    /// Runs the lesson on simulated time for its sleeps alone. The lesson must not fetch.
    pub fn sleeps(&self, arguments: &Arguments) -> Sleeps {
        let watch = Watch::default();
        let observer = Box::new(watch.clone());
        let options = RunOptions {
            observer,
            ..RunOptions::default()
        };
        Run::new(self.program(arguments, Rc::new(NoHtml)), options).turns();
        watch.0.take()
    }

    /// Finds the value that sets each sleep's length, in a run with these values.
    pub fn with_sources(&self, arguments: &Arguments, mut sleeps: Sleeps) -> Sleeps {
        let asked = asked(arguments);
        let might = |slept: &Slept| asked.iter().any(|asked| asked.length == slept.length);
        if !sleeps.all().flatten().any(might) {
            return sleeps;
        }
        let others: Vec<_> = asked.iter().map(|asked| (asked.of, asked.other)).collect();
        let other = self.sleeps(&arguments.with_lengths(&others));
        attribute(&asked, &mut sleeps.of_tasks, &other.of_tasks);
        attribute(&asked, &mut sleeps.of_threads, &other.of_threads);
        sleeps
    }
}

/// Notes for the sleeps of tasks, or of threads, what their lengths come from.
fn attribute(asked: &[Asked], ours: &mut [Vec<Slept>], others: &[Vec<Slept>]) {
    for (ours, others) in ours.iter_mut().zip(others) {
        for (slept, other) in ours.iter_mut().zip(others) {
            let lengths = (slept.length, other.length);
            let mut asked = asked.iter();
            let source = asked.find(|asked| (asked.length, asked.other) == lengths);
            slept.source = source.map(|asked| asked.of);
        }
    }
}

/// Returns the lengths of time above zero, each with a new length that no other one has.
fn asked(arguments: &Arguments) -> Vec<Asked> {
    let lengths = arguments.lengths().into_iter();
    let lengths = lengths.filter(|(_, length)| *length > Nanos::ZERO);
    let asked = |(number, (of, length)): (u64, (_, Nanos))| {
        let other = length.after(Nanos(number * 1000));
        Asked { of, length, other }
    };
    (1..).zip(lengths).map(asked).collect()
}
