//! The same crawl with threads: blocking functions, as many at once as the pool has threads.

use super::seconds_in;
use crate::runtime::{Executor, Naming, Result, blocking_sleep, create_task, gather, println};

fn crawl_page(url: &str) -> Result<()> {
    println!("crawling {url}");
    blocking_sleep(seconds_in(url));
    println!("OK {url}");
    Ok(())
}

async fn crawl(url: String, pool: Executor) -> Result<()> {
    pool.submit(move || crawl_page(&url)).wait().await
}

pub async fn main(urls: Vec<String>, threads: usize) -> Result<()> {
    let pool = Executor::new(threads, "thread");
    let mut crawls = Vec::new();
    for url in urls {
        let crawl = crawl(url.clone(), pool.clone());
        crawls.push(create_task(crawl.named(url)));
    }
    gather(crawls).await?;
    Ok(())
}
