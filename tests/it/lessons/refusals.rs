//! What a task may do about a cancellation: clean up, refuse, and cancel itself.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use std::cell::RefCell;
use std::rc::Rc;

use crate::support::tasks::{awaits, check, is_cancelled, worker};
use expect_test::expect;
use interleave::runtime::{Error, Naming, Repr, Result, Task, create_task, println, sleep};

/// What a task that is handed its own handle may do with it.
type Handle<T> = Rc<RefCell<Option<Task<T>>>>;

/// Creates a task that is given its own handle: asyncio's `current_task()`.
fn create_with_handle<T: Repr, F>(name: &str, body: impl FnOnce(Handle<T>) -> F) -> Task<T>
where
    F: Future<Output = Result<T>> + 'static,
{
    let handle = Handle::default();
    let task = create_task(body(handle.clone()).named(name));
    *handle.borrow_mut() = Some(task.clone());
    task
}

fn cancel_itself<T: Repr>(handle: &Handle<T>) {
    handle.borrow().as_ref().unwrap().cancel();
}

/// A task that runs waits for nothing: `_must_cancel` is kept for the next yield.
#[test]
fn a_task_that_cancels_itself_meets_it_at_the_next_await_that_waits() {
    check(
        || async {
            let done = create_task(worker().named("done"));
            (&done).await?;
            let task = create_with_handle("worker", |handle| async move {
                cancel_itself::<()>(&handle);
                println!("asked itself");
                done.await?;
                println!("past a finished task");
                sleep(1.0).await?;
                println!("never");
                Ok(())
            });
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            0.0 done: starts
            0.0 worker: asked itself
            0.0 worker: past a finished task
            0.0 main: its await raised the cancellation
            0.0 over
        "#]],
    );
}

/// A task that returns while `_must_cancel` is set is cancelled; its result is lost.
#[test]
fn a_task_that_cancels_itself_and_returns_is_cancelled() {
    check(
        || async {
            let task = create_with_handle("worker", |handle| async move {
                cancel_itself(&handle);
                println!("returns");
                Ok(1_i64)
            });
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            0.0 worker: returns
            0.0 main: its await raised the cancellation
            0.0 over
        "#]],
    );
}

/// An exception of its own goes before a cancellation that did not reach it.
#[test]
fn a_task_that_cancels_itself_and_raises_has_raised() {
    check(
        || async {
            let task = create_with_handle("worker", |handle| async move {
                cancel_itself::<()>(&handle);
                Err(Error::raised("ValueError", "no"))
            });
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            0.0 main: ValueError('no')
            0.0 over
        "#]],
    );
}

/// `CancelledError` is raised once; awaits in its handler wait as any others.
#[test]
fn cleaning_up_may_take_time() {
    check(
        || async {
            let cleans_up = async {
                let slept = sleep(5.0).await;
                println!("cleans up");
                sleep(1.0).await?;
                println!("cleaned up");
                slept
            };
            let task = create_task(cleans_up.named("worker"));
            sleep(1.0).await?;
            task.cancel();
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            1.0 worker: cleans up
            2.0 worker: cleaned up
            2.0 main: its await raised the cancellation
            2.0 over
        "#]],
    );
}

/// A task that catches `CancelledError` and goes on ends as if it had not been cancelled.
#[test]
fn a_task_may_refuse() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    println!("refuses");
                }
                sleep(1.0).await?;
                Ok("done all the same".to_string())
            };
            let task = create_task(refuses.named("worker"));
            sleep(1.0).await?;
            task.cancel();
            awaits(&task).await;
            println!("{:?}", is_cancelled(&task));
            Ok(())
        },
        expect![[r#"
            1.0 worker: refuses
            2.0 main: result 'done all the same'
            2.0 main: false
            2.0 over
        "#]],
    );
}

/// The request went to the inner task; as that refuses, the outer never hears of it.
#[test]
fn a_task_that_awaits_one_that_refuses_goes_on() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    println!("refuses");
                }
                Ok(1_i64)
            };
            let inner = create_task(refuses.named("inner"));
            let outer = async {
                println!("got {}", inner.await?);
                sleep(1.0).await?;
                println!("ends");
                Ok(())
            };
            let outer = create_task(outer.named("outer"));
            sleep(1.0).await?;
            outer.cancel();
            awaits(&outer).await;
            println!("{:?}", is_cancelled(&outer));
            Ok(())
        },
        expect![[r#"
            1.0 inner: refuses
            1.0 outer: got 1
            2.0 outer: ends
            2.0 main: result None
            2.0 main: false
            2.0 over
        "#]],
    );
}

/// The second request finds a future that is cancelled already and is merged with the first.
#[test]
fn asking_twice_at_once_raises_once() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    println!("cancelled");
                }
                sleep(1.0).await?;
                println!("goes on");
                Ok(())
            };
            let task = create_task(refuses.named("worker"));
            sleep(1.0).await?;
            println!("{:?}", task.cancel());
            println!("{:?}", task.cancel());
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            1.0 main: true
            1.0 main: true
            1.0 worker: cancelled
            2.0 worker: goes on
            2.0 main: result None
            2.0 over
        "#]],
    );
}

/// A second request reaches the await at which the cleaning up stands.
#[test]
fn asking_again_interrupts_the_cleaning_up() {
    check(
        || async {
            let cleans_up = async {
                let slept = sleep(5.0).await;
                println!("cleans up");
                if sleep(5.0).await.is_err() {
                    println!("is interrupted");
                }
                slept
            };
            let task = create_task(cleans_up.named("worker"));
            sleep(1.0).await?;
            task.cancel();
            sleep(1.0).await?;
            task.cancel();
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            1.0 worker: cleans up
            2.0 worker: is interrupted
            2.0 main: its await raised the cancellation
            2.0 over
        "#]],
    );
}

/// `Task.__step` refuses a task that yields itself.
#[test]
fn a_task_cannot_await_itself() {
    check(
        || async {
            let task = create_with_handle("worker", |handle| async move {
                let itself = handle.borrow().clone().unwrap();
                if let Err(error @ Error::Raised(_)) = itself.await {
                    println!("{}", error.repr());
                }
                Ok(())
            });
            task.await
        },
        expect![[r#"
            0.0 worker: RuntimeError('Task cannot await on itself')
            0.0 over
        "#]],
    );
}
