//! What is said of a run, stop by stop.

use crate::support::Played;
use expect_test::expect;
use interleave::lessons::catalogue;
use interleave::runtime::{Event, Observer, TaskId};
use interleave::story::{LoopStateCursor, State, StoryBuilder, loop_state};
use interleave::trace::Trace;

#[test]
fn workers_as_tasks_reads_like_the_account() {
    expect![[r#"
        0.00/0.00 run-starts(main)
        0.00/0.67 step-first(main) · creates(main 2 worker_1+worker_2)
        0.00/0.92 prints(main before await) · end-waits-for-task(main worker_1)
        0.00/1.75 step-first(worker_1) · prints(worker_1 worker_1 start) · end-sleeps(worker_1 1s 1s)
        0.00/2.75 step-first(worker_2) · prints(worker_2 worker_2 start) · end-sleeps(worker_2 2s 2s)
        0.00/3.00 waits-timer(1 1s worker_1)
        1.00/3.83 step-timer(worker_1) · prints(worker_1 worker_1 done) · end-finished(worker_1)
        1.00/4.75 step-done(main worker_1) · prints(main awaited worker_1) · end-waits-for-task(main worker_2)
        1.00/5.00 waits-timer(1 2s worker_2)
        2.00/5.83 step-timer(worker_2) · prints(worker_2 worker_2 done) · end-finished(worker_2)
        2.00/6.75 step-done(main worker_2) · prints(main awaited worker_2) · end-finished(main)
        2.00/7.00 run-ends(2s)
    "#]]
    .assert_eq(&Played::simulated("workers-as-tasks", &[]).sentences());
}

#[test]
fn the_legend_lists_the_states_that_are_seen() {
    let legend = |slug| {
        let played = Played::simulated(slug, &[]);
        played.look(|story| {
            let kinds = story.state_kinds().iter().map(|kind| kind.name());
            kinds.collect::<Vec<_>>().join(" ")
        })
    };
    assert_eq!(legend("blocking"), "running blocking");
    assert_eq!(legend("await-in-turn"), "running sleeping");
    assert_eq!(legend("gather"), "running ready sleeping waiting");
    assert_eq!(legend("movies-in-turn"), "running fetching");
}

/// A story is the same if it is built in slices, and so is the state of the loop if it is read in
/// slices, forward and back.
#[test]
fn a_story_is_the_same_in_slices() {
    for lesson in catalogue() {
        let played = Played::of(lesson);
        played.look(|story| {
            let (mut builder, trace) = (StoryBuilder::default(), story.trace());
            while builder.read_some(trace, 3) {}
            assert_eq!(format!("{builder:?}"), format!("{:?}", played.builder));
            let mut whole = LoopStateCursor::default();
            let mut in_parts = LoopStateCursor::default();
            for stop in story.stops().chain(story.stops().rev()) {
                let known = whole.read_some(trace, stop.end, 2, usize::MAX);
                let known = known.unwrap();
                let fresh = loop_state(trace, stop.end);
                let mut read =
                    (0..=2 * trace.len()).map(|_| in_parts.read_some(trace, stop.end, 2, 1));
                assert_eq!(read.find_map(|state| state).as_ref(), Some(&known));
                assert_eq!(known.running, fresh.running);
                assert!(known.timers.iter().eq(fresh.timers.iter().take(2)));
                assert!(known.waiting.iter().eq(fresh.waiting.iter().take(2)));
                assert!(known.ready.iter().eq(fresh.ready.iter().take(2)));
            }
        });
    }
}

/// Events of many tasks are sorted while the story grows; each lane stays what its events say.
#[test]
fn a_long_story_is_that_of_each_task() {
    let given = [("pages", "5000"), ("concurrency", "50")];
    let played = Played::simulated("ten-thousand", &given);
    let whole = spans_and_ends(&played.builder, &played);
    let trace_bytes = played.recorder.read(Trace::bytes);
    let pyramid_bytes = played.builder.pyramid_bytes();
    let story_bytes = played.builder.bytes() - pyramid_bytes;
    assert!(
        story_bytes < trace_bytes / 2,
        "{story_bytes} of {trace_bytes}"
    );
    assert!(
        pyramid_bytes * 10 < trace_bytes * 3,
        "{pyramid_bytes} of {trace_bytes}"
    );
    assert_eq!(whole.len(), 5001);
    for most in [1000, 7777] {
        let mut builder = StoryBuilder::default();
        played.recorder.read(|trace| {
            while builder.read_some(trace, most) {
                // To read a lane in between changes nothing.
                let _ = builder.with(trace).lane(TaskId(0)).unwrap().ending();
            }
        });
        assert!(spans_and_ends(&builder, &played) == whole, "{most}");
    }
}

/// Each lane's spans and end, as the events say that name its task.
fn spans_and_ends(builder: &StoryBuilder, played: &Played) -> Vec<(usize, String)> {
    played.recorder.read(|trace| {
        let story = builder.with(trace);
        let mut events = vec![0; story.lane_count()];
        for (_, event) in trace.events() {
            if let Event::Scheduled { task, .. }
            | Event::StepBegan { task }
            | Event::StepEnded { task, .. } = event
            {
                events[task.0 as usize] += 1;
            }
        }
        let lanes = story.lanes().zip(events);
        let life = lanes.map(|(lane, events)| {
            let spans: Vec<_> = lane.spans().collect();
            // Every event begins a span, but for the last, which ends the task.
            assert_eq!(spans.len() + 1, events, "{}", lane.name());
            assert!(
                spans
                    .windows(2)
                    .all(|pair| pair[0].to == Some(pair[1].from))
            );
            let ended = lane.ending().unwrap();
            assert_eq!(spans.last().unwrap().to, Some(ended.0));
            (spans.len(), format!("{} {spans:?} {ended:?}", lane.name()))
        });
        life.collect()
    })
}

/// A run that is cut off in the middle is read as far as it went, and all of that is seen.
#[test]
fn a_run_that_is_cut_off_is_seen_as_far_as_it_went() {
    let given = [("pages", "3000"), ("concurrency", "50")];
    let played = Played::simulated("ten-thousand", &given);
    let mut cut = Trace::new();
    played.recorder.read(|trace| {
        // The last of these is in the middle of a step.
        let mut events = trace.events().take(14_000).collect::<Vec<_>>();
        while !matches!(events.last(), Some((_, Event::StepBegan { .. }))) {
            events.pop();
        }
        for (at, event) in events {
            cut.observe(at, event);
        }
    });
    let builder = StoryBuilder::of(&cut);
    let story = builder.with(&cut);
    let begun = |event: &Event<'_>| matches!(event, Event::StepBegan { .. });
    let begun = cut.events().filter(|(_, event)| begun(event)).count();
    let ran = story.lanes().map(|lane| {
        let runs = lane.spans().filter(|span| span.state == State::Running);
        runs.count()
    });
    assert_eq!(ran.sum::<usize>(), begun);
}
