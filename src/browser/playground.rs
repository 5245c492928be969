//! The interface of the page: what the element calls.
//!
//! One [`Playground`] is behind one element. It holds the session, the story as far as it is told,
//! the playhead and the picture that was painted last; everything shown is computed from them.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::answers::{lines, object, optional, pairs, seconds, task_texts};
use super::catalogue::{lessons, refusals};
use super::clock::page_ms;
use super::driver::SLICE_MS;
use super::editing::Editing;
use super::fetch::Proxied;
use super::figures::Figures;
use super::here::{Here, Pace};
use super::picture::Sliding;
use super::playhead::kept;
use super::session::Session;
use crate::lessons::{Arguments, Lesson, Network, ParameterError, find};
use crate::runtime::{Fetch, Nanos};
use crate::story::{LoopStateCursor, Point, StoryBuilder, StoryView};
use crate::timeline::{CollapsedRows, LabelTexts, Margins, Picture, Progressive, Window};
use crate::trace::TraceRecorder;

/// Returns all lessons with their parameters.
#[wasm_bindgen(js_name = "lessonCatalogue")]
#[must_use]
pub fn lesson_catalogue() -> JsValue {
    lessons()
}

/// Returns the keys of the messages that pictures need.
#[wasm_bindgen(js_name = "labelKeys")]
#[must_use]
pub fn label_keys() -> Vec<String> {
    LabelTexts::keys().map(ToString::to_string).collect()
}

/// Returns the values of a lesson's parameters as its Python listing has them, by their names.
#[wasm_bindgen(js_name = "listingValues")]
#[must_use]
pub fn listing_values(slug: &str, given: JsValue) -> JsValue {
    super::catalogue::listing_values(slug, &pairs(given))
}

/// How many events are told before the time is looked at.
const EVENTS_AT_ONCE: usize = 4096;

/// How many spans of a crowded picture are worked out in a frame.
pub(super) const SKETCHED_AT_ONCE: usize = 32_000;

/// What an element shows, and how it runs.
#[wasm_bindgen]
pub struct Playground {
    pub(super) lesson: Option<&'static Lesson>,
    pub(super) session: Option<Session>,
    /// The record of what never ran.
    nothing: TraceRecorder,
    pub(super) builder: StoryBuilder,
    /// The inside of the loop, where it was looked at last.
    pub(super) insides: RefCell<LoopStateCursor>,
    pub(super) playhead: Point,
    /// The stop to which the playhead was brought, if it was brought to one.
    pub(super) stop: Option<usize>,
    /// Whether the playhead is to stay at the end while the story grows.
    follows: bool,
    pub(super) words: LabelTexts,
    pub(super) picture: Option<Picture>,
    pub(super) sliding: Option<Sliding>,
    /// Whether the reader likes less motion: then nothing slides.
    is_still: bool,
    pub(super) hover: Option<(usize, usize)>,
    /// The span that is selected: its row, and its number in the row.
    pub(super) selected: Option<(usize, usize)>,
    /// What of the picture is seen.
    pub(super) window: Window,
    pub(super) sketch: Progressive,
    pub(super) figures: Figures,
    /// The margins of the picture beside this one.
    pub(super) beside: Option<Margins>,
    pub(super) folds: CollapsedRows,
    pub(super) editing: Editing,
    /// The recorded crawl of the demo site, empty until the page has loaded it.
    pub(super) recording: Vec<u8>,
}

#[wasm_bindgen]
impl Playground {
    /// Makes a playground in which nothing ran yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[allow(clippy::new_without_default, reason = "only the page makes one")]
    pub fn new() -> Playground {
        Playground {
            lesson: None,
            session: None,
            nothing: TraceRecorder::default(),
            builder: StoryBuilder::default(),
            insides: RefCell::default(),
            playhead: Point::default(),
            stop: None,
            follows: true,
            words: LabelTexts::new(Vec::new()),
            picture: None,
            sliding: None,
            is_still: false,
            hover: None,
            selected: None,
            window: Window::WHOLE,
            sketch: Progressive::in_parts(SKETCHED_AT_ONCE),
            figures: Figures::default(),
            beside: None,
            folds: CollapsedRows::default(),
            editing: Editing::default(),
            recording: Vec::new(),
        }
    }

    /// Takes the recorded crawl of the demo site, for lessons that fetch on a simulated clock.
    #[wasm_bindgen(js_name = "setRecording")]
    pub fn set_recording(&mut self, recording: Vec<u8>) {
        self.recording = recording;
    }

