//! The run that is shown, with its story as far as it is read. An owner of the playground.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::clock::page_ms;
use super::driver::SLICE_MS;
use super::fetch::Proxied;
use super::local_run::{LocalRun, Pace};
use super::session::Session;
use super::worker_run::WorkerRun;
use crate::browser::border::{RunState, arguments};
use crate::crawl::Replay;
use crate::lessons::{Arguments, Lesson, Network, ParameterError, find};
use crate::runtime::{Fetch, Nanos, SourceLocation};
use crate::story::{LoopStateCursor, StoryBuilder, StoryView};
use crate::trace::TraceRecorder;

/// How many events are read before the time is looked at.
const EVENTS_AT_ONCE: usize = 4096;

/// A lesson with values that make sense, and the clock on which it is to run.
#[derive(Clone)]
pub(in crate::browser) struct Request {
    pub(in crate::browser) lesson: &'static Lesson,
    pub(in crate::browser) arguments: Arguments,
    pub(in crate::browser) pace: Pace,
}

impl Request {
    /// Checks values, once for all that follows.
    ///
    /// # Errors
    /// What is wrong with the values.
    pub(in crate::browser) fn check(
        slug: &str,
        given: &JsValue,
        speed: Option<f64>,
    ) -> Result<Request, Vec<ParameterError>> {
        // An unknown lesson is the page's to refuse; it knows the catalogue.
        let Ok(lesson) = find(slug) else {
            return Err(Vec::new());
        };
        let arguments = arguments(lesson, given)?;
        // Real requests take the time they take: a crawl is not sped up.
        let pace = match speed {
            None => Pace::Simulated,
            Some(_) if lesson.network == Network::Fetches => Pace::Live(1.0),
            Some(speed) => Pace::Live(speed.clamp(0.1, 100.0)),
        };
        Ok(Request {
            lesson,
            arguments,
            pace,
        })
    }

    /// Says whether it is a run for a worker.
    pub(in crate::browser) fn is_for_worker(&self) -> bool {
        self.pace == Pace::Simulated && WorkerRun::takes(self.lesson, &self.arguments)
    }

