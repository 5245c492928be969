//! In which order tasks run, wake, take a lock and give their results. Each text is what the listing
//! prints under CPython.

use crate::support::Played;
use expect_test::{Expect, expect};

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).text());
}

#[test]
fn ties_end_in_the_order_in_which_they_began() {
    check(
        "ties-and-sleep-zero",
        &[],
        expect![[r#"
            first wakes
            second wakes
            first is back
            second is back
            main awaited first
            main awaited first again
            newcomer starts
            main is back
            Wall time: 1.00 s
        "#]],
    );
    check(
        "ties-and-sleep-zero",
        &[("first", "0"), ("second", "0")],
        expect![[r#"
            first wakes
            second wakes
            first is back
            second is back
            main awaited first
            main awaited first again
            newcomer starts
            main is back
            Wall time: 0.00 s
        "#]],
    );
    check(
        "ties-and-sleep-zero",
        &[("first", "2")],
        expect![[r#"
            second wakes
            second is back
            first wakes
            first is back
            main awaited first
            main awaited first again
            newcomer starts
            main is back
            Wall time: 2.00 s
        "#]],
    );
    check(
        "ties-and-sleep-zero",
        &[("second", "2")],
        expect![[r#"
            first wakes
            first is back
            main awaited first
            main awaited first again
            newcomer starts
            main is back
            second wakes
            second is back
            Wall time: 2.00 s
        "#]],
    );
}

#[test]
fn results_come_in_the_order_of_their_ends_or_of_the_arguments() {
    check(
        "as-completed",
        &[],
        expect![[r#"
            crawling url_3
            crawling url_1
            crawling url_2
            as_completed: OK url_1
            as_completed: OK url_2
            as_completed: OK url_3
            gather: ['OK url_3', 'OK url_1', 'OK url_2']
            Wall time: 3.00 s
        "#]],
    );
    check(
        "as-completed",
        &[("urls", "url_1,url_1,url_0")],
        expect![[r#"
            crawling url_1
            crawling url_1
            crawling url_0
            as_completed: OK url_0
            as_completed: OK url_1
            as_completed: OK url_1
            gather: ['OK url_1', 'OK url_1', 'OK url_0']
            Wall time: 1.00 s
        "#]],
    );
}

#[test]
fn a_wait_ends_as_its_return_when_says() {
    check(
        "wait-for-some",
        &[],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            1 done, 2 pending
            ['OK url_1', ValueError('url_2 is broken'), 'OK url_3']
            Wall time: 3.00 s
        "#]],
    );
    check(
        "wait-for-some",
        &[("return_when", "FIRST_EXCEPTION")],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            2 done, 1 pending
            ['OK url_1', ValueError('url_2 is broken'), 'OK url_3']
            Wall time: 3.00 s
        "#]],
    );
    check(
        "wait-for-some",
        &[("return_when", "ALL_COMPLETED")],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            3 done, 0 pending
            ['OK url_1', ValueError('url_2 is broken'), 'OK url_3']
            Wall time: 3.00 s
        "#]],
    );
    check(
        "wait-for-some",
        &[("return_when", "FIRST_EXCEPTION"), ("broken", "0")],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            3 done, 0 pending
            ['OK url_1', 'OK url_2', 'OK url_3']
            Wall time: 3.00 s
        "#]],
    );
    check(
        "wait-for-some",
        &[("urls", "url_1,url_1,url_0.5")],
        expect![[r#"
            crawling url_1
            crawling url_1
            crawling url_0.5
            1 done, 2 pending
            ['OK url_1', ValueError('url_1 is broken'), 'OK url_0.5']
            Wall time: 1.00 s
        "#]],
    );
}

#[test]
fn an_event_wakes_all_and_a_lock_lets_one_in() {
    check(
        "event-and-lock",
        &[],
        expect![[r#"
            worker_1 waits for the event
            worker_2 waits for the event
            worker_3 waits for the event
            main sets the event
            worker_1 wakes
            worker_1 has the lock
            worker_2 wakes
            worker_3 wakes
            worker_1 releases the lock
            worker_2 has the lock
            worker_2 releases the lock
            worker_3 has the lock
            worker_3 releases the lock
            Wall time: 4.00 s
        "#]],
    );
    check(
        "event-and-lock",
        &[("event_after", "0"), ("inside", "0")],
        expect![[r#"
            worker_1 waits for the event
            worker_2 waits for the event
            worker_3 waits for the event
            main sets the event
            worker_1 wakes
            worker_1 has the lock
            worker_2 wakes
            worker_3 wakes
            worker_1 releases the lock
            worker_2 has the lock
            worker_2 releases the lock
            worker_3 has the lock
            worker_3 releases the lock
            Wall time: 0.00 s
        "#]],
    );
}

#[test]
fn join_waits_until_each_item_is_done() {
    check(
        "queue-join",
        &[],
        expect![[r#"
            put 1
            got 1
            put 2
            done 1
            got 2
            put 3
            done 2
            got 3
            put 4
            everything is put
            done 3
            got 4
            done 4
            everything is done
            Wall time: 4.00 s
        "#]],
    );
    check(
        "queue-join",
        &[("items", "0")],
        expect![[r#"
            everything is put
            everything is done
            Wall time: 0.00 s
        "#]],
    );
    check(
        "queue-join",
        &[("items", "2"), ("maxsize", "0")],
        expect![[r#"
            put 1
            put 2
            got 1
            everything is put
            done 1
            got 2
            done 2
            everything is done
            Wall time: 2.00 s
        "#]],
    );
    check(
        "queue-join",
        &[("items", "3"), ("maxsize", "2"), ("pause", "0")],
        expect![[r#"
            put 1
            put 2
            got 1
            put 3
            done 1
            got 2
            everything is put
            done 2
            got 3
            done 3
            everything is done
            Wall time: 0.00 s
        "#]],
    );
}
