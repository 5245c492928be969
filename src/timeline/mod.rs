//! The picture of a story: where everything is, as shapes that a painter paints.
//!
//! [`lay_out`] is a pure function of a story, a view and a playhead. It draws nothing and waits
//! for nothing, so the whole picture is tested without a browser, painted onto a canvas by the
//! page and written as SVG by the command.
//!
//! Three spaces: a *point* is a moment and an order ([`Point`](crate::story::Point)); *px* are CSS
//! pixels of the picture, from its top left corner; *lanes* are rows, from 0.

mod arrows;
mod axis;
mod axis_labels;
mod critical_path;
mod density;
mod drawing;
mod interact;
mod label_texts;
mod labels;
mod layout;
mod margins;
mod mark;
mod measure;
mod palette;
mod path;
mod picture;
mod rows;
mod scale;
mod shape;
mod signs;
mod spans;
mod still;
mod text;
mod view;
mod window;

pub use density::bands::{Bands, Piece, STATE_KINDS, Shares};
pub use density::chart::Chart;
pub use density::progressive::Progressive;
pub use interact::drag_handles::{DragHandle, DragHandles, drag_handle_at};
pub use interact::facts::{Facts, facts_of, hit, state_phrase};
pub use interact::transition::Transition;
pub use interact::walk::{Walk, WalkPosition};
pub use label_texts::LabelTexts;
pub use layout::{lay_out, lay_out_on};
pub use margins::Margins;
pub use mark::Mark;
pub use palette::{Ink, Palette, Theme};
pub use path::{Paint, Pen};
pub use picture::Picture;
pub use rows::collapsed_rows::CollapsedRows;
pub use rows::queue_strips::{QueueFacts, hit_queue};
pub use scale::{Axis, Scale};
pub use shape::{Pattern, Shape};
pub use still::{add_legend, still, with_all_lanes};
pub use text::text_width_px;
pub use view::View;
pub use window::{Plot, Window};
