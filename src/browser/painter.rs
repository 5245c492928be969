//! Painting shapes onto a canvas.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::answers::list;
use crate::story::StateKind;
use crate::timeline::{Bands, Palette, Path, Segment, Shape};

/// The fonts of all text in a picture: the system's, with Chinese ones behind.
const FONT: &str = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', \
                    'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/// Paints shapes in their order. The context is scaled so that 1 is a CSS pixel.
pub(super) struct Painter<'a> {
    cx: &'a CanvasRenderingContext2d,
    palette: Palette,
}

impl<'a> Painter<'a> {
    pub(super) fn new(cx: &'a CanvasRenderingContext2d, palette: Palette) -> Painter<'a> {
        Painter { cx, palette }
    }

    /// Paints a whole picture on a fresh ground.
    ///
    /// # Errors
    /// What the canvas raises, which it does for no shape of ours.
    pub(super) fn paint(&self, shapes: &[Shape], size_px: (f64, f64)) -> Result<(), JsValue> {
        self.cx.set_fill_style_str(self.palette.ground());
        self.cx.fill_rect(0.0, 0.0, size_px.0, size_px.1);
        self.cx.set_font(FONT);
        self.cx.set_text_baseline("middle");
        self.cx.set_line_cap("round");
        self.cx.set_line_join("round");
        shapes.iter().try_for_each(|shape| self.shape(shape))
    }

    fn shape(&self, shape: &Shape) -> Result<(), JsValue> {
        let cx = self.cx;
        match shape {
            Shape::Rect {
                x_px,
                y_px,
                width_px,
                height_px,
                radius_px,
                ink,
                ..
            } => {
                cx.begin_path();
                cx.round_rect_with_f64(*x_px, *y_px, *width_px, *height_px, *radius_px)?;
                cx.set_fill_style_str(self.palette.color(*ink));
                cx.fill();
            }
            Shape::Text {
                x_px,
                y_px,
                text,
                ink,
            } => {
                cx.set_fill_style_str(self.palette.color(*ink));
                cx.fill_text(text, *x_px, *y_px + 0.5)?;
            }
            Shape::Density(bands) => self.density(bands),
            Shape::Dot {
                at_px,
                radius_px,
                ink,
            } => {
                cx.set_fill_style_str(self.palette.color(*ink));
                cx.begin_path();
                cx.arc(at_px.0, at_px.1, *radius_px, 0.0, std::f64::consts::TAU)?;
                cx.fill();
            }
            Shape::Line { .. } | Shape::Arrow { .. } | Shape::Mark { .. } => {}
        }
        let paths = shape.paths(&self.palette);
        paths.iter().try_for_each(|path| self.path(path))
    }

    fn path(&self, path: &Path) -> Result<(), JsValue> {
        let cx = self.cx;
        cx.begin_path();
        for segment in &path.segments {
            match *segment {
                Segment::Move(x, y) => cx.move_to(x, y),
                Segment::Line(x, y) => cx.line_to(x, y),
                Segment::Curve([one, other, to]) => {
                    cx.bezier_curve_to(one.0, one.1, other.0, other.1, to.0, to.1);
                }
            }
        }
        if path.is_line_below {
            self.line(path)?;
        }
        if let Some(color) = path.fill {
            cx.set_fill_style_str(color);
            cx.fill();
        }
        if !path.is_line_below {
            self.line(path)?;
        }
        Ok(())
    }

    /// Draws the line along a path that was just made.
    fn line(&self, path: &Path) -> Result<(), JsValue> {
        let (cx, Some(color)) = (self.cx, path.stroke) else {
            return Ok(());
        };
        cx.set_stroke_style_str(color);
        cx.set_line_width(path.width_px);
        cx.set_global_alpha(path.opacity);
        if let Some((dash_px, gap_px)) = path.dash_px {
            cx.set_line_dash(&list([dash_px, gap_px].map(JsValue::from)))?;
        }
        cx.stroke();
        cx.set_global_alpha(1.0);
        match path.dash_px {
            Some(_) => cx.set_line_dash(&list(None)),
            None => Ok(()),
        }
    }

    /// Fills the stripes of one colour after the other: changing it costs more than filling.
    fn density(&self, bands: &Bands) {
        let all = bands.stripes();
        for look in StateKind::ALL {
            let mut stripes = all.iter().filter(|stripe| stripe.look == look).peekable();
            if let Some(first) = stripes.peek() {
                self.cx.set_fill_style_str(self.palette.color(first.ink()));
            }
            for stripe in stripes {
                let (width_px, height_px) = (stripe.width_px, stripe.height_px);
                self.cx
                    .fill_rect(stripe.x_px, stripe.y_px, width_px, height_px);
            }
        }
    }
}
