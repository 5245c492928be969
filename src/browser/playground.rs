//! The interface of the page: what the element calls.
//!
//! One [`Playground`] is behind one element. It holds the session, the story as far as it is told,
//! the playhead and the picture that was painted last; everything shown is computed from them.

use wasm_bindgen::prelude::*;

use super::answers::{LineInfo, Position, Said, Telling, pairs, summary_info, to_js};
use super::catalogue::{Refusal, lessons, listing};
use super::playhead::{advanced, at_time, stop_number};
use super::session::{Pace, Session};
use crate::lessons::{Arguments, Lesson, Network, find};
use crate::runtime::Nanos;
use crate::story::{Job, Point, Story, inside, phrases, waits_now};
use crate::timeline::{Picture, Words};

/// Returns all lessons with their parameters and sources.
#[wasm_bindgen(js_name = "lessonCatalogue")]
#[must_use]
pub fn lesson_catalogue() -> JsValue {
    to_js(&lessons())
}

/// Returns the keys of the messages that pictures need.
#[wasm_bindgen(js_name = "labelKeys")]
#[must_use]
pub fn label_keys() -> Vec<String> {
    Words::keys().iter().map(ToString::to_string).collect()
}

/// Fills a lesson's Python listing with values, and says which of its lines do what those of the
/// lesson do.
#[wasm_bindgen(js_name = "fillListing")]
#[must_use]
pub fn fill_listing(slug: &str, given: JsValue, text: &str) -> JsValue {
    to_js(&listing(slug, &pairs(given), text))
}

