//! Queues of other orders, queues that are joined and queues that are shut down.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::{check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    Error, Leftover, Naming, Queue, Repr, Result, Until, create_task, println, sleep, wait,
};

fn print_error<T>(result: Result<T>) {
    if let Err(error) = result {
        println!("{}", error.repr());
    }
}

async fn gets(queue: Queue<i64>) -> Result<()> {
    println!("got {}", queue.get().await?);
    Ok(())
}

async fn puts(queue: Queue<i64>, item: i64) -> Result<()> {
    queue.put(item).await?;
    println!("put {item}");
    Ok(())
}

#[test]
fn a_join_waits_until_all_items_are_processed() {
    async fn works(queue: Queue<i64>) -> Result<()> {
        loop {
            let item = queue.get().await?;
            sleep(1.0).await?;
            println!("did {item}");
            queue.task_done()?;
        }
    }
    check(
        || async {
            let queue = Queue::new(0);
            let worker = create_task(works(queue.clone()).named("worker"));
            for item in 0..3 {
                queue.put(item).await?;
            }
            queue.join().await?;
            println!("joined");
            worker.cancel();
            queue.join().await?;
            println!("does not wait");
            print_error(queue.task_done());
            Ok(())
        },
        expect![[r#"
            1.0 worker: did 0
            2.0 worker: did 1
            3.0 worker: did 2
            3.0 main: joined
            3.0 main: does not wait
            3.0 main: ValueError('task_done() called too many times')
            3.0 over
        "#]],
    );
}

#[test]
fn the_last_goes_out_first() {
    check(
        || async {
            let queue = Queue::lifo(0);
            for item in 1..=3 {
                queue.put(item).await?;
            }
            let next = || queue.try_get();
            println!("{} {} {}", next()?, next()?, next()?);
            Ok(())
        },
        expect![[r#"
            0.0 main: 3 2 1
            0.0 over
        "#]],
    );
}

/// Equal items come out in the order in which `heapq` has them, which is not that of coming in.
#[test]
fn the_smallest_goes_out_first_and_ties_as_in_a_heap() {
    fn take(queue: &Queue<(i64, i64)>, count: usize) -> Result<()> {
        let mut taken = Vec::new();
        for _ in 0..count {
            let (priority, number) = queue.try_get()?;
            taken.push(format!("{priority}:{number}"));
        }
        println!("{}", taken.join(" "));
        Ok(())
    }
    check(
        || async {
            let queue = Queue::priority_by(0, |a: &(i64, i64), b| Ok(a.0 < b.0));
            for (number, priority) in [3, 1, 2, 1, 3, 2, 1, 1, 2, 3].into_iter().enumerate() {
                queue.try_put((priority, number as i64))?;
            }
            take(&queue, 5)?;
            for (number, priority) in [1, 2, 1].into_iter().enumerate() {
                queue.try_put((priority, number as i64 + 10))?;
            }
            take(&queue, 8)
        },
        expect![[r#"
            0.0 main: 1:1 1:6 1:3 1:7 2:2
            0.0 main: 1:10 1:12 2:5 2:11 2:8 3:9 3:0 3:4
            0.0 over
        "#]],
    );
}

/// An item that cannot be compared with the others is in the queue all the same, as in CPython.
#[test]
fn a_comparison_that_fails_is_raised() {
    check(
        || async {
            let less = |_: &i64, _: &i64| Err(Error::raised("TypeError", "not supported"));
            let queue = Queue::priority_by(0, less);
            print_error(queue.try_put(1).map_err(Error::from));
            print_error(queue.try_put(2).map_err(Error::from));
            println!("{} {}", queue.len(), queue.unfinished());
            Ok(())
        },
        expect![[r#"
            0.0 main: TypeError('not supported')
            0.0 main: 2 1
            0.0 over
        "#]],
    );
}

#[test]
fn a_queue_that_is_shut_down_is_emptied_and_then_raises() {
    check(
        || async {
            let queue = Queue::new(2);
            let mut tasks = Vec::new();
            for item in 0..3 {
                let queue = queue.clone();
                let tells = async move {
                    print_error(puts(queue, item).await);
                    Ok(())
                };
                tasks.push(create_task(tells.named(format!("p{item}"))));
            }
            sleep(1.0).await?;
            queue.shut_down(Leftover::Keep);
            print_error(queue.try_put(9).map_err(Error::from));
            let tells = async move {
                let steps = async {
                    loop {
                        gets(queue.clone()).await?;
                    }
                };
                print_error::<()>(steps.await);
                Ok(())
            };
            tasks.push(create_task(tells.named("g")));
            wait(tasks, None, Until::AllCompleted).await.map(drop)
        },
        expect![[r#"
            0.0 p0: put 0
            0.0 p1: put 1
            1.0 main: QueueShutDown()
            1.0 p2: QueueShutDown()
            1.0 g: got 0
            1.0 g: got 1
            1.0 g: QueueShutDown()
            1.0 over
        "#]],
    );
}

#[test]
fn shutting_down_wakes_the_tasks_that_wait_for_items() {
    check(
        || async {
            let queue = Queue::new(0);
            let tasks = ["a", "b"].map(|name| {
                let queue = queue.clone();
                let tells = async move {
                    print_error(gets(queue).await);
                    Ok(())
                };
                create_task(tells.named(name))
            });
            sleep(1.0).await?;
            queue.shut_down(Leftover::Keep);
            wait(tasks, None, Until::AllCompleted).await.map(drop)
        },
        expect![[r#"
            1.0 a: QueueShutDown()
            1.0 b: QueueShutDown()
            1.0 over
        "#]],
    );
}

#[test]
fn shutting_down_at_once_drops_what_is_left() {
    check(
        || async {
            let queue = Queue::new(0);
            for item in 0..3 {
                queue.put(item).await?;
            }
            let joined = queue.clone();
            let joins = async move {
                joined.join().await?;
                println!("joined");
                Ok(())
            };
            let task = create_task(joins.named("j"));
            sleep(1.0).await?;
            queue.try_get()?;
            queue.shut_down(Leftover::Drop);
            println!("{}", queue.len());
            sleep(1.0).await?;
            println!("{}", task.is_done().repr());
            queue.task_done()?;
            task.await
        },
        expect![[r#"
            1.0 main: 0
            2.0 main: False
            2.0 j: joined
            2.0 over
        "#]],
    );
}

#[test]
fn a_getter_that_is_cancelled_hands_its_item_on() {
    check(
        || async {
            let queue = Queue::new(0);
            let [a, b, c] = ["a", "b", "c"].map(|n| create_task(gets(queue.clone()).named(n)));
            sleep(1.0).await?;
            b.cancel();
            queue.try_put(1)?;
            a.cancel();
            queue.try_put(2)?;
            wait(
                [a.clone(), b.clone(), c.clone()],
                Some(1.0),
                Until::AllCompleted,
            )
            .await?;
            let cancelled = [is_cancelled(&a), is_cancelled(&b), c.is_done()];
            let [a, b, c] = cancelled.map(|is| is.repr());
            println!("{a} {b} {c} {}", queue.len());
            queue.try_put(3)?;
            sleep(0.0).await?;
            println!("{}", queue.len());
            Ok(())
        },
        expect![[r#"
            1.0 c: got 1
            1.0 main: True True True 1
            1.0 main: 2
            1.0 over
        "#]],
    );
}

#[test]
fn a_putter_that_is_cancelled_hands_its_room_on() {
    check(
        || async {
            let queue = Queue::new(1);
            queue.try_put(0)?;
            let [a, b] = [1, 2].map(|i| create_task(puts(queue.clone(), i).named(format!("p{i}"))));
            sleep(1.0).await?;
            println!("{}", queue.try_get()?);
            a.cancel();
            wait([a.clone(), b], None, Until::AllCompleted).await?;
            println!("{} {}", is_cancelled(&a).repr(), queue.len());
            Ok(())
        },
        expect![[r#"
            1.0 main: 0
            1.0 p2: put 2
            1.0 main: True 1
            1.0 over
        "#]],
    );
}
