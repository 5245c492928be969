//! Waiting for some, for so long, behind a shield; and what cancels mean to who waits.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.
#![allow(clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use expect_test::expect;
use interleave::runtime::{
    Error, Naming, Nanos, Repr, Result, Task, Timeout, Until, as_completed, create_task, gather,
    println, shield, sleep, timeout, wait, wait_for, within,
};
use support::tasks::{check, is_cancelled};

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

fn tell<T: Repr>(result: &Result<T>) {
    println!("{}", result.repr());
}

fn tell_split((done, pending): &(Vec<Task<i64>>, Vec<Task<i64>>)) {
    let names = |tasks: &[Task<i64>]| match tasks {
        [] => "none".to_string(),
        tasks => tasks.iter().map(Task::name).collect::<Vec<_>>().join(" "),
    };
    println!("{} | {}", names(done), names(pending));
}

/// Waits for a task, and does not raise what it raises.
async fn ends<T: Repr>(task: &Task<T>) -> Result<()> {
    wait([task.clone()], None, Until::AllCompleted).await?;
    Ok(())
}

#[test]
fn wait_gives_what_is_done_first() {
    check(
        || async {
            let a = create_task(gives(1, 2.0).named("a"));
            let b = create_task(gives(2, 1.0).named("b"));
            let all = [a, b, create_task(fails("c", 3.0).named("c"))];
            let split = wait(all.clone(), None, Until::FirstCompleted).await?;
            tell_split(&split);
            let split = wait(split.1, None, Until::FirstException).await?;
            tell_split(&split);
            tell_split(&wait(all.clone(), None, Until::AllCompleted).await?);
            Ok(())
        },
        expect![[r#"
            1.0 b: ends
            1.0 main: b | a c
            2.0 a: ends
            3.0 c: fails
            3.0 main: a c | none
            3.0 main: a b c | none
            3.0 log: Task exception was never retrieved: ValueError: c
            3.0 over
        "#]],
    );
}

#[test]
fn wait_ends_with_its_time_and_cancels_nothing() {
    check(
        || async {
            let a = create_task(gives(1, 2.0).named("a"));
            let all = [a, create_task(gives(2, 1.0).named("b"))];
            let split = wait(all.clone(), Some(1.5), Until::AllCompleted).await?;
            tell_split(&split);
            tell_split(&wait(split.1, Some(0.0), Until::AllCompleted).await?);
            tell_split(&wait(all, None, Until::AllCompleted).await?);
            Ok(())
        },
        expect![[r#"
            1.0 b: ends
            1.5 main: b | a
            1.5 main: none | a
            2.0 a: ends
            2.0 main: a b | none
            2.0 over
        "#]],
    );
}

#[test]
fn wait_for_nothing_is_an_error() {
    check(
        || async {
            let none: [Task<()>; 0] = [];
            let waited = wait(none, None, Until::AllCompleted).await;
            tell(&waited.map(drop));
            Ok(())
        },
        expect![[r#"
            0.0 main: ValueError('Set of Tasks/Futures is empty.')
            0.0 over
        "#]],
    );
}

#[test]
fn a_timeout_cancels_its_block() {
    check(
        || async {
            let block = async {
                let slept = sleep(5.0).await;
                tell(&slept);
                slept
            };
            let timed = timeout(1.0, block).await;
            println!("{} 0", timed.repr());
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

/// Two asked the task to stop: the inner one lets the cancellation through to the outer one.
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
fn who_cancels_a_task_in_its_timeout_is_heard() {
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
            tell(&wait_for(gives(1, 1.0), 2.0).await);
            tell(&wait_for(gives(1, 2.0), 1.0).await);
            tell(&wait_for(fails("no", 1.0), 2.0).await);
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
            tell(&wait_for(gives(1, 1.0), 0.0).await);
            let task = create_task(gives(1, 0.0).named("t"));
            (&task).await?;
            tell(&wait_for(task, 0.0).await);
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
fn wait_for_waits_for_who_refuses() {
    check(
        || async {
            let refuses = async {
                if sleep(5.0).await.is_err() {
                    sleep(2.0).await?;
                    println!("refuses");
                }
                Ok(7_i64)
            };
            tell(&wait_for(create_task(refuses.named("t")), 1.0).await);
            Ok(())
        },
        expect![[r#"
            3.0 t: refuses
            3.0 main: 7
            3.0 over
        "#]],
    );
}

async fn tells_cancel(length: f64) -> Result<()> {
    let slept = sleep(length).await;
    if slept.is_err() {
        println!("cancelled");
    }
    slept
}

#[test]
fn wait_for_cancels_the_task_when_it_is_cancelled() {
    check(
        || async {
            let outer = async {
                let inner = create_task(tells_cancel(5.0).named("inner"));
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
fn results_come_as_they_end() {
    check(
        || async {
            let a = create_task(gives(1, 3.0).named("a"));
            let b = create_task(gives(2, 1.0).named("b"));
            let c = create_task(fails("c", 2.0).named("c"));
            let all = as_completed([a, b, c], None);
            while let Some(next) = all.next() {
                tell(&next.await?.await);
            }
            Ok(())
        },
        expect![[r#"
            1.0 b: ends
            1.0 main: 2
            2.0 c: fails
            2.0 main: ValueError('c')
            3.0 a: ends
            3.0 main: 1
            3.0 over
        "#]],
    );
}

#[test]
fn results_stop_coming_when_the_time_is_over() {
    check(
        || async {
            let a = create_task(gives(1, 3.0).named("a"));
            let b = create_task(gives(2, 1.0).named("b"));
            let all = as_completed([a, b], Some(2.0));
            while let Some(next) = all.next() {
                match next.await {
                    Ok(task) => tell(&task.await),
                    Err(error) => println!("{}", error.repr()),
                }
            }
            sleep(2.0).await
        },
        expect![[r#"
            1.0 b: ends
            1.0 main: 2
            2.0 main: TimeoutError()
            3.0 a: ends
            4.0 over
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
                    tell(&next.await?.await);
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

async fn shields(inner: Task<i64>) -> Result<()> {
    let shielded = shield(inner).await;
    if shielded.is_err() {
        println!("cancelled");
    }
    shielded.map(drop)
}

#[test]
fn a_shielded_task_goes_on() {
    check(
        || async {
            let inner = create_task(gives(1, 3.0).named("inner"));
            let outer = create_task(shields(inner.clone()).named("outer"));
            sleep(1.0).await?;
            outer.cancel();
            ends(&outer).await?;
            println!("{} {}", is_cancelled(&outer).repr(), inner.is_done().repr());
            tell(&inner.await);
            Ok(())
        },
        expect![[r#"
            1.0 outer: cancelled
            1.0 main: True False
            3.0 inner: ends
            3.0 main: 1
            3.0 over
        "#]],
    );
}

#[test]
fn a_shielded_task_that_is_cancelled_cancels_who_waits() {
    check(
        || async {
            let inner = create_task(gives(1, 3.0).named("inner"));
            let outer = create_task(shields(inner.clone()).named("outer"));
            sleep(1.0).await?;
            inner.cancel();
            ends(&outer).await?;
            println!(
                "{} {}",
                is_cancelled(&outer).repr(),
                is_cancelled(&inner).repr()
            );
            Ok(())
        },
        expect![[r#"
            1.0 outer: cancelled
            1.0 main: True True
            1.0 over
        "#]],
    );
}

/// The task's callback ends the shield, whose callback wakes who waits.
#[test]
fn a_shield_goes_on_two_ticks_after_its_task() {
    check(
        || async {
            let inner = create_task(gives(1, 1.0).named("inner"));
            let plain = inner.clone();
            let shielded = async move {
                shield(inner).await?;
                println!("shielded");
                Ok(())
            };
            let plain = async move {
                plain.await?;
                sleep(0.0).await?;
                println!("plain");
                Ok(())
            };
            let shielded = create_task(shielded.named("a"));
            gather([shielded, create_task(plain.named("b"))])
                .await
                .map(drop)
        },
        expect![[r#"
            1.0 inner: ends
            1.0 a: shielded
            1.0 b: plain
            1.0 over
        "#]],
    );
}

/// The error that ended the task goes to the first who asks; the others are given one like it,
/// without the message.
#[test]
fn the_message_of_a_cancel_is_given_once() {
    check(
        || async {
            let task = create_task(sleep(5.0).named("t"));
            sleep(1.0).await?;
            task.cancel_with("why");
            tell(&(&task).await);
            tell(&(&task).await);
            println!("{}", gather([task]).return_exceptions().await?);
            Ok(())
        },
        expect![[r#"
            1.0 main: CancelledError('why')
            1.0 main: CancelledError()
            1.0 main: [CancelledError('')]
            1.0 over
        "#]],
    );
}

/// The sleep is cancelled once, with the first message.
#[test]
fn the_first_of_two_cancels_is_raised() {
    check(
        || async {
            let own: Rc<RefCell<Option<Task<()>>>> = Rc::default();
            let itself = own.clone();
            let sleeps = async move {
                if let Err(error) = sleep(5.0).await {
                    let cancels = itself.borrow().as_ref().unwrap().cancelling();
                    println!("{} {cancels}", error.repr());
                }
                sleep(1.0).await?;
                println!("goes on");
                Ok(())
            };
            let task = create_task(sleeps.named("t"));
            *own.borrow_mut() = Some(task.clone());
            sleep(1.0).await?;
            task.cancel_with("one");
            task.cancel_with("two");
            task.await
        },
        expect![[r#"
            1.0 t: CancelledError('one') 2
            2.0 t: goes on
            2.0 over
        "#]],
    );
}

#[test]
fn uncancelling_takes_back_what_was_not_raised() {
    check(
        || async {
            let own: Rc<RefCell<Option<Task<()>>>> = Rc::default();
            let itself = own.clone();
            let takes_back = async move {
                let task = itself.borrow().clone().unwrap();
                task.cancel();
                println!("{}", task.cancelling());
                println!("{}", task.uncancel());
                sleep(1.0).await?;
                println!("goes on {}", task.uncancel());
                Ok(())
            };
            let task = create_task(takes_back.named("t"));
            *own.borrow_mut() = Some(task.clone());
            task.await
        },
        expect![[r#"
            0.0 t: 1
            0.0 t: 0
            1.0 t: goes on 0
            1.0 over
        "#]],
    );
}

#[test]
fn uncancelling_does_not_take_back_what_is_on_its_way() {
    check(
        || async {
            let sleeps = async {
                if let Err(error) = sleep(5.0).await {
                    println!("{} 0", error.repr());
                }
                Ok(())
            };
            let task = create_task(sleeps.named("t"));
            sleep(1.0).await?;
            task.cancel_with("x");
            task.uncancel();
            task.await
        },
        expect![[r#"
            1.0 t: CancelledError('x') 0
            1.0 over
        "#]],
    );
}
