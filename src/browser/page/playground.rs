//! What is behind one element: four owners, and the calls that run lessons and move the playhead.
//!
//! An edit is one call, [`Playground::run`]: it checks the values, once, runs them or says that a
//! worker does, and answers with all that the page shows.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::browser::border::{ConsoleLines, typed, typed_list};
use crate::browser::border::{Position, Refusal, RunState, Snapshot, Started};
use crate::browser::editing::Editing;
use crate::browser::playhead::{Pair, Playhead, PlayheadAfter};
use crate::browser::run::{Pace, Request, RunSource, Session, ShownRun};
use crate::browser::viewport::{Other, Viewport};
use crate::runtime::Nanos;
use crate::story::Point;
use crate::timeline::LabelTexts;

/// What an element shows, and how it runs.
#[wasm_bindgen]
#[derive(Default)]
pub struct Playground {
    pub(super) run: ShownRun,
    pub(super) playhead: Playhead,
    pub(super) editing: Editing,
    pub(super) viewport: Viewport,
    /// What a worker is asked to run, until it has.
    for_worker: Option<Request>,
    /// Where both playheads were when the other one was brought to this one's moment.
    led: Option<[u32; 3]>,
}

#[wasm_bindgen]
impl Playground {
    /// Makes a playground in which nothing ran yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Playground {
        Playground::default()
    }

    /// Takes the crawl of the demo site, for lessons that fetch on a simulated clock.
    #[wasm_bindgen(js_name = "setReplay")]
    pub fn set_replay(&mut self, replay: Vec<u8>) {
        self.run.replay = replay;
    }

    /// Takes the templates of the labels, in the order of `labelKeys`.
    #[wasm_bindgen(js_name = "setLabelTexts")]
    pub fn set_label_texts(&mut self, templates: Vec<String>) {
        self.viewport.label_texts = LabelTexts::new(templates);
    }

    // ---- runs

    /// Says what is wrong with the values of a lesson.
    pub fn check(
        &self,
        slug: &str,
        #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] given: JsValue,
    ) -> Vec<Ts<Refusal>> {
        let errors = Request::check(slug, &given, None).err();
        typed_list(errors.iter().flatten().map(Refusal::from))
    }

    /// Runs a lesson in place of the run before, if its values make sense.
    ///
    /// Without a `speed` the clock is simulated. `on_over` is called once the run is over, unless that
    /// was before this returned, or it was stopped.
    pub fn run(
        &mut self,
        slug: &str,
        #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] given: JsValue,
        speed: Option<f64>,
        after: PlayheadAfter,
        on_over: js_sys::Function,
    ) -> Ts<Started> {
        let request = match Request::check(slug, &given, speed) {
            Ok(request) => request,
            Err(errors) => return typed(&Started::refused(&errors)),
        };
        let stopped = self.run.finish();
        self.slide_to(&request);
        // The run before ends first.
        self.run.end();
        let in_worker = request.is_for_worker();
        if in_worker {
            self.for_worker = Some(request.clone());
            let source = RunSource::Lesson(request.lesson);
            self.begin(source, ShownRun::in_worker(&request), after);
            self.editing.take(request);
        } else {
            let session = self.run.start(&request, on_over);
            self.take(request, session, after);
        }
        typed(&Started {
            refusals: Vec::new(),
            in_worker,
            stopped,
            snapshot: Some(self.shown(0)),
        })
    }

    /// Runs here what a worker was asked to run, but could not.
    #[wasm_bindgen(js_name = "runHere")]
    pub fn run_here(&mut self, on_over: js_sys::Function) -> Ts<Snapshot> {
        if let Some(request) = self.for_worker.take() {
            self.run.end();
            let session = self.run.start(&request, on_over);
            self.take(request, session, PlayheadAfter::AtEnd);
        }
        self.snapshot(0)
    }

    /// Takes the part of the record that follows, of a run in a worker, and behind the last one how
    /// the run ended. Returns whether it is one.
    #[wasm_bindgen(js_name = "takePart")]
    pub fn take_part(
        &mut self,
        part: &[u8],
        #[wasm_bindgen(unchecked_param_type = "Ending | null")] ending: JsValue,
    ) -> bool {
        self.run.take_part(part, ending)
    }

    /// Stops the run where it is.
    pub fn stop(&mut self) {
        self.run.stop();
        self.refresh();
    }

    /// Says whether the run goes on.
    #[wasm_bindgen(getter, js_name = "isRunning")]
    pub fn is_running(&self) -> bool {
        self.run.is_running()
    }

    /// Reads the story on, for at most a slice of time. Returns whether the record has more of it.
    /// A playhead at the end stays at the end.
    pub fn refresh(&mut self) -> bool {
        let is_behind = self.run.read_on();
        if self.run.state() != RunState::Empty {
            let end = self.viewport.end(&self.run);
            self.playhead.keep_up(&self.run, end, is_behind);
        }
        is_behind
    }

    /// Returns all that is shown, with the console's lines from number `first` on.
    pub fn snapshot(&mut self, first: usize) -> Ts<Snapshot> {
        typed(&self.shown(first))
    }

    // ---- the playhead

    /// Moves the playhead to a moment, behind the steps that were taken by then; at 0 seconds before
    /// the first step.
    pub fn seek(&mut self, seconds: f64) {
        let time = Nanos::from_seconds(seconds);
        self.playhead.go_to(match time {
            Nanos::ZERO => Point::default(),
            time => self.viewport.at_time(&self.run, time),
        });
    }

    /// Moves the playhead to a position of the picture that was painted last.
    #[wasm_bindgen(js_name = "seekTo")]
    pub fn seek_to(&mut self, x_px: f64) {
        if let Some(point) = self.viewport.point_at(&self.run, x_px) {
            self.playhead.go_to(point);
        }
    }

    /// Moves the playhead by a number of stops, forward or back: of this run and of the one that is
    /// compared with it, which has none if nothing is.
    pub fn step(&mut self, compared: &mut Playground, by: i32) {
        self.pair(compared).step(by);
        self.take_other(compared);
    }

    /// Moves the playhead to a stop, by the number of its entry in the transcript.
    #[wasm_bindgen(js_name = "goToEntry")]
    pub fn go_to_entry(&mut self, number: usize) {
        if let Some(at) = self.run.look(|story| story.stop_point(number)) {
            self.playhead.go_to_stop(at, number);
        }
    }

    /// Moves the playhead to the start.
    #[wasm_bindgen(js_name = "toStart")]
    pub fn to_start(&mut self) {
        self.playhead.go_to(Point::default());
    }

    /// Moves the playhead to the end, where it stays while the run goes on.
    #[wasm_bindgen(js_name = "toEnd")]
    pub fn to_end(&mut self) {
        self.playhead.go_to_end(self.viewport.end(&self.run));
        self.refresh();
    }

    /// Plays on for some real seconds at a speed, also in the run that is compared.
    pub fn advance(&mut self, compared: &mut Playground, seconds: f64, speed: f64) {
        if self.pair(compared).play(seconds * speed) {
            self.take_other(compared);
        } else {
            self.playhead.go_to(self.viewport.end(&self.run));
        }
    }

    /// Lets the run that is compared show the same stretch of time, with the playhead at the same moment.
    pub fn lead(&mut self, compared: &mut Playground) {
        compared.viewport.window.zoom = self.viewport.window.zoom;
        compared.viewport.window.pan_px = self.viewport.window.pan_px;
        // What is compared with stays as it is.
        compared.editing.restart();
        compared.playhead.stay();
        let is_moved = self.led != Some(marks(self, compared));
        if is_moved {
            self.pair(compared).lead();
        }
        self.take_other(compared);
        let at = self.playhead.at();
        if is_moved && self.viewport.selected_at(&self.run, at).is_some() {
            // A reader who has chosen a span of this run is told of that.
            self.viewport.other.is_shown = false;
        }
    }

    /// Brings the playhead to the moment of the one of the run that is compared, which was moved.
    pub fn follow(&mut self, compared: &mut Playground) {
        let time = compared.playhead.at().time;
        self.playhead.go_to(self.viewport.at_time(&self.run, time));
        self.take_other(compared);
    }
}

