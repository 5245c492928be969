//! Timeouts: wait_for cancels one page, timeout a whole block of code.

use crate::runtime::{self, Result, println, sleep, wait_for};

async fn crawl_page(url: String, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    if let Err(cancelled) = sleep(seconds).await {
        println!("cleaning up {url}");
        return Err(cancelled);
    }
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, timeout: f64) -> Result<()> {
    for (url, seconds) in &urls {
        let crawl = crawl_page(url.clone(), *seconds);
        if wait_for(crawl, timeout).await.is_err() {
            println!("gave up {url}");
        }
    }

    let all = async {
        for (url, seconds) in &urls {
            crawl_page(url.clone(), *seconds).await?;
        }
        Ok(())
    };
    if runtime::timeout(timeout, all).await.is_err() {
        println!("gave up the rest");
    }
    Ok(())
}
