//! A semaphore has a number of permits: a task that finds none free waits until one is released.

use crate::runtime::{Naming, Result, Semaphore, create_task, gather, println, sleep};

async fn crawl_page(url: String, seconds: f64, places: Semaphore) -> Result<()> {
    let _place = places.acquire().await?;
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    // The permit is released where `_place` goes out of scope.
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, concurrency: usize) -> Result<()> {
    let places = Semaphore::new(concurrency);
    let mut crawls = Vec::new();
    for (url, seconds) in urls {
        let crawl = crawl_page(url.clone(), seconds, places.clone());
        crawls.push(create_task(crawl.named(url)));
    }
    gather(crawls).await?;
    Ok(())
}
