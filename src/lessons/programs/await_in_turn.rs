//! async and await alone change nothing: each await finishes before the next call starts.

use crate::runtime::{Result, println, sleep};

async fn crawl_page(url: &str, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    for (url, seconds) in urls {
        crawl_page(&url, seconds).await?;
    }
    Ok(())
}
