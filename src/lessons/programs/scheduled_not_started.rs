//! create_task puts a task into the ready queue. The task starts when main gives up control.

use crate::runtime::{Naming, Result, blocking_sleep, create_task, println, sleep};

async fn worker(name: &str, seconds: f64) -> Result<()> {
    println!("{name} start");
    sleep(seconds).await?;
    println!("{name} done");
    Ok(())
}

pub async fn main(worker_1: f64, busy: f64) -> Result<()> {
    let task_1 = create_task(worker("worker_1", worker_1).named("worker_1"));
    println!("worker_1 is created");
    let task_2 = create_task(worker("worker_2", 1.0).named("worker_2"));
    println!("worker_2 is created");

    blocking_sleep(busy); // main keeps control: both wait in the ready queue
    println!("main was busy");
    task_2.cancel(); // never started, it never runs

    task_1.await?; // only now main gives up control
    println!("awaited worker_1");
    Ok(())
}