/// What an element shows, and how it runs.
#[wasm_bindgen]
pub struct Playground {
    lesson: Option<&'static Lesson>,
    pub(super) session: Option<Session>,
    pub(super) story: Story,
    pub(super) playhead: Point,
    /// Whether the playhead is to stay at the end while the story grows.
    follows: bool,
    pub(super) words: Words,
    pub(super) picture: Option<Picture>,
    pub(super) hover: Option<(usize, usize)>,
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
            story: Story::default(),
            playhead: Point::default(),
            follows: true,
            words: Words::from_messages(|_| String::new()),
            picture: None,
            hover: None,
        }
    }

    /// Takes the templates of the labels, in the order of `labelKeys`.
    #[wasm_bindgen(js_name = "setWords")]
    pub fn set_words(&mut self, templates: Vec<String>) {
        let mut templates = templates.into_iter();
        self.words = Words::from_messages(|_| String::new());
        let taken: Vec<String> = Words::keys()
            .iter()
            .filter_map(|_| templates.next())
            .collect();
        let at = |key: &str| Words::keys().iter().position(|known| *known == key);
        self.words = Words::from_messages(|key| {
            at(key)
                .and_then(|index| taken.get(index))
                .cloned()
                .unwrap_or_default()
        });
    }

    /// Says what is wrong with the values of a lesson: a list of refusals, empty if nothing is.
    #[must_use]
    pub fn check(&self, slug: &str, given: JsValue) -> JsValue {
        match self.arguments(slug, given) {
            Ok(_) => to_js(&Vec::<Refusal>::new()),
            Err(refusals) => to_js(&refusals),
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
            Err(refusals) => return to_js(&refusals),
        };
        // Real requests take the time they take: a crawl is not sped up.
        let pace = match speed {
            None => Pace::Simulated,
            Some(_) if lesson.network == Network::Fetches => Pace::Live(1.0),
            Some(speed) => Pace::Live(speed.clamp(0.1, 100.0)),
        };
        let proxy = arguments.iter().find(|(name, _)| *name == "proxy");
        let proxy = proxy.map_or(String::new(), |(_, proxy)| proxy.to_string());
        let over = move || {
            let _ = on_over.call0(&JsValue::NULL);
        };
        // The run before ends before the next begins.
        self.session = None;
        self.session = Some(Session::start(lesson, &arguments, pace, &proxy, over));
        self.lesson = Some(lesson);
        self.story = Story::default();
        self.hover = None;
        self.follows = true;
        self.refresh();
        to_js(&Vec::<Refusal>::new())
    }

    /// Stops the run where it is.
    pub fn stop(&mut self) {
        if let Some(session) = &self.session {
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

    /// Tells the story on, as far as the run has come. A playhead at the end stays at the end.
    pub fn refresh(&mut self) {
        let Some(session) = &self.session else { return };
        session.read(|trace| self.story.tell(trace));
        if self.follows {
            self.playhead = match session.present() {
                Some(present) => Point {
                    time: present,
                    order: at_time(&self.story, present).order,
                },
                None => self.story.end,
            };
        }
    }

    /// Returns the summary of the run, null while it goes on.
    #[must_use]
    pub fn summary(&self) -> JsValue {
        let summary = self
            .session
            .as_ref()
            .and_then(|session| session.summary(&self.story));
        summary.map_or(JsValue::NULL, |summary| to_js(&summary_info(&summary)))
    }

    /// Returns the console lines from number `first` on.
    #[must_use]
    pub fn lines(&self, first: usize) -> JsValue {
        let lines = self.story.lines.iter().skip(first).map(|line| LineInfo {
            seconds: line.at.time.seconds(),
            task: line.by.map_or("", |by| self.story.party_name(by)),
            text: &line.text,
            is_log: line.is_log,
        });
        to_js(&lines.collect::<Vec<_>>())
    }

    // ---- the playhead

    /// Moves the playhead to a moment, behind the steps that were taken by then.
    pub fn seek(&mut self, seconds: f64) {
        self.follows = false;
        self.playhead = at_time(&self.story, Nanos::from_seconds(seconds));
    }

    /// Moves the playhead to a place of the picture that was painted last.
    #[wasm_bindgen(js_name = "seekTo")]
    pub fn seek_to(&mut self, x_px: f64) {
        if let Some(picture) = &self.picture {
            self.follows = false;
            self.playhead = picture.scale.point_from_x(&self.story, x_px);
        }
    }

    /// Moves the playhead by a number of stops, forward or back.
    pub fn step(&mut self, by: i32) {
        let Some(last) = self.story.stops.len().checked_sub(1) else {
            return;
        };
        self.follows = false;
        let number = stop_number(&self.story, self.playhead);
        let number = number.saturating_add_signed(by as isize).min(last);
        self.playhead = self.story.stops[number].at;
    }

    /// Moves the playhead to the start.
    #[wasm_bindgen(js_name = "toStart")]
    pub fn to_start(&mut self) {
        self.follows = false;
        self.playhead = Point::default();
    }

    /// Moves the playhead to the end, where it stays while the run goes on.
    #[wasm_bindgen(js_name = "toEnd")]
    pub fn to_end(&mut self) {
        self.follows = true;
        self.playhead = self.story.end;
        self.refresh();
    }

    /// Plays on for some real seconds at a speed.
    pub fn advance(&mut self, seconds: f64, speed: f64) {
        self.follows = false;
        self.playhead = advanced(&self.story, self.playhead, seconds * speed);
    }

    /// Returns where the playhead stands.
    #[must_use]
    pub fn position(&self) -> JsValue {
        let at = (self.playhead.time, self.playhead.order);
        to_js(&Position {
            seconds: self.playhead.time.seconds(),
            end_seconds: self.story.end.time.max(self.playhead.time).seconds(),
            step: stop_number(&self.story, self.playhead) + 1,
            steps: self.story.stops.len(),
            printed: self
                .story
                .lines
                .partition_point(|line| (line.at.time, line.at.order) <= at),
            at_end: self.playhead >= self.story.end,
        })
    }

    /// Returns everything that is said at the playhead.
    #[must_use]
    pub fn telling(&self) -> JsValue {
        let Some(session) = &self.session else {
            return JsValue::NULL;
        };
        let Some(stop) = self
            .story
            .stops
            .get(stop_number(&self.story, self.playhead))
        else {
            return JsValue::NULL;
        };
        let name = |task| self.story.name(task).to_string();
        let (mut said, inside) =
            session.read(|trace| (phrases(trace, &self.story, stop), inside(trace, stop.end)));
        // A live run that waits says what for.
        let waits = session
            .present()
            .is_some_and(|present| present > stop.at.time);
        if let Some(waiting) = waits_now(&self.story, &inside).filter(|_| waits) {
            said.push(waiting);
        }
        let file = self.lesson.map_or("", |lesson| lesson.file);
        let waiting = inside.waiting.iter().map(|(task, state)| {
            (
                name(*task),
                crate::timeline::state_phrase(&self.story, *state).into(),
            )
        });
        let threads = self.story.threads.iter().zip(&inside.threads);
        let threads = threads.map(|(thread, job)| {
            let task = match job {
                Job::None => None,
                Job::Of(task) => Some(task.map_or(String::new(), name)),
            };
            (thread.name.clone(), task)
        });
        to_js(&Telling {
            phrases: said.into_iter().map(Said::from).collect(),
            line: stop
                .place
                .filter(|place| place.file.ends_with(file))
                .map(|place| place.line),
            task: stop.task.map(name),
            tasks: self.story.lanes.len(),
            looks: self.story.looks.iter().map(|look| look.name()).collect(),
            running: inside.running.map(name),
            ready: inside.ready.iter().map(|task| name(*task)).collect(),
            timers: inside
                .timers
                .iter()
                .map(|(until, task)| (until.seconds(), name(*task)))
                .collect(),
            waiting: waiting.collect(),
            queues: inside.queues,
            threads: threads.collect(),
        })
    }

    fn arguments(
        &self,
        slug: &str,
        given: JsValue,
    ) -> Result<(&'static Lesson, Arguments), Vec<Refusal>> {
        // An unknown lesson is the page's to refuse; it knows the catalogue.
        let Ok(lesson) = find(slug) else {
            return Err(Vec::new());
        };
        let given = pairs(given);
        let given = given
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let arguments = Arguments::new(lesson.parameters, given);
        let refused = |errors: Vec<_>| errors.into_iter().map(Refusal::from).collect();
        arguments
            .map(|arguments| (lesson, arguments))
            .map_err(refused)
    }
}
