//! What is read of a run beyond its picture: what is said at its playhead, the transcript, the statistics,
//! and the record, to be written to files and shown again.

use std::ops::Range;

use tsify::Ts;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::playground::Playground;
use crate::browser::border::{
    Entry, MomentView, PathLink, QuestionView, TaskTimes, TimesTable, typed, typed_list,
};
use crate::browser::painter::Painter;
use crate::browser::playhead::PlayheadAfter;
use crate::browser::run::{RunSource, WorkerRun, moment_at, said_at};
use crate::browser::viewport::theme_named;
use crate::lessons::find;
use crate::story::Statistics;
use crate::timeline::{Chart, Palette, state_phrase};
use crate::trace::codec;

/// How many spans are counted in a frame.
const COUNTED_AT_ONCE: usize = 12_000;

/// What is counted of a run, for as long as its statistics are looked at.
#[wasm_bindgen]
#[derive(Default)]
pub struct Count {
    statistics: Statistics,
    chart: Option<(f64, Chart)>,
}

#[wasm_bindgen]
impl Count {
    /// Makes one in which nothing is counted yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Count {
        Count::default()
    }
}

#[wasm_bindgen]
impl Playground {
    // ---- the moment

    /// Returns what is said at the playhead, and how the loop looks from inside; nothing before the
    /// first step.
    pub fn moment(&self) -> Option<Ts<MomentView>> {
        let number = self.playhead.stop_number(&self.run);
        let moment = moment_at(&self.run, number)?;
        let selected = self.viewport.selected_at(&self.run, self.playhead.at());
        Some(typed(&MomentView {
            selected: selected.map(Into::into),
            ..moment
        }))
    }

    // ---- the transcript

    /// Returns entries of the transcript, `count` of them from number `first` on.
    pub fn entries(&self, first: usize, count: usize) -> Vec<Ts<Entry>> {
        self.run.look(|story| {
            let some = story.entries_from(first).take(count);
            typed_list(some.map(|entry| {
                Entry {
                    seconds: entry.stop.at.time.seconds(),
                    task: entry.stop.task.map(|task| story.name(task).to_string()),
                    printed: story.lines_before(entry.stop.end),
                    phrases: said_at(&self.run, story, entry)
                        .into_iter()
                        .map(Into::into)
                        .collect(),
                }
            }))
        })
    }

    // ---- the question

    /// Returns what a reader is asked about the run, once it is over; nothing if it is no lesson's, or
    /// leaves nothing to ask.
    pub fn question(&self) -> Option<Ts<QuestionView>> {
        let question = self.run.lesson()?.question;
        let asked = self.run.look(|story| question.ask(story))?;
        Some(typed(&QuestionView::from(asked)))
    }

    // ---- the statistics

    /// Counts on how long tasks were in which states. Returns whether there are more to count.
    #[wasm_bindgen(js_name = "countSome")]
    pub fn count_some(&self, count: &mut Count) -> bool {
        let statistics = &mut count.statistics;
        self.run
            .look(|story| statistics.count(story, COUNTED_AT_ONCE))
    }

    /// Returns the times of the first `most` tasks, and those of all that were counted.
    pub fn statistics(&self, count: &Count, most: usize) -> Ts<TimesTable> {
        self.run.look(|story| {
            let end = story.end();
            let lanes = story.lanes().take(most);
            typed(&TimesTable {
                most_at_once: story.most_at_once(),
                tasks: lanes
                    .map(|lane| TaskTimes::of(lane.name(), &lane.times(end)))
                    .collect(),
                sum: TaskTimes::of("", &count.statistics.sum),
            })
        })
    }

    /// Paints the chart of concurrency, as far as it is counted. Returns whether there is more.
    #[wasm_bindgen(js_name = "paintChart")]
    pub fn paint_chart(
        &self,
        count: &mut Count,
        cx: &CanvasRenderingContext2d,
        width_px: f64,
        height_px: f64,
        theme: &str,
    ) -> bool {
        let known = count.chart.take();
        let known = known.filter(|(width, _)| *width == width_px);
        let (chart, is_rough) = self.run.look(|story| {
            let mut chart = known.map_or_else(|| Chart::new(story, width_px), |known| known.1);
            let is_rough = chart.count(story, COUNTED_AT_ONCE);
            (chart, is_rough)
        });
        let painter = Painter::new(cx, Palette::new(theme_named(theme)));
        let most = self.run.look(|story| story.most_at_once());
        painter.paint(&[chart.shape(most, height_px)], (width_px, height_px));
        count.chart = Some((width_px, chart));
        is_rough
    }

    /// Lights the critical path of a run that is over, or puts it out.
    #[wasm_bindgen(js_name = "lightPath")]
    pub fn light_path(&mut self, is_lit: bool) {
        self.viewport.light_path(&self.run, is_lit);
    }

    /// Returns the links of the lit path that take time, at most `most` of them.
    pub fn path(&self, most: usize) -> Vec<Ts<PathLink>> {
        self.run.look(|story| {
            let links = self.viewport.path().iter();
            let long = links.filter(|link| link.to.time > link.from.time);
            typed_list(long.take(most).map(|link| PathLink {
                task: story.name(link.task).to_string(),
                state: state_phrase(story, link.state).into(),
                from: link.from.time.seconds(),
                to: link.to.time.seconds(),
            }))
        })
    }

    // ---- the record

    /// Returns how many events the record has.
    #[wasm_bindgen(getter, js_name = "eventCount")]
    pub fn event_count(&self) -> usize {
        self.run.look(|story| story.trace().len())
    }

    /// Returns the record of the run as bytes.
    pub fn record(&self) -> Vec<u8> {
        let session = self.run.session();
        session.map_or_else(Vec::new, |session| session.recorder().read(codec::encode))
    }

    /// Shows a recorded run of a lesson, or of a program: then `files` are those in which it was, the
    /// first of them the one that is shown. Returns whether the bytes are one; else the run before stays.
    /// Whether all this fits is the asker's to see.
    pub fn open(
        &mut self,
        name: &str,
        files: Vec<String>,
        bytes: &js_sys::Uint8Array,
        #[wasm_bindgen(unchecked_param_type = "Ending | null")] ending: JsValue,
    ) -> bool {
        let fetch = |piece: Range<usize>| {
            let piece = bytes.subarray(piece.start as u32, piece.end as u32);
            piece.to_vec()
        };
        // Places keep the names of their files for good; the asker bounds how many there are.
        let mut files: Vec<&'static str> =
            files.into_iter().map(|file| &*String::leak(file)).collect();
        let source = match (files.first(), find(name)) {
            (Some(file), _) => RunSource::Program(file),
            (None, Ok(lesson)) => {
                files.push(lesson.file);
                RunSource::Lesson(lesson)
            }
            (None, Err(_)) => return false,
        };
        files.push("");
        let Ok(trace) = codec::decode_pieces(bytes.length() as usize, fetch, &files) else {
            return false;
        };
        let run = WorkerRun::recorded(source, trace, ending);
        self.run.end();
        self.begin(source, Box::new(run), PlayheadAfter::AtEnd);
        self.refresh();
        true
    }
}
