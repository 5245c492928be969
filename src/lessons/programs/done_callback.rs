//! A done callback is called when its task is done, before the task that awaits it resumes.

use super::seconds_in;
use crate::runtime::{Naming, Result, create_task, gather, println, sleep};

async fn crawl_page(url: String) -> Result<String> {
    println!("crawling {url}");
    sleep(seconds_in(&url)).await?;
    Ok(format!("OK {url}"))
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    let mut tasks = Vec::new();
    for url in urls {
        let task = create_task(crawl_page(url.clone()).named(url));
        task.add_done_callback(|task| {
            if let Some(result) = task.result() {
                println!("result:  {}", result?);
            }
            Ok(())
        });
        tasks.push(task);
    }
    gather(tasks).await?;
    Ok(())
}
