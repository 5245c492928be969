//! The callbacks and the tasks that go on after a task's end, and their order.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{check, worker};
use expect_test::expect;
use interleave::runtime::{Error, Naming, Result, create_task, println, sleep};

/// A future that is done schedules its callbacks in the order in which they were added; a task
/// that awaits it is one of them.
#[test]
fn what_waits_for_an_end_goes_on_one_tick_later_in_the_order_of_waiting() {
    async fn works() -> Result<()> {
        sleep(1.0).await?;
        println!("ends");
        Ok(())
    }
    check(
        || async {
            let task = create_task(works().named("worker"));
            let early = task.clone();
            create_task(
                async move {
                    early.await?;
                    println!("goes on");
                    Ok(())
                }
                .named("early"),
            );
            let beside = async {
                sleep(1.0).await?;
                println!("slept 1");
                Ok(())
            };
            create_task(beside.named("beside"));
            sleep(0.0).await?;
            task.add_done_callback(|_| {
                println!("callback");
                Ok(())
            });
            task.await?;
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            1.0 worker: ends
            1.0 beside: slept 1
            1.0 early: goes on
            1.0 -: callback
            1.0 main: goes on
            1.0 over
        "#]],
    );
}

/// `add_done_callback` on a future that is done is `call_soon`.
#[test]
fn a_callback_added_after_the_end_is_called_one_tick_later() {
    check(
        || async {
            let task = create_task(worker().named("worker"));
            (&task).await?;
            task.add_done_callback(|_| {
                println!("callback");
                Ok(())
            });
            println!("added");
            sleep(0.0).await?;
            println!("after a turn");
            Ok(())
        },
        expect![[r#"
            0.0 worker: starts
            0.0 main: added
            0.0 -: callback
            0.0 main: after a turn
            0.0 over
        "#]],
    );
}

/// An exception of a callback goes to the loop's exception handler, and the next one is called.
#[test]
fn an_error_of_a_callback_is_logged_and_goes_no_further() {
    check(
        || async {
            let task = create_task(worker().named("worker"));
            task.add_done_callback(|_| Err(Error::raised("ValueError", "no")));
            task.add_done_callback(|_| {
                println!("second callback");
                Ok(())
            });
            task.await?;
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            0.0 worker: starts
            0.0 log: Exception in callback: ValueError: no
            0.0 -: second callback
            0.0 main: goes on
            0.0 over
        "#]],
    );
}
