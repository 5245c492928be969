//! One measurement of this process.
//!
//! Time is the processor's: all that is measured runs on one thread and never rests, and on a
//! machine that others use the clock on the wall measures them, too.

use std::fs;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use interleave_bench::crawl;

/// Crawls here, and prints what it took.
///
/// # Errors
/// When the system does not tell the processor time or the memory.
pub(crate) fn native(pages: u32) -> Result<()> {
    let start_s = processor_s()?;
    // What is recorded is still there when the memory is asked for.
    let _recorded = crawl(pages);
    print(start_s)
}

/// Crawls on the loop that Rust programs use, and prints what it took.
///
/// # Errors
/// When the system does not tell the processor time or the memory.
pub(crate) fn tokio(pages: u32) -> Result<()> {
    let start_s = processor_s()?;
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_time().start_paused(true).build()?;
    runtime.block_on(async {
        let crawls: Vec<_> = (0..pages)
            .map(|page| {
                let length = Duration::from_millis(u64::from(page % 7));
                tokio::spawn(tokio::time::sleep(length))
            })
            .collect();
        for crawl in crawls {
            crawl.await?;
        }
        anyhow::Ok(())
    })?;
    drop(runtime);
    print(start_s)
}

/// Prints the seconds of processor time since the start, and the most memory that the process had.
fn print(start_s: f64) -> Result<()> {
    println!("{} {}", processor_s()? - start_s, peak_bytes()?);
    Ok(())
}

/// Returns the seconds for which a processor worked on this thread, the process's first.
fn processor_s() -> Result<f64> {
    // The system counts them when it takes the processor away, so give it one occasion.
    thread::yield_now();
    let status = fs::read_to_string("/proc/self/schedstat")?;
    let number = status.split_whitespace().next();
    Ok(number
        .context("no processor time is told here")?
        .parse::<f64>()?
        / 1e9)
}

/// Returns the most memory that this process had resident.
fn peak_bytes() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number
        .context("no peak memory is told here")?
        .parse::<u64>()?
        * 1024)
}
