//! What the library promises, room by room.
//!
//! One test crate: `cargo test -p interleave --test it -- runtime::gather` runs one file.
#![allow(clippy::unwrap_used)]

mod support;

mod export;
mod house;
mod lessons;
mod runtime;
mod story;
mod timeline;
mod trace;
