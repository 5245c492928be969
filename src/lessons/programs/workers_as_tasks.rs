//! The same two workers as tasks: both sleep at the same time.

use crate::runtime::{Naming, Result, create_task, println, sleep};

async fn worker(name: &str, seconds: f64) -> Result<()> {
    println!("{name} start");
    sleep(seconds).await?;
    println!("{name} done");
    Ok(())
}

pub async fn main(worker_1: f64, worker_2: f64) -> Result<()> {
    let task_1 = create_task(worker("worker_1", worker_1).named("worker_1"));
    let task_2 = create_task(worker("worker_2", worker_2).named("worker_2"));
    println!("before await");
    task_1.await?;
    println!("awaited worker_1");
    task_2.await?;
    println!("awaited worker_2");
    Ok(())
}
