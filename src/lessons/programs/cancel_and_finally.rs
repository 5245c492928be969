//! A cancelled task runs its finally, which may await. A task that never started runs nothing.

use crate::runtime::{Naming, Result, create_task, println, sleep};

async fn worker(name: &str, clean_up: f64, catch: bool) -> Result<()> {
    println!("{name} start");
    let mut outcome = sleep(3.0).await;
    if outcome.is_ok() {
        println!("{name} done");
    } else {
        println!("{name} is cancelled");
        if catch {
            outcome = Ok(());
        }
    }
    // From here on it is what Python has in `finally`: it runs however the sleep ended.
    println!("{name} cleans up");
    sleep(clean_up).await?;
    println!("{name} has cleaned up");
    outcome
}

pub async fn main(cancel_after: f64, clean_up: f64, catch: bool) -> Result<()> {
    let task_1 = create_task(worker("worker_1", clean_up, catch).named("worker_1"));
    sleep(cancel_after).await?;
    let task_2 = create_task(worker("worker_2", clean_up, catch).named("worker_2"));

    task_1.cancel();
    task_2.cancel(); // worker_2 has not started
    println!("main has cancelled both");
    for task in [&task_1, &task_2] {
        match task.await {
            Ok(()) => println!("{} returned", task.name()),
            Err(_) => println!("await {} raised CancelledError", task.name()),
        }
    }
    Ok(())
}
