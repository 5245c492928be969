//! Two workers awaited one after the other: the second starts when the first is done.

use crate::runtime::{Result, println, sleep};

async fn worker(name: &str, seconds: f64) -> Result<()> {
    println!("{name} start");
    sleep(seconds).await?;
    println!("{name} done");
    Ok(())
}

pub async fn main(worker_1: f64, worker_2: f64) -> Result<()> {
    println!("before await");
    worker("worker_1", worker_1).await?;
    println!("awaited worker_1");
    worker("worker_2", worker_2).await?;
    println!("awaited worker_2");
    Ok(())
}
