//! Asynchronous code that shows itself.
//!
//! The rooms, from the ground up; each knows only those above it in this list:
//!
//! - [`runtime`]: an event loop with the order of events of CPython's asyncio.
//! - [`trace`]: the record of a run.
//! - [`story`]: what a trace means to a person.
//! - [`crawl`]: pages, and what lessons read out of them.
//! - [`lessons`]: the programs that run, and whose files the page shows.
//! - [`timeline`]: the picture of a story, as shapes.
//! - [`export`]: a run as files that others read; the page has it in a module of its own.
//! - `browser`: everything that names a browser; it is there on wasm32 alone.

pub mod runtime;
pub mod trace;

pub mod story;

pub mod crawl;

pub mod lessons;

pub mod timeline;

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
pub mod export;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
