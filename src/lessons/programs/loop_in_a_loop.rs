//! asyncio.run starts a loop and returns when it ends. Inside a running loop, await instead.

use super::run_in_a_loop_of_its_own as run;
use crate::runtime::{Result, println, sleep, warn};

async fn crawl_page(url: &str, seconds: f64) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>) -> Result<()> {
    for (url, seconds) in urls {
        // A second loop would keep control until its end, and stop the first.
        // In a notebook a loop runs already; there this is the error to expect.
        if let Err(error) = run(crawl_page(&url, seconds)) {
            println!("{error}");
            warn("RuntimeWarning: coroutine 'crawl_page' was never awaited");
        }
        crawl_page(&url, seconds).await?;
    }
    Ok(())
}
