//! `malachite-bigint` 0.12, under a version that `pymath` takes.
//!
//! `pymath` asks for any version below 1.0, and would be given the newest; the interpreter hands it
//! integers of 0.12.

pub use same::*;
