//! The same crawl with threads: blocking functions, as many at once as the pool has threads.

use crate::runtime::{Executor, Naming, Result, blocking_sleep, create_task, gather, println};

fn crawl_page(url: &str, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    blocking_sleep(seconds);
    println!("OK {url}");
    Ok(())
}

async fn crawl(url: String, seconds: f64, pool: Executor) -> Result<()> {
    pool.submit(move || crawl_page(&url, seconds)).wait().await
}

pub async fn main(urls: Vec<(String, f64)>, threads: usize) -> Result<()> {
    let pool = Executor::new(threads, "thread");
    let mut crawls = Vec::new();
    for (url, seconds) in urls {
        let crawl = crawl(url.clone(), seconds, pool.clone());
        crawls.push(create_task(crawl.named(url)));
    }
    gather(crawls).await?;
    Ok(())
}
