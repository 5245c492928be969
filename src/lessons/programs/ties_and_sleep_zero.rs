//! Who runs first: equal sleeps, sleep(0), and an await of a task that is done.

use crate::runtime::{Naming, Result, create_task, println, sleep};

async fn worker(name: &str, seconds: f64) -> Result<()> {
    sleep(seconds).await?;
    println!("{name} wakes");
    sleep(0.0).await?; // to the end of the ready queue
    println!("{name} is back");
    Ok(())
}

async fn newcomer() -> Result<()> {
    println!("newcomer starts");
    Ok(())
}

pub async fn main(first: f64, second: f64) -> Result<()> {
    let first = create_task(worker("first", first).named("first"));
    let second = create_task(worker("second", second).named("second"));
    (&first).await?;
    println!("main awaited first");

    let new = create_task(newcomer().named("newcomer"));
    first.await?; // first is done: main keeps control
    println!("main awaited first again");
    sleep(0.0).await?; // now main gives up control
    println!("main is back");
    new.await?;
    second.await?;
    Ok(())
}
