//! Small tasks that print what happens to them, and how a program is checked by what it prints.

use expect_test::Expect;
use interleave::runtime::{EventLoop, Repr, Result, Task, println, sleep};

use super::Played;

/// Plays a program, and compares what it prints.
pub fn check<F>(main: impl FnOnce() -> F + 'static, expected: Expect)
where
    F: Future<Output = Result<()>> + 'static,
{
    expected.assert_eq(&Played::main(main).story());
}

/// Starts and is done.
pub async fn worker() -> Result<()> {
    println!("starts");
    Ok(())
}

/// Sleeps, and prints whether it was cancelled.
pub async fn until_cancelled(length: f64) -> Result<()> {
    println!("starts");
    let slept = sleep(length).await;
    println!(
        "{}",
        if slept.is_err() {
            "cancelled"
        } else {
            "goes on"
        }
    );
    slept
}

/// Awaits a task, and prints how that ended.
pub async fn awaits<T: Repr>(task: &Task<T>) {
    match task.await {
        Ok(result) => println!("result {}", result.repr()),
        Err(error) if error.is_cancelled() => println!("its await raised the cancellation"),
        Err(error) => println!("{}", error.repr()),
    }
}

/// Returns how many requests to stop the running task has that were not taken back.
pub fn cancelling() -> u32 {
    let event_loop = EventLoop::current().unwrap();
    event_loop.cancelling(event_loop.current_task().unwrap())
}

/// Returns whether a task was cancelled.
pub fn is_cancelled<T: Repr>(task: &Task<T>) -> bool {
    matches!(task.result(), Some(Err(error)) if error.is_cancelled())
}
