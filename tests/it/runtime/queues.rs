//! Queues and semaphores: which task waits, which one goes on, and what the trace records.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::Played;
use crate::support::tasks::{check, worker};
use expect_test::expect;
use interleave::runtime::{
    Event, Naming, Queue, QueueError, Result, Semaphore, create_task, gather, println, sleep,
};

async fn takes(queue: Queue<i64>) -> Result<()> {
    println!("took {}", queue.get().await?);
    Ok(())
}

async fn puts(queue: Queue<i64>, item: i64) -> Result<()> {
    queue.put(item).await?;
    println!("put {item}");
    Ok(())
}

async fn producer(queue: Queue<i64>) -> Result<()> {
    for item in 0..3 {
        puts(queue.clone(), item).await?;
    }
    Ok(())
}

async fn consumer(queue: Queue<i64>) -> Result<()> {
    for _ in 0..3 {
        sleep(1.0).await?;
        takes(queue.clone()).await?;
    }
    Ok(())
}

/// A full queue holds its producer back until an item was taken.
#[test]
fn a_put_waits_for_room() {
    check(
        || async {
            let queue = Queue::new(1);
            let producer = create_task(producer(queue.clone()).named("producer"));
            let consumer = create_task(consumer(queue).named("consumer"));
            gather([producer, consumer]).await?;
            Ok(())
        },
        expect![[r#"
            0.0 producer: put 0
            1.0 consumer: took 0
            1.0 producer: put 1
            2.0 consumer: took 1
            2.0 producer: put 2
            3.0 consumer: took 2
            3.0 over
        "#]],
    );
}

/// Each put wakes the getter that waits longest.
#[test]
fn getters_are_served_in_the_order_of_waiting() {
    check(
        || async {
            let queue = Queue::new(0);
            let tasks = ["a", "b", "c"].map(|name| create_task(takes(queue.clone()).named(name)));
            sleep(1.0).await?;
            for item in 0..3 {
                queue.try_put(item).unwrap();
            }
            gather(tasks).await?;
            Ok(())
        },
        expect![[r#"
            1.0 a: took 0
            1.0 b: took 1
            1.0 c: took 2
            1.0 over
        "#]],
    );
}

/// Each get wakes the putter that waits longest.
#[test]
fn putters_are_served_in_the_order_of_waiting() {
    check(
        || async {
            let queue = Queue::new(1);
            queue.try_put(0).unwrap();
            for item in 1..=3 {
                create_task(puts(queue.clone(), item).named(format!("p{item}")));
            }
            sleep(1.0).await?;
            for _ in 0..4 {
                println!("took {}", queue.try_get().unwrap());
                sleep(1.0).await?;
            }
            Ok(())
        },
        expect![[r#"
            1.0 main: took 0
            1.0 p1: put 1
            2.0 main: took 1
            2.0 p2: put 2
            3.0 main: took 2
            3.0 p3: put 3
            4.0 main: took 3
            5.0 over
        "#]],
    );
}

/// A put wakes a getter but keeps nothing for it: a task that runs before it may take the item.
#[test]
fn a_task_that_runs_before_the_getter_may_take_its_item() {
    check(
        || async {
            let queue = Queue::new(0);
            let a = create_task(takes(queue.clone()).named("a"));
            sleep(1.0).await?;
            let b = create_task(takes(queue.clone()).named("b"));
            queue.try_put(1).unwrap();
            sleep(1.0).await?;
            queue.try_put(2).unwrap();
            a.await?;
            b.await
        },
        expect![[r#"
            1.0 b: took 1
            2.0 a: took 2
            2.0 over
        "#]],
    );
}

/// A put or a get that need not wait does not yield.
#[test]
fn a_put_with_room_and_a_get_with_items_do_not_give_up_control() {
    check(
        || async {
            let queue = Queue::new(0);
            create_task(worker().named("worker"));
            queue.put(1).await?;
            takes(queue).await?;
            sleep(0.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            0.0 main: took 1
            0.0 worker: starts
            0.0 main: ends
            0.0 over
        "#]],
    );
}

/// `get_nowait` raises `QueueEmpty`, `put_nowait` raises `QueueFull`.
#[test]
fn a_put_or_get_that_would_have_to_wait_is_an_error() {
    check(
        || async {
            let queue = Queue::new(1);
            if queue.try_get() == Err(QueueError::Empty) {
                println!("empty");
            }
            queue.try_put(1).unwrap();
            if queue.try_put(2) == Err(QueueError::Full) {
                println!("full");
            }
            println!("{}", queue.len());
            Ok(())
        },
        expect![[r#"
            0.0 main: empty
            0.0 main: full
            0.0 main: 1
            0.0 over
        "#]],
    );
}

/// As many tasks as there are permits are inside at once; the others wait.
#[test]
fn a_semaphore_lets_in_as_many_tasks_as_it_has_permits() {
    async fn enters(permits: Semaphore, length: f64) -> Result<()> {
        let _permit = permits.acquire().await?;
        println!("enters");
        sleep(length).await?;
        println!("leaves");
        Ok(())
    }
    check(
        || async {
            let permits = Semaphore::new(2);
            let tasks = [("a", 2.0), ("b", 1.0), ("c", 1.0), ("d", 1.0)];
            gather(tasks.map(|(name, length)| enters(permits.clone(), length).named(name))).await?;
            Ok(())
        },
        expect![[r#"
            0.0 a: enters
            0.0 b: enters
            1.0 b: leaves
            1.0 c: enters
            2.0 a: leaves
            2.0 c: leaves
            2.0 d: enters
            3.0 d: leaves
            3.0 over
        "#]],
    );
}

/// A permit that is given back goes to the task that waits, even if another asks before that one runs.
#[test]
fn a_task_that_comes_later_does_not_overtake_one_that_waits() {
    async fn enters(permits: Semaphore, times: usize) -> Result<()> {
        for _ in 0..times {
            let _permit = permits.acquire().await?;
            println!("enters");
            sleep(1.0).await?;
            println!("leaves");
        }
        Ok(())
    }
    check(
        || async {
            let permits = Semaphore::new(1);
            let a = enters(permits.clone(), 2).named("a");
            gather([a, enters(permits, 1).named("b")]).await?;
            Ok(())
        },
        expect![[r#"
            0.0 a: enters
            1.0 a: leaves
            1.0 b: enters
            2.0 b: leaves
            2.0 a: enters
            3.0 a: leaves
            3.0 over
        "#]],
    );
}

/// The trace has the level of a queue after every put and every get, and which task did it.
#[test]
fn the_trace_records_the_level_of_a_queue() {
    let played = Played::main(|| async {
        let queue = Queue::new(2);
        let producer = create_task(producer(queue.clone()).named("producer"));
        let consumer = create_task(consumer(queue).named("consumer"));
        gather([producer, consumer]).await?;
        Ok(())
    });
    let mut levels = String::new();
    played.look(|story| {
        for (at, event) in story.trace().events() {
            let (task, what, level) = match event {
                Event::QueuePut { task, level, .. } => (task, "puts", level),
                Event::QueueGot { task, level, .. } => (task, "gets", level),
                _ => continue,
            };
            let task = story.name(task.unwrap());
            levels.push_str(&format!("{} {task} {what}: {level}\n", at.short(1)));
        }
    });
    expect![[r#"
        0 producer puts: 1
        0 producer puts: 2
        1 consumer gets: 1
        1 producer puts: 2
        2 consumer gets: 1
        3 consumer gets: 0
    "#]]
    .assert_eq(&levels);
}
