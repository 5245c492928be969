//! All that names a browser: clock, timers, fetch, parser, canvas, and the interface of the page.
//!
//! A [`Playground`] is behind one element, and has four owners: the *run* that is shown, the
//! *playhead*, what is *edited* on the picture, and the *viewport*, which is what of the picture is
//! seen. Each is changed by its own functions alone; the playground takes calls of the page, lets
//! the owners answer, and hands the answers over as the plain data of the *border*.

mod run;

mod playhead;

mod editing;

mod painter;
mod viewport;

mod border;

mod page;

pub use page::{Playground, WholePicture};
pub use playhead::PlayheadAfter;
pub use run::{WorkerSide, run_in_worker, set_html_parser};
