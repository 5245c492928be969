//! asyncio.run starts a loop and returns when it ends. Inside a running loop, await instead.

use super::{run_in_a_loop_of_its_own as run, seconds_in};
use crate::runtime::{Result, println, sleep, warn};

async fn crawl_page(url: &str) -> Result<()> {
    println!("crawling {url}");
    sleep(seconds_in(url)).await?;
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<String>) -> Result<()> {
    for url in &urls {
        // A second loop would keep control until its end, and stop the first.
        // In a notebook a loop runs already; there this is the error to expect.
        if let Err(error) = run(crawl_page(url)) {
            println!("{error}");
            warn("RuntimeWarning: coroutine 'crawl_page' was never awaited");
        }
        crawl_page(url).await?;
    }
    Ok(())
}
