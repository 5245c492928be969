//! Which task runs when: the order of steps is that of CPython's asyncio.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::Played;
use crate::support::tasks::{check, worker};
use expect_test::expect;
use interleave::runtime::{
    Event, Naming, Result, blocking_sleep, create_task, gather, println, sleep,
};

async fn counts(n: i64, pause: f64) -> Result<()> {
    for i in 0..n {
        println!("{i}");
        sleep(pause).await?;
    }
    Ok(())
}

async fn sleeps(lengths: impl IntoIterator<Item = f64>) -> Result<()> {
    for length in lengths {
        sleep(length).await?;
        println!("slept {length}");
    }
    Ok(())
}

/// `create_task` puts the first step after what is ready, and returns.
#[test]
fn a_created_task_is_scheduled_not_started() {
    check(
        || async {
            let task = create_task(worker().named("worker"));
            println!("created");
            task.await?;
            println!("awaited");
            Ok(())
        },
        expect![[r#"
            0.0 main: created
            0.0 worker: starts
            0.0 main: awaited
            0.0 over
        "#]],
    );
}

/// `await part()` makes no task: its code runs under the caller's name, and no other task in between.
#[test]
fn awaiting_a_coroutine_runs_it_inside_of_the_caller() {
    async fn part() -> Result<()> {
        println!("part");
        Ok(())
    }
    check(
        || async {
            create_task(worker().named("worker"));
            part().await?;
            println!("after the part");
            sleep(0.0).await?;
            println!("after a turn of the others");
            Ok(())
        },
        expect![[r#"
            0.0 main: part
            0.0 main: after the part
            0.0 worker: starts
            0.0 main: after a turn of the others
            0.0 over
        "#]],
    );
}

/// `Future.__await__` yields only while the future is pending.
#[test]
fn awaiting_a_finished_task_does_not_give_up_control() {
    check(
        || async {
            let task = create_task(worker().named("first"));
            (&task).await?;
            create_task(worker().named("second"));
            task.await?;
            println!("first is awaited again");
            sleep(0.0).await?;
            println!("ends");
            Ok(())
        },
        expect![[r#"
            0.0 first: starts
            0.0 main: first is awaited again
            0.0 second: starts
            0.0 main: ends
            0.0 over
        "#]],
    );
}

/// `sleep(0)` is a bare yield: the task is queued after what is ready.
#[test]
fn sleep_zero_gives_the_others_one_turn() {
    check(
        || async {
            gather([counts(3, 0.0).named("a"), counts(2, 0.0).named("b")]).await?;
            Ok(())
        },
        expect![[r#"
            0.0 a: 0
            0.0 b: 0
            0.0 a: 1
            0.0 b: 1
            0.0 a: 2
            0.0 over
        "#]],
    );
}

/// `sleep` with a delay of zero or less is that same bare yield.
#[test]
fn a_sleep_of_less_than_nothing_is_a_turn() {
    check(
        || async {
            gather([counts(2, -1.0).named("a"), counts(2, 0.0).named("b")]).await?;
            Ok(())
        },
        expect![[r#"
            0.0 a: 0
            0.0 b: 0
            0.0 a: 1
            0.0 b: 1
            0.0 over
        "#]],
    );
}

/// Timers are ordered by deadline.
#[test]
fn longer_sleeps_end_later_whichever_began_first() {
    check(
        || async {
            gather([
                sleeps([3.0]).named("three"),
                sleeps([1.0]).named("one"),
                sleeps([2.0]).named("two"),
            ])
            .await?;
            Ok(())
        },
        expect![[r#"
            1.0 one: slept 1
            2.0 two: slept 2
            3.0 three: slept 3
            3.0 over
        "#]],
    );
}

/// On real clocks deadlines never tie, so CPython wakes in the order of the calls of `sleep`.
#[test]
fn equal_deadlines_come_in_the_order_in_which_the_sleeps_began() {
    check(
        || async {
            gather([
                sleeps(vec![0.5, 0.5]).named("halves"),
                sleeps(vec![1.0]).named("one"),
                sleeps(vec![1.0]).named("two"),
                sleeps(vec![0.25, 0.75]).named("quarters"),
            ])
            .await?;
            Ok(())
        },
        expect![[r#"
            0.2 quarters: slept 0.25
            0.5 halves: slept 0.5
            1.0 one: slept 1
            1.0 two: slept 1
            1.0 quarters: slept 0.75
            1.0 halves: slept 0.5
            1.0 over
        "#]],
    );
}

/// Timers within the clock's resolution fire in one tick: both wake before either runs again.
#[test]
fn a_tenth_and_two_tenths_meet_three_tenths() {
    async fn sleeps_and_yields(lengths: Vec<f64>) -> Result<()> {
        for length in lengths {
            sleep(length).await?;
        }
        println!("woke");
        sleep(0.0).await?;
        println!("after a turn");
        Ok(())
    }
    check(
        || async {
            gather([
                sleeps_and_yields(vec![0.3]).named("whole"),
                sleeps_and_yields(vec![0.1, 0.2]).named("sum"),
            ])
            .await?;
            Ok(())
        },
        expect![[r#"
            0.3 whole: woke
            0.3 sum: woke
            0.3 whole: after a turn
            0.3 sum: after a turn
            0.3 over
        "#]],
    );
}

/// `time.sleep` keeps control: no timer fires, and a deadline that passed meanwhile fires after.
#[test]
fn a_blocking_call_stops_all_tasks() {
    check(
        || async {
            let task = create_task(sleeps([1.0, 1.0]).named("sleeper"));
            sleep(0.0).await?;
            blocking_sleep(3.0);
            println!("blocked for 3");
            task.await
        },
        expect![[r#"
            3.0 main: blocked for 3
            3.0 sleeper: slept 1
            4.0 sleeper: slept 1
            4.0 over
        "#]],
    );
}

/// `_run_once` appends the timers that are due to the ready queue.
#[test]
fn timers_that_come_due_are_queued_after_what_is_ready() {
    check(
        || async {
            let task = create_task(sleeps([1.0]).named("sleeper"));
            sleep(0.0).await?;
            create_task(counts(2, 0.0).named("counter"));
            blocking_sleep(3.0);
            task.await?;
            sleep(0.0).await
        },
        expect![[r#"
            3.0 counter: 0
            3.0 counter: 1
            3.0 sleeper: slept 1
            3.0 over
        "#]],
    );
}

/// Only a task without a name takes a number; main's is 1.
#[test]
fn names_are_numbered_by_the_unnamed_alone() {
    async fn prints() -> Result<()> {
        println!("runs");
        Ok(())
    }
    check(
        || async {
            create_task(prints());
            create_task(prints().named("named"));
            create_task(prints()).await
        },
        expect![[r#"
            0.0 Task-2: runs
            0.0 named: runs
            0.0 Task-3: runs
            0.0 over
        "#]],
    );
}

/// What a task makes ready waits for the next tick, a sleep's timer takes a tick of its own, and
/// an end wakes in the tick after it.
#[test]
fn a_tick_runs_what_was_ready_when_it_began() {
    async fn creates() -> Result<()> {
        create_task(worker().named("c"));
        sleep(1.0).await
    }
    let played = Played::main(|| async {
        let a = create_task(creates().named("a"));
        create_task(worker().named("b"));
        a.await
    });
    expect![[r#"

        0: main
        0: a b
        0: c
        1: (timer of a)
        1: a
        1: main
        1:
        main ended
    "#]]
    .assert_eq(&ticks(&played));
}

/// The steps of each tick, a line a tick.
fn ticks(played: &Played) -> String {
    let mut out = String::new();
    played.look(|story| {
        for (at, event) in story.trace().events() {
            match event {
                Event::TickBegan => out.push_str(&format!("\n{}:", at.short(1))),
                Event::TimerFired { task } => {
                    out.push_str(&format!(" (timer of {})", story.name(task)));
                }
                Event::StepBegan { task } => out.push_str(&format!(" {}", story.name(task))),
                Event::MainEnded => out.push_str("\nmain ended"),
                _ => {}
            }
        }
    });
    out.push('\n');
    out
}
