//! Runs share nothing, and nothing of a run is left when it is over.

use std::rc::Rc;

use crate::support::Played;
use crate::support::network::{ByHand, Drops, Guard, begin, fetches, program};
use expect_test::expect;
use interleave::crawl::NoHtml;
use interleave::lessons::{Arguments, find};
use interleave::runtime::{
    Fetch, Naming, Outcome, Program, Queue, Result, Semaphore, Turn, blocking_sleep, create_task,
    gather, println, sleep,
};
use interleave::trace::{Trace, codec};

fn lesson(slug: &str) -> Program {
    let lesson = find(slug).unwrap();
    let arguments = Arguments::new(lesson.parameters, []).unwrap();
    lesson.program(&arguments, Rc::new(NoHtml))
}

async fn holds(_guard: Guard, queue: Queue<i64>) -> Result<i64> {
    queue.get().await
}

#[test]
fn runs_that_take_turns_are_the_runs_alone() {
    let slugs = ["producer-consumer", "cancel-and-errors", "done-callback"];
    let fetch: Rc<dyn Fetch> = Rc::new(ByHand::default());
    let runs = slugs.map(|slug| begin(lesson(slug), fetch.clone()));
    while runs.iter().any(|(run, _)| run.turn() != Turn::Over) {
        // Each takes one turn, and then the first again.
        let _ = runs.each_ref().map(|(run, _)| run.turn());
    }
    for (slug, (_, recorder)) in slugs.iter().zip(&runs) {
        let alone = Played::simulated(slug, &[]).bytes();
        assert_eq!(recorder.read(codec::encode), alone, "{slug}");
    }
}

/// A run may be played inside of a task of another one.
#[test]
fn a_run_inside_of_a_run_is_a_run_of_its_own() {
    let played = Played::main(|| async {
        println!("outer");
        let inner = Played::main(|| async {
            println!("inner");
            sleep(5.0).await
        });
        println!("{}", inner.story().replace('\n', " / "));
        sleep(1.0).await
    });
    expect![[r#"
        0.0 main: outer
        0.0 main: 0.0 main: inner / 5.0 over / 
        1.0 over
    "#]]
    .assert_eq(&played.story());
}

#[test]
fn a_dropped_run_drops_its_coroutines_callbacks_and_transfers() {
    let (drops, network) = (Drops::default(), Rc::new(ByHand::default()));
    let held = drops.clone();
    let main = program(move || async move {
        let permits = Semaphore::new(1);
        let task = create_task(holds(held.guard(), Queue::new(0)).named("waits"));
        let guard = held.guard();
        task.add_done_callback(move |_| {
            drop(guard);
            Ok(())
        });
        let _permit = permits.acquire().await?;
        let (guard, waits_for) = (held.guard(), permits.clone());
        let acquires = async move {
            let _guard = guard;
            waits_for.acquire().await.map(drop)
        };
        create_task(acquires.named("acquires"));
        create_task(fetches("slow").named("fetches"));
        let guard = held.guard();
        let sleeps = async move {
            let _guard = guard;
            sleep(10.0).await
        };
        create_task(sleeps.named("sleeps"));
        let _guard = held.guard();
        gather([task]).await.map(drop)
    });
    let (run, recorder) = begin(main, network.clone());
    while run.turn() == Turn::Busy && network.open.borrow().is_empty() {}
    let events = recorder.read(Trace::len);
    assert_eq!((drops.count(), network.ended.count()), (0, 0));
    drop(run);
    assert_eq!((drops.count(), network.ended.count()), (5, 1));
    // An answer that comes too late has no effect.
    network.answer("slow");
    assert_eq!(recorder.read(Trace::len), events);
}

/// A stopped run is over at once: what its guards do then is not recorded, and breaks nothing.
#[test]
fn what_is_dropped_after_the_end_schedules_nothing() {
    struct Noisy(u32);
    impl Drop for Noisy {
        fn drop(&mut self) {
            println!("dropped");
            if let Some(fewer) = self.0.checked_sub(1) {
                let holds = Noisy(fewer);
                let late = async move {
                    let _holds = holds;
                    sleep(1.0).await
                };
                create_task(late.named("late"));
            }
            blocking_sleep(1.0);
        }
    }
    let main = program(|| async {
        let permits = Semaphore::new(1);
        let permit = permits.acquire().await?;
        let waits = async move { permits.acquire().await.map(drop) };
        create_task(waits.named("waits"));
        let _noisy = Noisy(2);
        sleep(10.0).await?;
        drop(permit);
        Ok(())
    });
    let (run, recorder) = begin(main, Rc::new(ByHand::default()));
    while run.turn() == Turn::Busy && run.counts().0 < 2 {}
    let events = recorder.read(Trace::len);
    run.stop();
    assert_eq!(run.outcome(), Some(Outcome::Stopped));
    assert_eq!(run.turn(), Turn::Over);
    assert_eq!(recorder.read(Trace::len), events);
}
