//! A picture of a whole run, for a file.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::named::theme_named;
use super::{SPANS_AT_ONCE, Viewport};
use crate::browser::painter::Painter;
use crate::browser::run::ShownRun;
use crate::timeline::{Axis, Palette, Picture, Progressive, add_legend, with_all_lanes};

/// A picture of a whole run, worked out over several turns.
#[wasm_bindgen]
pub struct WholePicture {
    progressive: Progressive,
    picture: Option<Picture>,
    width_px: f64,
}

#[wasm_bindgen]
impl WholePicture {
    /// Makes one in which nothing is drawn yet.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "only the page makes one")]
    pub fn new() -> WholePicture {
        WholePicture {
            progressive: Progressive::in_parts(SPANS_AT_ONCE),
            picture: None,
            width_px: 0.0,
        }
    }

    /// Returns how high it is, in CSS pixels.
    #[wasm_bindgen(getter)]
    pub fn height(&self) -> f64 {
        self.picture
            .as_ref()
            .map_or(0.0, |picture| picture.height_px)
    }

    /// Paints it. The context must be scaled so that 1 is a CSS pixel.
    pub fn paint(&self, cx: &CanvasRenderingContext2d, theme: &str) {
        if let Some(picture) = &self.picture {
            let painter = Painter::new(cx, Palette::new(theme_named(theme)));
            painter.paint(&picture.shapes, (self.width_px, picture.height_px));
        }
    }
}

impl Viewport {
    pub(in crate::browser) fn lay_out_whole(
        &self,
        whole: &mut WholePicture,
        run: &ShownRun,
        size_px: (f64, f64),
        axis: Axis,
    ) -> bool {
        let label_texts = &self.label_texts;
        run.look(|story| {
            let progressive = &mut whole.progressive;
            let mut picture = with_all_lanes(story, size_px, axis, label_texts, progressive);
            add_legend(&mut picture, story, size_px.0, label_texts);
            (whole.width_px, whole.picture) = (size_px.0, Some(picture));
        });
        whole.progressive.is_rough()
    }
}
