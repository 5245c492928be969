//! All that names a browser: clock, timers, fetch, parser, canvas, and the interface of the page.

mod answers;
mod away;
mod catalogue;
mod clock;
mod driver;
mod editing;
mod exporting;
mod fetch;
mod figures;
mod folding;
mod here;
mod html;
mod inside;
mod painter;
mod picture;
mod playground;
mod playhead;
mod session;
mod worker;
mod zooming;

pub use playground::Playground;
pub use worker::run_in_worker;
