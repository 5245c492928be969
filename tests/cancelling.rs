//! Cancelling asks: who hears of it, when, and what a task may do about it.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.
#![allow(clippy::unwrap_used)]

mod support;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use expect_test::{Expect, expect};
use interleave::runtime::{
    Error, Naming, Queue, Repr, Result, Semaphore, Task, create_task, gather, println, sleep,
};
use support::Played;

fn check<F>(main: impl FnOnce() -> F + 'static, expected: Expect)
where
    F: Future<Output = Result<()>> + 'static,
{
    expected.assert_eq(&Played::main(main).told());
}

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

async fn worker() -> Result<()> {
    println!("starts");
    Ok(())
}

async fn until_cancelled(length: f64) -> Result<()> {
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
async fn awaits<T: Repr>(task: &Task<T>) {
    match task.await {
        Ok(result) => println!("result {}", result.repr()),
        Err(error) if error.is_cancelled() => println!("its await raised the cancellation"),
        Err(error) => println!("{}", error.repr()),
    }
}

fn is_cancelled<T: Repr>(task: &Task<T>) -> impl std::fmt::Debug {
    matches!(task.result(), Some(Err(error)) if error.is_cancelled())
}

/// A coroutine that was not started is closed: `CancelledError` is raised before its first line.
#[test]
fn a_task_that_never_started_never_runs() {
    check(
        || async {
            let task = create_task(until_cancelled(5.0).named("worker"));
            println!("{:?}", task.cancel());
            awaits(&task).await;
            println!("{:?}", is_cancelled(&task));
            Ok(())
        },
        expect![[r#""#]],
    );
}

/// Cancelling the sleep's future wakes the task in the next tick.
#[test]
fn a_sleep_ends_at_once() {
    check(
        || async {
            let task = create_task(until_cancelled(5.0).named("worker"));
            sleep(1.0).await?;
            task.cancel();
            println!("asked");
            awaits(&task).await;
            Ok(())
        },
        expect![[r#""#]],
    );
}

/// `Task.cancel` cancels what the task waits for; the outer task hears of it from the inner.
#[test]
fn the_task_that_is_awaited_is_cancelled_first() {
    check(
        || async {
            let inner = create_task(until_cancelled(5.0).named("inner"));
            let waited_for = inner.clone();
            let outer = async move {
                let waited = waited_for.await;
                println!("cancelled");
                waited
            };
            let outer = create_task(outer.named("outer"));
            sleep(1.0).await?;
            outer.cancel();
            awaits(&outer).await;
            println!("{:?}", is_cancelled(&inner));
            Ok(())
        },
        expect![[r#""#]],
    );
}

/// `_GatheringFuture.cancel` cancels every child that is not done.
#[test]
fn a_gather_cancels_all_its_tasks() {
    check(
        || async {
            let gathers = async {
                let children = [("a", 5.0), ("b", 1.0), ("c", 5.0)];
                let children = children.map(|(name, length)| until_cancelled(length).named(name));
                let gathered = gather(children).await;
                println!("cancelled");
                gathered.map(|_| ())
            };
            let task = create_task(gathers.named("gatherer"));
            sleep(2.0).await?;
            task.cancel();
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            0.0 a: starts
            0.0 b: starts
            0.0 c: starts
            1.0 b: goes on
            2.0 a: cancelled
            2.0 c: cancelled
            2.0 gatherer: cancelled
            2.0 main: its await raised the cancellation
            2.0 over
        "#]],
    );
}

/// With `return_exceptions` the gather itself is cancelled only when the last child has ended.
#[test]
fn a_gather_of_results_waits_until_all_are_cancelled() {
    async fn slow() -> Result<()> {
        let slept = sleep(5.0).await;
        sleep(1.0).await?;
        println!("cleaned up");
        slept
    }
    check(
        || async {
            let gathers = async {
                let slow = create_task(slow().named("slow"));
                let quick = create_task(until_cancelled(5.0).named("quick"));
                let gathered = gather([slow, quick]).return_exceptions().await;
                println!("cancelled");
                gathered.map(|_| ())
            };
            let task = create_task(gathers.named("gatherer"));
            sleep(2.0).await?;
            task.cancel();
            awaits(&task).await;
            Ok(())
        },
        expect![[r#"
            0.0 quick: starts
            2.0 quick: cancelled
            3.0 slow: cleaned up
            3.0 gatherer: cancelled
            3.0 main: its await raised the cancellation
            3.0 over
        "#]],
    );
}

async fn takes(queue: Queue<i64>) -> Result<()> {
    println!("took {}", queue.get().await?);
    Ok(())
}

/// `Queue.get` wakes the next getter if it is cancelled after its turn came.
#[test]
fn a_cancelled_get_hands_its_turn_on() {
    check(
        || async {
            let queue = Queue::new(0);
            let a = create_task(takes(queue.clone()).named("a"));
            let b = create_task(takes(queue.clone()).named("b"));
            sleep(0.0).await?;
            queue.try_put(1).unwrap();
            a.cancel();
            b.await?;
            println!("{:?}", is_cancelled(&a));
            Ok(())
        },
        expect![[r#"
            0.0 b: took 1
            0.0 main: true
            0.0 over
        "#]],
    );
}

/// A getter that is cancelled leaves the line.
#[test]
fn a_get_cancelled_while_it_waits_takes_nothing() {
    check(
        || async {
            let queue = Queue::new(0);
            let a = create_task(takes(queue.clone()).named("a"));
            let b = create_task(takes(queue.clone()).named("b"));
            sleep(0.0).await?;
            a.cancel();
            sleep(0.0).await?;
            queue.put(1).await?;
            b.await
        },
        expect![[r#"
            0.0 b: took 1
            0.0 over
        "#]],
    );
}

/// `Queue.put` wakes the next putter if it is cancelled after its turn came.
#[test]
fn a_cancelled_put_hands_its_turn_on() {
    async fn puts(queue: Queue<i64>, item: i64) -> Result<()> {
        queue.put(item).await?;
        println!("put {item}");
        Ok(())
    }
    check(
        || async {
            let queue = Queue::new(1);
            queue.try_put(0).unwrap();
            let a = create_task(puts(queue.clone(), 1).named("a"));
            let b = create_task(puts(queue.clone(), 2).named("b"));
            sleep(0.0).await?;
            println!("took {}", queue.try_get().unwrap());
            a.cancel();
            b.await?;
            println!("took {}", queue.try_get().unwrap());
            println!("{:?}", is_cancelled(&a));
            Ok(())
        },
        expect![[r#"
            0.0 main: took 0
            0.0 b: put 2
            0.0 main: took 2
            0.0 main: true
            0.0 over
        "#]],
    );
}

async fn enters(places: Semaphore) -> Result<()> {
    let _place = places.acquire().await?;
    println!("entered");
    sleep(1.0).await
}

/// `Semaphore.acquire` gives a place back that it was given before its cancellation.
#[test]
fn a_cancelled_acquire_hands_its_turn_on() {
    check(
        || async {
            let places = Semaphore::new(1);
            let tasks = ["a", "b", "c"].map(|name| create_task(enters(places.clone()).named(name)));
            sleep(1.0).await?;
            sleep(0.0).await?;
            tasks[1].cancel();
            (&tasks[2]).await?;
            println!("{:?}", is_cancelled(&tasks[1]));
            Ok(())
        },
        expect![[r#"
            0.0 a: entered
            1.0 c: entered
            2.0 main: true
            2.0 over
        "#]],
    );
}

/// A waiter that is cancelled leaves the line.
#[test]
fn an_acquire_cancelled_while_it_waits_takes_no_place() {
    check(
        || async {
            let places = Semaphore::new(1);
            let tasks = ["a", "b", "c"].map(|name| create_task(enters(places.clone()).named(name)));
            sleep(0.5).await?;
            tasks[1].cancel();
            (&tasks[2]).await?;
            let _place = places.acquire().await?;
            println!("free again");
            Ok(())
        },
        expect![[r#""#]],
    );
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
        expect![[r#""#]],
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
        expect![[r#""#]],
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
        expect![[r#""#]],
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
        expect![[r#""#]],
    );
}

/// A task that catches `CancelledError` and goes on ends as if nobody had asked.
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
        expect![[r#""#]],
    );
}

/// The request went to the inner task; as that refuses, the outer never hears of it.
#[test]
fn whoever_awaits_a_task_that_refuses_goes_on() {
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
        expect![[r#""#]],
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
        expect![[r#""#]],
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
        expect![[r#""#]],
    );
}

/// `Task.cancel` of a task that is done returns false and changes nothing.
#[test]
fn a_task_that_is_done_cannot_be_cancelled() {
    check(
        || async {
            let task = create_task(worker().named("worker"));
            (&task).await?;
            println!("{:?}", task.cancel());
            println!("{:?}", is_cancelled(&task));
            Ok(())
        },
        expect![[r#""#]],
    );
}

/// The sleep's future is done, but the task has not gone on: the request is kept for its step.
#[test]
fn a_task_whose_sleep_is_over_is_cancelled_before_its_step() {
    check(
        || async {
            let target: Handle<()> = Handle::default();
            let aim = target.clone();
            let cancels = async move {
                sleep(1.0).await?;
                println!("{:?}", aim.borrow().as_ref().unwrap().cancel());
                Ok(())
            };
            create_task(cancels.named("canceller"));
            let task = create_task(until_cancelled(1.0).named("worker"));
            *target.borrow_mut() = Some(task.clone());
            awaits(&task).await;
            Ok(())
        },
        expect![[r#""#]],
    );
}

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
        expect![[r#""#]],
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
        expect![[r#""#]],
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
        expect![[r#""#]],
    );
}

/// `asyncio.run` tells its exception handler of what a leftover raised.
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
        expect![[r#""#]],
    );
}

/// An exception that nobody looked at is logged when the task is forgotten: here, at the end.
#[test]
fn an_error_that_nobody_took_is_logged() {
    check(
        || async {
            let fails = async { Err::<(), _>(Error::raised("ValueError", "no")) };
            create_task(fails.named("worker"));
            sleep(1.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#""#]],
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
        expect![[r#""#]],
    );
}

/// A ring of tasks that wait for each other hears of a cancellation once, and the run ends.
/// (CPython raises `RecursionError` from `cancel`.)
#[test]
fn a_ring_of_tasks_can_be_cancelled() {
    let played = Played::main(|| async {
        let second: Handle<()> = Handle::default();
        let ahead = second.clone();
        let first = async move {
            let second = ahead.borrow().clone().unwrap();
            second.await
        };
        let first = create_task(first.named("first"));
        let back = first.clone();
        *second.borrow_mut() = Some(create_task(async move { back.await }.named("second")));
        sleep(1.0).await?;
        first.cancel();
        println!("asked");
        Ok(())
    });
    assert!(played.told().starts_with("1.0 main: asked\n"));
}

/// Each of many tasks waits for the next; the request finds the last one, however far it is.
#[test]
fn a_long_chain_of_awaits_is_cancelled_from_its_end() {
    const TASKS: usize = 50_000;
    let played = Played::main(|| async {
        let mut task = create_task(until_cancelled(5.0).named("last"));
        for _ in 0..TASKS {
            let next = task.clone();
            task = create_task(async move { next.await }.named("link"));
        }
        sleep(1.0).await?;
        task.cancel();
        awaits(&task).await;
        Ok(())
    });
    expect![[r#""#]].assert_eq(&played.told());
}

/// Cancelling main ends the run as an error of main would.
#[test]
fn cancelling_main_ends_the_run_with_it() {
    check(
        || async {
            let main: Handle<()> = Handle::default();
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
        expect![[r#""#]],
    );
}

/// Tells a list when it is dropped.
struct Guard(&'static str, Rc<RefCell<Vec<&'static str>>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

/// What a coroutine holds goes in the step in which the cancellation reaches it, inner things
/// first, and before those who wait for the task hear of its end.
#[test]
fn what_a_cancelled_task_holds_is_dropped_before_anyone_hears_of_it() {
    let dropped = Rc::new(RefCell::new(Vec::new()));
    let told = dropped.clone();
    let never_ran = Rc::new(Cell::new(true));
    let ran = never_ran.clone();
    Played::main(move || async move {
        let guards = told.clone();
        let argument = Guard("argument", told.clone());
        let holds = async move {
            let _argument = argument;
            let _outer = Guard("outer", guards.clone());
            let _inner = Guard("inner", guards.clone());
            sleep(5.0).await
        };
        let argument = Guard("argument of one that never started", told.clone());
        let unborn = async move {
            let _argument = argument;
            ran.set(false);
            Ok(())
        };
        let holds = create_task(holds.named("holds"));
        sleep(1.0).await?;
        let unborn = create_task(unborn.named("unborn"));
        unborn.cancel();
        holds.cancel();
        told.borrow_mut().push("asked");
        let heard = told.clone();
        holds.add_done_callback(move |_| {
            heard.borrow_mut().push("heard");
            Ok(())
        });
        let _ = holds.await;
        Ok(())
    });
    assert!(never_ran.get());
    assert_eq!(
        *dropped.borrow(),
        [
            "asked",
            "argument of one that never started",
            "inner",
            "outer",
            "argument",
            "heard"
        ]
    );
}
