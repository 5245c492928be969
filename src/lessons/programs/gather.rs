//! The same with gather: a task for each page, and one await for all of them.

use super::seconds_in;
use crate::runtime::{Naming, Result, gather, println, sleep};

async fn crawl_page(url: String) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds_in(&url)).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    let crawls = urls
        .into_iter()
        .map(|url| crawl_page(url.clone()).named(url));
    gather(crawls).await?;
    Ok(())
}
