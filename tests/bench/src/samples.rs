//! What is measured of the loop: which engines, how many tasks, how often.

use std::collections::BTreeMap;

/// How many tasks are created.
pub(crate) const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];

/// How many tasks the Python program creates that runs here and under CPython.
pub(crate) const PYTHON_SIZE: u32 = 100_000;

/// How often each is measured. CPython needs half a minute for a million tasks, and does it once.
pub(crate) const ROUNDS: usize = 5;

/// What runs the crawl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    /// Interleave in Rust, with the full trace recorded.
    Native,
    /// Interleave as wasm in a page, with the full trace recorded.
    Wasm,
    /// tokio's current-thread runtime with its time paused.
    Tokio,
    /// CPython's asyncio.
    CPython,
    /// The whole process of `interleave run crawl.py`.
    PythonHere,
    /// The whole process of `python crawl.py`.
    PythonThere,
}

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// Seconds of processor time.
    pub(crate) took_s: f64,
    /// The most memory that the process, or the module, had.
    pub(crate) peak_bytes: f64,
}

/// All runs of each engine with each number of tasks. With one task it is the engine's own memory.
pub(crate) type Samples = BTreeMap<(Engine, u32), Vec<Sample>>;
