//! The picture, as the page calls it: painting it, zooming, and what is selected.

use tsify::Ts;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::playground::Playground;
use crate::browser::border::SpanFacts;
use crate::browser::painter::Dress;
use crate::browser::viewport::{Paper, Pointed, WholePicture, axis_named, find_row, theme_named};
use crate::runtime::TaskId;
use crate::story::{State, Stop, StoryView};
use crate::timeline::{Axis, CollapsedRows, Palette, Window};

#[wasm_bindgen]
impl Playground {
    /// Says whether the reader likes less motion.
    #[wasm_bindgen(js_name = "setStill")]
    pub fn set_still(&mut self, is_still: bool) {
        self.viewport.is_still = is_still;
    }

    /// Takes what the author of the page says of the look: a CSS colour for what is pointed at and chosen, the
    /// fonts, each empty for the picture's own, and how many times rounder corners are than usual.
    #[wasm_bindgen(js_name = "setDress")]
    pub fn set_dress(&mut self, accent: String, font: String, roundness: f64) {
        self.viewport.dress = Dress {
            accent,
            font,
            roundness,
        };
    }

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
        self.viewport.window.scroll_px = scroll_px;
        let paper = Paper {
            cx,
            size_px: (width_px, height_px),
            palette: Palette::new(theme_named(theme)),
        };
        let seen = (&self.run, &self.playhead, &self.editing);
        self.viewport.paint(paper, axis_named(axis), seen)
    }

    /// Works on a picture of the whole run with all its lanes, which are together at most
    /// `height_max_px` high, and a legend below. Returns whether there is more to do.
    #[wasm_bindgen(js_name = "layOutWhole")]
    pub fn lay_out_whole(
        &self,
        whole: &mut WholePicture,
        width_px: f64,
        height_max_px: f64,
        axis: &str,
    ) -> bool {
        let size_px = (width_px, height_max_px);
        self.viewport
            .lay_out_whole(whole, &self.run, size_px, axis_named(axis))
    }

    /// Returns the axis of the picture that was painted last.
    #[wasm_bindgen(getter)]
    pub fn axis(&self) -> String {
        let axis = self.viewport.picture().map(|picture| picture.scale.axis);
        match axis {
            Some(Axis::Time) => "time",
            Some(Axis::Order) => "order",
            _ => "elastic",
        }
        .to_string()
    }

    /// Says whether the picture that was painted last has the colours of a crowd.
    #[wasm_bindgen(getter, js_name = "isCrowd")]
    pub fn is_crowd(&self) -> bool {
        self.viewport
            .picture()
            .is_some_and(|picture| picture.is_crowd)
    }

    /// Returns the position of the playhead in the picture that was painted last.
    #[wasm_bindgen(js_name = "playheadX")]
    pub fn playhead_x(&self) -> f64 {
        self.viewport.x_of(self.playhead.at())
    }

    /// Says whether the picture that was painted last is not worked out yet.
    #[wasm_bindgen(getter, js_name = "isRough")]
    pub fn is_rough(&self) -> bool {
        self.viewport.is_rough()
    }

    /// Returns a file of the demo site's crawl as a `data:` address, empty if there is none.
    pub fn recorded(&self, url: &str) -> String {
        let replay = self.run.replay_of(url);
        replay.answer(url).map_or(String::new(), |entry| {
            let text = String::from_utf8_lossy(&entry.body);
            let encoded = String::from(js_sys::encode_uri_component(&text));
            format!("data:{},{encoded}", entry.content_type)
        })
    }

    // ---- what is seen of it

    /// Zooms in by a factor, or out by one below 1, around a position of the picture.
    #[wasm_bindgen(js_name = "zoomBy")]
    pub fn zoom_by(&mut self, factor: f64, x_px: f64) {
        self.viewport.zoom(factor, x_px);
    }

    /// Zooms around the playhead.
    #[wasm_bindgen(js_name = "zoomAtPlayhead")]
    pub fn zoom_at_playhead(&mut self, factor: f64) {
        self.viewport.zoom(factor, self.playhead_x());
    }

    /// Moves along the run.
    #[wasm_bindgen(js_name = "panBy")]
    pub fn pan_by(&mut self, by_px: f64) {
        self.viewport
            .change(|window, picture| window.panned(picture.scale.plot, by_px));
    }

    /// Makes rows higher by a factor, or lower by one below 1.
    #[wasm_bindgen(js_name = "growRows")]
    pub fn grow_rows(&mut self, factor: f64) {
        self.viewport.change(|window, picture| Window {
            row_px: Some(picture.row_px() * factor),
            ..window
        });
    }

    /// Shows the whole run again.
    #[wasm_bindgen(js_name = "showAll")]
    pub fn show_all(&mut self) {
        self.viewport.window = Window::WHOLE;
    }

    /// Zooms to the selected span; without one to what is around the playhead.
    #[wasm_bindgen(js_name = "showSelected")]
    pub fn show_selected(&mut self) {
        let playhead_px = self.playhead_x();
        match self.viewport.selected_facts(&self.run) {
            Some(facts) => self.viewport.change(|window, picture| {
                window.fitted(picture.scale.plot, facts.from_px, facts.to_px)
            }),
            None => self.viewport.zoom(4.0, playhead_px),
        }
    }

    /// Says whether a part of the run is out of sight to the left or to the right.
    #[wasm_bindgen(getter, js_name = "isZoomed")]
    pub fn is_zoomed(&self) -> bool {
        self.viewport.window.zoom > 1.0
    }

    /// Moves the window as little as shows the playhead.
    #[wasm_bindgen(js_name = "followPlayhead")]
    pub fn follow_playhead(&mut self) {
        let playhead_px = self.playhead_x();
        self.viewport
            .change(|window, picture| window.showing(picture.scale.plot, playhead_px));
    }

    /// Takes over the margins of the picture of another run, so that both have one scale. Returns
    /// whether that changes this one.
    #[wasm_bindgen(js_name = "lieBeside")]
    pub fn lie_beside(&mut self, other: &Playground) -> bool {
        self.viewport.lie_beside(&other.viewport)
    }

    /// Lies alone again.
    #[wasm_bindgen(js_name = "lieAlone")]
    pub fn lie_alone(&mut self) {
        self.viewport.lie_alone();
    }

    // ---- collapsed lanes

    /// Returns the row that collapses at a position of the picture, less than 0 if there is none.
    #[wasm_bindgen(js_name = "foldAt")]
    pub fn fold_at(&self, x_px: f64, y_px: f64) -> i32 {
        let Some(picture) = self.viewport.picture() else {
            return -1;
        };
        let row = self
            .run
            .look(|story| picture.collapsible_at(story, x_px, y_px));
        row.map_or(-1, |row| row as i32)
    }

    /// Collapses a row, or expands it. Of a number less than 0 it is that of the selected span, or of
    /// the task that has control; where nothing is below that lane the one above it.
    #[wasm_bindgen(js_name = "toggleFold")]
    pub fn toggle_fold(&mut self, row: i32) {
        let selected = self.viewport.selected().map(|(row, _)| row);
        let stop = self.stop_here();
        self.viewport.collapse(&self.run, |collapsed, story| {
            let row = usize::try_from(row).unwrap_or_else(|_| {
                let task = stop.and_then(|stop| stop.task).unwrap_or(TaskId(0));
                above(story, selected.unwrap_or(task.0 as usize))
            });
            collapsed.toggle(story, row);
        });
    }

    /// Collapses all lanes, or expands all if one is collapsed.
    #[wasm_bindgen(js_name = "toggleFolds")]
    pub fn toggle_folds(&mut self) {
        self.viewport.collapse(&self.run, CollapsedRows::toggle_all);
    }

    // ---- spans

    /// Returns the facts of the span at a position of the picture, and marks it; those of a queue at
    /// a position of its strip; nothing where neither is.
    pub fn hover(&mut self, x_px: f64, y_px: f64) -> Option<Ts<SpanFacts>> {
        let at_px = (x_px, y_px);
        let facts = self.viewport.mark(&self.run, at_px, Pointed::Hovered)?;
        Some(self.with_fixed(self.viewport.hovered(), facts))
    }

    /// Highlights the spans of a line of the lesson's Rust file, by its number from 1, besides those of
    /// lines before; of line 0 those of no line any more.
    #[wasm_bindgen(js_name = "pointAtLine")]
    pub fn point_at_line(&mut self, line: u32) {
        self.viewport.point_at_line(&self.run, line);
    }

    /// Selects the span at a position of the picture, or none. Returns its facts. If it begins with a step of
    /// which nothing is said yet where the playhead is, that moves to where something is.
    pub fn select(&mut self, x_px: f64, y_px: f64) -> Option<Ts<SpanFacts>> {
        self.editing.leave();
        let at_px = (x_px, y_px);
        self.viewport.mark(&self.run, at_px, Pointed::Selected)?;
        if let Some((number, at)) = self.viewport.stop_of_selected(&self.run)
            && self.playhead.stop_number(&self.run) < number
        {
            self.playhead.go_to_stop(at, number);
        }
        self.selected_facts()
    }

    /// Selects the next span of the row, or the one before, and moves the playhead to where it is told of.
    /// Without a selected span it is the first of the task that has control. Returns its facts.
    #[wasm_bindgen(js_name = "selectNext")]
    pub fn select_next(&mut self, by: i32) -> Option<Ts<SpanFacts>> {
        let stop = self.stop_here();
        if let Some(span) = self.viewport.next_span(&self.run, stop.as_ref(), by) {
            self.go_to_span(span);
        }
        self.selected_facts()
    }

    /// Selects the span at the playhead in the lane below the selected one, or above it. Returns its facts.
    #[wasm_bindgen(js_name = "selectLane")]
    pub fn select_lane(&mut self, by: i32) -> Option<Ts<SpanFacts>> {
        let (stop, at) = (self.stop_here(), self.playhead.at());
        let here = (at, stop.as_ref());
        if let Some(span) = self.viewport.lane_span(&self.run, here, by as isize) {
            self.editing.leave();
            self.viewport.select(&self.run, span);
        }
        self.selected_facts()
    }

    /// Selects the first turn of the next task whose name has `text` in it, zooms to the life of the task, and
    /// moves the playhead to where the turn is told of. Returns its facts, nothing if there is none.
    #[wasm_bindgen(js_name = "find")]
    pub fn find_task(&mut self, text: &str) -> Option<Ts<SpanFacts>> {
        let from = self.viewport.selected().map_or(0, |(row, _)| row + 1);
        let row = self.run.look(|story| find_row(story, text, from))?;
        let turn = self.run.look(|story| {
            let row = story.row(row)?;
            let mut spans = row.spans();
            spans.find(|span| !matches!(span.state, State::Ready(_) | State::Idle))
        });
        self.viewport.show_row(&self.run, row);
        self.go_to_span((row, turn.map_or(0, |span| span.number)));
        self.selected_facts()
    }

    /// Returns how far down the middle of the selected span's row is, with all rows above it;
    /// less than 0 if none is selected.
    #[wasm_bindgen(getter, js_name = "selectedY")]
    pub fn selected_y(&self) -> f64 {
        self.viewport.selected_y_px().unwrap_or(-1.0)
    }
}

impl Playground {
    fn go_to_span(&mut self, span: (usize, usize)) {
        self.editing.leave();
        self.viewport.select(&self.run, span);
        if let Some((number, at)) = self.viewport.stop_of_selected(&self.run) {
            self.playhead.go_to_stop(at, number);
        }
    }

    fn stop_here(&self) -> Option<Stop> {
        let number = self.playhead.stop_number(&self.run);
        self.run.look(|story| story.stop(number))
    }

    fn selected_facts(&self) -> Option<Ts<SpanFacts>> {
        let facts = self.viewport.selected_facts(&self.run)?;
        Some(self.with_fixed(self.viewport.selected(), facts.into()))
    }
}

/// Returns a lane, or the one above it if nothing is below that lane.
fn above(story: StoryView<'_>, row: usize) -> usize {
    let task = TaskId(row as u32);
    let parent = story.lane(task).and_then(|lane| lane.parent());
    let above = if story.is_creator(task) { None } else { parent };
    above.unwrap_or(task).0 as usize
}
