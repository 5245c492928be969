//! Interleave against CPython: the same programs under both, and every difference shown.
//!
//! ```text
//! generator ─┐                 ┌─► judge (CPython, simulated clock) ─┐
//! programs/ ─┼──► program ─────┤   or committed outputs              ├──► difference
//! lessons   ─┘                 └─► candidate (`interleave run`) ─────┘
//! ```
//! The judge is the truth; its outputs are committed too, so that a machine without CPython can
//! compare. `comparison.rs` brings the two sides together, two processes at a time.

#![expect(
    clippy::missing_errors_doc,
    reason = "the errors say themselves what failed"
)]

pub mod batch;
pub mod candidate;
pub mod committed;
pub mod comparison;
pub mod coverage;
pub mod difference;
pub mod generator;
pub mod judge;
pub mod language;
pub mod libraries;
pub mod outcome;
pub mod program;
pub mod reduction;
pub mod suite;
pub mod survey;
