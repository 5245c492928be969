//! What a cancellation or an error does to other tasks, to a task's clean-up and to the awaiter. Each
//! text is what the listing prints under CPython.

use crate::support::Played;
use expect_test::{Expect, expect};

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).text());
}

#[test]
fn a_group_cancels_the_others_when_a_task_fails() {
    check(
        "task-group",
        &[],
        expect![[r#"
            worker_1 start
            worker_2 start
            worker_3 start
            worker_1 done
            worker_3 cancelled
            main caught ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('worker_2 failed')])
            the block is over
            Wall time: 2.00 s
        "#]],
    );
    check(
        "task-group",
        &[("fails", "false")],
        expect![[r#"
            worker_1 start
            worker_2 start
            worker_3 start
            worker_1 done
            worker_2 done
            worker_3 done
            the block is over
            Wall time: 3.00 s
        "#]],
    );
    check(
        "task-group",
        &[("worker_2", "0")],
        expect![[r#"
            worker_1 start
            worker_2 start
            worker_3 start
            worker_1 cancelled
            worker_3 cancelled
            main caught ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('worker_2 failed')])
            the block is over
            Wall time: 0.00 s
        "#]],
    );
    check(
        "task-group",
        &[("worker_1", "2"), ("worker_3", "2")],
        expect![[r#"
            worker_1 start
            worker_2 start
            worker_3 start
            worker_1 done
            worker_3 done
            main caught ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('worker_2 failed')])
            the block is over
            Wall time: 2.00 s
        "#]],
    );
}

#[test]
fn a_cancelled_task_cleans_up_and_one_that_never_started_does_not() {
    check(
        "cancel-and-finally",
        &[],
        expect![[r#"
            worker_1 start
            main has cancelled both
            worker_1 is cancelled
            worker_1 cleans up
            worker_1 has cleaned up
            await worker_1 raised CancelledError
            await worker_2 raised CancelledError
            Wall time: 1.50 s
        "#]],
    );
    check(
        "cancel-and-finally",
        &[("catch", "true")],
        expect![[r#"
            worker_1 start
            main has cancelled both
            worker_1 is cancelled
            worker_1 cleans up
            worker_1 has cleaned up
            worker_1 returned
            await worker_2 raised CancelledError
            Wall time: 1.50 s
        "#]],
    );
    check(
        "cancel-and-finally",
        &[("cancel_after", "0"), ("clean_up", "0")],
        expect![[r#"
            worker_1 start
            main has cancelled both
            worker_1 is cancelled
            worker_1 cleans up
            worker_1 has cleaned up
            await worker_1 raised CancelledError
            await worker_2 raised CancelledError
            Wall time: 0.00 s
        "#]],
    );
    check(
        "cancel-and-finally",
        &[("cancel_after", "3.2")],
        expect![[r#"
            worker_1 start
            worker_1 done
            worker_1 cleans up
            main has cancelled both
            await worker_1 raised CancelledError
            await worker_2 raised CancelledError
            Wall time: 3.20 s
        "#]],
    );
    check(
        "cancel-and-finally",
        &[("cancel_after", "5")],
        expect![[r#"
            worker_1 start
            worker_1 done
            worker_1 cleans up
            worker_1 has cleaned up
            main has cancelled both
            worker_1 returned
            await worker_2 raised CancelledError
            Wall time: 5.00 s
        "#]],
    );
}

#[test]
fn a_shielded_task_goes_on_when_the_wait_for_it_is_cancelled() {
    check(
        "shield",
        &[],
        expect![[r#"
            save start
            main gave up waiting
            save done
            main has the file
            Wall time: 2.00 s
        "#]],
    );
    check(
        "shield",
        &[("timeout", "0")],
        expect![[r#"
            save start
            main gave up waiting
            save done
            main has the file
            Wall time: 2.00 s
        "#]],
    );
    check(
        "shield",
        &[("timeout", "2")],
        expect![[r#"
            save start
            main gave up waiting
            save done
            main has the file
            Wall time: 2.00 s
        "#]],
    );
    check(
        "shield",
        &[("timeout", "3")],
        expect![[r#"
            save start
            save done
            main has the file
            Wall time: 2.00 s
        "#]],
    );
}
