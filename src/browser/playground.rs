//! The interface of the page: what the element calls.
//!
//! One [`Playground`] is behind one element. It holds the session, the story as far as it is told,
//! the playhead and the picture that was painted last; everything shown is computed from them.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::catalogue::{Refusal, lessons};
use super::painter::Painter;
use super::playhead::{advanced, at_time, stop_number};
use super::session::{Pace, Session};
use crate::crawl::Recording;
use crate::lessons::{Arguments, Lesson, Network, find};
use crate::runtime::Nanos;
use crate::story::{Phrase, Point, Story, Word, inside, phrases};
use crate::timeline::{Axis, Facts, Ink, Palette, Picture, Theme, View, Words, hit, lay_out};

/// Turns a value into plain objects, arrays and null.
fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

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

/// Returns the colours of a theme by the names of the inks, for the legend.
#[wasm_bindgen(js_name = "legendColors")]
#[must_use]
pub fn legend_colors(theme: &str) -> JsValue {
    let palette = Palette::new(theme_named(theme));
    let inks = [
        ("running", Ink::Running),
        ("ready", Ink::Ready),
        ("sleeping", Ink::Sleeping),
        ("waiting", Ink::Waiting),
        ("fetching", Ink::Fetching),
        ("blocking", Ink::Blocking),
    ];
    let colors = js_sys::Object::new();
    for (name, ink) in inks {
        let _ = js_sys::Reflect::set(&colors, &name.into(), &palette.color(ink).into());
    }
    colors.into()
}

/// What an element shows, and how it runs.
#[wasm_bindgen]
pub struct Playground {
    lesson: Option<&'static Lesson>,
    session: Option<Session>,
    story: Story,
    playhead: Point,
    /// Whether the playhead is to stay at the end while the story grows.
    follows: bool,
    words: Words,
    picture: Option<Picture>,
    hover: Option<(usize, usize)>,
}

/// Where the playhead stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Position {
    seconds: f64,
    end_seconds: f64,
    /// The number of the stop, from 1.
    step: usize,
    steps: usize,
    /// How many console lines were printed by then.
    printed: usize,
    at_end: bool,
}

/// What is said at the playhead.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Telling {
    phrases: Vec<Said>,
    line: Option<u32>,
    task: Option<String>,
    tasks: usize,
    running: Option<String>,
    ready: Vec<String>,
    timers: Vec<(f64, String)>,
    waiting: Vec<(String, Said)>,
    queues: Vec<u32>,
}

