//! The `interleave` command.
fn main() {}
