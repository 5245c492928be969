//! A done callback is called when its task is done, before the task that awaits it resumes.

use crate::runtime::{Naming, Result, create_task, gather, println, sleep};

async fn crawl_page(url: String, seconds: f64) -> Result<String> {
    println!("crawling {url}");
    sleep(seconds).await?;
    Ok(format!("OK {url}"))
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    let mut tasks = Vec::new();
    for (url, seconds) in urls {
        let task = create_task(crawl_page(url.clone(), seconds).named(url));
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
