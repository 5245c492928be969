//! A run as files that others read.

mod chrome_trace;
mod svg;

pub use chrome_trace::chrome_trace;
pub use svg::svg;
