//! Threads: lanes of their own, in which jobs block without stopping the loop.

use crate::runtime::{Place, TaskId, ThreadId};

use super::lane::{ArrowKind, Lane, Party, Point, Span, State};
use super::telling::Story;

/// A row of the timeline: one thread of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Its name.
    pub name: String,
    /// Its life, working and idle in turn.
    pub spans: Vec<Span>,
}

/// A row of the timeline, whoever lives in it: first come the tasks, then the threads.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    /// A task.
    Task(&'a Lane),
    /// A thread.
    Thread(&'a Thread),
}

impl<'a> Row<'a> {
    /// Returns the name that stands before the row.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Row::Task(lane) => &lane.name,
            Row::Thread(thread) => &thread.name,
        }
    }

    /// Returns its spans.
    #[must_use]
    pub fn spans(self) -> &'a [Span] {
        match self {
            Row::Task(lane) => &lane.spans,
            Row::Thread(thread) => &thread.spans,
        }
    }
}

impl Story {
    /// Returns how many rows a picture of all has.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.lanes.len() + self.threads.len()
    }

    /// Returns a row by its number.
    #[must_use]
    pub fn row(&self, number: usize) -> Option<Row<'_>> {
        let thread = || self.threads.get(number - self.lanes.len()).map(Row::Thread);
        self.lanes.get(number).map(Row::Task).or_else(thread)
    }

    /// Returns the number of the row of a task or a thread.
    #[must_use]
    pub fn row_of(&self, party: Party) -> usize {
        match party {
            Party::Task(task) => task.0 as usize,
            Party::Thread(thread) => self.lanes.len() + thread.0 as usize,
        }
    }

    /// Returns a thread's name, empty for none.
    #[must_use]
    pub fn thread_name(&self, thread: ThreadId) -> &str {
        let thread = self.threads.get(thread.0 as usize);
        thread.map_or("", |thread| &thread.name)
    }

    pub(super) fn create_thread(&mut self, name: &str, at: Point) {
        let span = Span {
            state: State::Idle,
            from: at,
            to: None,
            place: None,
        };
        self.threads.push(Thread {
            name: name.to_string(),
            spans: vec![span],
        });
    }

    /// Begins a job that a task has submitted.
    pub(super) fn begin_job(
        &mut self,
        thread: ThreadId,
        task: Option<TaskId>,
        at: Point,
        place: Option<Place>,
    ) {
        self.change_thread(thread, State::Working(task), at, place);
        if let Some(task) = task {
            let (from, to) = (Party::Task(task), Party::Thread(thread));
            self.arrow(ArrowKind::HandedOver, from, at, to, at);
        }
    }

    pub(super) fn end_job(&mut self, thread: ThreadId, at: Point) {
        self.change_thread(thread, State::Idle, at, None);
    }

    fn change_thread(&mut self, thread: ThreadId, state: State, at: Point, place: Option<Place>) {
        self.see(state.look());
        // A damaged trace may name any thread.
        let Some(thread) = self.threads.get_mut(thread.0 as usize) else {
            return;
        };
        if let Some(last) = thread.spans.last_mut() {
            last.to = Some(at);
        }
        thread.spans.push(Span {
            state,
            from: at,
            to: None,
            place,
        });
    }
}
