//! A run as files, for the page: a module of its own, which the page loads when somebody exports a
//! run, or opens one.
//!
//! Few readers do, and the first view of the page weighs as little as may be. So the page hands over
//! what it has of a run, the bytes of its record and its summary, and this module tells the story
//! once more. A run in a file is the same bytes, and so it is checked here before it is shown.

#[cfg(target_arch = "wasm32")]
mod recorded;

#[cfg(target_arch = "wasm32")]
pub use recorded::Recorded;