    /// Takes the templates of the labels, in the order of `labelKeys`.
    #[wasm_bindgen(js_name = "setWords")]
    pub fn set_words(&mut self, templates: Vec<String>) {
        self.words = LabelTexts::new(templates);
    }

    /// Says whether the reader likes less motion.
    #[wasm_bindgen(js_name = "setStill")]
    pub fn set_still(&mut self, is_still: bool) {
        self.is_still = is_still;
    }

    /// Says what is wrong with the values of a lesson: a list of refusals, empty if nothing is.
    #[must_use]
    pub fn check(&self, slug: &str, given: JsValue) -> JsValue {
        match self.arguments(slug, given) {
            Ok(_) => refusals(&[]),
            Err(errors) => refusals(&errors),
        }
    }

    /// Runs a lesson. Returns the refusals of wrong values; with any, the run before stays.
    ///
    /// `speed` is null for the simulated clock. `on_over` is called once the run is over, unless
    /// that was before this returned, or it was stopped.
    pub fn run(
        &mut self,
        slug: &str,
        given: JsValue,
        speed: Option<f64>,
        on_over: js_sys::Function,
    ) -> JsValue {
        let (lesson, arguments) = match self.arguments(slug, given) {
            Ok(found) => found,
            Err(errors) => return refusals(&errors),
        };
        // Real requests take the time they take: a crawl is not sped up.
        let pace = match speed {
            None => Pace::Simulated,
            Some(_) if lesson.network == Network::Fetches => Pace::Live(1.0),
            Some(speed) => Pace::Live(speed.clamp(0.1, 100.0)),
        };
        let given = |name| arguments.iter().find(|(known, _)| *known == name);
        let given = |name| given(name).map_or("", |(_, value)| value);
        let network: Rc<dyn Fetch> = match pace {
            Pace::Simulated => Rc::new(self.recorded_site(given("site"))),
            Pace::Live(_) => Rc::new(Proxied::through(given("proxy"))),
        };
        let over = move || {
            let _ = on_over.call0(&JsValue::NULL);
        };
        // What is dragged is where the pointer has it, and a live run is on its own way.
        let is_edited = self.lesson.is_some_and(|before| before.slug == lesson.slug);
        self.sliding = None;
        if is_edited && pace == Pace::Simulated && !self.is_still && !self.editing.is_dragged() {
            self.slide_from_here();
        }
        // The run before ends first.
        self.session = None;
        let here = Here::start(lesson, &arguments, pace, network, over);
        self.begin(lesson, Session::Here(here));
        self.editing.take(lesson, arguments, pace);
        self.refresh();
        refusals(&[])
    }

    /// Stops the run where it is.
    pub fn stop(&mut self) {
        if let Some(session) = &mut self.session {
            session.stop();
        }
        self.refresh();
    }

