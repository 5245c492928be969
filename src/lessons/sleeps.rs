//! The sleeps of a run: how long each task slept, sleep by sleep, and which parameter sets each length.
//!
//! A reader may drag the end of a sleep if a parameter's value is the sleep's length. To find that
//! parameter the lesson runs once more with each length of time a little longer, each by another
//! number of microseconds. A sleep that was as long as a parameter's old value, and is now as long as
//! its new value, takes its length from that parameter. A length that is computed from several values,
//! or equals one by coincidence, does not.
//!
//! A call that blocks the loop is a sleep here, too: a parameter sets its length in the same way.

use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::Arguments;
use super::lesson::Lesson;
use super::parameter::{Kind, Parameter};
use crate::crawl::NoHtml;
use crate::runtime::{Cause, Event, Nanos, Observer, Run, RunOptions, StepEnd, TaskId};

/// A stretch in which a task slept, or blocked the loop, for a length that the program gave.
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
    /// The parameter that sets the length.
    pub source: Option<&'static Parameter>,
}

/// A sleep that every run of the lesson has: the nth sleep of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// The task.
    pub task: TaskId,
    /// How many times the task slept before.
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
    /// Finds the sleeps among the events of a run, from the first event on.
    pub fn among<'a>(events: impl Iterator<Item = (Nanos, Event<'a>)>) -> Sleeps {
        let mut sleeps = Sleeps::default();
        for (at, event) in events {
            sleeps.add(at, event);
        }
        sleeps
    }

    /// Returns a task's nth sleep, if the task slept that often.
    pub fn get(&self, nth: Nth) -> Option<&Slept> {
        self.of(nth.task).get(nth.number)
    }

    /// Returns which of a task's sleeps an event starts.
    pub fn find(&self, task: TaskId, event: usize) -> Option<Nth> {
        let number = self.of(task).partition_point(|slept| slept.event < event);
        let nth = Nth { task, number };
        let slept = self.get(nth)?;
        (slept.event == event).then_some(nth)
    }

    fn of(&self, task: TaskId) -> &[Slept] {
        let sleeps = self.of_tasks.get(task.0 as usize);
        sleeps.map_or(&[], Vec::as_slice)
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

/// A parameter with its length in the run that is shown, and its length in the run that tests it.
struct Asked {
    parameter: &'static Parameter,
    length: Nanos,
    other: Nanos,
}

impl Lesson {
    /// Tells whether the lesson has a length of time that a reader may change.
    pub fn has_lengths(&self) -> bool {
        let mut kinds = self.parameters.iter().map(|parameter| parameter.kind);
        kinds.any(|kind| matches!(kind, Kind::Seconds { .. }))
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

    /// Finds the parameter that sets each sleep's length, in a run with these values.
    pub fn with_sources(&self, arguments: &Arguments, mut sleeps: Sleeps) -> Sleeps {
        let asked = asked(arguments);
        let might = |slept: &Slept| asked.iter().any(|asked| asked.length == slept.length);
        if !sleeps.of_tasks.iter().flatten().any(might) {
            return sleeps;
        }
        let changed = asked.iter().map(|asked| (asked.parameter, asked.other));
        let others: Vec<_> = changed.collect();
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

/// Returns the lengths of time above zero, each with a new length that no other parameter has.
fn asked(arguments: &Arguments) -> Vec<Asked> {
    let lengths = arguments.lengths();
    let lengths = lengths.filter(|(_, length)| *length > Nanos::ZERO);
    let asked = |(number, (parameter, length)): (u64, (_, Nanos))| {
        let other = length.after(Nanos(number * 1000));
        Asked {
            parameter,
            length,
            other,
        }
    };
    (1..).zip(lengths).map(asked).collect()
}