/// Returns what is another once one of two playheads was moved, or there are more stops.
fn marks(one: &Playground, two: &Playground) -> [u32; 3] {
    let stops = two.run.look(|story| story.stop_count());
    [one.playhead.moves(), two.playhead.moves(), stops as u32]
}

impl Playground {
    fn pair<'a>(&'a mut self, compared: &'a mut Playground) -> Pair<'a> {
        Pair {
            runs: [&self.run, &compared.run],
            playheads: [&mut self.playhead, &mut compared.playhead],
        }
    }

    /// Takes over how far the run is that is compared, with the playheads as they are now.
    fn take_other(&mut self, compared: &mut Playground) {
        let is_shown = match self.led == Some(marks(self, compared)) {
            true => self.viewport.other.is_shown,
            false => self.pair(compared).shown() == 1,
        };
        let run = &compared.run;
        compared.viewport.other.end = self.run.builder().end.time;
        self.viewport.other = Other {
            end: run.builder().end.time,
            stop: compared.playhead.stop_number(run),
            stops: run.look(|story| story.stop_count()),
            is_shown,
        };
        self.led = Some(marks(self, compared));
    }

    /// Lets the bars slide to where another run of the lesson has them. What is dragged is where the
    /// pointer has it, and a live run is on its own way.
    fn slide_to(&mut self, request: &Request) {
        let is_simulated = request.pace == Pace::Simulated && !request.is_for_worker();
        if is_simulated && self.run.is_of(request.lesson) && !self.editing.is_dragged() {
            self.viewport.slide_from_here();
        } else {
            self.viewport.stop_sliding();
        }
    }

