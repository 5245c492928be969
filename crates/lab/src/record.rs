//! The record of a run, as it goes to the page.

use std::cell::Cell;
use std::rc::Rc;

use interleave::runtime::{Error, Limit, Nanos, Outcome};
use interleave::trace::codec::{PART_EVENTS, encode_part};
use interleave::trace::{Trace, TraceRecorder, cut_off};

use crate::page::Page;
use crate::{ending, memory};

/// How long the page waits for what was recorded, in milliseconds.
const PAUSE_MS: f64 = 40.0;

/// The record of a run, of which the page has the first parts.
pub(crate) struct Record {
    recorder: TraceRecorder,
    page: Rc<Page>,
    /// How many whole parts were given.
    given: Cell<usize>,
    /// How many events the page has.
    seen: Cell<usize>,
    /// When the page was given something, in milliseconds since 1970.
    given_at_ms: Cell<f64>,
    /// When something new was seen last.
    changed_at_ms: Cell<f64>,
}

/// How long a step may take, in seconds.
const STEP_MAX_S: u64 = 10;

impl Record {
    pub(crate) fn new(page: Rc<Page>) -> Record {
        Record {
            recorder: TraceRecorder::default(),
            page,
            given: Cell::new(0),
            seen: Cell::new(0),
            given_at_ms: Cell::new(0.0),
            changed_at_ms: Cell::new(js_sys::Date::now()),
        }
    }

    pub(crate) fn recorder(&self) -> TraceRecorder {
        self.recorder.clone()
    }

    /// Gives the page what it does not have, unless that was done a moment ago, and ends what goes beyond its bounds.
    pub(crate) fn beat(&self) {
        let now_ms = js_sys::Date::now();
        if now_ms - self.given_at_ms.get() < PAUSE_MS {
            return;
        }
        self.given_at_ms.set(now_ms);
        if memory::left() == 0 {
            return self.cut(Limit::Memory(memory::MAX_MB));
        }
        let length = self.recorder.read(|trace| trace.len());
        self.give_whole(length);
        if self.seen.replace(length) != length {
            self.changed_at_ms.set(now_ms);
            self.give(false);
        } else if now_ms - self.changed_at_ms.get() > STEP_MAX_S as f64 * 1000.0 {
            self.cut(Limit::Step(STEP_MAX_S));
        }
    }

    /// Ends the record, and the program with it, wherever that is.
    fn cut(&self, limit: Limit) {
        let end = |trace: &mut Trace| cut_off(trace, Nanos::ZERO, Some(limit));
        let (now, counts) = self.recorder.add(end);
        self.finish();
        self.page.cut(ending(now, counts, &Outcome::Limit(limit)));
    }

    /// Ends the record of a program that cannot go on, as one that has raised this.
    pub(crate) fn end_as(&self, kind: &str, message: &str) {
        let end = |trace: &mut Trace| cut_off(trace, Nanos::ZERO, None);
        let (now, counts) = self.recorder.add(end);
        self.finish();
        let error = Error::raised(kind, message.to_owned());
        self.page.cut(ending(now, counts, &Outcome::Raised(error)));
    }

    /// Gives the page the rest of a run that is over: the last part is not full.
    pub(crate) fn finish(&self) {
        let length = self.recorder.read(|trace| trace.len());
        self.give_whole(length);
        self.give(true);
    }

    fn give_whole(&self, length: usize) {
        while self.given.get() < length / PART_EVENTS {
            self.give(true);
            self.given.set(self.given.get() + 1);
        }
    }

    fn give(&self, is_whole: bool) {
        let part = self
            .recorder
            .read(|trace| encode_part(trace, self.given.get()));
        let part = js_sys::Uint8Array::from(&part[..]);
        self.page.take(part, is_whole);
    }
}
