//! What Python programs may do to the interpreter and to us, one file per subject.
//!
//! All files are one crate, since each crate that has the interpreter in it takes seconds to link.
#![allow(clippy::unwrap_used)]

mod corpus;
mod failure;
mod fidelity;
mod library;