    /// Takes a run on the thread of the page, whose values can be edited on the picture.
    fn take(&mut self, request: Request, session: Box<dyn Session>, after: PlayheadAfter) {
        self.begin(RunSource::Lesson(request.lesson), session, after);
        self.editing.take(request);
        self.refresh();
    }

    /// Takes a run in place of the one that was ended.
    pub(super) fn begin(
        &mut self,
        source: RunSource,
        session: Box<dyn Session>,
        after: PlayheadAfter,
    ) {
        let is_same_lesson = match source {
            RunSource::Lesson(lesson) => self.run.is_of(lesson),
            RunSource::Program(_) => false,
        };
        if !is_same_lesson {
            self.editing.leave();
        }
        self.run.take(source, session);
        self.viewport.restart(is_same_lesson);
        self.editing.restart();
        self.playhead.restart(after);
    }

    fn shown(&mut self, first: usize) -> Snapshot {
        let summary = self.run.new_summary();
        let (run, playhead) = (&self.run, &self.playhead);
        let (at, end) = (playhead.at(), self.viewport.end(run));
        let number = playhead.stop_number(run);
        let (stops, other) = (run.look(|story| story.stop_count()), &self.viewport.other);
        let others = other.stops.saturating_sub(1);
        Snapshot {
            state: run.state(),
            position: Position {
                seconds: at.time.seconds(),
                end_seconds: end.time.max(at.time).seconds(),
                step: number + 1 + other.stop,
                steps: stops + others,
                stop: number,
                stops,
                of_compared: other.is_shown,
                printed: playhead.printed(run),
                at_end: at >= end && other.stop >= others,
            },
            lines: run.look(|story| ConsoleLines::from(story, first)),
            summary,
        }
    }
}
