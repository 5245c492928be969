//! The crawl that measures the event loop: one task a page, each sleeping, all gathered.
//!
//! The same program stands in `tokio.rs` for tokio and in `crawl.py` for CPython. Here it runs on
//! the simulated clock with its full trace recorded, natively and as wasm in a browser.

use interleave::runtime::{Result, Run, RunOptions, gather, sleep};
use interleave::trace::TraceRecorder;

async fn crawl_page(page: u32) -> Result<()> {
    sleep(f64::from(page % 7) / 1000.0).await
}

async fn main(pages: u32) -> Result<()> {
    gather((0..pages).map(crawl_page)).await?;
    Ok(())
}

/// Crawls, and returns the recorded run.
#[must_use]
pub fn crawl(pages: u32) -> TraceRecorder {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let run = Run::new(Box::new(move || Box::pin(main(pages))), options);
    run.turns();
    recorder
}

/// Crawls in a browser. Returns how many events were recorded.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = crawl)]
#[must_use]
pub fn crawl_in_browser(pages: u32) -> u32 {
    crawl(pages).read(|trace| trace.len()) as u32
}