    fn value(&self, name: &str) -> &str {
        let mut values = self.arguments.iter();
        let found = values.find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// What a run is a run of.
#[derive(Clone, Copy)]
pub(in crate::browser) enum RunSource {
    /// A lesson.
    Lesson(&'static Lesson),
    /// A program that was recorded, by the name of its file.
    Program(&'static str),
}

impl RunSource {
    /// Returns the name that a summary has of it.
    pub(in crate::browser) fn name(self) -> &'static str {
        match self {
            RunSource::Lesson(lesson) => lesson.slug,
            RunSource::Program(file) => file,
        }
    }
}

/// The run that is shown.
#[derive(Default)]
pub(in crate::browser) struct ShownRun {
    lesson: Option<&'static Lesson>,
    /// The file of what ran: a location in it is shown.
    file: &'static str,
    session: Option<Box<dyn Session>>,
    /// The record of what never ran.
    nothing: TraceRecorder,
    builder: StoryBuilder,
    /// Whether the record has more than the story.
    is_behind: bool,
    /// Whether the page has the summary.
    is_summed: bool,
    /// The inside of the loop, where it was looked at last.
    pub(super) loop_state: RefCell<LoopStateCursor>,
    /// The crawl of the demo site that is played back, empty until the page has loaded it.
    pub(in crate::browser) replay: Vec<u8>,
}

impl ShownRun {
    // ---- taking runs

    /// Starts a run on the thread of the page.
    pub(in crate::browser) fn start(
        &self,
        request: &Request,
        on_over: js_sys::Function,
    ) -> Box<dyn Session> {
        let network: Rc<dyn Fetch> = match request.pace {
            Pace::Simulated => Rc::new(self.replay_of(request.value("site"))),
            Pace::Live(_) => Rc::new(Proxied::through(request.value("proxy"))),
        };
        let over = move || {
            let _ = on_over.call0(&JsValue::NULL);
        };
        let Request {
            lesson,
            arguments,
            pace,
        } = request;
        Box::new(LocalRun::start(lesson, arguments, *pace, network, over))
    }

    /// Makes a run in a worker, of which nothing has come yet.
    pub(in crate::browser) fn in_worker(request: &Request) -> Box<dyn Session> {
        Box::new(WorkerRun::new(request.lesson))
    }

    /// Ends the run, and forgets all but its lesson.
    pub(in crate::browser) fn end(&mut self) {
        self.session = None;
        self.builder = StoryBuilder::default();
        self.loop_state.take();
        (self.is_behind, self.is_summed) = (false, false);
    }

    /// Takes another run in place of the one that was ended.
    pub(in crate::browser) fn take(&mut self, source: RunSource, session: Box<dyn Session>) {
        (self.lesson, self.file) = match source {
            RunSource::Lesson(lesson) => (Some(lesson), lesson.file),
            RunSource::Program(file) => (None, file),
        };
        self.session = Some(session);
    }

    pub(in crate::browser) fn take_part(&mut self, part: &[u8], ending: JsValue) -> bool {
        let session = self.session.as_mut();
        session.is_some_and(|session| session.take_part(part, ending))
    }

    pub(in crate::browser) fn stop(&mut self) {
        if let Some(session) = &mut self.session {
            session.stop();
        }
    }

    // ---- reading its story

    /// Reads the story on, for at most a slice of time. Returns whether the record has more.
    pub(in crate::browser) fn read_on(&mut self) -> bool {
        let Some(session) = &self.session else {
            return false;
        };
        let builder = &mut self.builder;
        self.is_behind = if session.is_cut() {
            session.recorder().read(|trace| builder.index_some(trace))
        } else {
            if !session.is_running() {
                builder.close();
            }
            let started_ms = page_ms();
            let mut is_behind = true;
            while is_behind && page_ms() - started_ms < SLICE_MS {
                let recorder = session.recorder();
                is_behind = recorder.read(|trace| builder.read_some(trace, EVENTS_AT_ONCE));
            }
            is_behind
        };
        self.is_behind
    }

    /// Stops the run if it goes on, and reads its story to the end, however long that takes: whatever
    /// waits for its summary gets one. Null if the page has it, or nothing was run.
    pub(in crate::browser) fn finish(&mut self) -> JsValue {
        if self.session.is_none() || self.is_summed {
            return JsValue::NULL;
        }
        if self.is_running() {
            self.stop();
        }
        while self.read_on() {}
        self.new_summary()
    }

    /// Returns the summary of a run that is over and whose story is read, the first time that there is
    /// one; else null.
    pub(in crate::browser) fn new_summary(&mut self) -> JsValue {
        if self.is_summed || self.state() != RunState::Over {
            return JsValue::NULL;
        }
        self.is_summed = true;
        let session = self.session();
        let summary = session.and_then(|session| self.look(|story| session.summary(story)));
        summary.unwrap_or(JsValue::NULL)
    }

    // ---- looking at it

    /// Returns how far the run has come, and its story.
    pub(in crate::browser) fn state(&self) -> RunState {
        match (&self.session, self.is_running(), self.is_behind) {
            (None, ..) => RunState::Empty,
            (_, true, false) => RunState::Running,
            (_, true, true) => RunState::Lagging,
            (_, false, true) => RunState::Reading,
            (_, false, false) => RunState::Over,
        }
    }

    pub(in crate::browser) fn is_running(&self) -> bool {
        self.session().is_some_and(Session::is_running)
    }

    pub(in crate::browser) fn present(&self) -> Option<Nanos> {
        self.session()?.present()
    }

    pub(in crate::browser) fn lesson(&self) -> Option<&'static Lesson> {
        self.lesson
    }

    /// Says whether a location is in the file that is shown, and not in one that the program calls.
    pub(in crate::browser) fn is_in_file(&self, location: &SourceLocation) -> bool {
        match self.lesson {
            Some(_) => location.file.ends_with(self.file),
            None => location.file == self.file,
        }
    }

    /// Says whether a lesson is the one that ran last.
    pub(in crate::browser) fn is_of(&self, lesson: &Lesson) -> bool {
        self.lesson.is_some_and(|known| known.slug == lesson.slug)
    }

    pub(in crate::browser) fn session(&self) -> Option<&dyn Session> {
        self.session.as_deref()
    }

    pub(in crate::browser) fn builder(&self) -> &StoryBuilder {
        &self.builder
    }

    /// Looks at the run with what is known of it; at an empty one if none was started.
    pub(in crate::browser) fn look<R>(&self, look: impl FnOnce(StoryView<'_>) -> R) -> R {
        let recorder = self.session().map_or(&self.nothing, Session::recorder);
        recorder.read(|trace| look(self.builder.with(trace)))
    }

    /// Returns the crawl that is played back for the site at `address`; an empty one if it was not
    /// loaded.
    pub(in crate::browser) fn replay_of(&self, address: &str) -> Replay {
        let replay = Replay::of_site(address, &self.replay);
        replay.unwrap_or_else(|_| Replay::new(address, Vec::new()))
    }
}
