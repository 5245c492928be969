//! What is told of a run, stop by stop.

mod support;

use expect_test::expect;
use interleave::lessons::catalogue;
use interleave::story::{Insides, Story, inside};
use support::Played;

#[test]
fn workers_as_tasks_reads_like_the_account() {
    expect![[r#"
        0.00/0.00 run-starts() · step-first(main)
        0.00/0.67 creates(main 2 worker_1+worker_2)
        0.00/1.00 prints(before await) · end-waits-task(main worker_1)
        0.00/2.00 step-first(worker_1) · prints(worker_1 start) · end-sleeps(worker_1 1s 1s)
        0.00/3.00 step-first(worker_2) · prints(worker_2 start) · end-sleeps(worker_2 2s 2s)
        1.00/3.00 idle-timer(1s worker_1)
        1.00/4.00 step-timer(worker_1) · prints(worker_1 done) · end-finished(worker_1)
        1.00/5.00 step-done(main worker_1) · prints(awaited worker_1) · end-waits-task(main worker_2)
        2.00/5.00 idle-timer(2s worker_2)
        2.00/6.00 step-timer(worker_2) · prints(worker_2 done) · end-finished(worker_2)
        2.00/7.00 step-done(main worker_2) · prints(awaited worker_2) · end-finished(main) · run-ends(2s)
    "#]]
    .assert_eq(&Played::simulated("workers-as-tasks", &[]).sentences());
}

#[test]
fn the_legend_lists_the_states_that_are_seen() {
    let legend = |slug| {
        let played = Played::simulated(slug, &[]);
        played
            .story
            .looks
            .iter()
            .map(|look| look.name())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(legend("blocking"), "running blocking");
    assert_eq!(legend("await-in-turn"), "running sleeping");
    assert_eq!(legend("gather"), "running ready sleeping waiting");
    assert_eq!(legend("movies-in-turn"), "running fetching");
}

/// However a story is told and looked into, bit by bit, forward and back, it is the same.
#[test]
fn a_story_is_the_same_in_slices() {
    for lesson in catalogue() {
        let played = Played::of(lesson);
        played.recorder.read(|trace| {
            let mut story = Story::default();
            while story.tell_some(trace, 3) {}
            assert_eq!(format!("{story:?}"), format!("{:?}", played.story));
            let mut insides = Insides::default();
            for stop in played
                .story
                .stops
                .iter()
                .chain(played.story.stops.iter().rev())
            {
                let (known, fresh) = (insides.after(trace, stop.end, 2), inside(trace, stop.end));
                assert_eq!(known.running, fresh.running);
                assert!(known.timers.iter().eq(fresh.timers.iter().take(2)));
                assert!(known.waiting.iter().eq(fresh.waiting.iter().take(2)));
                assert!(known.ready.iter().eq(fresh.ready.iter().take(2)));
            }
        });
    }
}
