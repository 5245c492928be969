//! The page, through its worker, as the host of a program.

use std::rc::Rc;

use interleave::runtime::{Run, Turn};
use interleave_python::{Host, Module};

use crate::memory;
use crate::page::Page;
use crate::record::Record;

/// How many turns of the loop there are between two looks at the clock.
const TURNS: usize = 64;

pub(crate) struct LabHost {
    record: Rc<Record>,
    page: Rc<Page>,
    run: Rc<Run>,
}

impl LabHost {
    pub(crate) fn new(record: Rc<Record>, page: Rc<Page>, run: Rc<Run>) -> LabHost {
        LabHost { record, page, run }
    }
}

impl Host for LabHost {
    fn drive(&self, run: &Run) {
        loop {
            for _ in 0..TURNS {
                if run.turn() != Turn::Busy {
                    return;
                }
            }
            self.record.beat();
        }
    }

    fn write_error(&self, text: &str) {
        self.page.say(text, self.run.now().seconds());
    }

    fn wall_time_s(&self) -> f64 {
        js_sys::Date::now() / 1000.0
    }

    /// There is nothing beside a program in a page, but there may be more of the library.
    fn module(&self, name: &str) -> Option<Module> {
        self.page.missing(name);
        None
    }

    fn memory_left(&self) -> u64 {
        memory::left()
    }

    fn memory_note(&self) -> String {
        format!("a program has {} MB of memory in a page", memory::MAX_MB)
    }
}