#[derive(Serialize)]
struct Said {
    key: &'static str,
    #[serde(serialize_with = "as_object")]
    args: Vec<(&'static str, Value)>,
}

/// Writes pairs as an object.
fn as_object<S: Serializer>(
    pairs: &[(&'static str, impl Serialize)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(f64),
    Seconds { seconds: f64 },
    Names(Vec<String>),
}

impl From<Phrase> for Said {
    fn from(phrase: Phrase) -> Said {
        let value = |word| match word {
            Word::Text(text) => Value::Text(text),
            Word::Number(number) => Value::Number(number),
            Word::Seconds(seconds) => Value::Seconds { seconds },
            Word::Names(names) => Value::Names(names),
        };
        let args = phrase
            .arguments
            .into_iter()
            .map(|(name, word)| (name, value(word)));
        Said {
            key: phrase.key,
            args: args.collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineInfo<'a> {
    seconds: f64,
    task: &'a str,
    text: &'a str,
    is_log: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FactsInfo {
    task: String,
    state: Said,
    from: f64,
    to: Option<f64>,
    line: Option<u32>,
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
        summary.map_or(JsValue::NULL, |summary| to_js(&summary))
    }

    /// Returns the console lines from number `first` on.
    #[must_use]
    pub fn lines(&self, first: usize) -> JsValue {
        let lines = self.story.lines.iter().skip(first).map(|line| LineInfo {
            seconds: line.at.time.seconds(),
            task: line.task.map_or("", |task| self.story.name(task)),
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
        let (said, inside) =
            session.read(|trace| (phrases(trace, &self.story, stop), inside(trace, stop.end)));
        let file = self.lesson.map_or("", |lesson| lesson.file);
        let waiting = inside.waiting.iter().map(|(task, state)| {
            (
                name(*task),
                crate::timeline::state_phrase(&self.story, *state).into(),
            )
        });
        to_js(&Telling {
            phrases: said.into_iter().map(Said::from).collect(),
            line: stop
                .place
                .filter(|place| place.file.ends_with(file))
                .map(|place| place.line),
            task: stop.task.map(name),
            tasks: self.story.lanes.len(),
            running: inside.running.map(name),
            ready: inside.ready.iter().map(|task| name(*task)).collect(),
            timers: inside
                .timers
                .iter()
                .map(|(until, task)| (until.seconds(), name(*task)))
                .collect(),
            waiting: waiting.collect(),
            queues: inside.queues,
        })
    }

    // ---- the picture

    /// Paints the picture. Returns how high it is with all its lanes, in CSS pixels.
    ///
    /// The context must be scaled so that 1 is a CSS pixel.
    #[allow(
        clippy::too_many_arguments,
        reason = "they come from the page one by one"
    )]
    pub fn paint(
        &mut self,
        cx: &CanvasRenderingContext2d,
        width_px: f64,
        height_px: f64,
        scroll_px: f64,
        axis: &str,
        theme: &str,
    ) -> f64 {
        let view = View {
            width_px,
            height_px,
            scroll_px,
            axis: axis_named(axis),
            playhead: Some(self.playhead),
            horizon: self.session.as_ref().and_then(Session::present),
            hover: self.hover,
            words: &self.words,
        };
        let picture = lay_out(&self.story, &view);
        let painter = Painter::new(cx, Palette::new(theme_named(theme)));
        let painted = painter.paint(&picture.shapes, (width_px, height_px));
        debug_assert!(painted.is_ok(), "the canvas refused a shape");
        let height_px = picture.height_px;
        self.picture = Some(picture);
        height_px
    }

    /// Returns the axis of the picture that was painted last.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn axis(&self) -> String {
        let axis = self.picture.as_ref().map(|picture| picture.scale.axis);
        match axis {
            Some(Axis::Time) => "time",
            Some(Axis::Order) => "order",
            _ => "elastic",
        }
        .to_string()
    }

    /// Returns the place of the playhead in the picture that was painted last.
    #[wasm_bindgen(js_name = "playheadX")]
    #[must_use]
    pub fn playhead_x(&self) -> f64 {
        self.picture
            .as_ref()
            .map_or(0.0, |picture| picture.scale.x_from_point(self.playhead))
    }

    /// Returns the facts of the span at a place of the picture, and marks it; null if none is.
    pub fn hover(&mut self, x_px: f64, y_px: f64) -> JsValue {
        let facts = self
            .picture
            .as_ref()
            .and_then(|picture| hit(&self.story, picture, x_px, y_px));
        self.hover = facts.as_ref().map(|facts| (facts.lane, facts.span));
        facts.map_or(JsValue::NULL, |facts| to_js(&facts_info(facts)))
    }

    /// Returns a recorded file of the demo site as a `data:` address, empty if there is none.
    #[must_use]
    pub fn recorded(&self, url: &str) -> String {
        let recording = Recording::of_demo_site(url);
        recording.answer(url).map_or(String::new(), |entry| {
            let text = String::from_utf8_lossy(&entry.body);
            let encoded = String::from(js_sys::encode_uri_component(&text));
            format!("data:{},{encoded}", entry.content_type)
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
        let arguments = Arguments::new(lesson, given);
        let refused = |errors: Vec<_>| errors.into_iter().map(Refusal::from).collect();
        arguments
            .map(|arguments| (lesson, arguments))
            .map_err(refused)
    }
}

/// Reads the pairs of an object whose values are texts; what is none is left out.
fn pairs(object: JsValue) -> Vec<(String, String)> {
    let Ok(object) = object.dyn_into::<js_sys::Object>() else {
        return Vec::new();
    };
    let entries = js_sys::Object::entries(&object)
        .into_iter()
        .map(|pair| js_sys::Array::from(&pair));
    entries
        .filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?)))
        .collect()
}

fn facts_info(facts: Facts) -> FactsInfo {
    FactsInfo {
        task: facts.task,
        state: facts.state.into(),
        from: facts.from_s,
        to: facts.to_s,
        line: facts.place.map(|place| place.line),
    }
}

fn axis_named(name: &str) -> Axis {
    match name {
        "elastic" => Axis::Elastic,
        "time" => Axis::Time,
        "order" => Axis::Order,
        _ => Axis::Auto,
    }
}

fn theme_named(name: &str) -> Theme {
    match name {
        "dark" => Theme::Dark,
        "forced" => Theme::Forced,
        _ => Theme::Light,
    }
}
