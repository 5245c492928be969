//! Calling a coroutine function runs nothing. The call makes an object that waits to be awaited.

use crate::runtime::{Result, println, sleep, warn};

async fn crawl_page(url: &str, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, awaited: bool) -> Result<()> {
    let pages = urls.iter().map(|(url, seconds)| crawl_page(url, *seconds));
    let mut pages: Vec<_> = pages.collect();
    // Each is a future, Rust's coroutine object.
    println!("called crawl_page: {} coroutine objects", pages.len());
    sleep(1.0).await?;
    println!("1 s later nothing has run");

    if awaited {
        for page in pages.drain(..) {
            page.await?;
        }
    }
    // Python warns where coroutine objects are thrown away. Rust's compiler warns before
    // the program runs, and the program itself says nothing: so this line says it.
    if !pages.is_empty() {
        warn("RuntimeWarning: coroutine 'crawl_page' was never awaited");
    }
    Ok(())
}
