//! What a stop shows is true to its moment: a step is shown while its task runs, a wait of the loop
//! from where it begins.

use std::rc::Rc;

use crate::support::messages::Messages;
use crate::support::network::{ByHand, begin, fetches, program};
use crate::support::{GIVEN, Played, true_moment};
use interleave::lessons::catalogue;
use interleave::runtime::{
    Cause, Event, Naming, Observer, Task, TaskId, ThreadId, Wait, create_task, gather, sleep,
    timeout,
};
use interleave::story::{
    Actor, Point, Stop, StopKind, StoryBuilder, StoryView, loop_state, phrases, waits_now,
};
use interleave::trace::Trace;

/// Plays every lesson, and some with other values, and looks at each story.
fn everywhere(look: impl Fn(&str, StoryView<'_>)) {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| look(lesson.slug, story));
    }
    for (slug, given) in GIVEN {
        Played::simulated(slug, given).look(|story| look(&format!("{slug} {given:?}"), story));
    }
}

#[test]
fn what_a_stop_shows_is_true_to_its_moment() {
    everywhere(true_moment::check);
}

#[test]
fn the_sentence_of_a_step_is_about_its_task() {
    let languages = ["en", "zh-Hans"].map(Messages::of);
    everywhere(|name, story| {
        for stop in story.stops() {
            let Some(task) = stop.task else { continue };
            let said = phrases(story, &stop);
            for messages in &languages {
                let first = messages.sentence(&said[0]);
                assert!(first.contains(story.name(task)), "{name}: {first}");
            }
        }
    });
}

/// A done callback is an entry of the ready queue until it is called, and its call is a stop.
#[test]
fn a_callback_is_ready_and_then_called() {
    Played::simulated("done-callback", &[("urls", "url_1,url_1")]).look(|story| {
        let calls = story.stops().filter(|stop| stop.kind == StopKind::Call);
        let calls: Vec<_> = calls.collect();
        let state = |stop: &Stop| loop_state(story.trace(), stop.shown);
        let called = [1, 2].map(|task| Some(Actor::Callback(TaskId(task))));
        assert_eq!(
            calls
                .iter()
                .map(|stop| state(stop).running)
                .collect::<Vec<_>>(),
            called
        );
        let before = story
            .stops()
            .rfind(|stop| stop.end <= calls[0].first)
            .unwrap();
        assert!(state(&before).ready.contains(&Actor::Callback(TaskId(1))));
        assert_eq!(calls[0].at.time, before.at.time);
    });
}

/// From the end of a thread's job to the moment at which its task is ready, the thread's callback is in the
/// ready queue, before all else: the thread may take its next job meanwhile, and print.
#[test]
fn what_a_thread_hands_to_the_loop_is_ready() {
    everywhere(|_, story| {
        let mut ended = None;
        for (number, (_, event)) in story.trace().events_from(0).enumerate() {
            let first = loop_state(story.trace(), number).ready.front().copied();
            let callback = first.filter(|actor| matches!(actor, Actor::Thread(_)));
            assert_eq!(callback, ended, "{number}");
            match event {
                Event::JobEnded { thread } => ended = Some(Actor::Thread(thread)),
                Event::Scheduled {
                    cause: Cause::Thread(_),
                    ..
                } => ended = None,
                _ => {}
            }
        }
    });
    Played::simulated("threads", &[]).look(|story| {
        let is_callback = |stop: &Stop| {
            let ready = loop_state(story.trace(), stop.shown).ready;
            ready.contains(&Actor::Thread(ThreadId(0)))
        };
        // When the thread takes its next job, and when that prints.
        assert_eq!(story.stops().filter(is_callback).count(), 2);
    });
}

/// From the end of a gathered task until the gather has counted it, the gather's callback is in the ready
/// queue. Where the gather's own task becomes ready, nothing but callbacks of gathers is before the last one.
#[test]
fn what_a_gather_counts_is_ready() {
    everywhere(|name, story| {
        let trace = story.trace();
        let mut actor = None;
        for (number, (_, event)) in trace.events_from(0).enumerate() {
            match event {
                Event::StepBegan { task } | Event::CalledBack { task } => actor = Some(task),
                Event::StepEnded { .. } | Event::CallbackEnded { .. } => actor = None,
                Event::Scheduled {
                    task,
                    cause: Cause::Task(child),
                } if actor.is_none() && waits_for_gather(trace, task, number) => {
                    let ready = loop_state(trace, number).ready.into_iter();
                    let mut first = ready.take_while(|actor| matches!(actor, Actor::Gather(_)));
                    let is_there = first.any(|actor| actor == Actor::Gather(child));
                    assert!(is_there, "{name}: {number}");
                }
                _ => {}
            }
        }
        for stop in story.stops().filter(|stop| stop.kind == StopKind::Waiting) {
            assert!(
                loop_state(trace, stop.shown).ready.is_empty(),
                "{name}: {stop:?}"
            );
        }
    });
}

/// Returns whether a task waits for a gather before an event.
fn waits_for_gather(trace: &Trace, task: TaskId, number: usize) -> bool {
    let waiting = loop_state(trace, number).waiting;
    waiting
        .iter()
        .any(|(other, wait)| *other == task && matches!(wait, Wait::Gather(_)))
}

/// Gathers tasks that sleep.
async fn gathers<const COUNT: usize>(tasks: [Task<()>; COUNT]) -> interleave::runtime::Result<()> {
    gather(tasks).await.map(drop)
}

