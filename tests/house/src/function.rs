//! A function, as it is measured.

/// A function with a body.
#[derive(Clone)]
pub(super) struct Function {
    pub(super) file: String,
    /// With its type or class before it: `Run::turn`, `Player.run`.
    pub(super) name: String,
    /// From its signature to its closing brace.
    pub(super) lines: usize,
}
