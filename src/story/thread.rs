//! Threads: rows of their own, in which jobs block without stopping the loop.

use crate::runtime::{Event, SourceLocation, TaskId, ThreadId};

use super::builder::StoryBuilder;
use super::lane::Lane;
use super::parts::{Party, Span, State, StateKind};
use super::view::StoryView;

/// A row of the timeline: one thread of a pool.
#[derive(Clone, Copy, Debug)]
pub struct Thread<'a> {
    /// The thread.
    pub thread: ThreadId,
    story: StoryView<'a>,
    events: &'a [u32],
}

impl<'a> Thread<'a> {
    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.story.thread_name(self.thread)
    }

    /// Returns its life, working and idle in turn.
    pub fn spans(self) -> impl Iterator<Item = Span> + 'a {
        (0..self.events.len()).filter_map(move |number| self.span(number))
    }

    fn events_before(self, event: usize) -> usize {
        self.events
            .partition_point(|other| (*other as usize) < event)
    }

    fn spans_since(self, event: usize) -> impl Iterator<Item = Span> + 'a {
        let first = self.events_before(event).saturating_sub(1);
        (first..self.events.len()).filter_map(move |number| self.span(number))
    }

    /// Returns a span by its number.
    #[must_use]
    pub fn span(&self, number: usize) -> Option<Span> {
        let at = |index: usize| Some(self.story.at(*self.events.get(index)? as usize));
        let state = match self.story.trace.get(*self.events.get(number)? as usize)? {
            Event::JobBegan { task, .. } => State::Working(task),
            _ => State::Idle,
        };
        Some(Span {
            state,
            from: at(number)?,
            to: at(number + 1),
            number,
        })
    }

    /// Returns the line of the program at which the job of a span was submitted.
    #[must_use]
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        match self
            .story
            .trace
            .get(*self.events.get(span.number)? as usize)?
        {
            Event::JobBegan { location, .. } => Some(location),
            _ => None,
        }
    }
}

/// A row of the timeline, whoever lives in it: first come the tasks, then the threads.
#[derive(Clone, Debug)]
pub enum Row<'a> {
    /// A task.
    Task(Lane<'a>),
    /// A thread.
    Thread(Thread<'a>),
}

impl<'a> Row<'a> {
    /// Returns the name that stands before the row.
    #[must_use]
    pub fn name(&self) -> &'a str {
        match self {
            Row::Task(lane) => lane.name(),
            Row::Thread(thread) => thread.name(),
        }
    }

    /// Returns its spans.
    pub fn spans(&self) -> Box<dyn Iterator<Item = Span> + '_> {
        match self {
            Row::Task(lane) => Box::new(lane.spans()),
            Row::Thread(thread) => Box::new(thread.spans()),
        }
    }

    /// Returns its spans from the one on that goes on before an event of the run: before number
    /// [`StoryView::events_by`] of a point, the one that the point is in.
    pub fn spans_since(&self, event: usize) -> Box<dyn Iterator<Item = Span> + '_> {
        match self {
            Row::Task(lane) => Box::new(lane.spans_since(event)),
            Row::Thread(thread) => Box::new(thread.spans_since(event)),
        }
    }

    /// As [`Row::spans_since`], but calls a function with each span until that returns false: of very many
    /// rows this is quicker. Returns about where in the row that begins, to be given as `near` for the next
    /// row. Where steps take no room, their order need not be found: if `is_timed`, points may have order 0.
    pub fn each_since(
        self,
        event: usize,
        near: usize,
        is_timed: bool,
        take: &mut dyn FnMut(Span) -> bool,
    ) -> usize {
        match self {
            Row::Task(mut lane) => {
                lane.is_timed = is_timed;
                lane.each_since(event, near, take)
            }
            Row::Thread(thread) => {
                thread.spans_since(event).all(take);
                near
            }
        }
    }

    /// Returns about how many of its spans go on between two events of the run.
    #[must_use]
    pub fn count_between(&self, from: usize, to: usize) -> usize {
        let before = |event| match self {
            Row::Task(lane) => lane.events_before(event),
            Row::Thread(thread) => thread.events_before(event),
        };
        before(to) - before(from).saturating_sub(1)
    }

    /// Returns a span by its number.
    #[must_use]
    pub fn span(&self, number: usize) -> Option<Span> {
        match self {
            Row::Task(lane) => lane.span(number),
            Row::Thread(thread) => thread.span(number),
        }
    }

    /// Returns the spans before and behind one.
    #[must_use]
    pub fn spans_around(&self, number: usize) -> [Option<Span>; 2] {
        // Few events in a row begin no span.
        let before = (0..number)
            .rev()
            .take(8)
            .find_map(|number| self.span(number));
        let behind = (number + 1..number + 9).find_map(|number| self.span(number));
        [before, behind]
    }

    /// Returns the line of the program that belongs to a span.
    #[must_use]
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        match self {
            Row::Task(lane) => lane.location(span),
            Row::Thread(thread) => thread.location(span),
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns how many rows a picture of all has.
    #[must_use]
    pub fn row_count(self) -> usize {
        self.lane_count() + self.thread_count()
    }

    /// Returns a row by its number.
    #[must_use]
    pub fn row(self, number: usize) -> Option<Row<'a>> {
        match number.checked_sub(self.lane_count()) {
            None => self.lane(TaskId(number as u32)).map(Row::Task),
            Some(thread) => self.thread(ThreadId(thread as u32)).map(Row::Thread),
        }
    }

    /// Returns the number of the row of a task or a thread.
    #[must_use]
    pub fn row_of(self, party: Party) -> usize {
        match party {
            Party::Task(task) => task.0 as usize,
            Party::Thread(thread) => self.lane_count() + thread.0 as usize,
        }
    }

    /// Returns how many threads there are.
    #[must_use]
    pub fn thread_count(self) -> usize {
        self.builder.threads.len()
    }

    /// Returns the threads, in the order in which they started.
    pub fn threads(self) -> impl Iterator<Item = Thread<'a>> {
        (0..self.thread_count() as u32).filter_map(move |number| self.thread(ThreadId(number)))
    }

    /// Returns a thread, if it started.
    #[must_use]
    pub fn thread(self, thread: ThreadId) -> Option<Thread<'a>> {
        let events = self.builder.threads.get(thread.0 as usize)?;
        Some(Thread {
            thread,
            story: self,
            events,
        })
    }
}

impl StoryBuilder {
    pub(super) fn create_thread(&mut self, number: usize) {
        self.threads.push(vec![number as u32]);
    }

    /// Notes that a thread begins a job, or ends one.
    pub(super) fn change_thread(&mut self, thread: ThreadId, look: StateKind, number: usize) {
        self.see(look);
        // A damaged trace may name any thread.
        if let Some(events) = self.threads.get_mut(thread.0 as usize) {
            events.push(number as u32);
        }
    }
}
