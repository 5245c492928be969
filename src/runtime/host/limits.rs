//! Limits of a run: a run that hits a limit ends with a sentence for the reader, never with a frozen
//! page.

/// How much a run may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps of all tasks together.
    pub steps: u64,
    /// Tasks created.
    pub tasks: u32,
    /// Events recorded.
    pub events: u64,
    /// Console lines printed.
    pub lines: u32,
    /// Items in one queue.
    pub queued: usize,
}

impl Limits {
    /// The limits of a page: a crawl of a million pages fits, and a run without end stops within
    /// seconds.
    pub const DEFAULT: Limits = Limits {
        steps: 10_000_000,
        tasks: 2_000_000,
        events: 40_000_000,
        lines: 100_000,
        queued: 1_000_000,
    };
}

impl Default for Limits {
    /// Returns [`Limits::DEFAULT`].
    fn default() -> Self {
        Limits::DEFAULT
    }
}

/// The limit that a run reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    /// Too many steps.
    #[error("the run hit its limit of {0} steps; a loop that never ends may be the cause")]
    Steps(u64),
    /// Too many tasks.
    #[error("the run hit its limit of {0} tasks")]
    Tasks(u32),
    /// Too long a trace.
    #[error("the run hit its limit of {0} recorded events")]
    Events(u64),
    /// Too much printed.
    #[error("the run hit its limit of {0} printed lines")]
    Lines(u32),
    /// Too much in one queue.
    #[error("a queue hit its limit of {0} items; the producers are faster than the consumers")]
    Queued(usize),
    /// Too long a step, in seconds of real time.
    #[error("one step ran for {0} s without an await; a loop that never ends may be the cause")]
    Step(u64),
    /// Too much memory, in megabytes.
    #[error(
        "the program hit its limit of {0} MB of memory; something that grows without end may be the cause"
    )]
    Memory(u64),
    /// Every task waits, and nothing is left that could wake one.
    #[error(
        "every task and thread waits, and nothing is left that could wake one: a deadlock; Python would wait for ever"
    )]
    Stuck,
}

impl Limit {
    /// Returns the limit's name, by which its messages are found, and its number, 0 if it has none.
    pub fn parts(self) -> (&'static str, u64) {
        match self {
            Limit::Steps(n) => ("steps", n),
            Limit::Tasks(n) => ("tasks", n.into()),
            Limit::Events(n) => ("events", n),
            Limit::Lines(n) => ("lines", n.into()),
            Limit::Queued(n) => ("queued", n as u64),
            Limit::Step(n) => ("step", n),
            Limit::Memory(n) => ("memory", n),
            Limit::Stuck => ("stuck", 0),
        }
    }
}
