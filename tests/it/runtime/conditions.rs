//! Conditions and barriers: which task goes on when, and which one after a cancel.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use std::cell::Cell;
use std::rc::Rc;

use crate::support::tasks::{check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    Barrier, Condition, Naming, Repr, Result, Task, Until, create_task, gather, println, sleep,
    wait,
};

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

async fn waits(condition: Condition, length: f64) -> Result<()> {
    let _held = condition.acquire().await?;
    condition.wait().await?;
    println!("notified");
    if length > 0.0 {
        sleep(length).await?;
    }
    Ok(())
}

/// Two are notified at once; each goes on when it has the lock.
#[test]
fn a_condition_gives_the_lock_to_one_after_the_other() {
    check(
        || async {
            let condition = Condition::new();
            let tasks =
                ["a", "b", "c"].map(|name| create_task(waits(condition.clone(), 1.0).named(name)));
            sleep(1.0).await?;
            {
                let _held = condition.acquire().await?;
                condition.notify(2)?;
                println!("notifies");
                sleep(1.0).await?;
            }
            sleep(5.0).await?;
            {
                let _held = condition.acquire().await?;
                condition.notify_all()?;
            }
            gather(tasks).await.map(drop)
        },
        expect![[r#"
            1.0 main: notifies
            2.0 a: notified
            3.0 b: notified
            7.0 c: notified
            8.0 over
        "#]],
    );
}

#[test]
fn a_condition_waits_for_a_predicate() {
    check(
        || async {
            let (condition, count) = (Condition::new(), Rc::new(Cell::new(0)));
            let (waited, counted) = (condition.clone(), count.clone());
            let waits = async move {
                let _held = waited.acquire().await?;
                waited.wait_for(|| counted.get() >= 2).await?;
                println!("enough");
                Ok(())
            };
            let task = create_task(waits.named("w"));
            for i in 1..=3 {
                sleep(1.0).await?;
                let _held = condition.acquire().await?;
                count.set(i);
                condition.notify(1)?;
                println!("adds");
            }
            task.await
        },
        expect![[r#"
            1.0 main: adds
            2.0 main: adds
            2.0 w: enough
            3.0 main: adds
            3.0 over
        "#]],
    );
}

#[test]
fn a_notification_of_a_cancelled_waiter_goes_to_the_next() {
    check(
        || async {
            let condition = Condition::new();
            let [a, b] =
                ["a", "b"].map(|name| create_task(waits(condition.clone(), 0.0).named(name)));
            sleep(1.0).await?;
            {
                let _held = condition.acquire().await?;
                condition.notify(1)?;
                a.cancel();
            }
            ends([&a, &b]).await?;
            println!("{} {}", is_cancelled(&a).repr(), is_cancelled(&b).repr());
            Ok(())
        },
        expect![[r#"
            1.0 b: notified
            1.0 main: True False
            1.0 over
        "#]],
    );
}

#[test]
fn notifying_without_the_lock_is_an_error() {
    check(
        || async {
            let condition = Condition::new();
            print_error(condition.notify(1));
            print_error(condition.wait().await);
            Ok(())
        },
        expect![[r#"
            0.0 main: RuntimeError('cannot notify on un-acquired lock')
            0.0 main: RuntimeError('cannot wait on un-acquired lock')
            0.0 over
        "#]],
    );
}

/// The number that each gets is how many had come before.
#[test]
fn a_barrier_lets_all_go_on_when_the_last_has_come() {
    async fn comes(barrier: Barrier, length: f64) -> Result<()> {
        sleep(length).await?;
        let index = barrier.wait().await?;
        println!("passes {index} {}", barrier.waiting());
        Ok(())
    }
    check(
        || async {
            let barrier = Barrier::new(3)?;
            let all = [("a", 3.0), ("b", 1.0), ("c", 2.0)];
            gather(all.map(|(name, length)| comes(barrier.clone(), length).named(name))).await?;
            Ok(())
        },
        expect![[r#"
            3.0 a: passes 2 0
            3.0 b: passes 0 0
            3.0 c: passes 1 0
            3.0 over
        "#]],
    );
}

#[test]
fn a_barrier_is_used_again() {
    async fn comes(barrier: Barrier) -> Result<()> {
        for round in 0..3 {
            println!("round {round} {}", barrier.wait().await?);
        }
        Ok(())
    }
    check(
        || async {
            let barrier = Barrier::new(2)?;
            gather(["a", "b", "c", "d"].map(|name| comes(barrier.clone()).named(name))).await?;
            Ok(())
        },
        expect![[r#"
            0.0 b: round 0 1
            0.0 a: round 0 0
            0.0 b: round 1 1
            0.0 a: round 1 0
            0.0 b: round 2 1
            0.0 a: round 2 0
            0.0 d: round 0 1
            0.0 c: round 0 0
            0.0 d: round 1 1
            0.0 c: round 1 0
            0.0 d: round 2 1
            0.0 c: round 2 0
            0.0 over
        "#]],
    );
}

async fn comes(barrier: Barrier) -> Result<()> {
    print_error(barrier.wait().await);
    Ok(())
}

#[test]
fn a_barrier_that_is_reset_raises() {
    check(
        || async {
            let barrier = Barrier::new(2)?;
            let task = create_task(comes(barrier.clone()).named("a"));
            sleep(1.0).await?;
            println!("{}", barrier.waiting());
            barrier.reset().await?;
            task.await?;
            println!("{}", barrier.is_broken().repr());
            gather(["b", "c"].map(|name| comes(barrier.clone()).named(name))).await?;
            Ok(())
        },
        expect![[r#"
            1.0 main: 1
            1.0 a: BrokenBarrierError('Abort or reset of barrier')
            1.0 main: False
            1.0 over
        "#]],
    );
}

#[test]
fn a_barrier_that_is_aborted_stays_broken() {
    check(
        || async {
            let barrier = Barrier::new(2)?;
            let task = create_task(comes(barrier.clone()).named("a"));
            sleep(1.0).await?;
            barrier.abort().await?;
            task.await?;
            println!("{}", barrier.is_broken().repr());
            comes(barrier).await
        },
        expect![[r#"
            1.0 a: BrokenBarrierError('Abort or reset of barrier')
            1.0 main: True
            1.0 main: BrokenBarrierError('Barrier aborted')
            1.0 over
        "#]],
    );
}

#[test]
fn a_cancelled_party_leaves_the_barrier() {
    async fn passes(barrier: Barrier) -> Result<()> {
        println!("passes {}", barrier.wait().await?);
        Ok(())
    }
    check(
        || async {
            let barrier = Barrier::new(2)?;
            let a = create_task(passes(barrier.clone()).named("a"));
            sleep(1.0).await?;
            a.cancel();
            ends([&a]).await?;
            println!("{}", barrier.waiting());
            gather(["b", "c"].map(|name| passes(barrier.clone()).named(name))).await?;
            Ok(())
        },
        expect![[r#"
            1.0 main: 0
            1.0 c: passes 1
            1.0 b: passes 0
            1.0 over
        "#]],
    );
}

/// The cancellation that came last is raised, when the lock is held again.
#[test]
fn a_cancelled_wait_takes_the_lock_again_before_it_raises() {
    async fn waits_again(condition: Condition) -> Result<()> {
        let _held = condition.acquire().await?;
        let waited = condition.wait().await;
        if let Err(error) = &waited {
            let is_locked = condition.lock().is_locked().repr();
            println!("cancelled {is_locked} {}", error.repr());
        }
        waited
    }
    check(
        || async {
            let condition = Condition::new();
            let [w, u] =
                ["w", "u"].map(|name| create_task(waits_again(condition.clone()).named(name)));
            sleep(1.0).await?;
            {
                let _held = condition.acquire().await?;
                w.cancel_with("first");
                sleep(1.0).await?;
                w.cancel_with("second");
                sleep(1.0).await?;
                println!("lets go");
            }
            ends([&w]).await?;
            println!("{}", is_cancelled(&w).repr());
            {
                let _held = condition.acquire().await?;
                println!("notifies");
                condition.notify(1)?;
            }
            sleep(1.0).await?;
            println!("{}", u.is_done().repr());
            Ok(())
        },
        expect![[r#"
            3.0 main: lets go
            3.0 w: cancelled True CancelledError('second')
            3.0 main: True
            3.0 main: notifies
            4.0 main: True
            4.0 over
        "#]],
    );
}
