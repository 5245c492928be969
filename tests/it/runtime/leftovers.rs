//! What main leaves when it ends: tasks, and errors that were never retrieved.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use std::cell::RefCell;
use std::rc::Rc;

use crate::support::tasks::{check, until_cancelled};
use expect_test::expect;
use interleave::runtime::{Error, Naming, Result, Task, create_task, println, sleep};

/// `asyncio.run` cancels what is left and waits until all of it has ended.
#[test]
fn leftovers_are_cancelled_when_main_returns_and_may_clean_up() {
    async fn cleans_up(length: f64) -> Result<()> {
        let slept = sleep(5.0).await;
        println!("cancelled");
        sleep(length).await?;
        println!("cleaned up");
        slept
    }
    check(
        || async {
            create_task(cleans_up(2.0).named("slow"));
            create_task(cleans_up(1.0).named("quick"));
            sleep(1.0).await?;
            println!("returns");
            Ok(())
        },
        expect![[r#"
            1.0 main: returns
            1.0 slow: cancelled
            1.0 quick: cancelled
            2.0 quick: cleaned up
            3.0 slow: cleaned up
            3.0 over
        "#]],
    );
}

/// Leftovers are cancelled before the error leaves `asyncio.run`. (CPython takes them in the
/// order of a set; ours is that of creation.)
#[test]
fn leftovers_are_cancelled_when_main_raises() {
    check(
        || async {
            create_task(until_cancelled(5.0).named("left"));
            create_task(until_cancelled(5.0).named("also left"));
            sleep(1.0).await?;
            Err(Error::raised("ValueError", "no"))
        },
        expect![[r#"
            0.0 left: starts
            0.0 also left: starts
            1.0 left: cancelled
            1.0 also left: cancelled
            raised ValueError('no')
            1.0 over
        "#]],
    );
}

/// The end of main stops the loop with the next tick, in which the first step still runs.
#[test]
fn a_leftover_starts_in_the_last_tick() {
    check(
        || async {
            create_task(until_cancelled(5.0).named("left"));
            Ok(())
        },
        expect![[r#"
            0.0 left: starts
            0.0 left: cancelled
            0.0 over
        "#]],
    );
}

/// `asyncio.run` waits for a leftover however long it takes.
#[test]
fn a_leftover_that_refuses_is_waited_for() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    println!("refuses");
                }
                sleep(1.0).await?;
                println!("ends");
                Ok(())
            };
            create_task(refuses.named("left"));
            sleep(1.0).await
        },
        expect![[r#"
            1.0 left: refuses
            2.0 left: ends
            2.0 over
        "#]],
    );
}

/// What is created after the leftovers were counted is not waited for.
#[test]
fn a_task_created_by_cleaning_up_is_not_waited_for() {
    check(
        || async {
            let creates = async {
                let slept = sleep(5.0).await;
                create_task(until_cancelled(5.0).named("new"));
                sleep(0.0).await?;
                println!("cleaned up");
                slept
            };
            create_task(creates.named("left"));
            sleep(1.0).await
        },
        expect![[r#"
            1.0 new: starts
            1.0 left: cleaned up
            1.0 over
        "#]],
    );
}

/// `asyncio.run` calls its exception handler with the error of a leftover task.
#[test]
fn an_error_while_cleaning_up_is_logged() {
    check(
        || async {
            let fails = async {
                let _ = sleep(5.0).await;
                Err::<(), _>(Error::raised("ValueError", "no"))
            };
            create_task(fails.named("left"));
            sleep(1.0).await
        },
        expect![[r#"
            1.0 log: unhandled exception during asyncio.run() shutdown: ValueError: no
            1.0 over
        "#]],
    );
}

/// An exception that was never retrieved is logged when the task is dropped: here, at its end.
#[test]
fn an_error_that_was_never_retrieved_is_logged() {
    check(
        || async {
            let fails = async { Err::<(), _>(Error::raised("ValueError", "no")) };
            create_task(fails.named("worker"));
            sleep(1.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            0.0 log: Task exception was never retrieved: ValueError: no
            1.0 main: ends
            1.0 over
        "#]],
    );
}

/// Cancelling main ends the run as an error of main would.
#[test]
fn cancelling_main_ends_the_run_with_it() {
    check(
        || async {
            let main: Rc<RefCell<Option<Task<()>>>> = Rc::default();
            let target = main.clone();
            let inner = async move {
                let cancels = async move {
                    println!("{:?}", target.borrow().as_ref().unwrap().cancel());
                    Ok(())
                };
                create_task(cancels.named("worker"));
                sleep(5.0).await
            };
            let waits = create_task(inner.named("waits"));
            *main.borrow_mut() = Some(waits.clone());
            let waited = waits.await;
            println!("cancelled");
            waited
        },
        expect![[r#"
            0.0 worker: true
            0.0 main: cancelled
            raised CancelledError()
            0.0 over
        "#]],
    );
}
