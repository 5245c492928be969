//! A plain loop with a blocking sleep: each page waits for the one before it.

use super::seconds_in;
use crate::runtime::{Result, blocking_sleep, println};

fn crawl_page(url: &str) {
    println!("crawling {url}");
    blocking_sleep(seconds_in(url));
    println!("OK {url}");
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    for url in &urls {
        crawl_page(url);
    }
    Ok(())
}
