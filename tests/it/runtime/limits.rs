//! Every limit ends the run with its name, and leaves a complete trace.

use std::cell::Cell;
use std::rc::Rc;

use interleave::runtime::{
    Event, EventLoop, Limit, Limits, Naming, Outcome, Queue, Result, Run, RunOptions, Turn,
    create_task, gather, println, sleep,
};
use interleave::story::{StoryBuilder, phrases, summarise};
use interleave::trace::{TraceRecorder, codec};

/// Runs a program within `limits`, and claims that it ends at `limit` and not a step later.
fn check<F>(limits: Limits, main: impl FnOnce() -> F + 'static, limit: Limit)
where
    F: Future<Output = Result<()>> + 'static,
{
    let recorder = TraceRecorder::default();
    let observer = Box::new(recorder.clone());
    let options = RunOptions {
        limits,
        observer,
        ..RunOptions::default()
    };
    let run = Run::new(Box::new(|| Box::pin(main())), options);
    assert_eq!(run.turns(), Turn::Over);
    assert_eq!(run.outcome(), Some(Outcome::Limit(limit)));
    assert_eq!(run.turn(), Turn::Over);

    let trace = recorder.read(Clone::clone);
    let reached: Vec<_> = trace
        .events()
        .filter(|(_, event)| matches!(event, Event::LimitReached(_)))
        .collect();
    assert_eq!(reached, [(run.now(), Event::LimitReached(limit))]);
    let steps = |wanted: fn(&Event<'_>) -> bool| trace.events().filter(|(_, e)| wanted(e)).count();
    let began = steps(|event| matches!(event, Event::StepBegan { .. }));
    let ended = steps(|event| matches!(event, Event::StepEnded { .. }));
    assert_eq!((began, ended), (run.counts().0 as usize, began));

    let files: Vec<_> = [file!()].into();
    let decoded = codec::decode(&codec::encode(&trace), &files).unwrap();
    assert_eq!(decoded.len(), trace.len());

    let builder = StoryBuilder::of(&trace);
    let story = builder.with(&trace);
    let mut said = story.stops().flat_map(|stop| phrases(story, &stop));
    assert!(said.any(|phrase| phrase.key == "limit-reached"));
    let outcome = run.outcome().unwrap();
    let summary = summarise("test", story, run.now(), run.counts(), &outcome);
    assert_eq!(summary.outcome, "limit");
    let error = summary.error.unwrap();
    assert_eq!(error.kind, format!("limit-{}", limit.parts().0));
    assert_eq!(error.message, limit.to_string());
}

async fn yields_for_ever() -> Result<()> {
    loop {
        sleep(0.0).await?;
    }
}

#[test]
fn too_many_steps() {
    let limits = Limits {
        steps: 100,
        ..Limits::default()
    };
    check(limits, yields_for_ever, Limit::Steps(100));
}

#[test]
fn too_many_events() {
    let limits = Limits {
        events: 100,
        ..Limits::default()
    };
    check(limits, yields_for_ever, Limit::Events(100));
}

/// Callbacks take no step, but ticks.
#[test]
fn callbacks_that_call_each_other_without_end() {
    fn calls_itself(event_loop: &Rc<EventLoop>) {
        event_loop.call_soon(calls_itself);
    }
    let main = || async {
        calls_itself(&EventLoop::current().unwrap());
        sleep(1.0).await
    };
    let limits = Limits {
        steps: 100,
        ..Limits::default()
    };
    check(limits, main, Limit::Steps(100));
    let limits = Limits {
        events: 100,
        ..Limits::default()
    };
    check(limits, main, Limit::Events(100));
}

#[test]
fn too_many_tasks() {
    let limits = Limits {
        tasks: 5,
        ..Limits::default()
    };
    let main = || async {
        loop {
            create_task(sleep(1.0).named("sleeper"));
            sleep(0.0).await?;
        }
    };
    check(limits, main, Limit::Tasks(5));
}

#[test]
fn too_many_lines() {
    let limits = Limits {
        lines: 10,
        ..Limits::default()
    };
    let main = || async {
        for i in 0..20 {
            println!("{i}");
            sleep(1.0).await?;
        }
        Ok(())
    };
    check(limits, main, Limit::Lines(10));
}

#[test]
fn too_many_items_in_a_queue() {
    let limits = Limits {
        queued: 10,
        ..Limits::default()
    };
    let main = || async {
        let queue = Queue::new(0);
        loop {
            queue.put(1).await?;
            sleep(1.0).await?;
        }
    };
    check(limits, main, Limit::Queued(10));
}

#[test]
fn nothing_left_that_could_wake_a_task() {
    let main = || async {
        let queue = Queue::<i64>::new(0);
        create_task(sleep(3.0).named("sleeper"));
        queue.get().await?;
        Ok(())
    };
    check(Limits::default(), main, Limit::Stuck);
}

/// A leftover that cleans up for ever is no reason to wait for ever.
#[test]
fn cleaning_up_has_limits_too() {
    let limits = Limits {
        steps: 100,
        ..Limits::default()
    };
    let main = || async {
        let stubborn = async {
            let _ = sleep(1.0).await;
            yields_for_ever().await
        };
        create_task(stubborn.named("stubborn"));
        sleep(0.5).await
    };
    check(limits, main, Limit::Steps(100));
}

/// Callbacks that the loop calls while it closes are bounded as all others.
#[test]
fn closing_has_limits_too() {
    let limits = Limits {
        lines: 2,
        ..Limits::default()
    };
    let main = || async {
        println!("first");
        let late = create_task(async { Ok(()) }.named("late"));
        let prints = async move {
            late.add_done_callback(|_| {
                println!("second");
                Ok(())
            });
            Ok(())
        };
        create_task(prints.named("prints"));
        Ok(())
    };
    check(limits, main, Limit::Lines(2));
}

#[test]
fn a_run_just_below_its_limits_finishes() {
    let limits = Limits {
        steps: 4,
        tasks: 3,
        lines: 2,
        queued: 2,
        events: 1000,
    };
    let run = Run::new(
        Box::new(|| {
            Box::pin(async {
                let queue = Queue::new(0);
                queue.put(1).await?;
                println!("one line");
                gather([sleep(0.0).named("task")]).await?;
                Ok(())
            })
        }),
        RunOptions {
            limits: Limits { steps: 5, ..limits },
            ..RunOptions::default()
        },
    );
    run.turns();
    assert_eq!(run.outcome(), Some(Outcome::Finished));
}

/// What a run holds is dropped when it reaches a limit, although nothing was cancelled.
#[test]
fn a_run_that_reached_a_limit_holds_nothing() {
    struct Guard(Rc<Cell<u32>>);
    impl Drop for Guard {
        fn drop(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }
    let dropped = Rc::new(Cell::new(0));
    let log = dropped.clone();
    let main = move || async move {
        let guards = [log.clone(), log.clone()].map(Guard);
        for guard in guards {
            let holds = async move {
                let _guard = guard;
                Queue::<i64>::new(0).get().await
            };
            create_task(holds.named("holds"));
        }
        let _guard = Guard(log);
        Queue::<i64>::new(0).get().await?;
        Ok(())
    };
    check(Limits::default(), main, Limit::Stuck);
    assert_eq!(dropped.get(), 3);
}