    /// Says whether the run goes on.
    #[wasm_bindgen(getter, js_name = "isRunning")]
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.session.as_ref().is_some_and(Session::is_running)
    }

    /// Tells the story on, for at most a slice of time. Returns whether the run has come further.
    /// A playhead at the end stays at the end.
    pub fn refresh(&mut self) -> bool {
        let Some(session) = &self.session else {
            return false;
        };
        if session.is_cut() {
            return session.read(|trace| self.builder.index_some(trace));
        }
        if !session.is_running() {
            self.builder.close();
        }
        let started_ms = page_ms();
        let mut is_behind = true;
        while is_behind && page_ms() - started_ms < SLICE_MS {
            is_behind = session.read(|trace| self.builder.read_some(trace, EVENTS_AT_ONCE));
        }
        if self.follows {
            self.playhead = match session.present() {
                Some(present) => Point {
                    time: present,
                    order: self.builder.at_time(present).order,
                },
                None => self.end(),
            };
        } else if let Some(playhead) = self.editing.playhead.take_if(|_| !is_behind) {
            self.playhead = kept(&self.builder, playhead);
        }
        is_behind
    }

    /// Returns what the summary says of the tasks: of each its name, state and result, each ended by NUL.
    #[wasm_bindgen(js_name = "taskTexts")]
    #[must_use]
    pub fn task_texts(&self) -> String {
        self.look(task_texts)
    }

    /// Returns the summary of the run but for its tasks and its lines, null while it goes on.
    #[must_use]
    pub fn summary(&self) -> JsValue {
        let session = self.session.as_ref();
        optional(session.and_then(|session| session.summary(&self.builder)))
    }

    /// Returns the console lines from number `first` on, as numbers and one text: see `linesOf`.
    #[must_use]
    pub fn lines(&self, first: usize) -> JsValue {
        self.look(|story| lines(story, first))
    }

    // ---- the playhead

    /// Moves the playhead to a moment, behind the steps that were taken by then.
    pub fn seek(&mut self, seconds: f64) {
        self.go_to(self.at_time(Nanos::from_seconds(seconds)));
    }

    /// Moves the playhead to a place of the picture that was painted last.
    #[wasm_bindgen(js_name = "seekTo")]
    pub fn seek_to(&mut self, x_px: f64) {
        if let Some(point) = self.at_place(x_px) {
            self.go_to(point);
        }
    }

    /// Moves the playhead by a number of stops, forward or back.
    pub fn step(&mut self, by: i32) {
        let (playhead, stop) = (self.playhead, self.stop);
        self.step_to(self.look(|story| story.stop_after(playhead, stop, by as isize)));
    }

    /// Moves the playhead to the start.
    #[wasm_bindgen(js_name = "toStart")]
    pub fn to_start(&mut self) {
        self.go_to(Point::default());
    }

    /// Moves the playhead to the end, where it stays while the run goes on.
    #[wasm_bindgen(js_name = "toEnd")]
    pub fn to_end(&mut self) {
        self.follows = true;
        (self.playhead, self.stop) = (self.end(), None);
        self.refresh();
    }

    /// Plays on for some real seconds at a speed.
    pub fn advance(&mut self, seconds: f64, speed: f64) {
        self.go_to(self.after_playing(seconds * speed));
    }

    /// Returns where the playhead stands.
    #[must_use]
    pub fn position(&self) -> JsValue {
        let (printed, step, steps) = self.look(|story| {
            let number = story.stop_at(self.playhead, self.stop);
            let stop = story.stop(number).filter(|_| self.stop == Some(number));
            let printed = match stop {
                Some(stop) => story.lines_before(stop.end),
                None => story.lines_by(self.playhead),
            };
            (printed, number + 1, story.stop_count())
        });
        object(&[
            ("seconds", seconds(self.playhead.time)),
            (
                "endSeconds",
                seconds(self.end().time.max(self.playhead.time)),
            ),
            // The number of the stop, from 1.
            ("step", step.into()),
            ("steps", steps.into()),
            // How many console lines were printed by then.
            ("printed", printed.into()),
            ("atEnd", (self.playhead >= self.end()).into()),
        ])
    }
}

impl Playground {
    /// Moves the playhead to a point.
    pub(super) fn go_to(&mut self, point: Point) {
        self.follows = false;
        self.playhead = point;
    }

    /// Takes a run in place of the one before, which ends.
    pub(super) fn begin(&mut self, lesson: &'static Lesson, session: Session) {
        self.session = Some(session);
        self.builder = StoryBuilder::default();
        // Another lesson has other lanes.
        if self.lesson.is_none_or(|before| before.slug != lesson.slug) {
            self.folds = CollapsedRows::default();
            self.editing.leave();
        }
        self.folds.restart();
        self.lesson = Some(lesson);
        self.insides.take();
        self.figures = Figures::default();
        (self.hover, self.selected, self.stop) = (None, None, None);
        self.editing.begin((!self.follows).then_some(self.playhead));
        self.follows = self.editing.playhead.is_none();
    }

    pub(super) fn arguments(
        &self,
        slug: &str,
        given: JsValue,
    ) -> Result<(&'static Lesson, Arguments), Vec<ParameterError>> {
        // An unknown lesson is the page's to refuse; it knows the catalogue.
        let Ok(lesson) = find(slug) else {
            return Err(Vec::new());
        };
        let given = pairs(given);
        let given = given
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let arguments = Arguments::new(lesson.parameters, given);
        arguments.map(|arguments| (lesson, arguments))
    }

    /// Looks at the run with what is known of it; at an empty one if none was started.
    pub(super) fn look<R>(&self, look: impl FnOnce(StoryView<'_>) -> R) -> R {
        let recorder = self
            .session
            .as_ref()
            .map_or(&self.nothing, Session::recorder);
        recorder.read(|trace| look(self.builder.with(trace)))
    }
}
