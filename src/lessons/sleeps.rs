//! The sleeps of a run: how long each task slept, time after time, and what its length comes from.
//!
//! A reader may take the end of a sleep and drag it, if its length is a parameter's value. Which
//! one is that? The program knows, and is asked: it runs once more with each length of time a
//! little longer, each by another microsecond. A sleep that was as long as a parameter's value, and
//! is as long as its new value then, takes its length from that parameter. What is computed of
//! several values, or is no more than like one by chance, does not follow.
//!
//! A call that blocks the loop is a sleep here, too: its length is said in the same way.

use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::Arguments;
use super::lesson::Lesson;
use super::parameter::{Kind, Parameter};
use crate::crawl::NoHtml;
use crate::runtime::{Cause, Event, Nanos, Observer, Run, RunOptions, StepEnd, TaskId};

/// A stretch in which a task slept, or blocked the loop, for a length that its program said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slept {
    /// The number of the event with which it began.
    pub event: usize,
    /// When it was to end.
    pub until: Nanos,
    /// How long it was to be.
    pub length: Nanos,
    /// How many steps there were before it ended.
    pub steps: u64,
    /// The parameter from which its length comes.
    pub source: Option<&'static Parameter>,
}

/// One of a run's sleeps, in whichever run of the lesson: the nth of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// The task.
    pub task: TaskId,
    /// How many times it slept before.
    pub number: usize,
}

/// The sleeps of a run, task by task.
#[derive(Clone, Debug, Default)]
pub struct Sleeps {
    of_tasks: Vec<Vec<Slept>>,
    events: usize,
    steps: u64,
}

impl Sleeps {
    /// Finds the sleeps among the events of a run, from its first on.
    pub fn among<'a>(events: impl Iterator<Item = (Nanos, Event<'a>)>) -> Sleeps {
        let mut sleeps = Sleeps::default();
        for (at, event) in events {
            sleeps.add(at, event);
        }
        sleeps
    }

    /// Returns a sleep, if the task slept so often.
    #[must_use]
    pub fn get(&self, nth: Nth) -> Option<&Slept> {
        self.of(nth.task).get(nth.number)
    }

    /// Returns which of a task's sleeps an event begins.
    #[must_use]
    pub fn find(&self, task: TaskId, event: usize) -> Option<Nth> {
        let number = self.of(task).partition_point(|slept| slept.event < event);
        let nth = Nth { task, number };
        self.get(nth)
            .filter(|slept| slept.event == event)
            .map(|_| nth)
    }

    fn of(&self, task: TaskId) -> &[Slept] {
        self.of_tasks
            .get(task.0 as usize)
            .map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, at: Nanos, event: Event<'_>) {
        match event {
            Event::TaskCreated { .. } => self.of_tasks.push(Vec::new()),
            Event::StepEnded { task, end, .. } => {
                self.steps += 1;
                if let StepEnd::Sleeps { until } = end {
                    self.begin(task, at, until);
                }
            }
            Event::Blocked { task, until, .. } => self.begin(task, at, until),
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

    fn begin(&mut self, task: TaskId, at: Nanos, until: Nanos) {
        let slept = Slept {
            event: self.events,
            until,
            length: until.since(at),
            steps: self.steps,
            source: None,
        };
        if let Some(sleeps) = self.of_tasks.get_mut(task.0 as usize) {
            sleeps.push(slept);
        }
    }
}

/// The sleeps of a run that goes on.
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

/// A parameter with the length that it says, and the one that it says in the run that is asked.
struct Asked {
    parameter: &'static Parameter,
    length: Nanos,
    other: Nanos,
}

impl Lesson {
    /// Says whether a reader may change a length of time in it.
    #[must_use]
    pub fn has_lengths(&self) -> bool {
        let mut kinds = self.parameters.iter().map(|parameter| parameter.kind);
        kinds.any(|kind| matches!(kind, Kind::Seconds { .. }))
    }

    /// Runs the lesson on simulated time for its sleeps alone. It must not fetch.
    #[must_use]
    pub fn sleeps(&self, arguments: &Arguments) -> Sleeps {
        let watch = Watch::default();
        let options = RunOptions {
            observer: Box::new(watch.clone()),
            ..RunOptions::default()
        };
        Run::new(self.program(arguments, Rc::new(NoHtml)), options).turns();
        watch.0.take()
    }

    /// Says of the sleeps of a run with these values from which parameter each has its length.
    #[must_use]
    pub fn with_sources(&self, arguments: &Arguments, mut sleeps: Sleeps) -> Sleeps {
        let asked = asked(arguments);
        let might = |slept: &Slept| asked.iter().any(|asked| asked.length == slept.length);
        if !sleeps
            .of_tasks
            .iter()
            .any(|sleeps| sleeps.iter().any(might))
        {
            return sleeps;
        }
        let others: Vec<_> = asked.iter().map(Asked::changed).collect();
        let other = self.sleeps(&arguments.with_lengths(&others));
        for (ours, others) in sleeps.of_tasks.iter_mut().zip(&other.of_tasks) {
            for (slept, other) in ours.iter_mut().zip(others) {
                let lengths = (slept.length, other.length);
                let mut asked = asked.iter();
                let source = asked.find(|asked| (asked.length, asked.other) == lengths);
                slept.source = source.map(|asked| asked.parameter);
            }
        }
        sleeps
    }
}

impl Asked {
    fn changed(&self) -> (&'static Parameter, Nanos) {
        (self.parameter, self.other)
    }
}

/// Returns the lengths of time that are not zero, each with another that no other one has.
fn asked(arguments: &Arguments) -> Vec<Asked> {
    let lengths = arguments
        .lengths()
        .filter(|(_, length)| *length > Nanos::ZERO);
    let asked = (1..)
        .zip(lengths)
        .map(|(number, (parameter, length))| Asked {
            parameter,
            length,
            other: length.after(Nanos(number * 1000)),
        });
    asked.collect()
}
