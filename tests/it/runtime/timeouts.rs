//! Waiting with a time limit.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{cancelling, check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    Error, Naming, Nanos, Repr, Result, Task, Timeout, Until, as_completed, create_task, println,
    sleep, timeout, wait, wait_for, within,
};

async fn gives(value: i64, length: f64) -> Result<i64> {
    sleep(length).await?;
    println!("ends");
    Ok(value)
}

async fn fails(message: &'static str, length: f64) -> Result<i64> {
    sleep(length).await?;
    println!("fails");
    Err(Error::raised("ValueError", message))
}

fn print_result<T: Repr>(result: &Result<T>) {
    println!("{}", result.repr());
}

/// Waits for a task, and does not raise its error.
async fn ends<T: Repr>(task: &Task<T>) -> Result<()> {
    wait([task.clone()], None, Until::AllCompleted).await?;
    Ok(())
}

async fn prints_cancel(length: f64) -> Result<()> {
    let slept = sleep(length).await;
    if slept.is_err() {
        println!("cancelled");
    }
    slept
}

#[test]
fn a_timeout_cancels_its_block() {
    check(
        || async {
            let block = async {
                let slept = sleep(5.0).await;
                print_result(&slept);
                slept
            };
            let timed = timeout(1.0, block).await;
            println!("{} {}", timed.repr(), cancelling());
            sleep(1.0).await?;
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            1.0 main: CancelledError()
            1.0 main: TimeoutError() 0
            2.0 main: goes on
            2.0 over
        "#]],
    );
}

#[test]
fn a_timeout_in_time_changes_nothing() {
    check(
        || async {
            timeout(2.0, sleep(1.0)).await?;
            sleep(2.0).await?;
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            3.0 main: goes on
            3.0 over
        "#]],
    );
}

/// Both timeouts asked the task to stop: the inner one lets the cancellation through to the outer one.
#[test]
fn the_outer_of_two_timeouts_that_tie_raises() {
    check(
        || async {
            let block = async {
                match timeout(1.0, sleep(5.0)).await {
                    Err(error) if error.is_kind("TimeoutError") => println!("inner"),
                    timed => timed?,
                }
                sleep(5.0).await
            };
            if timeout(1.0, block).await.is_err() {
                println!("outer");
            }
            Ok(())
        },
        expect![[r#"
            1.0 main: outer
            1.0 over
        "#]],
    );
}

#[test]
fn an_outer_timeout_goes_through_the_inner_one() {
    check(
        || async {
            let block = async {
                let timed = timeout(3.0, sleep(5.0)).await;
                if timed.as_ref().is_err_and(Error::is_cancelled) {
                    println!("cancelled in between");
                }
                timed
            };
            if timeout(1.0, block)
                .await
                .is_err_and(|e| e.is_kind("TimeoutError"))
            {
                println!("outer");
            }
            Ok(())
        },
        expect![[r#"
            1.0 main: cancelled in between
            1.0 main: outer
            1.0 over
        "#]],
    );
}

#[test]
fn a_timeout_is_moved() {
    check(
        || async {
            let moved = Timeout::after(Some(Nanos::from_seconds(1.0)));
            let inside = moved.clone();
            let block = async move {
                inside.reschedule(Some(Nanos::from_seconds(3.0)))?;
                sleep(2.0).await?;
                println!("{}", inside.is_expired().repr());
                Ok(())
            };
            within(moved.clone(), block).await?;
            if let Err(error) = moved.reschedule(None) {
                println!("{}", error.repr());
            }
            let never = Timeout::after(None);
            let inside = never.clone();
            let block = async move {
                inside.reschedule(Some(Nanos::from_seconds(1.0)))?;
                sleep(1.0).await
            };
            if within(never.clone(), block).await.is_err() {
                println!("over at once {}", never.is_expired().repr());
            }
            Ok(())
        },
        expect![[r#"
            2.0 main: False
            2.0 main: RuntimeError('Cannot change state of finished Timeout')
            2.0 main: over at once True
            2.0 over
        "#]],
    );
}

/// A cancel from outside that ties with the timeout wins.
#[test]
fn a_cancel_from_outside_during_a_timeout_wins() {
    check(
        || async {
            let task = create_task(timeout(1.0, sleep(5.0)).named("t"));
            let target = task.clone();
            let cancels = async move {
                sleep(1.0).await?;
                target.cancel();
                Ok(())
            };
            create_task(cancels.named("u"));
            ends(&task).await?;
            println!("{} {}", is_cancelled(&task).repr(), task.cancelling());
            Ok(())
        },
        expect![[r#"
            1.0 main: False 0
            1.0 over
        "#]],
    );
}

#[test]
fn wait_for_gives_the_value_or_raises() {
    check(
        || async {
            print_result(&wait_for(gives(1, 1.0), 2.0).await);
            print_result(&wait_for(gives(1, 2.0), 1.0).await);
            print_result(&wait_for(fails("no", 1.0), 2.0).await);
            Ok(())
        },
        expect![[r#"
            1.0 main: ends
            1.0 main: 1
            2.0 main: TimeoutError()
            3.0 main: fails
            3.0 main: ValueError('no')
            3.0 over
        "#]],
    );
}

#[test]
fn wait_for_without_time_does_not_begin() {
    check(
        || async {
            print_result(&wait_for(gives(1, 1.0), 0.0).await);
            let task = create_task(gives(1, 0.0).named("t"));
            (&task).await?;
            print_result(&wait_for(task, 0.0).await);
            Ok(())
        },
        expect![[r#"
            0.0 main: TimeoutError()
            0.0 t: ends
            0.0 main: 1
            0.0 over
        "#]],
    );
}

#[test]
fn wait_for_waits_for_a_task_that_refuses() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    sleep(2.0).await?;
                    println!("refuses");
                }
                Ok(7_i64)
            };
            print_result(&wait_for(create_task(refuses.named("t")), 1.0).await);
            Ok(())
        },
        expect![[r#"
            3.0 t: refuses
            3.0 main: 7
            3.0 over
        "#]],
    );
}

#[test]
fn wait_for_cancels_the_task_when_it_is_cancelled() {
    check(
        || async {
            let outer = async {
                let inner = create_task(prints_cancel(5.0).named("inner"));
                wait_for(inner, 3.0).await
            };
            let task = create_task(outer.named("outer"));
            sleep(1.0).await?;
            task.cancel();
            ends(&task).await?;
            println!("{}", is_cancelled(&task).repr());
            Ok(())
        },
        expect![[r#"
            1.0 inner: cancelled
            1.0 main: True
            1.0 over
        "#]],
    );
}

#[test]
fn several_may_wait_for_results() {
    check(
        || async {
            let a = create_task(gives(1, 2.0).named("a"));
            let all = as_completed([a, create_task(gives(2, 1.0).named("b"))], None);
            let waits = |name: &str| {
                let next = all.next().unwrap();
                let waits = async move {
                    print_result(&next.await?.await);
                    Ok(())
                };
                create_task(waits.named(name))
            };
            let tasks = [waits("x"), waits("y")];
            wait(tasks, None, Until::AllCompleted).await.map(drop)
        },
        expect![[r#"
            1.0 b: ends
            1.0 x: 2
            2.0 a: ends
            2.0 y: 1
            2.0 over
        "#]],
    );
}
