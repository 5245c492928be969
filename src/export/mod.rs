//! A run as files that others read.
//!
//! [`svg`] is the picture, [`chrome_trace()`] what trace viewers open, and [`json()`] the run itself, which
//! can be shown again. Each is a text that depends on the run alone.

mod chrome_trace;
mod counters;
mod recorded;
mod svg;

pub use chrome_trace::{chrome_trace, chrome_trace_part};
pub use recorded::{is_summed_up, json, json_events, json_head, json_tail};
pub use svg::svg;
