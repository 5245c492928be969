//! Locks, events and semaphores: which task goes on when, and which one after a cancel.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    EventFlag, Lock, Naming, Repr, Result, Semaphore, Task, Until, create_task, gather, println,
    sleep, wait,
};

async fn takes(lock: Lock, length: f64) -> Result<()> {
    let _held = lock.acquire().await?;
    println!("takes it");
    sleep(length).await?;
    println!("gives it back");
    Ok(())
}

/// Waits for tasks, and does not raise their errors.
async fn ends<const N: usize>(tasks: [&Task<()>; N]) -> Result<()> {
    wait(tasks.map(Task::clone), None, Until::AllCompleted).await?;
    Ok(())
}

fn print_error<T>(result: Result<T>) {
    if let Err(error) = result {
        println!("{}", error.repr());
    }
}

#[test]
fn a_lock_is_taken_in_the_order_of_asking() {
    check(
        || async {
            let lock = Lock::new();
            gather(["a", "b", "c"].map(|name| takes(lock.clone(), 1.0).named(name))).await?;
            println!("{}", lock.is_locked().repr());
            Ok(())
        },
        expect![[r#"
            0.0 a: takes it
            1.0 a: gives it back
            1.0 b: takes it
            2.0 b: gives it back
            2.0 c: takes it
            3.0 c: gives it back
            3.0 main: False
            3.0 over
        "#]],
    );
}

/// A released lock goes to the task that waits, also if its last holder asks for it at once.
#[test]
fn a_task_that_releases_a_lock_does_not_overtake() {
    check(
        || async {
            let lock = Lock::new();
            let (again, first) = (lock.clone(), lock.clone());
            let twice = async move {
                takes(first, 1.0).await?;
                takes(again, 1.0).await
            };
            let (twice, b) = (create_task(twice.named("a")), takes(lock, 1.0).named("b"));
            gather([twice, create_task(b)]).await.map(drop)
        },
        expect![[r#"
            0.0 a: takes it
            1.0 a: gives it back
            1.0 b: takes it
            2.0 b: gives it back
            2.0 a: takes it
            3.0 a: gives it back
            3.0 over
        "#]],
    );
}

/// A task that was woken and is cancelled before it runs wakes the next one.
#[test]
fn a_cancelled_waiter_hands_its_turn_on() {
    check(
        || async {
            let lock = Lock::new();
            let tasks =
                ["a", "b", "c"].map(|name| create_task(takes(lock.clone(), 1.0).named(name)));
            sleep(1.0).await?;
            sleep(0.0).await?;
            tasks[1].cancel();
            ends(tasks.each_ref()).await?;
            println!("{}", is_cancelled(&tasks[1]).repr());
            Ok(())
        },
        expect![[r#"
            0.0 a: takes it
            1.0 a: gives it back
            1.0 c: takes it
            2.0 c: gives it back
            2.0 main: True
            2.0 over
        "#]],
    );
}

#[test]
fn releasing_a_free_lock_is_an_error() {
    check(
        || async {
            print_error(Lock::new().release());
            Ok(())
        },
        expect![[r#"
            0.0 main: RuntimeError('Lock is not acquired.')
            0.0 over
        "#]],
    );
}

/// A task that was woken goes on even if the event was cleared before its step.
#[test]
fn an_event_wakes_all_tasks_that_wait() {
    async fn waits(event: EventFlag) -> Result<()> {
        event.wait().await?;
        println!("goes on {}", event.is_set().repr());
        Ok(())
    }
    check(
        || async {
            let event = EventFlag::new();
            let [a, b] = ["a", "b"].map(|name| create_task(waits(event.clone()).named(name)));
            sleep(1.0).await?;
            event.set();
            event.clear();
            let c = create_task(waits(event.clone()).named("c"));
            sleep(1.0).await?;
            println!("sets again");
            event.set();
            gather([a, b, c]).await?;
            event.wait().await?;
            println!("does not wait");
            Ok(())
        },
        expect![[r#"
            1.0 a: goes on False
            1.0 b: goes on False
            2.0 main: sets again
            2.0 c: goes on True
            2.0 main: does not wait
            2.0 over
        "#]],
    );
}

#[test]
fn a_bounded_semaphore_takes_no_more_than_it_gave() {
    check(
        || async {
            let permits = Semaphore::bounded(1);
            drop(permits.acquire().await?);
            print_error(permits.release());
            Ok(())
        },
        expect![[r#"
            0.0 main: ValueError('BoundedSemaphore released too many times')
            0.0 over
        "#]],
    );
}

#[test]
fn a_permit_of_a_cancelled_waiter_goes_to_the_next() {
    async fn enters(permits: Semaphore) -> Result<()> {
        permits.acquire().await?.keep();
        println!("enters {}", permits.is_locked().repr());
        Ok(())
    }
    check(
        || async {
            let permits = Semaphore::new(0);
            let enter = |name: &str| create_task(enters(permits.clone()).named(name));
            let [a, b, c] = ["a", "b", "c"].map(enter);
            sleep(1.0).await?;
            permits.release()?;
            a.cancel();
            permits.release()?;
            let d = enter("d");
            sleep(1.0).await?;
            println!("releases");
            permits.release()?;
            sleep(1.0).await?;
            permits.release()?;
            ends([&a, &b, &c, &d]).await
        },
        expect![[r#"
            1.0 b: enters True
            1.0 c: enters True
            2.0 main: releases
            2.0 d: enters True
            3.0 over
        "#]],
    );
}
