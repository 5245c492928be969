//! Painting shapes onto a canvas.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use crate::story::StateKind;
use crate::timeline::{Bands, Paint, Palette, Pen, Shape};
use js_sys::Array;

/// The fonts of all text in a picture: the system's, with Chinese ones behind.
const FONT: &str = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', \
                    'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/// What the author of a page says of the look of pictures.
pub(super) struct Dress {
    /// The colour of what is pointed at and chosen, a CSS colour; empty for the theme's own.
    pub(super) accent: String,
    /// The fonts of all text, as CSS has them; empty for those of the system.
    pub(super) font: String,
    /// How many times rounder corners are than usual, from 0.
    pub(super) roundness: f64,
}

impl Dress {
    /// Says nothing.
    pub(super) const fn plain() -> Dress {
        Dress {
            accent: String::new(),
            font: String::new(),
            roundness: 1.0,
        }
    }
}

/// How pictures look for which no author says anything.
static PLAIN: Dress = Dress::plain();

/// Paints shapes in their order. The context is scaled so that 1 is a CSS pixel.
pub(super) struct Painter<'a> {
    cx: &'a CanvasRenderingContext2d,
    palette: Palette<'a>,
    dress: &'a Dress,
}

impl<'a> Painter<'a> {
    pub(super) fn new(cx: &'a CanvasRenderingContext2d, palette: Palette<'a>) -> Painter<'a> {
        let dress = &PLAIN;
        Painter { cx, palette, dress }
    }

    /// Paints as an author wants it.
    pub(super) fn dressed(self, dress: &'a Dress) -> Painter<'a> {
        Painter {
            palette: self.palette.accented(&dress.accent),
            dress,
            ..self
        }
    }

    /// Paints a whole picture on a fresh ground.
    pub(super) fn paint(&self, shapes: &[Shape], size_px: (f64, f64)) {
        self.cx.set_fill_style_str(self.palette.ground());
        self.cx.fill_rect(0.0, 0.0, size_px.0, size_px.1);
        self.cx.set_font(FONT);
        if !self.dress.font.is_empty() {
            // What is no list of fonts is refused, and those above stay.
            self.cx.set_font(&["13px ", &self.dress.font].concat());
        }
        self.cx.set_text_baseline("middle");
        self.cx.set_line_cap("round");
        self.cx.set_line_join("round");
        let painted = shapes.iter().try_for_each(|shape| self.shape(shape));
        debug_assert!(painted.is_ok(), "the canvas refused a shape");
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
                let most_px = width_px.min(*height_px) / 2.0;
                let radius_px = (radius_px * self.dress.roundness).min(most_px.max(*radius_px));
                cx.round_rect_with_f64(*x_px, *y_px, *width_px, *height_px, radius_px)?;
                cx.set_fill_style_str(self.palette.color(*ink));
                cx.fill();
                if let Some(color) = self.palette.border(*ink) {
                    cx.set_stroke_style_str(color);
                    cx.set_line_width(1.0);
                    cx.stroke();
                }
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
        shape.draw(&self.palette, &mut CanvasPen { cx, is_fresh: true })
    }

    /// Fills the stripes of one colour after the other: changing it costs more than filling.
    fn density(&self, bands: &Bands) {
        let all = bands.stripes();
        for look in StateKind::ALL {
            let mut stripes = all.iter().filter(|stripe| stripe.kind == look).peekable();
            if let Some(first) = stripes.peek() {
                self.cx.set_fill_style_str(self.palette.stripe(first.ink()));
            }
            for stripe in stripes {
                let (width_px, height_px) = (stripe.width_px, stripe.height_px);
                self.cx
                    .fill_rect(stripe.x_px, stripe.y_px, width_px, height_px);
            }
        }
    }
}

/// Draws paths onto a canvas.
struct CanvasPen<'a> {
    cx: &'a CanvasRenderingContext2d,
    /// Whether nothing was drawn since the last path was painted.
    is_fresh: bool,
}

impl CanvasPen<'_> {
    fn line(&self, paint: &Paint<'_>) -> Result<(), JsValue> {
        let (cx, Some(color)) = (self.cx, paint.stroke) else {
            return Ok(());
        };
        cx.set_stroke_style_str(color);
        cx.set_line_width(paint.width_px);
        cx.set_global_alpha(paint.opacity);
        if let Some((dash_px, gap_px)) = paint.dash_px {
            cx.set_line_dash(&Array::of2(&dash_px.into(), &gap_px.into()))?;
        }
        cx.stroke();
        cx.set_global_alpha(1.0);
        match paint.dash_px {
            Some(_) => cx.set_line_dash(&Array::new()),
            None => Ok(()),
        }
    }
}

impl Pen for CanvasPen<'_> {
    type Error = JsValue;

    fn move_to(&mut self, x_px: f64, y_px: f64) {
        if std::mem::take(&mut self.is_fresh) {
            self.cx.begin_path();
        }
        self.cx.move_to(x_px, y_px);
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.cx.line_to(x_px, y_px);
    }

    fn curve_to(&mut self, [one, other, to]: [(f64, f64); 3]) {
        self.cx
            .bezier_curve_to(one.0, one.1, other.0, other.1, to.0, to.1);
    }

    fn paint(&mut self, paint: &Paint<'_>) -> Result<(), JsValue> {
        if std::mem::replace(&mut self.is_fresh, true) {
            return Ok(());
        }
        if paint.is_line_below {
            self.line(paint)?;
        }
        if let Some(color) = paint.fill {
            self.cx.set_fill_style_str(color);
            self.cx.fill();
        }
        if !paint.is_line_below {
            self.line(paint)?;
        }
        Ok(())
    }
}
