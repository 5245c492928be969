//! The first of many waits, of which a loop's state lists a few.

/// The first of many waits, by their deadlines and then by the events that began them.
///
/// A wait is a deadline and the number of an event. The page's module sorts nothing but such pairs,
/// since the library's sort weighs as much as a lesson for each type that it sorts.
#[derive(Debug, Default)]
pub(super) struct FirstWaits {
    held: Vec<(u64, u64)>,
    /// The last wait that is kept, once others were dropped.
    last: Option<(u64, u64)>,
}

impl FirstWaits {
    /// Adds a wait, of which `most` are kept.
    pub(super) fn add(&mut self, wait: (u64, u64), most: usize) {
        if self.last.is_none_or(|last| wait < last) {
            self.held.push(wait);
        }
        // Many waits are sorted at a time, so that one costs little.
        if self.held.len() / 8 > most {
            self.cut(most);
        }
    }

    fn cut(&mut self, most: usize) {
        self.held.sort_unstable();
        if self.held.len() > most {
            self.held.truncate(most);
            // Of none that is kept, none comes before.
            self.last = Some(self.held.last().copied().unwrap_or_default());
        }
    }

    pub(super) fn sorted(mut self, most: usize) -> Vec<(u64, u64)> {
        self.cut(most);
        self.held
    }
}
