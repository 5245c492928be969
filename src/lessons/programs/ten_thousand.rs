//! Ten thousand pages: one task per page costs little, and a semaphore spares the site.

use crate::runtime::{Naming, Random, Result, Semaphore, create_task, gather, println, sleep};

async fn crawl_page(hundredths: i64, rest: f64, places: Semaphore) -> Result<()> {
    let _place = places.acquire().await?;
    sleep(hundredths as f64 / 100.0).await?;
    if rest > 0.0 {
        sleep(rest).await?;
    }
    Ok(())
}

pub async fn main(pages: usize, concurrency: usize, rest: f64, seed: u64) -> Result<()> {
    let places = Semaphore::new(concurrency);
    let mut random = Random::new(seed);
    let lengths: Vec<_> = (0..pages).map(|_| random.randint(1, 10)).collect();

    let mut crawls = Vec::new();
    for (i, length) in (1..).zip(&lengths) {
        let crawl = crawl_page(*length, rest, places.clone());
        crawls.push(create_task(crawl.named(format!("page_{i}"))));
    }
    gather(crawls).await?;
    let seconds = lengths.iter().sum::<i64>() / 100;
    println!("{pages} pages, which take {seconds} s one after the other");
    Ok(())
}
