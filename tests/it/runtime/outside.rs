//! Answers from outside and live clocks: the run waits for its host until they come.

use std::cell::Cell;
use std::rc::Rc;

use crate::support::network::{ByHand, begin, fetches, program};
use interleave::runtime::{
    Clock, Error, Event, FetchError, FetchId, Naming, Nanos, Outcome, Run, RunOptions, Turn,
    blocking_sleep, create_task, gather, sleep,
};
use interleave::story::{Phrase, StoryBuilder, Word};
use interleave::trace::codec;

#[test]
fn an_answer_from_outside_asks_the_host_to_go_on() {
    let network = Rc::new(ByHand::default());
    let main = program(|| async {
        gather([fetches("a").named("a"), fetches("b").named("b")])
            .await
            .map(drop)
    });
    let (run, recorder) = begin(main, network.clone());
    let asked = Rc::new(Cell::new(0));
    let counter = asked.clone();
    run.set_pend(Rc::new(move || counter.set(counter.get() + 1)));
    assert_eq!(run.turns(), Turn::WaitOutside);
    assert_eq!((run.turn(), asked.get()), (Turn::WaitOutside, 0));
    network.answer("b");
    assert_eq!(asked.get(), 1);
    assert_eq!(run.turns(), Turn::WaitOutside);
    network.answer("a");
    assert_eq!(run.turns(), Turn::Over);
    assert_eq!(run.outcome(), Some(Outcome::Finished));
    assert_eq!(network.ended.count(), 2);
    let lines: Vec<_> = recorder.read(|trace| {
        let builder = StoryBuilder::of(trace);
        let lines = builder.with(trace).lines();
        lines.map(|line| line.text.to_string()).collect()
    });
    assert_eq!(lines, ["b answered 200", "a answered 200"]);
}

/// What is measured of a transfer is read back from the trace's bytes, and said of the span of that fetch
/// alone. An answer on the simulated clock was not transferred, and has no measure.
#[test]
fn an_answer_from_outside_is_measured() {
    let network = Rc::new(ByHand::default());
    let main = program(|| async {
        gather([fetches("page").named("page"), fetches("a").named("a")])
            .await
            .map(drop)
    });
    let (run, recorder) = begin(main, network.clone());
    run.turns();
    network.answer("page");
    run.turns();
    network.answer_after("a", Nanos::from_seconds(1.0));
    assert_eq!(run.turns(), Turn::Over);
    let bytes = recorder.read(codec::encode);
    let files = [file!(), "tests/it/support/network.rs", ""];
    let read = codec::decode(&bytes, &files).unwrap();
    let builder = StoryBuilder::of(&read);
    let story = builder.with(&read);
    let size = Phrase::new("measure-size", [("value", Word::Number(4.0))]);
    assert_eq!(story.measures(FetchId(0)), [size]);
    assert_eq!(story.measures(FetchId(1)), []);
}

#[test]
fn an_answer_that_fails_raises_by_its_name() {
    let network = Rc::new(ByHand::default());
    let main = program(|| async { fetches("a").await });
    let (run, _) = begin(main, network.clone());
    run.turns();
    let completion = network.open.borrow_mut().remove("a").unwrap();
    completion.complete(Err(FetchError::ProxyUnreachable("http://p".into())));
    run.turns();
    let Some(Outcome::Raised(Error::Raised(raised))) = run.outcome() else {
        panic!("{:?}", run.outcome());
    };
    assert_eq!(
        (raised.kind.as_str(), raised.about.as_deref()),
        ("ProxyUnreachable", Some("http://p"))
    );
}

/// A cancelled fetch may be answered nevertheless, before or after the cancellation reaches the task:
/// the run still waits for the other fetch.
#[test]
fn a_cancelled_fetch_is_counted_once() {
    for late in ["never", "in hand", "after"] {
        let network = Rc::new(ByHand::default());
        let by_hand = network.clone();
        let main = program(move || async move {
            let a = create_task(fetches("a").named("a"));
            let b = create_task(fetches("b").named("b"));
            sleep(1.0).await?;
            if late == "in hand" {
                by_hand.answer("a");
            }
            a.cancel();
            let ended = a.await;
            assert!(ended.is_err_and(|error| error.is_cancelled()), "{late}");
            if late == "after" {
                by_hand.answer("a");
            }
            b.await
        });
        let (run, recorder) = begin(main, network.clone());
        assert_eq!(run.turns(), Turn::WaitOutside, "{late}");
        assert_eq!(network.ended.count(), 1, "{late}");
        network.answer("b");
        assert_eq!(run.turns(), Turn::Over, "{late}");
        assert_eq!(run.outcome(), Some(Outcome::Finished), "{late}");
        let ends = recorder.read(|trace| {
            let ends = trace
                .events()
                .filter(|(_, event)| matches!(event, Event::FetchEnded { .. }));
            ends.count()
        });
        assert_eq!(ends, 2, "{late}");
    }
}

/// A clock that goes only when a test moves it.
#[derive(Default)]
struct Moved(Cell<Nanos>);

impl Clock for Moved {
    fn now(&self) -> Nanos {
        self.0.get()
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.0.get() >= deadline
    }

    fn block(&self, _length: Nanos) {}
}

/// On a live clock a turn returns the moment of the next one, and a late host moves no deadline.
#[test]
fn a_clock_of_the_host_is_waited_for() {
    let clock = Rc::new(Moved::default());
    let main = program(|| async {
        sleep(1.0).await?;
        sleep(1.0).await?;
        blocking_sleep(3.0);
        sleep(1.0).await
    });
    let options = RunOptions {
        clock: clock.clone(),
        ..RunOptions::default()
    };
    let run = Run::new(main, options);
    let until = |seconds| Turn::WaitUntil(Nanos::from_seconds(seconds));
    let go_to = |seconds| clock.0.set(Nanos::from_seconds(seconds));
    assert_eq!(run.turns(), until(1.0));
    go_to(1.5);
    assert_eq!(run.turns(), until(2.0));
    go_to(2.0);
    assert_eq!(run.turns(), until(5.0));
    go_to(4.0);
    assert_eq!(run.turns(), until(5.0));
    go_to(5.0);
    assert_eq!(run.turns(), until(6.0));
    go_to(6.0);
    assert_eq!(run.turns(), Turn::Over);
    assert_eq!(run.now(), Nanos::from_seconds(6.0));
}
