//! One worker returns, one divides by zero, one is cancelled: what gather makes of them.

use crate::runtime::{Error, Naming, Python, Repr, Result, create_task, gather, println, sleep};

async fn worker_1(seconds: f64) -> Result<i64> {
    sleep(seconds).await?;
    Ok(1)
}

async fn worker_2(seconds: f64) -> Result<i64> {
    sleep(seconds).await?;
    2_i64.checked_div(0).ok_or(Error::zero_division())
}

async fn worker_3(seconds: f64) -> Result<i64> {
    sleep(seconds).await?;
    Ok(3)
}

pub async fn main(
    worker_1: f64,
    worker_2: f64,
    worker_3: f64,
    cancel_after: f64,
    return_exceptions: bool,
    python: Python,
) -> Result<()> {
    let task_1 = create_task(self::worker_1(worker_1).named("worker_1"));
    let task_2 = create_task(self::worker_2(worker_2).named("worker_2"));
    let task_3 = create_task(self::worker_3(worker_3).named("worker_3"));

    sleep(cancel_after).await?;
    task_3.cancel();

    let all = gather([task_1, task_2, task_3]);
    if return_exceptions {
        let results = all.return_exceptions().await?;
        println!("{}", results.printed_by(python));
    } else {
        let results = all.await?;
        println!("{}", results.repr());
    }
    Ok(())
}
