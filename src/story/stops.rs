//! Where the playhead stops, as the numbers of events: `stop.rs` reads from the events around a
//! number what is shown there.
//!
//! The builder adds the stops of steps. What happens outside of the steps is read here: it has a stop
//! before the next step begins, so that the sentence of a step is about its task alone.

use crate::runtime::Event;

#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    pub(super) marks: Vec<StopMark>,
    /// Whether the last mark is of a wait whose end was not read yet. Should the next event come at
    /// the same moment, the loop did not wait.
    is_open: bool,
    /// How many entries the ready queue has.
    ready: usize,
    /// What is shown at the next stop, if something happened outside of the steps since the last.
    untold: Option<Shown>,
    /// Whether main ended since the last stop, which has a stop unless the loop closes next.
    is_main_untold: bool,
    /// Whether the loop is closed: then it waits for nothing.
    is_closed: bool,
}

/// A stop, in four bytes: how many events happened before it, and what is shown there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StopMark(u32);

/// What is shown at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// What the last event before the stop has done, or the step that this event ends.
    After,
    /// A step so far, before it blocks the loop with the next event.
    Before,
    /// That the loop waits from the last event before the stop on.
    Waiting,
    /// What code did that is in no step: a done callback.
    Call,
}

impl StopMark {
    /// Two bits are left for what is shown.
    const EVENTS: u32 = u32::MAX >> 2;

    fn new(number: usize, shown: Shown) -> StopMark {
        let kind = match shown {
            Shown::After => 0,
            Shown::Before => 1,
            Shown::Waiting => 2,
            Shown::Call => 3,
        };
        StopMark(number as u32 & StopMark::EVENTS | kind << 30)
    }

    /// Returns how many events happened before the stop.
    pub(super) fn end(self) -> usize {
        (self.0 & StopMark::EVENTS) as usize
    }

    pub(super) fn shown(self) -> Shown {
        match self.0 >> 30 {
            0 => Shown::After,
            1 => Shown::Before,
            2 => Shown::Waiting,
            _ => Shown::Call,
        }
    }
}

impl Stops {
    /// Adds a stop between event `number` and the event before.
    pub(super) fn push(&mut self, number: usize, shown: Shown) {
        let mark = StopMark::new(number, shown);
        let last = self.marks.last().map(|last| last.end());
        // Where no event happened since the last stop, there is no other stop but that of a wait.
        if last != Some(mark.end()) || shown == Shown::Waiting {
            self.marks.push(mark);
        }
    }

    /// Reads an event outside of the steps.
    pub(super) fn read_between(&mut self, event: Event<'_>, number: usize) {
        match event {
            Event::TickBegan => {
                self.is_closed = false;
                self.tell(number);
            }
            Event::StepBegan { .. } => {
                self.tell_all(number);
                if self.marks.is_empty() {
                    // The run starts: the playhead stands before main's first step.
                    self.push(number, Shown::After);
                }
            }
            Event::Printed { thread, .. } if thread.is_some() => {
                self.tell_all(number);
                self.push(number + 1, Shown::After);
            }
            Event::CalledBack { .. } => {
                self.tell_all(number);
                self.untold = Some(Shown::Call);
            }
            Event::CallbackEnded { .. } => self.tell(number),
            Event::Printed { .. } | Event::QueuePut { .. } | Event::QueueGot { .. } => {
                self.untold = Some(Shown::Call);
            }
            Event::Logged { .. }
            | Event::Warned { .. }
            | Event::DeadlinePassed { .. }
            | Event::CancelRequested { .. }
            | Event::JobEnded { .. } => {
                self.untold.get_or_insert(Shown::After);
            }
            Event::MainEnded => {
                self.tell(number);
                self.is_main_untold = true;
            }
            Event::LoopClosed => {
                self.tell(number);
                self.close(number);
            }
            Event::LimitReached(_) => {
                self.tell_all(number);
                self.close(number);
            }
            _ => {}
        }
    }

    /// Counts what an event puts into the ready queue, or takes out.
    pub(super) fn count(&mut self, event: Event<'_>) {
        match event {
            Event::Scheduled { .. } | Event::CallbackReady { .. } => self.ready += 1,
            Event::StepBegan { .. } | Event::CalledBack { .. } => {
                self.ready = self.ready.saturating_sub(1);
            }
            _ => {}
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn close(&mut self, number: usize) {
        (self.is_closed, self.is_main_untold) = (true, false);
        self.push(number + 1, Shown::After);
    }

    /// Adds a stop for what happened outside of the steps before event `number`.
    fn tell(&mut self, number: usize) {
        if let Some(shown) = self.untold.take()
            && !self.marks.is_empty()
        {
            self.is_main_untold = false;
            self.push(number, shown);
        }
    }

    /// As [`Stops::tell`], and for the end of main.
    fn tell_all(&mut self, number: usize) {
        if std::mem::take(&mut self.is_main_untold) {
            self.untold.get_or_insert(Shown::After);
        }
        self.tell(number);
    }

    /// Returns whether the loop waits if no event comes at this moment, which is outside of the steps.
    fn may_wait(&self) -> bool {
        self.ready == 0 && !self.is_closed && !self.marks.is_empty()
    }

    /// Adds the stop of a wait after the last event of a trace, of which it is not known whether it takes
    /// time. A program may go on when its loop is closed, and waits for nothing.
    pub(super) fn open_wait(&mut self, number: usize) {
        if self.is_closed {
            self.tell(number);
        } else if self.may_wait() && !self.is_open {
            self.tell_all(number);
            self.push(number, Shown::Waiting);
            self.is_open = true;
        }
    }

    /// Keeps the stop of a wait before event `number`, or adds one, if time has passed. Takes it back if
    /// not.
    pub(super) fn end_wait(&mut self, number: usize, is_later: bool) {
        let was_open = std::mem::take(&mut self.is_open);
        match (was_open, is_later) {
            (true, false) => drop(self.marks.pop()),
            (false, true) if self.may_wait() => {
                self.tell_all(number);
                self.push(number, Shown::Waiting);
            }
            _ => {}
        }
    }
}
