//! gather raises the first error at once. The other tasks continue until the run's end cancels them.

use crate::runtime::{Error, Naming, Result, create_task, gather, println, sleep};

async fn crawl_page(url: String, seconds: f64, is_broken: bool) -> Result<()> {
    println!("crawling {url}");
    if let Err(cancelled) = sleep(seconds).await {
        println!("cancelled {url}");
        return Err(cancelled);
    }
    if is_broken {
        return Err(Error::raised("ValueError", format!("{url} is broken")));
    }
    println!("OK {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, broken: usize, main_stays: f64) -> Result<()> {
    let mut crawls = Vec::new();
    for (number, (url, seconds)) in (1..).zip(urls) {
        let crawl = crawl_page(url.clone(), seconds, number == broken);
        crawls.push(create_task(crawl.named(url)));
    }
    if let Err(error) = gather(crawls).await {
        println!("main caught {error}");
    }

    sleep(main_stays).await?;
    println!("main is done");
    Ok(())
}
