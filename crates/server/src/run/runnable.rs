//! What can be run: a lesson or a program, with its values.

use std::sync::Arc;

use interleave::runtime::{Event, Nanos};
use url::Url;

use super::command_error::CommandError;
use super::cut::AtCut;
use super::finished_run::FinishedRun;
use super::interrupt::Interrupt;
use super::lesson_request::{LessonRequest, simulated};
use super::live::live;
use super::python_file::PythonFile;
use super::readable_files::Reading;
use crate::language::Language;

/// A lesson or a program, with its values.
pub(crate) enum Runnable {
    Lesson(LessonRequest),
    Program(PythonFile),
}

impl Runnable {
    /// Finds a lesson or reads a program, and checks the values.
    /// Errors: [`CommandError`] if there is neither, or a value is invalid.
    pub(crate) fn new<'a>(
        name: &str,
        given: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CommandError> {
        if !PythonFile::is_named(name) {
            return LessonRequest::new(name, given).map(Self::Lesson);
        }
        PythonFile::read(name, given).map(Self::Program)
    }

    /// Lets a live run of a program fetch from these origins too.
    pub(super) fn reaching(self, origins: &[Url]) -> Self {
        match self {
            Self::Program(program) => {
                Self::Program(program.reaching(origins.iter().map(Url::origin)))
            }
            lesson @ Self::Lesson(_) => lesson,
        }
    }

    /// Sets how long what a program sends to its own servers is on its way.
    pub(super) fn with_latency(self, latency: Nanos) -> Self {
        match self {
            Self::Program(program) => Self::Program(program.with_latency(latency)),
            lesson @ Self::Lesson(_) => lesson,
        }
    }

    /// Sets whether a program may read the files beside it.
    pub(super) fn with_reading(self, reading: Reading) -> Self {
        match self {
            Self::Program(program) => Self::Program(program.with_reading(reading)),
            lesson @ Self::Lesson(_) => lesson,
        }
    }

    /// Sets how much memory a program may have, in megabytes.
    pub(crate) fn within_memory(self, max_mb: u64) -> Self {
        match self {
            Self::Program(program) => Self::Program(program.within_memory(max_mb)),
            lesson @ Self::Lesson(_) => lesson,
        }
    }

    /// Sets what is done with the run of a program that has to be cut off, with the program.
    pub(super) fn cut_with(self, write: impl Fn(FinishedRun) + Send + Sync + 'static) -> Self {
        let Self::Program(program) = self else {
            return self;
        };
        let recorded = program.recorded();
        let at_cut = AtCut::new(move |mut finished| {
            finished.program = Some(recorded.clone());
            write(finished);
        });
        Self::Program(program.cut_with(at_cut))
    }

    /// Plays it at once.
    pub(crate) fn simulated(&self) -> FinishedRun {
        match self {
            Self::Lesson(request) => simulated(request),
            Self::Program(program) => program.simulated(),
        }
    }

    /// Plays it in real time. `watch` gets every event as it happens.
    /// Errors: [`CommandError`] if the system provides no timers or no network.
    pub(super) fn live(
        &self,
        mut watch: impl FnMut(Event<'_>) + 'static,
    ) -> Result<FinishedRun, CommandError> {
        let interrupt = interrupt_on_ctrl_c();
        match self {
            Self::Lesson(request) => live(request, interrupt, watch),
            // A program writes its warnings by itself.
            Self::Program(program) => program.live(interrupt, move |event| match event {
                Event::Warned { .. } => {}
                event => watch(event),
            }),
        }
    }

    /// Returns its title in a language; of a program the file's name.
    pub(crate) fn title(&self, language: &Language) -> String {
        match self {
            Self::Lesson(request) => language.lesson_title(request.lesson()),
            Self::Program(program) => program.name(),
        }
    }

    /// Notes with which values it ran: those that differ from the lesson's own, of a program those that
    /// were given.
    pub(crate) fn with_values<'a>(
        &self,
        finished: FinishedRun,
        given: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> FinishedRun {
        match self {
            Self::Lesson(request) => finished.with(request.changed()),
            Self::Program(_) => finished.with(given),
        }
    }
}

fn interrupt_on_ctrl_c() -> Arc<Interrupt> {
    let interrupt = Arc::new(Interrupt::default());
    let on_signal = interrupt.clone();
    // Without a handler Ctrl-C ends the command by itself.
    let _ = ctrlc::set_handler(move || on_signal.raise());
    interrupt
}
