//! A blocking call stops every task. In a thread of its own the call stops none.

use crate::runtime::{
    Naming, Result, blocking_sleep, create_task, gather, println, sleep, to_thread,
};

fn crawl_page(seconds: f64) -> Result<()> {
    blocking_sleep(seconds);
    Ok(())
}

async fn crawler(urls: Vec<(String, f64)>, call: String) -> Result<()> {
    for (url, seconds) in urls {
        println!("crawling {url}");
        if call == "blocking" {
            crawl_page(seconds)?;
        } else {
            to_thread(move || crawl_page(seconds)).await?;
        }
        println!("OK {url}");
    }
    Ok(())
}

async fn clock() -> Result<()> {
    // Once per second, if the loop is free to run this task.
    for tick in 1..=3 {
        sleep(1.0).await?;
        println!("tick {tick}");
    }
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, call: String) -> Result<()> {
    let task_1 = create_task(crawler(urls, call).named("crawler"));
    let task_2 = create_task(clock().named("clock"));
    gather([task_1, task_2]).await?;
    Ok(())
}
