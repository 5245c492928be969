//! Event lists: the numbers of the events that are tasks, arrows, signs, lines, fetches, measures and queues.
//!
//! What an event is here does not depend on the step around it; steps, stops and moments are read by
//! the builder. A damaged trace may name any task, thread or queue, and the lists have only those
//! that it creates.

use crate::runtime::{Cause, Event, QueueId, TaskId, ThreadId};

use super::queues::QueueChanges;
use super::{SignKind, StateKind};

/// The events of a trace by what they are, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct EventLists {
    /// The event that created each task.
    pub(super) created: Vec<u32>,
    /// The tasks that created others, one bit per task.
    creators: Vec<u32>,
    pub(super) arrows: Vec<u32>,
    /// The events that are signs in lanes, and their kinds.
    pub(super) signs: Vec<u32>,
    pub(super) sign_kinds: Vec<SignKind>,
    pub(super) lines: Vec<u32>,
    pub(super) fetches: Vec<u32>,
    pub(super) measures: Vec<u32>,
    /// The events of each thread: its creation, and the starts and ends of its jobs.
    pub(super) threads: Vec<Vec<u32>>,
    pub(super) queues: Vec<QueueChanges>,
    /// The kinds of states that a picture shows, in the order of a legend.
    pub(super) state_kinds: Vec<StateKind>,
}

impl EventLists {
    pub(super) fn read(&mut self, event: Event<'_>, number: u32) {
        match event {
            Event::TaskCreated { task, parent, .. } => self.create(task, parent, number),
            Event::ThreadCreated { .. } => self.threads.push(vec![number]),
            Event::JobBegan { thread, task, .. } => {
                self.change_thread(thread, StateKind::Working, number);
                if task.is_some() {
                    self.arrows.push(number);
                }
            }
            Event::JobEnded { thread } => self.change_thread(thread, StateKind::Idle, number),
            Event::Printed { .. } | Event::Logged { .. } | Event::Warned { .. } => {
                self.lines.push(number);
            }
            Event::FetchBegan { .. } => self.fetches.push(number),
            Event::FetchMeasured { .. } => self.measures.push(number),
            Event::QueueCreated { .. } => self.queues.push(QueueChanges::default()),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                self.change_queue(queue, level, number);
            }
            Event::CancelRequested {
                cause: Cause::Task(_),
                ..
            } => {
                self.arrows.push(number);
                self.add_sign(SignKind::Asked, number);
            }
            Event::CancelDelivered { .. } => self.add_sign(SignKind::Delivered, number),
            Event::RaisedInto { .. } => {
                self.arrows.push(number);
                self.add_sign(SignKind::Raised, number);
            }
            _ => {}
        }
    }

    /// Returns how many numbers the long lists have.
    pub(super) fn len(&self) -> usize {
        let lists = [&self.created, &self.arrows, &self.signs, &self.lines];
        lists.map(Vec::len).iter().sum()
    }

    fn create(&mut self, task: TaskId, parent: Option<TaskId>, number: u32) {
        // Tasks are created in the order of their numbers.
        if task.0 as usize != self.created.len() {
            return;
        }
        self.created.push(number);
        // A damaged trace may make a task its own ancestor.
        if let Some(parent) = parent.filter(|parent| *parent < task) {
            let (word, bit) = creator_bit(parent);
            self.creators.resize(self.creators.len().max(word + 1), 0);
            self.creators[word] |= bit;
        }
    }

    pub(super) fn is_creator(&self, task: TaskId) -> bool {
        let (word, bit) = creator_bit(task);
        self.creators.get(word).is_some_and(|word| word & bit != 0)
    }

    fn change_thread(&mut self, thread: ThreadId, kind: StateKind, number: u32) {
        self.show(kind);
        if let Some(events) = self.threads.get_mut(thread.0 as usize) {
            events.push(number);
        }
    }

    fn change_queue(&mut self, queue: QueueId, level: u32, number: u32) {
        if let Some(changes) = self.queues.get_mut(queue.0 as usize) {
            changes.push(number, level);
        }
    }

    fn add_sign(&mut self, kind: SignKind, number: u32) {
        self.signs.push(number);
        insert(&mut self.sign_kinds, kind);
    }

    pub(super) fn show(&mut self, kind: StateKind) {
        insert(&mut self.state_kinds, kind);
    }

    pub(super) fn shows(&self, kind: StateKind) -> bool {
        self.state_kinds.contains(&kind)
    }
}

/// Adds what is not there yet, in order.
fn insert<T: Ord>(sorted: &mut Vec<T>, new: T) {
    if let Err(at) = sorted.binary_search(&new) {
        sorted.insert(at, new);
    }
}

/// Returns the word and the bit of a task among the creators.
fn creator_bit(task: TaskId) -> (usize, u32) {
    ((task.0 / u32::BITS) as usize, 1 << (task.0 % u32::BITS))
}
