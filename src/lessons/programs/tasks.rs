//! A task for each page, then an await for each task: as long as the slowest page.

use super::seconds_in;
use crate::runtime::{Naming, Result, create_task, println, sleep};

async fn crawl_page(url: String) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds_in(&url)).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    let mut tasks = Vec::new();
    for url in urls {
        tasks.push(create_task(crawl_page(url.clone()).named(url)));
    }
    for task in tasks {
        task.await?;
    }
    Ok(())
}
