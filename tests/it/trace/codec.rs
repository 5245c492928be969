//! A trace written to bytes and read again is the same trace; damaged bytes are refused or shown.

use std::ops::Range;

use crate::support::Played;
use crate::support::any_trace::{check, show};
use expect_test::{Expect, expect};
use interleave::lessons::catalogue;
use interleave::runtime::{
    Event, Naming, Observer, Queue, Result, Semaphore, blocking_sleep, create_task, fetch, gather,
    println, sleep,
};
use interleave::story::StoryBuilder;
use interleave::trace::{Trace, codec};

/// The sources in which the locations of these traces are.
fn files() -> Vec<&'static str> {
    let lessons = catalogue().iter().map(|lesson| lesson.file);
    lessons.chain([file!(), ""]).collect()
}

/// A program in which nearly everything happens, in few events.
fn busy() -> Played {
    async fn holds(permits: Semaphore, queue: Queue<i64>) -> Result<()> {
        let _permit = permits.acquire().await?;
        sleep(0.0).await?;
        queue.put(1).await?;
        sleep(9.0).await
    }
    Played::main(|| async {
        let (permits, queue) = (Semaphore::new(1), Queue::new(1));
        let tasks = [1, 2].map(|_| create_task(holds(permits.clone(), queue.clone()).named("h")));
        tasks[0].add_done_callback(|_| Ok(()));
        println!("it");
        blocking_sleep(1.0);
        let _ = gather([fetch("nowhere").named("f")])
            .return_exceptions()
            .await?;
        queue.get().await?;
        tasks[0].cancel();
        queue.get().await?;
        Ok(())
    })
}

#[test]
fn what_is_written_can_be_read() {
    let mut all: Vec<_> = catalogue().iter().map(Played::of).collect();
    all.push(busy());
    for played in all {
        let bytes = played.bytes();
        let read = codec::decode(&bytes, &files()).unwrap();
        played.recorder.read(|trace| {
            assert!(
                trace.events().eq(read.events()),
                "{}",
                played.summary.lesson
            );
        });
        assert_eq!(codec::encode(&read), bytes, "{}", played.summary.lesson);
        assert_eq!(
            format!("{:?}", StoryBuilder::of(&read)),
            format!("{:?}", played.builder)
        );
    }
}

/// A run of more than one part is the same, whether it is taken at its end or while it goes on.
#[test]
fn parts_are_the_trace() {
    let pages = [("pages", "10000")];
    let played = Played::simulated("ten-thousand", &pages);
    let (bytes, files) = (played.bytes(), files());
    let mut taken = Trace::new();
    let mut number = 0;
    let take = |taken: &mut Trace, trace: &Trace, number: usize| {
        let part = codec::encode_part(trace, number);
        codec::append_part(taken, &part, &files).unwrap()
    };
    // As a trace grows, each part is written when it is full; what comes later does not change it.
    let mut growing = Trace::new();
    played.recorder.read(|trace| {
        for (at, event) in trace.events() {
            growing.observe(at, event);
            if growing.len() / codec::PART_EVENTS > number {
                assert_eq!(take(&mut taken, &growing, number), codec::Part::Full);
                number += 1;
            }
        }
    });
    assert!(number > 3, "{number}");
    assert_eq!(take(&mut taken, &growing, number), codec::Part::Last);
    assert_eq!(codec::encode(&taken), bytes);
    assert_eq!(codec::encode(&growing), bytes);
}

#[test]
fn a_part_that_does_not_follow_is_refused() {
    let played = Played::simulated("ten-thousand", &[("pages", "2000")]);
    let files = files();
    let parts = played
        .recorder
        .read(|trace| [0, 1].map(|number| codec::encode_part(trace, number)));
    let append = |trace: &mut Trace, part: &[u8]| codec::append_part(trace, part, &files);
    let mut trace = Trace::new();
    let more = [&parts[0][..], b"more"].concat();
    let refused = append(&mut trace, &more).unwrap_err();
    assert_eq!(refused, codec::DecodeError::Damaged(parts[0].len()));
    // Its moments are not those of the first.
    assert!(append(&mut Trace::new(), &parts[1]).is_err());
    let mut trace = Trace::new();
    assert_eq!(append(&mut trace, &parts[0]), Ok(codec::Part::Full));
    assert_eq!(append(&mut trace, &parts[1]), Ok(codec::Part::Last));
    // Nothing follows the last.
    assert!(append(&mut trace, &parts[1]).is_err());
}

