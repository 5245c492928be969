//! asyncio.wait returns when one task is done, when one has failed, or when all are done.

use crate::runtime::{Error, Naming, Result, Until, create_task, gather, println, sleep, wait};

async fn crawl_page(url: String, seconds: f64, is_broken: bool) -> Result<String> {
    println!("crawling {url}");
    sleep(seconds).await?;
    if is_broken {
        return Err(Error::raised("ValueError", format!("{url} is broken")));
    }
    Ok(format!("OK {url}"))
}

pub async fn main(urls: Vec<(String, f64)>, broken: usize, return_when: Until) -> Result<()> {
    let mut tasks = Vec::new();
    for (number, (url, seconds)) in (1..).zip(urls) {
        let crawl = crawl_page(url.clone(), seconds, number == broken);
        tasks.push(create_task(crawl.named(url)));
    }
    let (done, pending) = wait(tasks.clone(), None, return_when).await?;
    println!("{} done, {} pending", done.len(), pending.len());

    let results = gather(tasks).return_exceptions().await?;
    println!("{results}");
    Ok(())
}
