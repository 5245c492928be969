//! The transcript says what stepping through the run says.

use crate::support::Played;
use expect_test::expect;
use interleave::lessons::catalogue;
use interleave::runtime::{Naming, Queue, create_task, fetch, println, sleep, timeout};
use interleave::story::{Entry, Point, StoryView, phrases};

/// Steps from the start to the end as the page's button does, and notes what is said.
fn stepped(story: StoryView<'_>) -> Vec<Entry> {
    let mut said = Vec::new();
    let (mut playhead, mut known) = (Point::default(), None);
    loop {
        let number = story.stop_at(playhead, known);
        let stop = story.stop(number).unwrap();
        let phrases = phrases(story, &stop);
        said.push(Entry { stop, phrases });
        let next = story.stop_after(playhead, known, 1);
        if next == number {
            return said;
        }
        (playhead, known) = (story.stop(next).unwrap().at, Some(next));
    }
}

/// In a pool of threads several stops share a point; stepping back passes each of them, too.
#[test]
fn stepping_back_is_stepping_forward_the_other_way() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let (mut playhead, mut known) = (story.end(), None);
            for number in (0..story.stop_count()).rev() {
                assert_eq!(story.stop_at(playhead, known), number, "{}", lesson.slug);
                let before = story.stop_after(playhead, known, -1);
                (playhead, known) = (story.stop(before).unwrap().at, Some(before));
            }
        });
    }
}

#[test]
fn an_entry_is_what_is_said_at_its_stop() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let entries: Vec<_> = story.entries_from(0).collect();
            assert_eq!(entries, stepped(story), "{}", lesson.slug);
            assert!(
                entries.iter().all(|entry| !entry.phrases.is_empty()),
                "{}",
                lesson.slug
            );
        });
    }
}

#[test]
fn entries_are_read_from_anywhere() {
    Played::simulated("producer-consumer", &[]).look(|story| {
        let all: Vec<_> = story.entries_from(0).collect();
        for first in 0..all.len() + 2 {
            let some: Vec<_> = story.entries_from(first).collect();
            assert_eq!(some, all[first.min(all.len())..]);
        }
    });
}

/// Every line that a program prints is printed at an entry that is not before its moment.
#[test]
fn a_transcript_has_a_place_for_every_line() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let ends: Vec<_> = story.entries_from(0).map(|entry| entry.stop.at).collect();
            for line in story.lines() {
                assert!(ends.iter().any(|at| line.at <= *at), "{}", lesson.slug);
            }
        });
    }
}

#[test]
fn a_transcript_reads_from_start_to_end() {
    let story = Played::simulated("await-in-turn", &[("urls", "url_1")]).sentences();
    expect![[r#"
        0.00/0.00 run-starts(main)
        0.00/0.75 step-first(main) · prints(main crawling url_1) · end-sleeps(main 1s 1s)
        0.00/1.00 waits-timer(1 1s main)
        1.00/1.75 step-timer(main) · prints(main OK url_1) · end-finished(main)
        1.00/2.00 run-ends(1s)
    "#]]
    .assert_eq(&story);
}

/// A sentence names what acts: a task, or the number 1 for a callback and 0 for the program.
#[test]
fn a_sentence_names_what_acts() {
    let story = Played::main(|| async {
        let queue = Queue::<i64>::new(0);
        let asks = create_task(fetch("http://nowhere:1/page").named("asks"));
        asks.add_done_callback(move |_| {
            println!("called");
            let _ = queue.try_put(1);
            Ok(())
        });
        let sleeps = create_task(sleep(3.0).named("sleeps"));
        create_task(sleep(4.0).named("left"));
        let _ = asks.await;
        sleeps.cancel();
        let _ = timeout(1.0, sleep(2.0)).await;
        Ok(())
    });
    expect![[r#"
        0.00/0.00 run-starts(main)
        0.00/0.88 step-first(main) · creates(main 3 asks+sleeps+left)
        0.00/0.94 end-waits-for-task(main asks)
        0.00/1.75 step-first(asks) · end-fetches(asks http://nowhere:1/page)
        0.00/2.50 step-first(sleeps) · end-sleeps(sleeps 3s 3s)
        0.00/3.50 step-first(left) · end-sleeps(left 4s 4s)
        0.00/4.83 step-fetch(asks 0 nowhere:1) · end-raised(asks NotRecorded('the recorded crawl holds no answer for http://nowhere:1/page; run it live to fetch it')) · callback-ready(asks)
        0.00/5.00 calls-back(asks) · prints(1 called) · puts(1 1)
        0.00/5.90 step-done(main asks) · raised-into(main asks) · cancels(main sleeps) · sets-deadline(main 1s 1s) · end-sleeps(main 2s 2s)
        0.00/6.75 step-cancelled(sleeps main) · end-cancelled(sleeps)
        0.00/7.00 waits-deadline(1 1s main)
        1.00/7.00 deadline-passes(main 1s)
        1.00/7.75 step-timed-out(main) · end-finished(main)
        1.00/8.00 main-ended() · cancels-left(1 left)
        1.00/8.75 step-cancelled-loop(left) · end-cancelled(left)
        1.00/9.00 run-ends(1s)
    "#]].assert_eq(&story.sentences());
}
