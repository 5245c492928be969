//! The whole run as text: what is said at each stop of the playhead, one entry per stop, in order.
//!
//! The transcript is the picture in words, for readers who do not see it. It says nothing of its
//! own: its entries are what stepping through the run says, stop after stop, so that the two can
//! never differ. Entries are read from the trace when they are asked for; a run of a million steps
//! has a million of them, and a reader sees some dozens.

use super::{Phrase, Stop, StoryView, phrases};

/// What is said at one stop of the playhead.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where the playhead stands, which task has control, and which events led there.
    pub stop: Stop,
    /// What happened since the stop before, sentence after sentence.
    pub phrases: Vec<Phrase>,
}

impl<'a> StoryView<'a> {
    /// Returns what is said at a stop, by the stop's number.
    ///
    /// # Examples
    /// ```
    /// use interleave::{story::StoryBuilder, trace::Trace};
    ///
    /// let trace = Trace::new();
    /// assert_eq!(StoryBuilder::of(&trace).with(&trace).entry(0), None);
    /// ```
    pub fn entry(self, number: usize) -> Option<Entry> {
        let stop = self.stop(number)?;
        let phrases = phrases(self, &stop);
        Some(Entry { stop, phrases })
    }

    /// Returns the transcript from entry number `first` on.
    pub fn entries_from(self, first: usize) -> impl Iterator<Item = Entry> + 'a {
        (first..self.stop_count()).filter_map(move |number| self.entry(number))
    }

    /// Returns the whole transcript.
    pub fn entries(self) -> impl Iterator<Item = Entry> + 'a {
        self.entries_from(0)
    }
}
