//! Tasks take turns at their awaits. A computation has no await, so tasks do not make it faster.

use crate::runtime::{Naming, Result, blocking_sleep, create_task, gather, println};

async fn compute(name: &str, seconds: f64) -> Result<()> {
    println!("{name} start");
    // This stands for computing: like a long loop over numbers, it keeps control all the time.
    blocking_sleep(seconds);
    println!("{name} done");
    Ok(())
}

pub async fn main(worker_1: f64, worker_2: f64) -> Result<()> {
    let task_1 = create_task(compute("worker_1", worker_1).named("worker_1"));
    let task_2 = create_task(compute("worker_2", worker_2).named("worker_2"));
    gather([task_1, task_2]).await?;
    println!("no faster than one after the other");
    Ok(())
}
