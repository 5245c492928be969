//! Small tasks that tell what they go through, and how a program is checked by what it tells.

use expect_test::Expect;
use interleave::runtime::{EventLoop, Repr, Result, Task, println, sleep};

use super::Played;

/// Plays a program, and claims what is told of it.
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

/// Sleeps, and tells whether it was cancelled.
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

/// Awaits a task, and tells how that went.
pub async fn awaits<T: Repr>(task: &Task<T>) {
    match task.await {
        Ok(result) => println!("result {}", result.repr()),
        Err(error) if error.is_cancelled() => println!("its await raised the cancellation"),
        Err(error) => println!("{}", error.repr()),
    }
}

/// How often the running task was asked to stop, less how often that was taken back.
pub fn cancelling() -> u32 {
    let event_loop = EventLoop::current().unwrap();
    event_loop.cancelling(event_loop.current_task().unwrap())
}

/// Says whether a task was cancelled.
pub fn is_cancelled<T: Repr>(task: &Task<T>) -> bool {
    matches!(task.result(), Some(Err(error)) if error.is_cancelled())
}
