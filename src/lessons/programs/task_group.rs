//! TaskGroup: if one task fails, the group cancels the others, waits for them, and raises the errors.

use crate::runtime::{Error, Naming, Repr, Result, println, sleep, task_group};

async fn worker(name: &str, seconds: f64, fails: bool) -> Result<()> {
    println!("{name} start");
    if let Err(cancelled) = sleep(seconds).await {
        println!("{name} cancelled");
        return Err(cancelled);
    }
    if fails {
        return Err(Error::raised("ValueError", format!("{name} failed")));
    }
    println!("{name} done");
    Ok(())
}

pub async fn main(worker_1: f64, worker_2: f64, worker_3: f64, fails: bool) -> Result<()> {
    let block = task_group(async |group| {
        group.create_task(worker("worker_1", worker_1, false).named("worker_1"))?;
        group.create_task(worker("worker_2", worker_2, fails).named("worker_2"))?;
        group.create_task(worker("worker_3", worker_3, false).named("worker_3"))?;
        Ok(())
    });
    if let Err(errors) = block.await {
        println!("main caught {}", errors.repr());
    }
    println!("the block is over");
    Ok(())
}
