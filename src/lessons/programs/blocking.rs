//! A plain loop with a blocking sleep: each page waits for the one before it.

use crate::runtime::{Result, blocking_sleep, println};

fn crawl_page(url: &str, seconds: f64) {
    println!("crawling {url}");
    blocking_sleep(seconds);
    println!("OK {url}");
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    for (url, seconds) in urls {
        crawl_page(&url, seconds);
    }
    Ok(())
}
