//! A task for each page, then an await for each task: as long as the slowest page.

use crate::runtime::{Naming, Result, create_task, println, sleep};

async fn crawl_page(url: String, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    let mut tasks = Vec::new();
    for (url, seconds) in urls {
        tasks.push(create_task(crawl_page(url.clone(), seconds).named(url)));
    }
    for task in tasks {
        task.await?;
    }
    Ok(())
}
