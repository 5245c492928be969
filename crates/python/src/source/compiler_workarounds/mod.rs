//! Workarounds for two faults of RustPython 0.5's compiler, one in the text before it and one in
//! the code after it.

mod reraise_guards;
mod with_ends;

pub(super) use reraise_guards::with_reraise_guards;
pub(super) use with_ends::{ALWAYS_TRUE, with_reachable_ends};
