//! An event wakes all tasks that wait for it, in order. A lock lets one task in at a time.

use crate::runtime::{EventFlag, Lock, Naming, Result, create_task, gather, println, sleep};

async fn worker(name: &str, event: EventFlag, lock: Lock, inside: f64) -> Result<()> {
    println!("{name} waits for the event");
    event.wait().await?;
    println!("{name} wakes");
    let _held = lock.acquire().await?;
    println!("{name} has the lock");
    sleep(inside).await?;
    println!("{name} releases the lock");
    // The lock is released where `_held` goes out of scope.
    Ok(())
}

pub async fn main(event_after: f64, inside: f64) -> Result<()> {
    let event = EventFlag::new();
    let lock = Lock::new();
    let mut workers = Vec::new();
    for name in ["worker_1", "worker_2", "worker_3"] {
        let worker = worker(name, event.clone(), lock.clone(), inside);
        workers.push(create_task(worker.named(name)));
    }

    sleep(event_after).await?;
    println!("main sets the event");
    event.set();
    gather(workers).await?;
    Ok(())
}
