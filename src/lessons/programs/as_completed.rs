//! as_completed gives results in the order in which they come, gather in the order of its arguments.

use crate::runtime::{Naming, Repr, Result, as_completed, create_task, gather, println, sleep};

async fn crawl_page(url: String, seconds: f64) -> Result<String> {
    println!("crawling {url}");
    sleep(seconds).await?;
    Ok(format!("OK {url}"))
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    let mut tasks = Vec::new();
    for (url, seconds) in urls {
        tasks.push(create_task(crawl_page(url.clone(), seconds).named(url)));
    }
    let completed = as_completed(tasks.clone(), None);
    while let Some(next_task) = completed.next() {
        let task = next_task.await?;
        println!("as_completed: {}", task.await?);
    }
    let results = gather(tasks).await?;
    println!("gather: {}", results.repr());
    Ok(())
}
