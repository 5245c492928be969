//! A token bucket: each page takes a token, and `rate` tokens come back per second.

use crate::runtime::{Naming, Queue, Result, create_task, gather, println, sleep};

/// A token is any value: what counts is how many there are.
const TOKEN: i64 = 1;

async fn refill(bucket: Queue<i64>, rate: f64) -> Result<()> {
    loop {
        sleep(1.0 / rate).await?;
        if !bucket.is_full() {
            let _ = bucket.try_put(TOKEN);
        }
    }
}

async fn crawl_page(url: String, seconds: f64, bucket: Queue<i64>) -> Result<()> {
    bucket.get().await?;
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, rate: f64, burst: usize) -> Result<()> {
    // A full bucket: `burst` pages may start at once.
    let bucket = Queue::new(burst);
    while bucket.try_put(TOKEN).is_ok() {}

    let tokens = create_task(refill(bucket.clone(), rate).named("refill"));
    let mut crawls = Vec::new();
    for (url, seconds) in urls {
        let crawl = crawl_page(url.clone(), seconds, bucket.clone());
        crawls.push(create_task(crawl.named(url)));
    }
    gather(crawls).await?;
    tokens.cancel();
    Ok(())
}
