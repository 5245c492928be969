//! The same with gather: a task for each page, and one await for all of them.

use crate::runtime::{Naming, Result, gather, println, sleep};

async fn crawl_page(url: String, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    let crawls = urls
        .into_iter()
        .map(|(url, seconds)| crawl_page(url.clone(), seconds).named(url));
    gather(crawls).await?;
    Ok(())
}
