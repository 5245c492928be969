//! async and await alone change nothing: each await finishes before the next call starts.

use super::seconds_in;
use crate::runtime::{Result, println, sleep};

async fn crawl_page(url: &str) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds_in(url)).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    for url in &urls {
        crawl_page(url).await?;
    }
    Ok(())
}
