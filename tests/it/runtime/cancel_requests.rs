//! Cancelling asks: what the request does where it meets a task.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::support::Played;
use crate::support::tasks::{awaits, check, is_cancelled, until_cancelled, worker};
use expect_test::expect;
use interleave::runtime::{Naming, Result, Task, create_task, gather, println, sleep};

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
        expect![[r#"
            0.0 main: true
            0.0 main: its await raised the cancellation
            0.0 main: true
            0.0 over
        "#]],
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
        expect![[r#"
            0.0 worker: starts
            1.0 main: asked
            1.0 worker: cancelled
            1.0 main: its await raised the cancellation
            1.0 over
        "#]],
    );
}

/// `Task.cancel` cancels what the task waits for; the cancellation reaches the outer task by the inner.
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
        expect![[r#"
            0.0 inner: starts
            1.0 inner: cancelled
            1.0 outer: cancelled
            1.0 main: its await raised the cancellation
            1.0 main: true
            1.0 over
        "#]],
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
        expect![[r#"
            0.0 worker: starts
            0.0 main: false
            0.0 main: false
            0.0 over
        "#]],
    );
}

/// The sleep's future is done, but the task has not gone on: the request is kept for its step.
#[test]
fn a_task_whose_sleep_is_over_is_cancelled_before_its_step() {
    check(
        || async {
            let target: Rc<RefCell<Option<Task<()>>>> = Rc::default();
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
        expect![[r#"
            0.0 worker: starts
            1.0 canceller: true
            1.0 worker: cancelled
            1.0 main: its await raised the cancellation
            1.0 over
        "#]],
    );
}

/// In a ring of tasks that wait for each other each is cancelled once, and the run ends.
/// (CPython raises `RecursionError` from `cancel`.)
#[test]
fn a_ring_of_tasks_can_be_cancelled() {
    let played = Played::main(|| async {
        let second: Rc<RefCell<Option<Task<()>>>> = Rc::default();
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
    assert!(played.story().starts_with("1.0 main: asked\n"));
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
    expect![[r#"
        0.0 last: starts
        1.0 last: cancelled
        1.0 main: its await raised the cancellation
        1.0 over
    "#]]
    .assert_eq(&played.story());
}

/// Adds its name to a list when it is dropped.
struct Guard(&'static str, Rc<RefCell<Vec<&'static str>>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

/// The values that a coroutine holds are dropped in the step in which the cancellation reaches it,
/// inner ones first, and before a task that waits for it goes on.
#[test]
fn what_a_cancelled_task_holds_is_dropped_before_its_waiters_go_on() {
    let dropped = Rc::new(RefCell::new(Vec::new()));
    let log = dropped.clone();
    let never_ran = Rc::new(Cell::new(true));
    let ran = never_ran.clone();
    Played::main(move || async move {
        let guards = log.clone();
        let argument = Guard("argument", log.clone());
        let holds = async move {
            let _argument = argument;
            let _outer = Guard("outer", guards.clone());
            let _inner = Guard("inner", guards.clone());
            sleep(5.0).await
        };
        let argument = Guard("argument of one that never started", log.clone());
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
        log.borrow_mut().push("asked");
        let heard = log.clone();
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
