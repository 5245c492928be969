//! Measures one crawl in this process: `native` here, or `tokio` there. `trace` writes a recorded run.
//!
//! Prints the seconds of processor time that it took, the most memory that the process had (in bytes), and the
//! number of events recorded. One process a measurement, so that none has the memory of another.

/// As the command has it.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
mod measure;
#[cfg(not(target_arch = "wasm32"))]
mod spans;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    measure::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
