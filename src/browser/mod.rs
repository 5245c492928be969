//! All that names a browser: clock, timers, fetch, parser, canvas, and the interface of the page.

mod answers;
mod catalogue;
mod clock;
mod driver;
mod fetch;
mod html;
mod painter;
mod picture;
mod playground;
mod playhead;
mod session;
mod zooming;

pub use playground::Playground;
