//! Interleave against CPython: the same programs under both, and every difference shown.

pub mod generator;
