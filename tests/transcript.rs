//! The transcript says what stepping through the run says.
#![allow(clippy::unwrap_used)]

mod support;

use expect_test::expect;
use interleave::lessons::catalogue;
use interleave::story::{Entry, Point, Told, phrases};
use support::Played;

/// Steps from the start to the end as the page's button does, and notes what is said.
fn stepped(told: Told<'_>) -> Vec<Entry> {
    let mut said = Vec::new();
    let (mut playhead, mut known) = (Point::default(), None);
    loop {
        let number = told.stop_at(playhead, known);
        let stop = told.stop(number).unwrap();
        let phrases = phrases(told, &stop);
        said.push(Entry { stop, phrases });
        let next = told.stop_after(playhead, known, 1);
        if next == number {
            return said;
        }
        (playhead, known) = (told.stop(next).unwrap().at, Some(next));
    }
}

/// In a pool of threads several stops share a point; stepping back passes each of them, too.
#[test]
fn stepping_back_is_stepping_forward_the_other_way() {
    for lesson in catalogue() {
        Played::of(lesson).look(|told| {
            let (mut playhead, mut known) = (told.end(), None);
            for number in (0..told.stop_count()).rev() {
                assert_eq!(told.stop_at(playhead, known), number, "{}", lesson.slug);
                let before = told.stop_after(playhead, known, -1);
                (playhead, known) = (told.stop(before).unwrap().at, Some(before));
            }
        });
    }
}

#[test]
fn an_entry_is_what_is_said_at_its_stop() {
    for lesson in catalogue() {
        Played::of(lesson).look(|told| {
            let entries: Vec<_> = told.entries().collect();
            assert_eq!(entries, stepped(told), "{}", lesson.slug);
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
    Played::simulated("producer-consumer", &[]).look(|told| {
        let all: Vec<_> = told.entries().collect();
        for first in 0..all.len() + 2 {
            let some: Vec<_> = told.entries_from(first).collect();
            assert_eq!(some, all[first.min(all.len())..]);
        }
        assert_eq!(told.entry(all.len()), None);
    });
}

/// Every line that a program prints is printed at an entry that is not before its moment.
#[test]
fn a_transcript_has_a_place_for_every_line() {
    for lesson in catalogue() {
        Played::of(lesson).look(|told| {
            let ends: Vec<_> = told.entries().map(|entry| entry.stop.at).collect();
            for line in told.lines() {
                assert!(ends.iter().any(|at| line.at <= *at), "{}", lesson.slug);
            }
        });
    }
}

#[test]
fn a_transcript_reads_from_start_to_end() {
    let told = Played::simulated("await-in-turn", &[("urls", "url_1")]).sentences();
    expect![[r#"
        0.00/0.00 run-starts() · step-first(main)
        0.00/1.00 prints(crawling url_1) · end-sleeps(main 1s 1s)
        1.00/1.00 idle-timer(1s main)
        1.00/2.00 step-timer(main) · prints(OK url_1) · end-finished(main) · run-ends(1s)
    "#]]
    .assert_eq(&told);
}
