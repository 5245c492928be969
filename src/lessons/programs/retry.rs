//! Retries with backoff: each pause is longer than the last, and jitter keeps the retries apart.

use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::{Error, Naming, Random, Result, create_task, gather, println, sleep};

/// What all crawls share: the chances, and how often and how long they try.
pub struct Plan {
    pub failures: f64,
    pub attempts: i32,
    pub pause: f64,
    pub random: RefCell<Random>,
}

async fn fetch_page(url: &str, seconds: f64, plan: &Plan) -> Result<()> {
    sleep(seconds).await?;
    if plan.random.borrow_mut().random() * 100.0 < plan.failures {
        let message = format!("{url} does not answer");
        return Err(Error::raised("ConnectionError", message));
    }
    Ok(())
}

async fn crawl_page(url: String, seconds: f64, plan: Rc<Plan>) -> Result<()> {
    for attempt in 1..=plan.attempts {
        println!("crawling {url}, attempt {attempt}");
        match fetch_page(&url, seconds, &plan).await {
            Ok(()) => {
                println!("OK {url}");
                return Ok(());
            }
            Err(Error::Raised(_)) if attempt == plan.attempts => break,
            Err(Error::Raised(error)) => {
                // Twice as long as before, and up to as much again by chance: the jitter.
                let jitter = 1.0 + plan.random.borrow_mut().random();
                let pause = plan.pause * 2_f64.powi(attempt - 1) * jitter;
                println!("{}; pause {} ms", error.message, (pause * 1000.0) as u64);
                sleep(pause).await?;
            }
            Err(cancelled) => return Err(cancelled),
        }
    }
    println!("gave up {url}");
    Ok(())
}

pub async fn main(urls: Vec<(String, f64)>, plan: Plan) -> Result<()> {
    let plan = Rc::new(plan);
    let mut crawls = Vec::new();
    for (url, seconds) in urls {
        let crawl = crawl_page(url.clone(), seconds, plan.clone());
        crawls.push(create_task(crawl.named(url)));
    }
    gather(crawls).await?;
    Ok(())
}
