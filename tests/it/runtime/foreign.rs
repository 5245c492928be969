//! What a coroutine of another language asks of the loop that no Rust lesson does.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::support::Played;
use crate::support::tasks::check;
use expect_test::expect;
use interleave::runtime::{
    Cancellation, Coroutine, DoneFuture, Error, Errors, Event, EventLoop, Future as LoopFuture,
    Lock, Nanos, Origin, Repr, Result, SourceLocation, Step, StepEnd, Wait, create_foreign_task,
    gather_futures, print, println, sleep,
};

const LOCATION: SourceLocation = SourceLocation {
    file: "by-hand.py",
    line: 7,
    column: 5,
};

fn current() -> Rc<EventLoop> {
    EventLoop::current().unwrap()
}

/// A coroutine that awaits a Rust future, and then returns.
struct Awaits {
    future: Pin<Box<dyn Future<Output = Result<()>>>>,
    result: Rc<LoopFuture<()>>,
}

impl Coroutine for Awaits {
    fn step(&mut self, thrown: Option<Error>) -> Step {
        let event_loop = current();
        event_loop.set_location(Some(LOCATION));
        event_loop.throw(thrown);
        let mut context = Context::from_waker(Waker::noop());
        let polled = self.future.as_mut().poll(&mut context);
        event_loop.take_thrown();
        match polled {
            Poll::Pending => Step::Waits,
            Poll::Ready(Err(error)) => Step::Raised(error),
            Poll::Ready(Ok(())) => {
                print("goes on");
                self.result.store(());
                Step::Returned
            }
        }
    }
}

fn awaits(future: impl Future<Output = Result<()>> + 'static) -> interleave::runtime::Task<()> {
    create_foreign_task(Some("foreign"), LOCATION, |result| {
        let future = Box::pin(future);
        Box::new(Awaits { future, result })
    })
}