/// A part that says that it is larger than it is takes no memory for what it says.
#[test]
fn a_part_is_as_large_as_its_bytes() {
    for table in 0..5 {
        let mut part = vec![0; 4 * table];
        part.extend(u32::MAX.to_le_bytes());
        part.extend([0; 64]);
        let refused = codec::append_part(&mut Trace::new(), &part, &[]);
        assert_eq!(refused, Err(codec::DecodeError::Damaged(4 * table)));
    }
}

/// A recorded run of a hundred megabytes is read without that room beside it: piece by piece, but for
/// a part that has a longer text.
#[test]
fn a_long_trace_is_read_in_pieces() {
    const PIECE: usize = 1 << 20;
    let long = Played::main(|| async {
        println!("{}", "ü".repeat(PIECE));
        for number in 0..80_000 {
            println!("line {number} of those that make the record longer");
        }
        Ok(())
    });
    let bytes = long.bytes();
    let mut longest = 0;
    let fetch = |piece: Range<usize>| {
        longest = longest.max(piece.len());
        bytes[piece].to_vec()
    };
    let read = codec::decode_pieces(bytes.len(), fetch, &files()).unwrap();
    assert!(codec::encode(&read) == bytes);
    assert_eq!(longest, 4 * PIECE, "of {} bytes", bytes.len());
    // Of bytes that are cut off anywhere, the error has the offset.
    for length in (5..bytes.len()).step_by(bytes.len() / 60) {
        match codec::decode(&bytes[..length], &files()) {
            Err(codec::DecodeError::Damaged(at)) => assert!(at <= length, "{at} of {length}"),
            other => panic!("{length}: {:?}", other.map(|trace| trace.len())),
        }
    }
}

/// A location in a file that the reader does not have is nowhere, whatever its line.
#[test]
fn a_location_in_an_unknown_file_is_nowhere() {
    let bytes = Played::simulated("gather", &[]).bytes();
    let read = codec::decode(&bytes, &[]).unwrap();
    for (_, event) in read.events() {
        if let Event::StepEnded {
            location: Some(p), ..
        }
        | Event::Printed { location: p, .. } = event
        {
            assert_eq!((p.file, p.line), ("", 0));
        }
    }
}

fn check_refusal(bytes: &[u8], expected: Expect) {
    expected.assert_eq(&codec::decode(bytes, &[]).unwrap_err().to_string());
}

#[test]
fn what_is_no_trace_is_refused_with_a_sentence() {
    let bytes = Played::simulated("gather", &[]).bytes();
    let changed = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        bytes
    };
    check_refusal(
        b"",
        expect!["this is not a recording: it does not start with ILV"],
    );
    check_refusal(
        &changed(0, b'J'),
        expect!["this is not a recording: it does not start with ILV"],
    );
    check_refusal(
        &changed(3, 9),
        expect!["this recording has version 9 of the format; only version 3 can be read"],
    );
    check_refusal(
        &changed(8, 99),
        expect!["the recording is damaged at byte 8"],
    );
    check_refusal(&bytes[..30], expect!["the recording is damaged at byte 4"]);
}

#[test]
fn a_trace_that_ends_early_is_refused() {
    let bytes = busy().bytes();
    for length in 0..bytes.len() {
        assert!(
            codec::decode(&bytes[..length], &files()).is_err(),
            "{length}"
        );
    }
}

/// Every byte of a small trace is changed: the trace is refused, or shown as it reads then. When everything is
/// asked for, each is changed in two ways.
#[test]
fn a_damaged_trace_is_refused_or_shown() {
    let bytes = busy().bytes();
    let (mut story, files) = (0, files());
    for at in 0..bytes.len() {
        // Neighbours of a kind have their bits turned in turn; the highest one does most.
        let bits = [at % 8, 7];
        let bits = if is_full() {
            &bits[..]
        } else {
            &bits[at / 8 % 2..][..1]
        };
        for bit in bits {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << *bit;
            if let Ok(trace) = codec::decode(&damaged, &files) {
                show(&trace);
                story += 1;
            }
        }
    }
    // Most bytes are numbers, and any number is read.
    let ways = if is_full() { 2 } else { 1 };
    assert!(story > ways * bytes.len() / 2);
}

/// Tells whether everything is asked for (`cargo xtask test --full`).
fn is_full() -> bool {
    std::env::var_os("INTERLEAVE_FULL").is_some()
}

/// What the fuzzer found worth keeping (`cargo xtask fuzz trace`), one file each.
#[test]
fn what_the_fuzzer_kept_is_refused_or_shown() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpora/trace");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let _ = check(&std::fs::read(entry.unwrap().path()).unwrap(), &files());
        count += 1;
    }
    assert!(count > 0);
}
