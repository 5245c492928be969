//! Where the playhead stops, as the numbers of events: `stop.rs` reads from the events around a
//! number what is shown there.

#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    pub(super) marks: Vec<StopMark>,
    /// Whether the last mark is of a wait whose end was not read yet. Should the next event come at
    /// the same moment, the loop did not wait.
    is_open: bool,
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

    /// Adds the stop of a wait that begins now, and of which it is not known whether it takes time.
    pub(super) fn open_wait(&mut self, number: usize) {
        if !self.is_open {
            self.push(number, Shown::Waiting);
            self.is_open = true;
        }
    }

    /// Takes back the stop of a wait that took no time.
    pub(super) fn take_back(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.marks.pop();
        }
    }

    /// Keeps the stop of a wait that took time, or adds one.
    pub(super) fn push_wait(&mut self, number: usize) {
        self.open_wait(number);
        self.is_open = false;
    }
}
