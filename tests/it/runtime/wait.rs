//! Waiting for some of several tasks, and for each as it ends.
//!
//! Every expected text was printed by CPython 3.13 too, on a loop whose clock jumps.

use crate::support::tasks::check;
use expect_test::expect;
use interleave::runtime::{
    Error, Naming, Repr, Result, Task, Until, as_completed, create_task, println, sleep, wait,
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

fn print_result<T: Repr>(result: &Result<T>) {
    println!("{}", result.repr());
}

fn print_split((done, pending): &(Vec<Task<i64>>, Vec<Task<i64>>)) {
    let names = |tasks: &[Task<i64>]| match tasks {
        [] => "none".to_string(),
        tasks => tasks.iter().map(Task::name).collect::<Vec<_>>().join(" "),
    };
    println!("{} | {}", names(done), names(pending));
}

#[test]
fn wait_gives_what_is_done_first() {
    check(
        || async {
            let a = create_task(gives(1, 2.0).named("a"));
            let b = create_task(gives(2, 1.0).named("b"));
            let all = [a, b, create_task(fails("c", 3.0).named("c"))];
            let split = wait(all.clone(), None, Until::FirstCompleted).await?;
            print_split(&split);
            let split = wait(split.1, None, Until::FirstException).await?;
            print_split(&split);
            print_split(&wait(all.clone(), None, Until::AllCompleted).await?);
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
fn wait_for_nothing_is_an_error() {
    check(
        || async {
            let none: [Task<()>; 0] = [];
            let waited = wait(none, None, Until::AllCompleted).await;
            print_result(&waited.map(drop));
            Ok(())
        },
        expect![[r#"
            0.0 main: ValueError('Set of Tasks/Futures is empty.')
            0.0 over
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
                print_result(&next.await?.await);
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
                    Ok(task) => print_result(&task.await),
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
fn wait_ends_with_its_time_and_cancels_nothing() {
    check(
        || async {
            let a = create_task(gives(1, 2.0).named("a"));
            let all = [a, create_task(gives(2, 1.0).named("b"))];
            let split = wait(all.clone(), Some(1.5), Until::AllCompleted).await?;
            print_split(&split);
            print_split(&wait(split.1, Some(0.0), Until::AllCompleted).await?);
            print_split(&wait(all, None, Until::AllCompleted).await?);
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
fn a_wait_is_named_by_constants_of_asyncio() {
    assert_eq!("FIRST_EXCEPTION".parse(), Ok(Until::FirstException));
    let error = "SOME_COMPLETED".parse::<Until>().unwrap_err();
    let wanted = "ValueError('Invalid return_when value: SOME_COMPLETED')";
    assert_eq!(error.repr(), wanted);
}