/// It can await every `async fn` of the runtime, and the trace has its own location.
#[test]
fn it_awaits_a_lock_at_its_own_location() {
    let played = Played::main(|| async {
        let lock = Lock::new();
        let held = lock.acquire().await?;
        let task = awaits(async move { lock.acquire().await.map(drop) });
        sleep(1.0).await?;
        drop(held);
        println!("released");
        task.await
    });
    expect![[r#"
        1.0 main: released
        1.0 foreign: goes on
        1.0 over
    "#]]
    .assert_eq(&played.story());
    played.recorder.read(|trace| {
        let mut locations = Vec::new();
        for (_, event) in trace.events() {
            match event {
                Event::StepEnded {
                    end: StepEnd::Waits(Wait::Lock),
                    location: Some(location),
                    ..
                } => locations.push(location),
                Event::Printed {
                    text: "goes on",
                    location,
                    ..
                } => locations.push(location),
                Event::Printed { location, .. } => assert_eq!(location.file, file!()),
                _ => {}
            }
        }
        assert_eq!(locations, [LOCATION, LOCATION]);
    });
}

/// `set_exception(CancelledError())` is not `cancel()`.
#[test]
fn a_cancellation_that_is_set_is_an_error() {
    check(
        || async {
            let (set, cancelled) = (LoopFuture::<()>::new(), LoopFuture::<()>::new());
            set.set_error(&current(), Error::cancelled(None));
            cancelled.cancel(&current(), Some("why".into()));
            for future in [set, cancelled] {
                let core = future.core();
                let error = core.error().map(|error| error.repr());
                println!("{} {}", core.is_cancelled().repr(), error.unwrap());
            }
            Ok(())
        },
        expect![[r#"
            0.0 main: False CancelledError()
            0.0 main: True CancelledError('why')
            0.0 over
        "#]],
    );
}

/// The object that was raised is the object that arrives.
#[test]
fn an_error_keeps_its_origin() {
    check(
        || async {
            let origin = Origin(Rc::new("the object"));
            let error = Error::of_origin("KeyError", "'x'", origin.clone());
            let task = awaits(async move { Err(error) });
            let raised = task.await.unwrap_err();
            println!("{}", (raised.origin() == Some(&origin)).repr());
            let other = Origin(Rc::new("the object"));
            println!("{}", (raised.origin() == Some(&other)).repr());
            Ok(())
        },
        expect![[r#"
            0.0 main: True
            0.0 main: False
            0.0 over
        "#]],
    );
}

/// asyncio's `_GatheringFuture`: cancelling the whole cancels the children, and raises once all
/// are done, even if it was to return errors.
#[test]
fn a_gather_of_plain_futures_is_cancelled_with_its_children() {
    check(
        || async {
            let children = [LoopFuture::<()>::new(), LoopFuture::<()>::new()];
            children[0].set_result(&current(), ());
            let dynamic = children.clone().map(|child| child as Rc<dyn DoneFuture>);
            let gathered = gather_futures(dynamic.into(), Errors::Return, || ());
            println!("{}", gathered.cancel(&current(), None).repr());
            println!("{}", children[1].core().is_cancelled().repr());
            println!("{}", gathered.core().is_done().repr());
            println!("{}", gathered.wait().await.repr());
            println!("{}", gathered.core().is_cancelled().repr());
            Ok(())
        },
        expect![[r#"
            0.0 main: True
            0.0 main: True
            0.0 main: False
            0.0 main: CancelledError()
            0.0 main: False
            0.0 over
        "#]],
    );
}

/// A cancelled timer is never called, and the run does not wait for it.
#[test]
fn a_call_may_be_cancelled() {
    check(
        || async {
            let calls = Rc::new(RefCell::new(Vec::new()));
            let call = |name: &'static str| {
                let calls = calls.clone();
                move |event_loop: &Rc<EventLoop>| {
                    calls.borrow_mut().push(name);
                    event_loop.print(name, LOCATION);
                }
            };
            let event_loop = current();
            event_loop.call_later(Nanos::from_seconds(1.0), call("later"));
            event_loop
                .call_later(Nanos::from_seconds(9.0), call("never"))
                .cancel();
            event_loop.call_soon(call("soon"));
            let at = event_loop.call_at(Nanos::from_seconds(2.0), call("at"));
            assert_eq!(at.when(), Some(Nanos::from_seconds(2.0)));
            sleep(1.5).await?;
            at.cancel();
            sleep(1.5).await?;
            println!("{} {}", calls.borrow().len(), at.is_cancelled().repr());
            Ok(())
        },
        expect![[r#"
            0.0 -: soon
            1.0 -: later
            3.0 main: 2 True
            3.0 over
        "#]],
    );
}

/// The error of a plain future that was never retrieved is logged when the future is dropped.
#[test]
fn an_error_of_a_future_that_was_never_retrieved_is_logged() {
    check(
        || async {
            let future = LoopFuture::<()>::new();
            future.set_error(&current(), Error::zero_division());
            sleep(1.0).await?;
            drop(future);
            println!("goes on");
            Ok(())
        },
        expect![[r#"
            1.0 log: Future exception was never retrieved: ZeroDivisionError: division by zero
            1.0 main: goes on
            1.0 over
        "#]],
    );
}

/// The object that ended a task is given once; later calls get a cancellation without an object.
#[test]
fn a_cancellation_keeps_its_origin_once() {
    check(
        || async {
            let origin = Origin(Rc::new("the object"));
            let thrown = Cancellation::of_origin(Some("why".into()), origin.clone());
            let task = awaits(async move { Err(Error::Cancelled(thrown)) });
            for _ in 0..2 {
                let raised = (&task).await.unwrap_err();
                let is_same = raised.origin() == Some(&origin);
                println!("{} {}", raised.repr(), is_same.repr());
            }
            Ok(())
        },
        expect![[r#"
            0.0 main: CancelledError('why') True
            0.0 main: CancelledError() False
            0.0 over
        "#]],
    );
}
