//! Shields, and what the task that waits gets of a cancel: its message, and its count.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use std::cell::RefCell;
use std::rc::Rc;

use crate::support::tasks::{cancelling, check, is_cancelled};
use expect_test::expect;
use interleave::runtime::{
    Naming, Repr, Result, Task, Until, create_task, gather, println, shield, sleep, wait,
};

async fn gives(value: i64, length: f64) -> Result<i64> {
    sleep(length).await?;
    println!("ends");
    Ok(value)
}

fn print_result<T: Repr>(result: &Result<T>) {
    println!("{}", result.repr());
}

/// Waits for a task, and does not raise what it raises.
async fn ends<T: Repr>(task: &Task<T>) -> Result<()> {
    wait([task.clone()], None, Until::AllCompleted).await?;
    Ok(())
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
            print_result(&inner.await);
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
fn a_shielded_task_that_is_cancelled_cancels_its_waiter() {
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

/// The task's callback ends the shield, whose callback wakes the waiting task.
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

/// The error that ended the task goes to the first await; the others are given one like it,
/// without the message.
#[test]
fn the_message_of_a_cancel_is_given_once() {
    check(
        || async {
            let task = create_task(sleep(5.0).named("t"));
            sleep(1.0).await?;
            task.cancel_with("why");
            print_result(&(&task).await);
            print_result(&(&task).await);
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
                    println!("{} {}", error.repr(), cancelling());
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
