//! One measurement of this process.
//!
//! Time is the processor's: all that is measured runs on one thread and never rests, and on a
//! machine that others use the clock on the wall measures them, too.

use std::env;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use interleave_loop_bench::crawl;

use crate::spans;

/// Crawls as the arguments say, and prints what it took.
///
/// # Errors
/// When the arguments make no sense, or the system does not tell the memory.
pub(crate) fn run() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    if let [word, lanes, sleeps, folder] = &arguments[..]
        && word == "trace"
    {
        return spans::write(lanes, sleeps, Path::new(folder));
    }
    let [engine, pages] = &arguments[..] else {
        bail!("say `native` or `tokio`, and how many pages");
    };
    let pages: u32 = pages.parse()?;
    let start_s = processor_s()?;
    // What is recorded is still there when the memory is asked for.
    let recorded = match engine.as_str() {
        "native" => Some(crawl(pages)),
        "tokio" => on_tokio(pages).map(|()| None)?,
        _ => bail!("there is no `{engine}`; say `native` or `tokio`"),
    };
    let took_s = processor_s()? - start_s;
    let events = recorded.map_or(0, |recorder| recorder.read(|trace| trace.len()));
    println!("{took_s} {} {events}", peak_bytes()?);
    Ok(())
}

/// The same crawl, on the loop that Rust programs use.
fn on_tokio(pages: u32) -> Result<()> {
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
        Ok(())
    })
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
