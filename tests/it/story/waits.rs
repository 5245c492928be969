//! A wait for some of several tasks says what ends it.

use crate::support::Played;
use crate::support::messages::Messages;
use expect_test::{Expect, expect};
use interleave::story::phrases;

/// What is said where main waits for some tasks, and where it resumes, without what it prints.
fn check(lesson: &str, given: &[(&str, &str)], wanted: Expect) {
    let messages = Messages::of("en");
    let said = Played::simulated(lesson, given).look(|story| {
        let of_wait = |key: &str| {
            ["next", "first", "error", "every"]
                .map(|wait| format!("end-waits-for-{wait}"))
                .contains(&key.to_string())
                || matches!(key, "step-any" | "step-gathered" | "step-done")
        };
        let all = story.stops().flat_map(|stop| phrases(story, &stop));
        let some = all.filter(|phrase| of_wait(phrase.key));
        some.map(|phrase| messages.sentence(&phrase) + "\n")
            .collect::<String>()
    });
    wanted.assert_eq(&said);
}

#[test]
fn as_completed_waits_for_the_next() {
    check(
        "as-completed",
        &[("urls", "url_2,url_1")],
        expect![[r#"
        main waits for the next of 2 tasks to end, and gives up control.
        url_1 has ended, so main resumes.
        main waits for one task to end, and gives up control.
        url_2 has ended, so main resumes.
    "#]],
    );
}

#[test]
fn wait_waits_for_the_first_for_an_error_or_for_all() {
    let some = |return_when| {
        [
            ("urls", "url_1,url_2,url_3"),
            ("broken", "2"),
            ("return_when", return_when),
        ]
    };
    check(
        "wait-for-some",
        &some("FIRST_COMPLETED"),
        expect![[r#"
        main waits for the first of 3 tasks to end, and gives up control.
        url_1 has ended, so the wait is over, and main resumes.
        The last of the 3 tasks, url_3, has ended, so main resumes.
    "#]],
    );
    check(
        "wait-for-some",
        &some("FIRST_EXCEPTION"),
        expect![[r#"
        main waits until one of 3 tasks raises, or all have ended, and gives up control.
        url_2 has ended, so the wait is over, and main resumes.
        The last of the 3 tasks, url_3, has ended, so main resumes.
    "#]],
    );
    check(
        "wait-for-some",
        &some("ALL_COMPLETED"),
        expect![[r#"
        main waits for all 3 tasks to end, and gives up control.
        The last of the 3 tasks, url_3, has ended, so main resumes.
    "#]],
    );
}

#[test]
fn gather_says_which_task_was_the_last() {
    check(
        "gather",
        &[],
        expect![[r#"
        The last of the 4 tasks, url_4, has ended, so main resumes.
    "#]],
    );
}
