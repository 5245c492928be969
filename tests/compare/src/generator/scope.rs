//! What a statement may refer to where it stands.

/// What a statement may refer to where it stands, and how deep it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// How many functions lie above: main is 0. A function calls only deeper ones, so that no
    /// program recurses.
    pub(super) level: usize,
    /// How many blocks of the function lie around.
    pub(super) depth: usize,
    /// Variables that hold tasks.
    pub(super) tasks: Vec<String>,
    /// Variables that hold futures.
    pub(super) futures: Vec<String>,
    /// Locks that the function holds: taking one again would wait for ever.
    pub(super) held: Vec<String>,
    /// Parameters that hold a length of time.
    pub(super) delays: Vec<String>,
}

impl Scope {
    /// The scope of a function that functions of this scope may call.
    pub(super) fn of_function(level: usize) -> Self {
        Self {
            level,
            ..Self::default()
        }
    }

    /// Makes something in a block: what it brings into scope is forgotten behind it, since the
    /// block may be left before that.
    pub(super) fn within<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> T {
        let mut inner = self.clone();
        inner.depth += 1;
        make(&mut inner)
    }
}
