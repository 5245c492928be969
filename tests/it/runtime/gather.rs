//! What gather makes of results, errors and cancellations.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::Played;
use crate::support::tasks::{check, worker};
use expect_test::expect;
use interleave::runtime::{
    DoneFuture, Error, Errors, Event, EventLoop, Naming, Repr, Result, create_task, gather,
    gather_futures, println, sleep,
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

async fn until_cancelled() -> Result<i64> {
    println!("starts");
    let slept = sleep(5.0).await;
    println!(
        "{}",
        if slept.is_err() {
            "cancelled"
        } else {
            "goes on"
        }
    );
    slept.map(|()| 0)
}

fn print_result<T: Repr>(result: &Result<T>) {
    println!("{}", result.repr());
}

/// The list is in the order of the arguments, not of the ends.
#[test]
fn results_come_in_the_order_of_the_arguments() {
    check(
        || async {
            let gathered = gather([
                gives(1, 3.0).named("a"),
                gives(2, 1.0).named("b"),
                gives(3, 2.0).named("c"),
            ]);
            print_result(&gathered.await);
            Ok(())
        },
        expect![[r#"
            1.0 b: ends
            2.0 c: ends
            3.0 a: ends
            3.0 main: [1, 2, 3]
            3.0 over
        "#]],
    );
}

/// The first exception goes to the awaiter; the other tasks are not cancelled.
#[test]
fn the_first_error_is_raised_while_the_others_go_on() {
    check(
        || async {
            let a = create_task(gives(1, 3.0).named("a"));
            let b = create_task(fails("first", 1.0).named("b"));
            let c = create_task(fails("second", 2.0).named("c"));
            print_result(&gather([a, b, c]).await);
            sleep(3.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            1.0 b: fails
            1.0 main: ValueError('first')
            2.0 c: fails
            3.0 a: ends
            4.0 main: ends
            4.0 over
        "#]],
    );
}

/// The gather retrieves later errors, too, so they are not logged.
#[test]
fn an_error_after_the_first_is_not_logged() {
    check(
        || async {
            let a = create_task(fails("first", 1.0).named("a"));
            let b = create_task(fails("second", 2.0).named("b"));
            print_result(&gather([a, b]).await);
            sleep(2.0).await
        },
        expect![[r#"
            1.0 a: fails
            1.0 main: ValueError('first')
            2.0 b: fails
            3.0 over
        "#]],
    );
}

/// `return_exceptions=True` waits for all. Since 3.8 a cancelled child has an empty message.
#[test]
fn errors_and_cancellations_can_be_results() {
    check(
        || async {
            let a = create_task(gives(1, 3.0).named("a"));
            let b = create_task(fails("b", 1.0).named("b"));
            let c = create_task(until_cancelled().named("c"));
            sleep(2.0).await?;
            c.cancel();
            println!("{}", gather([a, b, c]).return_exceptions().await?);
            Ok(())
        },
        expect![[r#"
            0.0 c: starts
            1.0 b: fails
            2.0 c: cancelled
            3.0 a: ends
            3.0 main: [1, ValueError('b'), CancelledError('')]
            3.0 over
        "#]],
    );
}

/// `gather()` is a future that is done already.
#[test]
fn a_gather_of_nothing_does_not_give_up_control() {
    check(
        || async {
            create_task(worker().named("worker"));
            print_result(&gather(Vec::<interleave::runtime::Task<()>>::new()).await);
            sleep(0.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            0.0 main: []
            0.0 worker: starts
            0.0 main: ends
            0.0 over
        "#]],
    );
}

/// Since 3.12 a gather of tasks that are done is done when it is made.
#[test]
fn a_gather_of_finished_tasks_does_not_give_up_control() {
    check(
        || async {
            let a = create_task(gives(1, 0.0).named("a"));
            let b = create_task(gives(2, 0.0).named("b"));
            (&a).await?;
            (&b).await?;
            create_task(worker().named("worker"));
            print_result(&gather([a, b]).await);
            sleep(0.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            0.0 a: ends
            0.0 b: ends
            0.0 main: [1, 2]
            0.0 worker: starts
            0.0 main: ends
            0.0 over
        "#]],
    );
}

/// A task that failed before is an error of the gather at once.
#[test]
fn a_finished_task_that_failed_is_raised_at_once() {
    check(
        || async {
            let a = create_task(fails("a", 0.0).named("a"));
            let b = create_task(gives(2, 2.0).named("b"));
            sleep(1.0).await?;
            create_task(worker().named("worker"));
            print_result(&gather([a, b.clone()]).await);
            b.await.map(|_| ())
        },
        expect![[r#"
            0.0 a: fails
            1.0 main: ValueError('a')
            1.0 worker: starts
            2.0 b: ends
            2.0 over
        "#]],
    );
}

/// A task that is given twice is waited for once, and its result is in the list twice.
#[test]
fn a_task_given_twice_gives_its_result_twice() {
    check(
        || async {
            let a = create_task(gives(1, 1.0).named("a"));
            let b = create_task(gives(2, 2.0).named("b"));
            print_result(&gather([a.clone(), b, a]).await);
            Ok(())
        },
        expect![[r#"
            1.0 a: ends
            2.0 b: ends
            2.0 main: [1, 2, 1]
            2.0 over
        "#]],
    );
}

/// A gather inside of a gathered task is nothing special.
#[test]
fn gathers_may_be_nested() {
    async fn pair(x: i64, y: i64) -> Result<Vec<i64>> {
        let give = |n: i64| gives(n, n as f64).named(format!("t{n}"));
        gather([give(x), give(y)]).await
    }
    check(
        || async {
            print_result(&gather([pair(2, 1).named("left"), pair(3, 4).named("right")]).await);
            Ok(())
        },
        expect![[r#"
            1.0 t1: ends
            2.0 t2: ends
            3.0 t3: ends
            4.0 t4: ends
            4.0 main: [[2, 1], [3, 4]]
            4.0 over
        "#]],
    );
}

/// A cancelled child raises `CancelledError` in the awaiter, which itself is not cancelled.
#[test]
fn a_cancelled_task_is_raised_as_a_cancellation() {
    check(
        || async {
            let a = create_task(gives(1, 3.0).named("a"));
            let b = create_task(until_cancelled().named("b"));
            let target = b.clone();
            let cancels = async move {
                sleep(1.0).await?;
                target.cancel();
                Ok(())
            };
            create_task(cancels.named("canceller"));
            if gather([a.clone(), b])
                .await
                .is_err_and(|e| e.is_cancelled())
            {
                println!("CancelledError");
            }
            println!("{:?}", a.is_done());
            a.await?;
            println!("main was not cancelled");
            Ok(())
        },
        expect![[r#"
            0.0 b: starts
            1.0 b: cancelled
            1.0 main: CancelledError
            1.0 main: false
            3.0 a: ends
            3.0 main: main was not cancelled
            3.0 over
        "#]],
    );
}

/// The child's callback finishes the gather, which then schedules its awaiter: one hop more.
#[test]
fn a_gather_goes_on_one_tick_after_a_plain_await() {
    check(
        || async {
            let task = create_task(gives(1, 1.0).named("a"));
            let (plainly, gathered) = (task.clone(), task);
            let gathered = async move {
                gather([gathered]).await?;
                println!("goes on");
                Ok(())
            };
            let plainly = async move {
                plainly.await?;
                println!("goes on");
                Ok(())
            };
            let gathered = create_task(gathered.named("gathered"));
            let plainly = create_task(plainly.named("plain"));
            gathered.await?;
            plainly.await
        },
        expect![[r#"
            1.0 a: ends
            1.0 plain: goes on
            1.0 gathered: goes on
            1.0 over
        "#]],
    );
}

/// The tasks are created by the call of gather, not by the await.
#[test]
fn coroutines_become_tasks_at_once() {
    check(
        || async {
            let gathered = gather([gives(1, 1.0), gives(2, 1.0)]);
            println!("gathered");
            sleep(0.5).await?;
            println!("awaits");
            print_result(&gathered.await);
            Ok(())
        },
        expect![[r#"
            0.0 main: gathered
            0.5 main: awaits
            1.0 Task-2: ends
            1.0 Task-3: ends
            1.0 main: [1, 2]
            1.0 over
        "#]],
    );
}

/// A gather that is cancelled raises the cancellation of its last child, whichever ends last, and
/// of one that returned the message that it was asked to stop with before it began.
#[test]
fn a_cancelled_gather_has_the_message_of_its_last_child() {
    check(
        || async {
            let event_loop = EventLoop::current().unwrap();
            let first = create_task(until_cancelled());
            let last = create_task(async {
                let refused = sleep(0.0).await.is_err();
                println!("{}", refused.repr());
                Ok(0_i64)
            });
            let children = [first.future(), last.future()];
            let children = children.map(|child| child.clone() as _).to_vec();
            let whole = gather_futures(children, Errors::Return, || 0_i64);
            sleep(0.0).await?;
            whole.cancel(&event_loop, Some("whole".into()));
            print_result(&whole.wait().await);
            println!("{}", first.result().unwrap().repr());
            Ok(())
        },
        expect![[r#"
            0.0 Task-2: starts
            0.0 Task-3: True
            0.0 Task-2: cancelled
            0.0 main: CancelledError('whole')
            0.0 main: CancelledError('whole')
            0.0 over
        "#]],
    );
}

/// A million tasks that are gathered as they were created are one event; each break in the row begins another.
#[test]
fn a_row_of_gathered_tasks_is_one_event() {
    let rows = |order: &'static [usize]| {
        let played = Played::main(move || async move {
            let tasks: Vec<_> = (0..100).map(|_| create_task(sleep(1.0))).collect();
            let chosen: Vec<_> = order.iter().map(|number| tasks[*number].clone()).collect();
            gather(if chosen.is_empty() { tasks } else { chosen }).await?;
            Ok(())
        });
        played.look(|story| {
            let events = story.trace().events();
            let rows = events.filter_map(|(_, event)| match event {
                Event::GatheredTasks { task, count } => Some((task.0, count)),
                _ => None,
            });
            rows.collect::<Vec<_>>()
        })
    };
    assert_eq!(rows(&[]), [(1, 100)]);
    assert_eq!(rows(&[3, 4, 4, 9, 8]), [(4, 2), (10, 1), (9, 1)]);
}
