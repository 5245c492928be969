//! Painting shapes onto a canvas.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use crate::story::StateKind;
use crate::timeline::{Bands, Fill, Mark, Palette, Pattern, Shape};
use js_sys::Array;

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
                pattern,
            } => {
                cx.begin_path();
                cx.round_rect_with_f64(*x_px, *y_px, *width_px, *height_px, *radius_px)?;
                cx.set_fill_style_str(self.palette.color(*ink));
                cx.fill();
                self.pattern(*pattern, (*x_px, *y_px), (*width_px, *height_px));
            }
            Shape::Line {
                from_px,
                to_px,
                ink,
                width_px,
            } => {
                self.stroke(self.palette.color(*ink), *width_px);
                cx.begin_path();
                cx.move_to(from_px.0, from_px.1);
                cx.line_to(to_px.0, to_px.1);
                cx.stroke();
            }
            Shape::Arrow {
                from_px,
                to_px,
                ink,
                is_dashed,
            } => {
                self.arrow(*from_px, *to_px, self.palette.color(*ink), *is_dashed)?;
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
            Shape::Mark { at_px, mark, ink } => self.mark(*at_px, *mark, self.palette.color(*ink)),
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
        }
        Ok(())
    }

    fn stroke(&self, color: &str, width_px: f64) {
        self.cx.set_stroke_style_str(color);
        self.cx.set_line_width(width_px);
    }

    /// Draws a pattern inside of the path that was just filled.
    fn pattern(&self, pattern: Pattern, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (cx, ink) = match pattern {
            Pattern::Plain => return,
            Pattern::Hatched(ink) | Pattern::Dotted(ink) | Pattern::Lined(ink) => (self.cx, ink),
        };
        cx.save();
        cx.clip();
        cx.set_global_alpha(0.28);
        self.stroke(self.palette.color(ink), 1.0);
        cx.begin_path();
        let steps =
            |length: f64, step: f64| (0..=(length / step) as u32).map(move |i| f64::from(i) * step);
        match pattern {
            Pattern::Plain => {}
            Pattern::Hatched(_) => {
                for offset in steps(width + height, 7.0) {
                    cx.move_to(x + offset, y);
                    cx.line_to(x + offset - height, y + height);
                }
            }
            Pattern::Lined(_) => {
                for offset in steps(height, 5.0).skip(1) {
                    cx.move_to(x, y + offset);
                    cx.line_to(x + width, y + offset);
                }
            }
            Pattern::Dotted(_) => {
                // A row of dots along the lower edge, out of the way of the text.
                let below = y + height - if height < 20.0 { 1.5 } else { 4.0 };
                for offset in steps(width - 6.0, 6.0) {
                    cx.move_to(x + offset + 4.0, below);
                    cx.line_to(x + offset + 5.0, below);
                }
            }
        }
        cx.stroke();
        cx.restore();
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

    fn arrow(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        color: &str,
        is_dashed: bool,
    ) -> Result<(), JsValue> {
        let cx = self.cx;
        self.stroke(color, 1.3);
        let dashes = Array::new();
        if is_dashed {
            dashes.push(&3.0.into());
        }
        cx.set_line_dash(&dashes)?;
        let side = (to.1 - from.1).signum();
        let bend = (to.1 - from.1) * 0.45;
        cx.begin_path();
        cx.move_to(from.0, from.1);
        cx.bezier_curve_to(
            from.0,
            from.1 + bend,
            to.0,
            to.1 - bend,
            to.0,
            to.1 - side * 3.0,
        );
        cx.stroke();
        cx.set_line_dash(&Array::new())?;
        cx.set_fill_style_str(color);
        cx.begin_path();
        cx.move_to(to.0, to.1);
        cx.line_to(to.0 - 3.2, to.1 - side * 5.5);
        cx.line_to(to.0 + 3.2, to.1 - side * 5.5);
        cx.fill();
        Ok(())
    }

    fn mark(&self, (x, y): (f64, f64), mark: Mark, color: &str) {
        let cx = self.cx;
        cx.begin_path();
        for line in mark.lines() {
            for (number, (right, down)) in line.iter().enumerate() {
                let (x, y) = (x + f64::from(*right) / 10.0, y + f64::from(*down) / 10.0);
                if number == 0 {
                    cx.move_to(x, y);
                } else {
                    cx.line_to(x, y);
                }
            }
        }
        let (fill, stroke) = match mark.inside() {
            Fill::Nothing => (None, color),
            Fill::Ground => (Some(self.palette.ground()), color),
            Fill::Ink => (Some(color), self.palette.ground()),
        };
        self.stroke(stroke, 2.0);
        // The ground around a mark stands outside of it.
        if mark.inside() == Fill::Ink {
            cx.stroke();
        }
        if let Some(fill) = fill {
            cx.set_fill_style_str(fill);
            cx.fill();
        }
        if mark.inside() != Fill::Ink {
            cx.stroke();
        }
    }
}
