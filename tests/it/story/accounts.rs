//! What is said of a run, stop by stop, in the words that a reader sees.

use std::fmt::Write;

use crate::support::Played;
use crate::support::messages::Messages;
use expect_test::{Expect, expect};
use interleave::story::phrases;

/// Writes down what is said at each stop of a lesson, in English, with its time and the number of the
/// line that is lit.
fn account(slug: &str, given: &[(&str, &str)]) -> String {
    let english = Messages::of("en");
    let mut account = String::new();
    Played::simulated(slug, given).look(|story| {
        for stop in story.stops() {
            let said = phrases(story, &stop);
            let said: Vec<_> = said.iter().map(|it| english.sentence(it)).collect();
            let line = stop.location.map_or(0, |location| location.line);
            let time = stop.at.time.decimal(2);
            let _ = writeln!(account, "{time} {line:3} {}", said.join(" "));
        }
    });
    account
}

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&account(slug, given));
}

/// A callback is called at the time at which its task has ended, whatever comes next.
#[test]
fn a_done_callback() {
    check(
        "done-callback",
        &[("urls", "url_1,url_2")],
        expect![[r#"
            0.00   0 The run starts: main is first in the ready queue.
            0.00  14 The loop takes main from the ready queue, and main starts. main creates url_1, url_2, which wait in the ready queue.
            0.00  23 main waits for 2 tasks and gives up control.
            0.00   7 The loop takes url_1 from the ready queue, and url_1 starts. url_1 prints “crawling url_1”. url_1 goes to sleep for 1.00 s and gives up control.
            0.00   7 The loop takes url_2 from the ready queue, and url_2 starts. url_2 prints “crawling url_2”. url_2 goes to sleep for 2.00 s and gives up control.
            0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s url_1 wakes.
            1.00   7 The sleep of url_1 is over, and url_1 resumes. url_1 is done and returns 'OK url_1'. The done callback of url_1 joins the ready queue.
            1.00  17 The done callback of url_1 is called, since url_1 has ended. The callback prints “result:  OK url_1”.
            1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s url_2 wakes.
            2.00   7 The sleep of url_2 is over, and url_2 resumes. url_2 is done and returns 'OK url_2'. The done callback of url_2 joins the ready queue.
            2.00  17 The done callback of url_2 is called, since url_2 has ended. The callback prints “result:  OK url_2”.
            2.00  23 The last of the 2 tasks, url_2, has ended, so main resumes. main is done and leaves the loop.
            2.00   0 Nothing is left to do: the loop closes at 2.00 s.
        "#]],
    );
}

/// Who set the deadline, that it passed, and what it cancels.
#[test]
fn a_deadline() {
    check(
        "timeout",
        &[],
        expect![[r#"
            0.00   0 The run starts: main is first in the ready queue.
            0.00   7 The loop takes main from the ready queue, and main starts. main sets a deadline: a timer, 2.00 s from now, at 2.00 s. main prints “crawling url_1”. main goes to sleep for 1.00 s and gives up control.
            0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s main wakes.
            1.00   7 The sleep of main is over, and main resumes. main prints “OK url_1”. main removes its deadline of 2.00 s. main sets a deadline: a timer, 2.00 s from now, at 3.00 s. main prints “crawling url_3”. main goes to sleep for 3.00 s and gives up control.
            1.00   0 The ready queue is empty, so the loop waits for the next timer: at 3.00 s the deadline of main passes.
            3.00   0 The deadline that main set has passed at 3.00 s: the loop cancels the await of main.
            3.00   7 main resumes, since its deadline has passed: its await raises CancelledError. main prints “cleaning up url_3”, “gave up url_3”. main sets a deadline: a timer, 2.00 s from now, at 5.00 s. main prints “crawling url_1”. main goes to sleep for 1.00 s and gives up control.
            3.00   0 The ready queue is empty, so the loop waits for the next timer: at 4.00 s main wakes.
            4.00   7 The sleep of main is over, and main resumes. main prints “OK url_1”, “crawling url_3”. main goes to sleep for 3.00 s and gives up control.
            4.00   0 The ready queue is empty, so the loop waits for the next timer: at 5.00 s the deadline of main passes.
            5.00   0 The deadline that main set has passed at 5.00 s: the loop cancels the await of main.
            5.00  30 main resumes, since its deadline has passed: its await raises CancelledError. main prints “cleaning up url_3”, “gave up the rest”. main is done and leaves the loop.
            5.00   0 Nothing is left to do: the loop closes at 5.00 s.
        "#]],
    );
}

/// The permit that one task gives back is what the next one waited for.
#[test]
fn a_permit() {
    check(
        "semaphore",
        &[("urls", "url_1,url_2,url_3"), ("concurrency", "2")],
        expect![[r#"
            0.00   0 The run starts: main is first in the ready queue.
            0.00  19 The loop takes main from the ready queue, and main starts. main creates url_1, url_2, url_3, which wait in the ready queue.
            0.00  21 main waits for 3 tasks and gives up control.
            0.00   8 The loop takes url_1 from the ready queue, and url_1 starts. url_1 prints “crawling url_1”. url_1 goes to sleep for 1.00 s and gives up control.
            0.00   8 The loop takes url_2 from the ready queue, and url_2 starts. url_2 prints “crawling url_2”. url_2 goes to sleep for 2.00 s and gives up control.
            0.00   6 The loop takes url_3 from the ready queue, and url_3 starts. The semaphore has no free permit: url_3 waits for a permit and gives up control.
            0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s url_1 wakes.
            1.00   9 The sleep of url_1 is over, and url_1 resumes. url_1 prints “OK url_1”. url_1 is done and leaves the loop.
            1.00   8 url_1 gave a permit back, so url_3 gets the permit and resumes. url_3 prints “crawling url_3”. url_3 goes to sleep for 3.00 s and gives up control.
            1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s url_2 wakes.
            2.00   9 The sleep of url_2 is over, and url_2 resumes. url_2 prints “OK url_2”. url_2 is done and leaves the loop.
            2.00   0 The ready queue is empty, so the loop waits for the next timer: at 4.00 s url_3 wakes.
            4.00   9 The sleep of url_3 is over, and url_3 resumes. url_3 prints “OK url_3”. url_3 is done and leaves the loop.
            4.00  21 The last of the 3 tasks, url_3, has ended, so main resumes. main is done and leaves the loop.
            4.00   0 Nothing is left to do: the loop closes at 4.00 s.
        "#]],
    );
}

/// What is cancelled before its first step never runs.
#[test]
fn cancelled_before_it_ever_ran() {
    check(
        "cancel-and-finally",
        &[],
        expect![[r#"
        0.00   0 The run starts: main is first in the ready queue.
        0.00  24 The loop takes main from the ready queue, and main starts. main creates worker_1, which waits in the ready queue.
        0.00  25 main goes to sleep for 1.00 s and gives up control.
        0.00   7 The loop takes worker_1 from the ready queue, and worker_1 starts. worker_1 prints “worker_1 start”. worker_1 goes to sleep for 3.00 s and gives up control.
        0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s main wakes.
        1.00  26 The sleep of main is over, and main resumes. main creates worker_2, which waits in the ready queue.
        1.00  32 main requests the cancellation of worker_1. main requests the cancellation of worker_2. main prints “main has cancelled both”. main waits for worker_1 and gives up control.
        1.00   0 worker_2 is cancelled before it ever ran: nothing of it runs, no finally either.
        1.00  18 worker_1 resumes, since main has cancelled it: its await raises CancelledError. worker_1 prints “worker_1 is cancelled”, “worker_1 cleans up”. worker_1 goes to sleep for 0.50 s and gives up control.
        1.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.50 s worker_1 wakes.
        1.50  19 The sleep of worker_1 is over, and worker_1 resumes. worker_1 prints “worker_1 has cleaned up”. worker_1 is cancelled and leaves the loop.
        1.50  34 worker_1 was cancelled, so main resumes, and the await of main raises CancelledError. main prints “await worker_1 raised CancelledError”, “await worker_2 raised CancelledError”. main is done and leaves the loop.
        1.50   0 Nothing is left to do: the loop closes at 1.50 s.
    "#]],
    );
    check(
        "scheduled-not-started",
        &[],
        expect![[r#"
        0.00   0 The run starts: main is first in the ready queue.
        0.00  13 The loop takes main from the ready queue, and main starts. main creates worker_1, which waits in the ready queue.
        0.00  15 main prints “worker_1 is created”. main creates worker_2, which waits in the ready queue.
        0.00  16 main prints “worker_2 is created”.
        0.00  18 main blocks the loop for 1.00 s: no other task runs until 1.00 s.
        1.00  22 main prints “main was busy”. main requests the cancellation of worker_2. main waits for worker_1 and gives up control.
        1.00   7 The loop takes worker_1 from the ready queue, and worker_1 starts. worker_1 prints “worker_1 start”. worker_1 goes to sleep for 1.00 s and gives up control.
        1.00   0 worker_2 is cancelled before it ever ran: nothing of it runs, no finally either.
        1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s worker_1 wakes.
        2.00   8 The sleep of worker_1 is over, and worker_1 resumes. worker_1 prints “worker_1 done”. worker_1 is done and leaves the loop.
        2.00  23 worker_1 has ended, so main resumes. main prints “awaited worker_1”. main is done and leaves the loop.
        2.00   0 Nothing is left to do: the loop closes at 2.00 s.
    "#]],
    );
}

/// The last of those that are gathered lets main go on, and what creates them is lit.
#[test]
fn a_gather() {
    check(
        "gather",
        &[],
        expect![[r#"
            0.00   0 The run starts: main is first in the ready queue.
            0.00  16 The loop takes main from the ready queue, and main starts. main creates url_1, url_2, url_3, url_4, which wait in the ready queue.
            0.00  16 main waits for 4 tasks and gives up control.
            0.00   7 The loop takes url_1 from the ready queue, and url_1 starts. url_1 prints “crawling url_1”. url_1 goes to sleep for 1.00 s and gives up control.
            0.00   7 The loop takes url_2 from the ready queue, and url_2 starts. url_2 prints “crawling url_2”. url_2 goes to sleep for 2.00 s and gives up control.
            0.00   7 The loop takes url_3 from the ready queue, and url_3 starts. url_3 prints “crawling url_3”. url_3 goes to sleep for 3.00 s and gives up control.
            0.00   7 The loop takes url_4 from the ready queue, and url_4 starts. url_4 prints “crawling url_4”. url_4 goes to sleep for 4.00 s and gives up control.
            0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s url_1 wakes.
            1.00   8 The sleep of url_1 is over, and url_1 resumes. url_1 prints “OK url_1”. url_1 is done and leaves the loop.
            1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s url_2 wakes.
            2.00   8 The sleep of url_2 is over, and url_2 resumes. url_2 prints “OK url_2”. url_2 is done and leaves the loop.
            2.00   0 The ready queue is empty, so the loop waits for the next timer: at 3.00 s url_3 wakes.
            3.00   8 The sleep of url_3 is over, and url_3 resumes. url_3 prints “OK url_3”. url_3 is done and leaves the loop.
            3.00   0 The ready queue is empty, so the loop waits for the next timer: at 4.00 s url_4 wakes.
            4.00   8 The sleep of url_4 is over, and url_4 resumes. url_4 prints “OK url_4”. url_4 is done and leaves the loop.
            4.00  16 The last of the 4 tasks, url_4, has ended, so main resumes. main is done and leaves the loop.
            4.00   0 Nothing is left to do: the loop closes at 4.00 s.
        "#]],
    );
}

/// All that wake are named in order, and so is what is done already.
#[test]
fn tasks_that_wake_together() {
    check(
        "cancel-and-errors",
        &[],
        expect![[r#"
            0.00   0 The run starts: main is first in the ready queue.
            0.00  30 The loop takes main from the ready queue, and main starts. main creates worker_1, worker_2, worker_3, which wait in the ready queue.
            0.00  32 main goes to sleep for 2.00 s and gives up control.
            0.00   6 The loop takes worker_1 from the ready queue, and worker_1 starts. worker_1 goes to sleep for 1.00 s and gives up control.
            0.00  11 The loop takes worker_2 from the ready queue, and worker_2 starts. worker_2 goes to sleep for 2.00 s and gives up control.
            0.00  16 The loop takes worker_3 from the ready queue, and worker_3 starts. worker_3 goes to sleep for 3.00 s and gives up control.
            0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s worker_1 wakes.
            1.00   6 The sleep of worker_1 is over, and worker_1 resumes. worker_1 is done and returns 1.
            1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s main, worker_2 wake.
            2.00  35 The sleep of main is over, and main resumes. main requests the cancellation of worker_3. main waits for 2 of 3 tasks, as one is done already, and gives up control.
            2.00  12 The sleep of worker_2 is over, and worker_2 resumes. worker_2 ends with ZeroDivisionError('division by zero').
            2.00  16 worker_3 resumes, since main has cancelled it: its await raises CancelledError. worker_3 is cancelled and leaves the loop.
            2.00  38 The last of the 3 tasks, worker_3, has ended, so main resumes. main prints “[1, ZeroDivisionError('division by zero'), CancelledError('')]”. main is done and leaves the loop.
            2.00   0 Nothing is left to do: the loop closes at 2.00 s.
        "#]],
    );
    check(
        "producer-consumer",
        &[("items", "2"), ("stop_after", "4")],
        expect![[r#"
        0.00   0 The run starts: main is first in the ready queue.
        0.00  57 The loop takes main from the ready queue, and main starts. main creates consumer_1, consumer_2, producer_1, producer_2, which wait in the ready queue.
        0.00  60 main goes to sleep for 4.00 s and gives up control.
        0.00  10 The loop takes consumer_1 from the ready queue, and consumer_1 starts. The queue is empty: consumer_1 waits for an item and gives up control.
        0.00  10 The loop takes consumer_2 from the ready queue, and consumer_2 starts. The queue is empty: consumer_2 waits for an item and gives up control.
        0.00  27 The loop takes producer_1 from the ready queue, and producer_1 starts. producer_1 puts an item into the queue, which now holds 1. producer_1 prints “producer_1 put a val: 5”. producer_1 goes to sleep for 1.00 s and gives up control.
        0.00  27 The loop takes producer_2 from the ready queue, and producer_2 starts. producer_2 puts an item into the queue, which now holds 2. producer_2 prints “producer_2 put a val: 2”. producer_2 goes to sleep for 1.00 s and gives up control.
        0.00  12 producer_1 put an item into the queue, so consumer_1 resumes. consumer_1 takes an item from the queue, which now holds 1. consumer_1 prints “consumer_1 get a val: 5”. consumer_1 goes to sleep for 1.00 s and gives up control.
        0.00  12 producer_2 put an item into the queue, so consumer_2 resumes. consumer_2 takes an item from the queue, which now holds 0. consumer_2 prints “consumer_2 get a val: 2”. consumer_2 goes to sleep for 1.00 s and gives up control.
        0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s producer_1, producer_2, consumer_1, consumer_2 wake.
        1.00  27 The sleep of producer_1 is over, and producer_1 resumes. producer_1 puts an item into the queue, which now holds 1. producer_1 prints “producer_1 put a val: 1”. producer_1 goes to sleep for 1.00 s and gives up control.
        1.00  27 The sleep of producer_2 is over, and producer_2 resumes. producer_2 puts an item into the queue, which now holds 2. producer_2 prints “producer_2 put a val: 10”. producer_2 goes to sleep for 1.00 s and gives up control.
        1.00  12 The sleep of consumer_1 is over, and consumer_1 resumes. consumer_1 takes an item from the queue, which now holds 1. consumer_1 prints “consumer_1 get a val: 1”. consumer_1 goes to sleep for 1.00 s and gives up control.
        1.00  12 The sleep of consumer_2 is over, and consumer_2 resumes. consumer_2 takes an item from the queue, which now holds 0. consumer_2 prints “consumer_2 get a val: 10”. consumer_2 goes to sleep for 1.00 s and gives up control.
        1.00   0 The ready queue is empty, so the loop waits for the next timer: at 2.00 s producer_1, producer_2, consumer_1, consumer_2 wake.
        2.00  27 The sleep of producer_1 is over, and producer_1 resumes. producer_1 is done and leaves the loop.
        2.00  27 The sleep of producer_2 is over, and producer_2 resumes. producer_2 is done and leaves the loop.
        2.00  10 The sleep of consumer_1 is over, and consumer_1 resumes. The queue is empty: consumer_1 waits for an item and gives up control.
        2.00  10 The sleep of consumer_2 is over, and consumer_2 resumes. The queue is empty: consumer_2 waits for an item and gives up control.
        2.00   0 The ready queue is empty, so the loop waits for the next timer: at 4.00 s main wakes.
        4.00  64 The sleep of main is over, and main resumes. main requests the cancellation of consumer_1. main requests the cancellation of consumer_2. main waits for 2 of 4 tasks, as 2 are done already, and gives up control.
        4.00  10 consumer_1 resumes, since main has cancelled it: its await raises CancelledError. consumer_1 is cancelled and leaves the loop.
        4.00  10 consumer_2 resumes, since main has cancelled it: its await raises CancelledError. consumer_2 is cancelled and leaves the loop.
        4.00  64 The last of the 4 tasks, consumer_2, has ended, so main resumes. main is done and leaves the loop.
        4.00   0 Nothing is left to do: the loop closes at 4.00 s.
    "#]],
    );
}

/// Who cancels may have ended when the cancellation arrives; a group cancels when one of its tasks has.
#[test]
fn cancelled_by_whom() {
    let said = account(
        "cancel-and-errors",
        &[("cancel_after", "2.6"), ("return_exceptions", "false")],
    );
    let wanted = "worker_3 resumes, since main has cancelled it: its await raises CancelledError.";
    assert!(said.contains(wanted), "{said}");
    let said = account("task-group", &[]);
    let wanted = "worker_3 resumes, since its task group has cancelled it";
    assert!(said.contains(wanted), "{said}");
}

/// Lines that are printed are quoted, and not counted.
#[test]
fn lines_that_are_printed() {
    check(
        "workers-in-turn",
        &[],
        expect![[r#"
        0.00   0 The run starts: main is first in the ready queue.
        0.00   7 The loop takes main from the ready queue, and main starts. main prints “before await”, “worker_1 start”. main goes to sleep for 1.00 s and gives up control.
        0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s main wakes.
        1.00   7 The sleep of main is over, and main resumes. main prints “worker_1 done”, “awaited worker_1”, “worker_2 start”. main goes to sleep for 2.00 s and gives up control.
        1.00   0 The ready queue is empty, so the loop waits for the next timer: at 3.00 s main wakes.
        3.00  17 The sleep of main is over, and main resumes. main prints “worker_2 done”, “awaited worker_2”. main is done and leaves the loop.
        3.00   0 Nothing is left to do: the loop closes at 3.00 s.
    "#]],
    );
    check(
        "never-awaited",
        &[],
        expect![[r#"
        0.00   0 The run starts: main is first in the ready queue.
        0.00  17 The loop takes main from the ready queue, and main starts. main prints “called crawl_page: 2 coroutine objects”. main goes to sleep for 1.00 s and gives up control.
        0.00   0 The ready queue is empty, so the loop waits for the next timer: at 1.00 s main wakes.
        1.00  28 The sleep of main is over, and main resumes. main prints “1 s later nothing has run”. Python warns: “RuntimeWarning: coroutine 'crawl_page' was never awaited”. main is done and leaves the loop.
        1.00   0 Nothing is left to do: the loop closes at 1.00 s.
    "#]],
    );
}
