//! Timeouts: wait_for cancels one page, timeout a whole block of code.

use super::seconds_in;
use crate::runtime::{Result, println, sleep, timeout, wait_for};

async fn crawl_page(url: String) -> Result<()> {
    println!("crawling {url}");
    if let Err(cancelled) = sleep(seconds_in(&url)).await {
        println!("cleaning up {url}");
        return Err(cancelled);
    }
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<String>, seconds: f64) -> Result<()> {
    for url in &urls {
        if wait_for(crawl_page(url.clone()), seconds).await.is_err() {
            println!("gave up {url}");
        }
    }

    let all = async {
        for url in &urls {
            crawl_page(url.clone()).await?;
        }
        Ok(())
    };
    if timeout(seconds, all).await.is_err() {
        println!("gave up the rest");
    }
    Ok(())
}
