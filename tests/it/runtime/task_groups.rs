//! Groups of tasks: which tasks are cancelled when one fails, and what the group raises.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{cancelling, check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    Error, Naming, Repr, Result, TaskGroup, Until, create_task, gather, println, sleep, task_group,
    wait,
};

async fn works(length: f64) -> Result<()> {
    let slept = sleep(length).await;
    println!("{}", if slept.is_err() { "cancelled" } else { "ends" });
    slept
}

async fn fails(message: &'static str, length: f64) -> Result<()> {
    sleep(length).await?;
    println!("fails");
    Err(Error::raised("ValueError", message))
}

fn print_error<T>(result: Result<T>) {
    if let Err(error) = result {
        println!("{}", error.repr());
    }
}

#[test]
fn a_group_waits_for_its_tasks() {
    check(
        || async {
            task_group(async |group| {
                group.create_task(works(2.0).named("a"))?;
                group.create_task(works(1.0).named("b"))?;
                println!("{}", group.repr());
                Ok(())
            })
            .await?;
            println!("all done");
            Ok(())
        },
        expect![[r#"
            0.0 main: <TaskGroup tasks=2 entered>
            1.0 b: ends
            2.0 a: ends
            2.0 main: all done
            2.0 over
        "#]],
    );
}

/// The error of a cancellation is given once: to the await, and not to the group that looks at the task.
#[test]
fn the_awaiter_of_a_cancelled_task_gets_its_message() {
    check(
        || async {
            task_group(async |group| {
                let stops = async || -> Result<()> {
                    sleep(1.0).await?;
                    Err(Error::cancelled(Some("mint".into())))
                };
                print_error(group.create_task(stops().named("a"))?.await);
                Ok(())
            })
            .await
        },
        expect![[r#"
            1.0 main: CancelledError('mint')
            1.0 over
        "#]],
    );
}

/// The block is cancelled, too; the group takes that request back.
#[test]
fn a_task_that_fails_cancels_the_others_and_the_block() {
    check(
        || async {
            let grouped = task_group(async |group| {
                group.create_task(works(5.0).named("a"))?;
                group.create_task(fails("b", 1.0).named("b"))?;
                works(4.0).await
            });
            if let Err(error) = grouped.await {
                println!("{} {}", error.repr(), cancelling());
            }
            sleep(1.0).await?;
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            1.0 b: fails
            1.0 a: cancelled
            1.0 main: cancelled
            1.0 main: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('b')]) 0
            2.0 main: goes on
            2.0 over
        "#]],
    );
}

#[test]
fn errors_of_several_tasks_are_one_group() {
    check(
        || async {
            let cleans = async {
                let _ = sleep(5.0).await;
                Err::<(), _>(Error::raised("KeyError", "c"))
            };
            let grouped = task_group(async |group| {
                group.create_task(fails("a", 1.0).named("a"))?;
                group.create_task(fails("b", 1.0).named("b"))?;
                group.create_task(cleans.named("c"))?;
                Ok(())
            });
            print_error(grouped.await);
            Ok(())
        },
        expect![[r#"
            1.0 a: fails
            1.0 b: fails
            1.0 main: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a'), ValueError('b'), KeyError('c')])
            1.0 over
        "#]],
    );
}

#[test]
fn an_error_of_the_block_cancels_the_tasks() {
    check(
        || async {
            let grouped = task_group(async |group| {
                group.create_task(works(5.0).named("a"))?;
                sleep(1.0).await?;
                Err::<(), _>(Error::raised("ValueError", "block"))
            });
            print_error(grouped.await);
            Ok(())
        },
        expect![[r#"
            1.0 a: cancelled
            1.0 main: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('block')])
            1.0 over
        "#]],
    );
}

#[test]
fn a_cancelled_parent_cancels_its_group() {
    check(
        || async {
            let parent = task_group(async |group| {
                group.create_task(works(5.0).named("a"))?;
                group.create_task(works(5.0).named("b"))?;
                Ok(())
            });
            let task = create_task(parent.named("parent"));
            sleep(1.0).await?;
            task.cancel_with("why");
            if let Err(error) = (&task).await {
                println!("{} {}", error.repr(), task.cancelling());
            }
            Ok(())
        },
        expect![[r#"
            1.0 a: cancelled
            1.0 b: cancelled
            1.0 main: CancelledError('why') 1
            1.0 over
        "#]],
    );
}

#[test]
fn a_cancelled_task_of_a_group_is_no_error() {
    check(
        || async {
            task_group(async |group| {
                let a = group.create_task(works(5.0).named("a"))?;
                group.create_task(works(2.0).named("b"))?;
                sleep(1.0).await?;
                a.cancel();
                Ok(())
            })
            .await?;
            println!("all done");
            Ok(())
        },
        expect![[r#"
            1.0 a: cancelled
            2.0 b: ends
            2.0 main: all done
            2.0 over
        "#]],
    );
}

/// The error goes first; the request to stop is repeated for the next await.
#[test]
fn a_cancel_from_outside_outlives_an_error_of_the_group() {
    check(
        || async {
            let parent = async {
                let grouped = task_group(async |group| {
                    group.create_task(fails("a", 1.0).named("a"))?;
                    let slow = async {
                        if sleep(5.0).await.is_err() {
                            sleep(2.0).await?;
                        }
                        Ok(())
                    };
                    group.create_task(slow.named("slow"))?;
                    Ok(())
                });
                if let Err(error) = grouped.await {
                    println!("{} {}", error.repr(), cancelling());
                }
                let slept = sleep(1.0).await;
                if slept.is_err() {
                    println!("cancelled at the next await");
                }
                slept
            };
            let task = create_task(parent.named("parent"));
            sleep(2.0).await?;
            task.cancel();
            wait([task.clone()], None, Until::AllCompleted).await?;
            println!("{}", is_cancelled(&task).repr());
            Ok(())
        },
        expect![[r#"
            1.0 a: fails
            3.0 parent: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a')]) 1
            3.0 parent: cancelled at the next await
            3.0 main: True
            3.0 over
        "#]],
    );
}

#[test]
fn groups_may_be_nested() {
    check(
        || async {
            let grouped = task_group(async |outer| {
                outer.create_task(works(5.0).named("a"))?;
                task_group(async |inner| {
                    inner.create_task(fails("b", 1.0).named("b"))?;
                    inner.create_task(works(3.0).named("c"))?;
                    Ok(())
                })
                .await
            });
            print_error(grouped.await);
            Ok(())
        },
        expect![[r#"
            1.0 b: fails
            1.0 c: cancelled
            1.0 a: cancelled
            1.0 main: ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('b')])])
            1.0 over
        "#]],
    );
}

#[test]
fn a_group_takes_no_task_when_it_is_over() {
    check(
        || async {
            let mut kept = None;
            task_group(async |group| {
                kept = Some(group);
                Ok(())
            })
            .await?;
            print_error(kept.unwrap().create_task(async { Ok(()) }));
            print_error(TaskGroup::new().create_task(async { Ok(()) }));
            Ok(())
        },
        expect![[r#"
            0.0 main: RuntimeError('TaskGroup <TaskGroup entered> is finished')
            0.0 main: RuntimeError('TaskGroup <TaskGroup> has not been entered')
            0.0 over
        "#]],
    );
}

#[test]
fn a_task_of_a_group_may_create_more() {
    async fn more(group: TaskGroup, n: u32) -> Result<()> {
        println!("starts");
        sleep(1.0).await?;
        if n > 0 {
            let next =
                Box::pin(more(group.clone(), n - 1)) as std::pin::Pin<Box<dyn Future<Output = _>>>;
            group.create_task(next.named(format!("m{}", n - 1)))?;
        }
        Ok(())
    }
    check(
        || async {
            task_group(async |group| {
                group.create_task(more(group.clone(), 2).named("m2"))?;
                Ok(())
            })
            .await?;
            println!("all done");
            Ok(())
        },
        expect![[r#"
            0.0 m2: starts
            1.0 m1: starts
            2.0 m0: starts
            3.0 main: all done
            3.0 over
        "#]],
    );
}

/// The last task's callback ends the group's future, whose callback wakes the waiting task.
#[test]
fn a_group_goes_on_two_ticks_after_its_last_task() {
    check(
        || async {
            let grouped = async {
                task_group(async |group| {
                    group.create_task(works(1.0).named("w"))?;
                    Ok(())
                })
                .await?;
                println!("group");
                Ok(())
            };
            let plain = async {
                create_task(works(1.0).named("v")).await?;
                println!("plain");
                Ok(())
            };
            let grouped = create_task(grouped.named("g"));
            gather([grouped, create_task(plain.named("p"))])
                .await
                .map(drop)
        },
        expect![[r#"
            1.0 w: ends
            1.0 v: ends
            1.0 p: plain
            1.0 g: group
            1.0 over
        "#]],
    );
}

/// `SystemExit` leaves the loop where it is raised; what is left is cancelled.
#[test]
fn an_exit_ends_the_run_at_once() {
    check(
        || async {
            let exits = async {
                sleep(1.0).await?;
                Err::<(), _>(Error::raised("SystemExit", "stop"))
            };
            create_task(works(5.0).named("a"));
            create_task(exits.named("e"));
            create_task(works(1.0).named("b"));
            sleep(3.0).await?;
            println!("never");
            Ok(())
        },
        expect![[r#"
            1.0 b: cancelled
            1.0 a: cancelled
            raised SystemExit('stop')
            1.0 over
        "#]],
    );
}
