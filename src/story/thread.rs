//! Threads: rows of their own, in which jobs block without blocking the loop; and rows of both kinds.

use crate::runtime::{Event, SourceLocation, TaskId, ThreadId};

use super::{Lane, Party, Point, Span, State, StoryView};

/// A row of the timeline: one thread of a pool.
#[derive(Clone, Copy, Debug)]
pub struct Thread<'a> {
    /// The thread.
    pub thread: ThreadId,
    story: StoryView<'a>,
    events: &'a [u32],
}

impl<'a> Thread<'a> {
    /// Returns the name of the thread.
    pub fn name(&self) -> &'a str {
        self.story.thread_name(self.thread)
    }

    fn events_before(self, event: usize) -> usize {
        self.events
            .partition_point(|other| (*other as usize) < event)
    }

    /// Returns the spans from an event of the run on, working and idle in turn.
    fn spans_since(self, event: usize) -> impl Iterator<Item = Span> + 'a {
        let first = self.events_before(event).saturating_sub(1);
        (first..self.events.len()).filter_map(move |number| self.span(number))
    }

    /// Returns a span by its number.
    pub fn span(&self, number: usize) -> Option<Span> {
        let at = |index: usize| Some(self.story.at(*self.events.get(index)? as usize));
        let state = match self.story.listed(self.events, number)? {
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

    /// Returns the event that begins a span.
    pub fn event_of(&self, span: &Span) -> Option<usize> {
        Some(*self.events.get(span.number)? as usize)
    }

    /// Returns the line of the program at which the job of a span was submitted.
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        match self.story.listed(self.events, span.number)? {
            Event::JobBegan { location, .. } => Some(location),
            _ => None,
        }
    }
}

/// A row of the timeline, of a task or of a thread: first come the tasks, then the threads.
#[derive(Clone, Debug)]
pub enum Row<'a> {
    /// A task.
    Task(Lane<'a>),
    /// A thread.
    Thread(Thread<'a>),
}

impl<'a> Row<'a> {
    /// Returns the name that stands before the row.
    pub fn name(&self) -> &'a str {
        match self {
            Row::Task(lane) => lane.name(),
            Row::Thread(thread) => thread.name(),
        }
    }

    /// Returns the spans of the row.
    pub fn spans(&self) -> Box<dyn Iterator<Item = Span> + '_> {
        self.spans_since(0)
    }

    /// Returns the spans from the one on that goes on before an event of the run: before number
    /// [`StoryView::events_by`] of a point, the span that the point is in.
    pub fn spans_since(&self, event: usize) -> Box<dyn Iterator<Item = Span> + '_> {
        match self {
            Row::Task(lane) => Box::new(lane.spans_since(event)),
            Row::Thread(thread) => Box::new(thread.spans_since(event)),
        }
    }

    /// As [`Row::spans_since`], but calls `take` with each span until it returns false: for very many
    /// rows this is quicker. Returns about where in the row the first span is, to be given as `near`
    /// for the next row. If `is_timed`, points may have order 0: where steps take no room, their
    /// order need not be looked up.
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

    /// Returns about how many spans of the row go on between two events of the run.
    pub fn count_between(&self, from: usize, to: usize) -> usize {
        let before = |event| match self {
            Row::Task(lane) => lane.events_before(event),
            Row::Thread(thread) => thread.events_before(event),
        };
        before(to) - before(from).saturating_sub(1)
    }

    /// Returns a span by its number.
    pub fn span(&self, number: usize) -> Option<Span> {
        match self {
            Row::Task(lane) => lane.span(number),
            Row::Thread(thread) => thread.span(number),
        }
    }

    /// Returns the spans before and after one.
    pub fn spans_around(&self, number: usize) -> [Option<Span>; 2] {
        // Few events in a row begin no span.
        let (before, mut after) = ((0..number).rev(), number + 1..number + 9);
        let before = before.take(8).find_map(|number| self.span(number));
        [before, after.find_map(|number| self.span(number))]
    }

    /// Returns the task or the thread.
    pub fn party(&self) -> Party {
        match self {
            Row::Task(lane) => Party::Task(lane.task),
            Row::Thread(thread) => Party::Thread(thread.thread),
        }
    }

    /// Returns the event that begins a span.
    pub fn event_of(&self, span: &Span) -> Option<usize> {
        match self {
            Row::Task(lane) => lane.event_of(span),
            Row::Thread(thread) => thread.event_of(span),
        }
    }

    /// Returns the last span of the row that begins at a point or before; the first if none does.
    pub fn span_at(&self, story: StoryView<'_>, point: Point) -> Option<Span> {
        let reached = |spans: Box<dyn Iterator<Item = Span> + '_>| {
            spans.take_while(|span| span.from <= point).last()
        };
        // A task that has ended has none since.
        let near = reached(self.spans_since(story.events_by(point)));
        let near = near.or_else(|| reached(self.spans()));
        near.or_else(|| self.spans().next())
    }

    /// Returns the line of the program that belongs to a span.
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        match self {
            Row::Task(lane) => lane.location(span),
            Row::Thread(thread) => thread.location(span),
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns how many rows a picture of all has.
    pub fn row_count(self) -> usize {
        self.lane_count() + self.thread_count()
    }

    /// Returns a row by its number.
    pub fn row(self, number: usize) -> Option<Row<'a>> {
        match number.checked_sub(self.lane_count()) {
            None => self.lane(TaskId(number as u32)).map(Row::Task),
            Some(thread) => self.thread(ThreadId(thread as u32)).map(Row::Thread),
        }
    }

    /// Returns the number of the row of a task or a thread.
    pub fn row_of(self, party: Party) -> usize {
        match party {
            Party::Task(task) => task.0 as usize,
            Party::Thread(thread) => self.lane_count() + thread.0 as usize,
        }
    }

    fn thread_count(self) -> usize {
        self.builder.lists.threads.len()
    }

    /// Returns the threads, in the order in which they started.
    pub fn threads(self) -> impl Iterator<Item = Thread<'a>> {
        (0..self.thread_count() as u32).filter_map(move |number| self.thread(ThreadId(number)))
    }

    /// Returns a thread, if it started.
    pub fn thread(self, thread: ThreadId) -> Option<Thread<'a>> {
        let events = self.builder.lists.threads.get(thread.0 as usize)?;
        Some(Thread {
            thread,
            story: self,
            events,
        })
    }
}
