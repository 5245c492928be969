//! Simulated threads: blocking jobs beside the loop.

use std::fmt::Write as _;

use crate::support::Played;
use crate::support::tasks::check;
use expect_test::expect;
use interleave::runtime::{
    Error, Event, Executor, Naming, Repr, Result, Until, blocking_sleep, create_task, gather,
    println, sleep, to_thread, wait,
};

/// Prints, blocks, and prints again.
fn blocks(name: &'static str, length: f64) -> Result<String> {
    println!("{name} begins");
    blocking_sleep(length);
    println!("{name} ends");
    Ok(name.to_string())
}

/// The loop goes on while the thread sleeps.
#[test]
fn a_job_in_a_thread_does_not_block_the_loop() {
    check(
        || async {
            let ticks = async {
                for _ in 0..3 {
                    sleep(1.0).await?;
                    println!("ticks");
                }
                Ok(())
            };
            let ticking = create_task(ticks.named("ticker"));
            println!("{}", to_thread(|| blocks("job", 2.0)).await.repr());
            ticking.await
        },
        expect![[r#"
            0.0 -: job begins
            1.0 ticker: ticks
            2.0 -: job ends
            2.0 main: 'job'
            2.0 ticker: ticks
            3.0 ticker: ticks
            3.0 over
        "#]],
    );
}

/// The pool has two threads: the third job begins when the first thread is free.
#[test]
fn jobs_wait_for_a_thread() {
    check(
        || async {
            let pool = Executor::new(2, "pool");
            let jobs = [("a", 3.0), ("b", 1.0), ("c", 1.0), ("d", 2.0)];
            let futures = jobs.map(|(name, length)| pool.submit(move || blocks(name, length)));
            println!("goes on");
            for future in futures {
                println!("result {}", future.wait().await?);
            }
            Ok(())
        },
        expect![[r#"
            0.0 -: a begins
            0.0 -: b begins
            0.0 main: goes on
            1.0 -: b ends
            1.0 -: c begins
            2.0 -: c ends
            2.0 -: d begins
            3.0 -: a ends
            3.0 main: result a
            3.0 main: result b
            3.0 main: result c
            4.0 -: d ends
            4.0 main: result d
            4.0 over
        "#]],
    );
}

#[test]
fn an_error_of_a_job_is_raised_at_the_await() {
    check(
        || async {
            let fails = || {
                blocking_sleep(1.0);
                Err::<(), _>(Error::zero_division())
            };
            println!("{}", to_thread(fails).await.repr());
            Ok(())
        },
        expect![[r#"
            1.0 main: ZeroDivisionError('division by zero')
            1.0 over
        "#]],
    );
}

/// A thread cannot be stopped: the wait ends, the job does not, and the run waits for it.
#[test]
fn a_job_that_has_begun_cannot_be_cancelled() {
    check(
        || async {
            let task = create_task(to_thread(|| blocks("job", 3.0)).named("waits"));
            sleep(1.0).await?;
            task.cancel();
            wait([task], None, Until::AllCompleted).await?;
            println!("main ends");
            Ok(())
        },
        expect![[r#"
            0.0 -: job begins
            1.0 main: main ends
            3.0 -: job ends
            3.0 over
        "#]],
    );
}

#[test]
fn a_job_that_has_not_begun_is_cancelled() {
    check(
        || async {
            let pool = Executor::new(1, "pool");
            let first = pool.submit(|| blocks("first", 2.0));
            let second = pool.submit(|| blocks("second", 1.0));
            let waits = async move { second.wait().await.map(drop) };
            let task = create_task(waits.named("waits"));
            sleep(1.0).await?;
            task.cancel();
            first.wait().await?;
            sleep(5.0).await
        },
        expect![[r#"
            0.0 -: first begins
            2.0 -: first ends
            7.0 over
        "#]],
    );
}

/// A job that takes no time is over one tick later, and the task that waits goes on the tick after.
#[test]
fn a_job_without_time_takes_two_ticks() {
    check(
        || async {
            let job = async {
                to_thread(|| Ok(())).await?;
                println!("goes on");
                Ok(())
            };
            let yields = async {
                for i in 1..=3 {
                    sleep(0.0).await?;
                    println!("{i}");
                }
                Ok(())
            };
            let job = create_task(job.named("job"));
            gather([job, create_task(yields.named("yields"))])
                .await
                .map(drop)
        },
        expect![[r#"
            0.0 yields: 1
            0.0 job: goes on
            0.0 yields: 2
            0.0 yields: 3
            0.0 over
        "#]],
    );
}

/// The trace has the start of a thread and the end of its jobs, and which thread printed what.
#[test]
fn the_trace_records_what_threads_do() {
    let played = Played::main(|| async { to_thread(|| blocks("job", 1.5)).await.map(drop) });
    let mut lines = String::new();
    played.recorder.read(|trace| {
        for (at, event) in trace.events() {
            let what = match event {
                Event::ThreadCreated { thread, name } => format!("{} is {name}", thread.0),
                Event::JobBegan { thread, task, .. } => format!("{} began for {task:?}", thread.0),
                Event::JobEnded { thread } => format!("{} ended", thread.0),
                Event::Printed { thread, text, .. } => format!("{thread:?} printed {text}"),
                Event::Scheduled { cause, .. } => format!("scheduled by {cause:?}"),
                Event::Blocked { .. } => "blocked".to_string(),
                _ => continue,
            };
            writeln!(lines, "{} {what}", at.short(1)).unwrap();
        }
    });
    expect![[r#"
        0 scheduled by Loop
        0 0 is asyncio_0
        0 0 began for Some(TaskId(0))
        0 Some(ThreadId(0)) printed job begins
        1.5 Some(ThreadId(0)) printed job ends
        1.5 0 ended
        1.5 scheduled by Thread(ThreadId(0))
    "#]]
    .assert_eq(&lines);
}
