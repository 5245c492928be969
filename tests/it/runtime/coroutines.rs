//! What a task can drive: Rust futures of its loop, and coroutines of another language.

use std::cell::RefCell;
use std::rc::Rc;

use crate::support::Played;
use expect_test::expect;
use interleave::runtime::{
    Coroutine, Error, EventLoop, Future as LoopFuture, Naming, Repr, Result, SourceLocation, Step,
    Task, Wait, create_foreign_task, create_task, println, sleep,
};

/// `asyncio` raises `RuntimeError` where a task awaits what is none of its loop's.
#[test]
fn awaiting_what_is_of_no_loop_raises_instead_of_hanging() {
    let played = Played::main(|| async {
        let waits = async { std::future::pending::<Result<()>>().await };
        let task = create_task(waits.named("waits"));
        if let Err(error) = task.await {
            println!("{}", error.repr());
        }
        Ok(())
    });
    expect![[r#"
        0.0 main: RuntimeError('the task awaited something that is not of this event loop')
        0.0 over
    "#]]
    .assert_eq(&played.story());
}

/// A coroutine by hand: it waits for a future, if it has one, and records each of its steps.
struct Steps {
    waits_for: Option<Rc<LoopFuture<i64>>>,
    stands_at: Option<Rc<LoopFuture<i64>>>,
    result: Rc<LoopFuture<i64>>,
    lines: Rc<RefCell<Vec<String>>>,
}

impl Coroutine for Steps {
    fn step(&mut self, thrown: Option<Error>) -> Step {
        let event_loop = EventLoop::current().unwrap();
        let at = event_loop.time().short(1);
        // An await that waited for a future raises what is thrown in, or else what the future has.
        let future = self.stands_at.take();
        let error = thrown.or_else(|| future?.result()?.err());
        let what = error.as_ref().map_or("none".into(), Repr::repr);
        self.lines.borrow_mut().push(format!("{at} step: {what}"));
        if let Some(error) = error {
            return Step::Raised(error);
        }
        match self.waits_for.take() {
            Some(future) => {
                self.stands_at = Some(future.clone());
                let location = SourceLocation {
                    file: "by-hand.py",
                    line: 7,
                    column: 5,
                };
                event_loop.wait_for(future, Wait::Future, location);
                Step::Waits
            }
            None => {
                self.result.store(42);
                Step::Returned
            }
        }
    }
}

fn foreign(waits_for: Option<Rc<LoopFuture<i64>>>, lines: &Rc<RefCell<Vec<String>>>) -> Task<i64> {
    let location = SourceLocation {
        file: "by-hand.py",
        line: 1,
        column: 1,
    };
    let lines = lines.clone();
    create_foreign_task(Some("foreign"), location, |result| {
        Box::new(Steps {
            waits_for,
            stands_at: None,
            result,
            lines,
        })
    })
}

#[test]
fn a_foreign_coroutine_runs_beside_rust_tasks() {
    let lines = Rc::new(RefCell::new(Vec::new()));
    let seen = lines.clone();
    let played = Played::main(move || async move {
        let task = foreign(None, &seen);
        println!("result {}", task.await?);
        let task = foreign(Some(LoopFuture::new()), &seen);
        sleep(1.0).await?;
        task.cancel();
        if task.await.is_err_and(|error| error.is_cancelled()) {
            println!("cancelled");
        }
        Ok(())
    });
    expect![[r#"
        0.0 main: result 42
        1.0 main: cancelled
        1.0 over
    "#]]
    .assert_eq(&played.story());
    assert_eq!(
        *lines.borrow(),
        ["0 step: none", "0 step: none", "1 step: CancelledError()"]
    );
}

#[test]
fn a_foreign_coroutine_goes_on_when_its_future_is_done() {
    struct Sets(Rc<LoopFuture<i64>>, Rc<LoopFuture<i64>>);
    impl Coroutine for Sets {
        fn step(&mut self, _thrown: Option<Error>) -> Step {
            let event_loop = EventLoop::current().unwrap();
            assert!(self.0.set_result(&event_loop, 1));
            assert!(!self.0.set_error(&event_loop, Error::zero_division()));
            self.1.store(0);
            Step::Returned
        }
    }
    let lines = Rc::new(RefCell::new(Vec::new()));
    let seen = lines.clone();
    let played = Played::main(move || async move {
        let future = LoopFuture::new();
        let waits = foreign(Some(future.clone()), &seen);
        let location = SourceLocation {
            file: "by-hand.py",
            line: 1,
            column: 1,
        };
        sleep(2.0).await?;
        create_foreign_task(Some("sets"), location, |result| {
            Box::new(Sets(future, result))
        });
        println!("result {}", waits.await?);
        Ok(())
    });
    expect![[r#"
        2.0 main: result 42
        2.0 over
    "#]]
    .assert_eq(&played.story());
    assert_eq!(*lines.borrow(), ["0 step: none", "2 step: none"]);
}
