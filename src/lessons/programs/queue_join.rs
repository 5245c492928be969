//! A queue with a size: put waits for room. join waits until task_done was called for every item.

use crate::runtime::{Naming, Queue, Result, create_task, println, sleep};

async fn producer(queue: Queue<i64>, items: i64) -> Result<()> {
    for item in 1..=items {
        queue.put(item).await?;
        println!("put {item}");
    }
    Ok(())
}

async fn consumer(queue: Queue<i64>, pause: f64) -> Result<()> {
    loop {
        let item = queue.get().await?;
        println!("got {item}");
        sleep(pause).await?;
        println!("done {item}");
        queue.task_done()?;
    }
}

pub async fn main(items: i64, maxsize: usize, pause: f64) -> Result<()> {
    let queue = Queue::new(maxsize);
    let puts = create_task(producer(queue.clone(), items).named("producer"));
    let gets = create_task(consumer(queue.clone(), pause).named("consumer"));
    puts.await?;
    println!("everything is put");
    queue.join().await?;
    println!("everything is done");
    gets.cancel();
    Ok(())
}