/// Each gathered task has its callback, in the order in which the tasks end; one that is gathered twice has two.
#[test]
fn each_gather_counts_each_of_its_tasks() {
    let played = Played::main(|| async {
        let one = create_task(sleep(1.0));
        let [two, three] = [2.0, 1.0].map(|seconds| create_task(sleep(seconds)));
        let first = create_task(gathers([one.clone(), three.clone()]));
        let second = create_task(gathers([two, one, three]));
        first.await?;
        second.await
    });
    let ready = played.look(|story| {
        let trace = story.trace();
        let lengths = (0..=trace.len()).map(|count| {
            let ready = loop_state(trace, count).ready.into_iter();
            ready
                .filter_map(|actor| match actor {
                    Actor::Gather(TaskId(task)) => Some(task),
                    _ => None,
                })
                .collect::<Vec<_>>()
        });
        let mut ready: Vec<_> = lengths.collect();
        ready.dedup();
        ready
    });
    let wanted: &[&[u32]] = &[&[], &[1, 1], &[1, 1, 3, 3], &[], &[2], &[]];
    assert_eq!(ready, wanted);
}

/// The run starts with its main task in the ready queue, and closes with nothing left.
#[test]
fn a_run_starts_and_closes() {
    everywhere(|name, story| {
        let (first, last) = (story.stop(0).unwrap(), story.stops().last().unwrap());
        assert_eq!(first.kind, StopKind::Start, "{name}");
        assert_eq!(story.stop_number(Point::default()), 0, "{name}");
        let begin = loop_state(story.trace(), first.shown);
        assert_eq!((begin.running, begin.ready.len()), (None, 1), "{name}");
        assert_eq!(last.at, story.end(), "{name}");
        let key = phrases(story, &last).last().unwrap().key;
        if key == "limit-reached" {
            return;
        }
        assert_eq!(key, "run-ends", "{name}");
        let end = loop_state(story.trace(), last.shown);
        assert_eq!(end.running, None, "{name}");
        assert!(end.ready.is_empty() && end.timers.is_empty() && end.waiting.is_empty());
    });
}

#[test]
fn a_line_is_quoted_where_it_is_printed() {
    everywhere(true_moment::check_lines);
}

/// While a run waits its trace does not say yet how the wait ends: the stop of the wait is there, and
/// keeps its number.
#[test]
fn a_wait_that_goes_on_is_the_stop_that_it_will_be() {
    everywhere(|name, story| {
        let (mut cut, mut builder) = (Trace::new(), StoryBuilder::default());
        let stops: Vec<_> = story.stops().collect();
        let waits: Vec<_> = (0..stops.len())
            .filter(|number| stops[*number].kind == StopKind::Waiting)
            .collect();
        let events: Vec<_> = story.trace().events().collect();
        for number in waits {
            let stop = stops[number];
            for (at, event) in &events[cut.len()..stop.end] {
                cut.observe(*at, *event);
            }
            while builder.read_some(&cut, 7) {}
            let known = builder.with(&cut);
            assert_eq!(known.stop_count(), number + 1, "{name}");
            assert_eq!(known.stop(number), Some(stop), "{name}");
            assert_eq!(known.stop_number(known.end()), number, "{name}");
        }
    });
}

/// While a request is on its way nothing says how long; what is waited for is known from the tasks.
#[test]
fn a_run_that_waits_says_what_for() {
    let network = Rc::new(ByHand::default());
    let main = program(|| async {
        let late = create_task(fetches("http://late/").named("late"));
        fetches("http://early/").await?;
        late.await
    });
    let (run, recorder) = begin(main, network.clone());
    let said = || {
        recorder.read(|trace| {
            let builder = StoryBuilder::of(trace);
            let story = builder.with(trace);
            let stop = story.stops().last().unwrap();
            assert_eq!((stop.kind, stop.end), (StopKind::Waiting, trace.len()));
            assert_eq!(phrases(story, &stop)[0].key, "waits");
            let waits = waits_now(story, &loop_state(trace, stop.shown)).unwrap();
            Messages::of("en").sentence(&waits)
        })
    };
    run.turns();
    let both = "the loop waits for the network: main, late have sent requests.";
    assert!(said().ends_with(both), "{}", said());
    network.answer("http://early/");
    run.turns();
    let one = "the loop waits for the network: late has requested http://late/.";
    assert!(said().ends_with(one), "{}", said());
    network.answer("http://late/");
    run.turns();
    assert!(run.outcome().is_some());
}

/// A deadline is a timer of its task from when it is set until it is removed or passes.
#[test]
fn deadlines_are_timers() {
    let played = Played::main(|| async {
        let inner = timeout(1.0, sleep(9.0));
        let _ = timeout(3.0, async {
            let _ = inner.await;
            sleep(9.0).await
        })
        .await;
        timeout(2.0, sleep(1.0)).await
    });
    let timers = played.look(|story| {
        let waits = story.stops().filter(|stop| stop.kind == StopKind::Waiting);
        let timers = waits.map(|stop| {
            let timers = loop_state(story.trace(), stop.shown).timers.into_iter();
            let timers = timers.map(|timer| format!("{:?} {}", timer.kind, timer.until.decimal(0)));
            timers.collect::<Vec<_>>().join(", ")
        });
        timers.collect::<Vec<_>>()
    });
    let wanted = [
        "Deadline 1, Deadline 3, Sleep 9",
        "Deadline 3, Sleep 10",
        "Sleep 4, Deadline 5",
    ];
    assert_eq!(timers, wanted);
}
