//! How much memory a program may have, and how much the command has.
//!
//! What counts is the memory that the system has given the whole command: the program's values, the trace
//! and the interpreter.

use std::sync::atomic::{AtomicU64, Ordering};

use memory_stats::memory_stats;

/// The memory that a program may have, in megabytes, unless the command is told otherwise.
pub(crate) const MEMORY_MAX_MB: u64 = 1024;

/// The bound of a program's memory.
#[derive(Debug)]
pub(super) struct Memory {
    max_mb: u64,
    /// Where the program was refused memory last, in bytes, and 0 before.
    refused_at: AtomicU64,
}

/// What the watchdog does about a program's memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MemoryState {
    /// The program goes on.
    Enough,
    /// The program gets a `MemoryError`, and may go on without what it has made.
    Scarce,
    /// The program ends.
    Gone,
}

impl Memory {
    pub(super) fn new(max_mb: u64) -> Self {
        let refused_at = AtomicU64::new(0);
        Self { max_mb, refused_at }
    }

    pub(super) fn max_mb(&self) -> u64 {
        self.max_mb
    }

    /// Returns how many bytes the program may still ask for.
    pub(super) fn left(&self) -> u64 {
        self.scarce().saturating_sub(used())
    }

    /// Looks at the memory that is used now.
    pub(super) fn state(&self) -> MemoryState {
        let used = used();
        let refused_at = self.refused_at.load(Ordering::Relaxed);
        if used >= self.gone() {
            MemoryState::Gone
        } else if used < self.scarce() {
            self.refused_at.store(0, Ordering::Relaxed);
            MemoryState::Enough
        } else if used > refused_at + self.max() / 50 {
            MemoryState::Scarce
        } else {
            // The program has been told, and what it gave back takes a moment to reach the system.
            MemoryState::Enough
        }
    }

    /// Notes that the program was refused memory: the next refusal is for more.
    pub(super) fn refused(&self) {
        self.refused_at.store(used(), Ordering::Relaxed);
    }

    fn max(&self) -> u64 {
        self.max_mb << 20
    }

    /// Where the program ends: what it takes until the watchdog looks again, and while the trace is written,
    /// stays below the bound.
    fn gone(&self) -> u64 {
        self.max() / 100 * 92
    }

    /// Where the memory is scarce: early enough that a program which grows by a gigabyte a second gets its
    /// error before the end.
    fn scarce(&self) -> u64 {
        self.max() / 10 * 7
    }
}

/// Returns the bytes that the command has; 0 where the system does not tell.
fn used() -> u64 {
    memory_stats().map_or(0, |stats| stats.physical_mem as u64)
}
