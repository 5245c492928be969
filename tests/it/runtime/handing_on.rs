//! A cancelled wait in a wait queue passes on the turn that it was just given.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{Naming, Queue, Result, Semaphore, create_task, println, sleep};

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

/// A getter that is cancelled leaves the wait queue.
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

async fn enters(permits: Semaphore) -> Result<()> {
    let _permit = permits.acquire().await?;
    println!("entered");
    sleep(1.0).await
}

/// `Semaphore.acquire` gives a permit back that it was given before its cancellation.
#[test]
fn a_cancelled_acquire_hands_its_turn_on() {
    check(
        || async {
            let permits = Semaphore::new(1);
            let tasks =
                ["a", "b", "c"].map(|name| create_task(enters(permits.clone()).named(name)));
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

/// A waiter that is cancelled leaves the wait queue.
#[test]
fn an_acquire_cancelled_while_it_waits_takes_no_permit() {
    check(
        || async {
            let permits = Semaphore::new(1);
            let tasks =
                ["a", "b", "c"].map(|name| create_task(enters(permits.clone()).named(name)));
            sleep(0.5).await?;
            tasks[1].cancel();
            (&tasks[2]).await?;
            let _permit = permits.acquire().await?;
            println!("free again");
            Ok(())
        },
        expect![[r#"
            0.0 a: entered
            1.0 c: entered
            2.0 main: free again
            2.0 over
        "#]],
    );
}
