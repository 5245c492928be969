//! The picture of a playground: painting it, and finding what is under the pointer.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::answers::{facts, optional, queue_facts};
use super::clock::page_ms;
use super::painter::Painter;
use super::playground::Playground;
use super::session::Session;
use crate::crawl::Replay;
use crate::timeline::{
    Axis, CollapsedRows, Ink, Palette, Progressive, Theme, Transition, View, hit, hit_queue,
    lay_out_on,
};

/// How long bars are on their way.
const SLIDE_MS: f64 = 120.0;

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
        ("working", Ink::Working),
        ("idle", Ink::Line),
        ("asked", Ink::Cancelled),
        ("delivered", Ink::Cancelled),
        ("raised", Ink::Failed),
    ];
    let colors = js_sys::Object::new();
    for (name, ink) in inks {
        let _ = js_sys::Reflect::set(&colors, &name.into(), &palette.color(ink).into());
    }
    colors.into()
}

#[wasm_bindgen]
impl Playground {
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
        self.window.scroll_px = scroll_px;
        self.refold(&CollapsedRows::keep_up);
        self.select_edited();
        let sliding = self.slide_on();
        let mut sketch = std::mem::replace(&mut self.sketch, Progressive::exact());
        let plain = View {
            width_px,
            height_px,
            window: self.window,
            axis: axis_named(axis),
            playhead: self.look(|story| (story.stop_count() > 0).then_some(self.playhead)),
            horizon: self.session.as_ref().and_then(Session::present),
            hover: self.hover,
            selected: self.selected,
            path: &self.figures.path,
            beside: self.beside,
            collapsed: Some(&self.folds),
            drag_handles: None,
            held: self.editing.scale(),
            transition: sliding.as_ref().map(|sliding| &sliding.slide),
            label_texts: &self.words,
        };
        let picture = self.with_grips(self.grip_target_px(), |grips| {
            let view = View {
                drag_handles: grips,
                ..plain
            };
            self.look(|story| lay_out_on(story, &view, &mut sketch))
        });
        self.sketch = sketch;
        self.sliding = sliding;
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

    /// Returns the facts of the span at a place of the picture, and marks it; those of a queue at a place
    /// of its strip; null where neither is.
    pub fn hover(&mut self, x_px: f64, y_px: f64) -> JsValue {
        let Some(picture) = &self.picture else {
            return JsValue::NULL;
        };
        let (found, queue) = self.look(|story| {
            let queue = hit_queue(story, picture, x_px, y_px);
            (hit(story, picture, x_px, y_px), queue)
        });
        self.hover = found.as_ref().map(|found| (found.lane, found.span));
        optional(
            found
                .as_ref()
                .map(facts)
                .or(queue.as_ref().map(queue_facts)),
        )
    }

    /// Returns a recorded file of the demo site as a `data:` address, empty if there is none.
    #[must_use]
    pub fn recorded(&self, url: &str) -> String {
        let recording = self.recorded_site(url);
        recording.answer(url).map_or(String::new(), |entry| {
            let text = String::from_utf8_lossy(&entry.body);
            let encoded = String::from(js_sys::encode_uri_component(&text));
            format!("data:{},{encoded}", entry.content_type)
        })
    }
}

/// Bars on their way to their places.
pub(super) struct Sliding {
    slide: Transition,
    /// When the first picture of the way was painted.
    began_ms: Option<f64>,
}

impl Playground {
    /// Lets the bars of the next run slide from where they are now.
    pub(super) fn slide_from_here(&mut self) {
        let slide = self.picture.as_ref().and_then(Transition::start);
        let began_ms = None;
        self.sliding = slide.map(|slide| Sliding { slide, began_ms });
    }

    /// Takes the bars out that are on their way, as far as they have come by now.
    fn slide_on(&mut self) -> Option<Sliding> {
        let mut sliding = self.sliding.take()?;
        let now_ms = page_ms();
        let began_ms = *sliding.began_ms.get_or_insert(now_ms);
        let share = (now_ms - began_ms) / SLIDE_MS;
        sliding.slide.go_to(share);
        (share < 1.0).then_some(sliding)
    }

    /// Returns the demo site's recording, given for the site at `address`; an empty one if it was
    /// not loaded.
    pub(super) fn recorded_site(&self, address: &str) -> Replay {
        let recording = Replay::of_site(address, &self.recording);
        recording.unwrap_or_else(|_| Replay::new(address, Vec::new()))
    }
}

pub(super) fn axis_named(name: &str) -> Axis {
    match name {
        "elastic" => Axis::Elastic,
        "time" => Axis::Time,
        "order" => Axis::Order,
        _ => Axis::Auto,
    }
}

pub(super) fn theme_named(name: &str) -> Theme {
    match name {
        "dark" => Theme::Dark,
        "forced" => Theme::Forced,
        _ => Theme::Light,
    }
}
