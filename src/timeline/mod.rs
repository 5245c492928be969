//! The picture of a story: where everything is, as shapes that a painter only paints.
//!
//! [`lay_out`] is a pure function of a story, a view and a playhead. It draws nothing and waits
//! for nothing, so the whole picture is tested without a browser, painted onto a canvas by the
//! page and written as SVG by the command.
//!
//! Three spaces: a *point* is a moment and an order ([`Point`](crate::story::Point)); *px* are CSS
//! pixels of the picture, from its top left corner; *lanes* are rows, from 0.

mod arrows;
mod axis;
mod bands;
mod chart;
mod columns;
mod density;
mod facts;
mod folding;
mod folds;
mod grips;
mod labels;
mod layout;
mod levels;
mod margins;
mod mark;
mod names;
mod palette;
mod path;
mod rough;
mod rows;
mod scale;
mod shape;
mod signs;
mod sketch;
mod slide;
mod still;
mod text;
mod view;
mod window;
mod words;

pub use bands::{Bands, LOOKS, Piece, Shares, Stripe};
pub use chart::Chart;
pub use facts::{Facts, facts_of, hit, state_phrase};
pub use folds::Folds;
pub use grips::{Grip, Grips, grip_at};
pub use layout::{Picture, lay_out, lay_out_on};
pub use levels::{QueueFacts, hit_queue};
pub use margins::Margins;
pub use mark::{Inside, Mark};
pub use palette::{Palette, Theme};
pub use scale::{Axis, Scale};
pub use shape::{Ink, Pattern, Shape};
pub use sketch::Sketch;
pub use slide::Slide;
pub use still::{add_legend, still, with_all_lanes};
pub use text::text_width_px;
pub use view::View;
pub use window::{Plot, Window};
pub use words::Words;
