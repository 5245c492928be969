//! Cancellations and errors on their way: where they are asked for or raised, and where they
//! arrive.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::pictures::view;
use expect_test::{Expect, expect};
use interleave::runtime::{
    Error, Naming, Result, Until, create_task, gather, shield, sleep, task_group, timeout, wait,
};
use interleave::story::{ArrowKind, Party, Point, Sign, SignKind, StoryView};
use interleave::timeline::{Axis, Mark, Shape, lay_out};

/// Returns the signs, and the arrows of cancellations and errors.
fn signs(story: StoryView<'_>) -> String {
    let at = |point: Point| format!("{:.1}/{:.1}", point.time.seconds(), point.order);
    let name = |party| story.party_name(party);
    let sign = |sign: Sign| {
        let other = sign.other.map_or("", |other| story.name(other));
        let task = story.name(sign.task);
        format!("{} {task} {:?} {other}", at(sign.at), sign.kind)
    };
    let mut lines: Vec<_> = story.signs().map(sign).collect();
    for arrow in story.arrows() {
        let word = match arrow.kind {
            ArrowKind::Cancelled => "cancels",
            ArrowKind::RaisedInto => "raises into",
            _ => continue,
        };
        let (from, to) = (name(arrow.from), name(arrow.to));
        let (from_at, to_at) = (at(arrow.from_at), at(arrow.to_at));
        lines.push(format!("{from} {from_at} {word} {to} {to_at}"));
    }
    lines
        .iter()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

fn check<F>(main: impl FnOnce() -> F + 'static, expected: Expect)
where
    F: Future<Output = Result<()>> + 'static,
{
    expected.assert_eq(&Played::main(main).look(signs));
}

fn check_lesson(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).look(signs));
}

async fn fails(length: f64) -> Result<()> {
    sleep(length).await?;
    Err(Error::zero_division())
}

#[test]
fn the_lesson_about_errors_and_cancellation() {
    check_lesson(
        "cancel-and-errors",
        &[],
        expect![[r#"
            2.0/5.2 main Asked worker_3
            2.0/7.5 worker_3 Delivered
            main 2.0/5.2 cancels worker_3 2.0/7.5
        "#]],
    );
    // The last to end raises: with return_exceptions it is a result, and nothing comes in.
    let last = [("worker_2", "3"), ("worker_3", "2.5")];
    check_lesson(
        "cancel-and-errors",
        &last,
        expect![[r#"
            2.0/5.2 main Asked worker_3
            2.0/6.5 worker_3 Delivered
            main 2.0/5.2 cancels worker_3 2.0/6.5
        "#]],
    );
    let raises = [last[0], last[1], ("return_exceptions", "false")];
    check_lesson(
        "cancel-and-errors",
        &raises,
        expect![[r#"
            2.0/5.2 main Asked worker_3
            2.0/6.5 worker_3 Delivered
            2.0/7.5 main Delivered
            2.0/8.5 worker_2 Delivered
            main 2.0/5.2 cancels worker_3 2.0/6.5
        "#]],
    );
    // It had ended when it was gathered.
    let before = [("return_exceptions", "false")];
    check_lesson(
        "cancel-and-errors",
        &before,
        expect![[r#"
            2.0/5.2 main Asked worker_3
            2.0/7.5 worker_3 Delivered
            2.0/8.5 main Raised worker_2
            main 2.0/5.2 cancels worker_3 2.0/7.5
            worker_2 2.0/7.0 raises into main 2.0/8.5
        "#]],
    );
}

#[test]
fn other_lessons_in_which_something_fails() {
    check_lesson(
        "first-error",
        &[],
        expect![[r#"
        2.0/7.3 main Raised url_2
        3.5/10.3 url_4 Delivered
        url_2 2.0/7.0 raises into main 2.0/7.3
    "#]],
    );
    check_lesson(
        "timeout",
        &[],
        expect![[r#"
        3.0/2.2 main Refused
        5.0/4.2 main Refused
    "#]],
    );
    check_lesson(
        "producer-consumer",
        &[],
        expect![[r#"
            10.0/27.1 main Asked consumer_1
            10.0/27.4 main Asked consumer_2
            10.0/28.5 consumer_1 Delivered
            10.0/29.5 consumer_2 Delivered
            main 10.0/27.1 cancels consumer_1 10.0/28.5
            main 10.0/27.4 cancels consumer_2 10.0/29.5
        "#]],
    );
    check_lesson("retry", &[], expect![[""]]);
}

/// What waits for a task is asked, too, and each hears of it where it stands.
#[test]
fn a_request_is_handed_on_to_what_is_waited_for() {
    check(
        || async {
            let outer = async { create_task(sleep(9.0).named("inner")).await };
            let outer = create_task(outer.named("outer"));
            sleep(1.0).await?;
            outer.cancel();
            sleep(1.0).await
        },
        expect![[r#"
            1.0/3.2 main Asked outer
            1.0/3.5 main Asked inner
            1.0/4.3 inner Delivered
            1.0/5.5 outer Delivered
            main 1.0/3.2 cancels outer 1.0/5.5
            main 1.0/3.5 cancels inner 1.0/4.3
        "#]],
    );
}

#[test]
fn who_refuses_goes_on() {
    check(
        || async {
            let stubborn = async {
                let _ = sleep(9.0).await;
                sleep(1.0).await
            };
            let stubborn = create_task(stubborn.named("stubborn"));
            sleep(1.0).await?;
            stubborn.cancel();
            stubborn.await
        },
        expect![[r#"
            1.0/2.3 main Asked stubborn
            1.0/3.5 stubborn Refused
            main 1.0/2.3 cancels stubborn 1.0/3.5
        "#]],
    );
}

/// The second time it gives in: only the last delivery ended it.
#[test]
fn who_is_asked_twice_refuses_once() {
    check(
        || async {
            let stubborn = async {
                let _ = sleep(9.0).await;
                sleep(9.0).await
            };
            let stubborn = create_task(stubborn.named("stubborn"));
            for _ in 0..2 {
                sleep(1.0).await?;
                stubborn.cancel();
            }
            sleep(1.0).await
        },
        expect![[r#"
            1.0/2.3 main Asked stubborn
            1.0/3.5 stubborn Refused
            2.0/4.3 main Asked stubborn
            2.0/5.5 stubborn Delivered
            main 1.0/2.3 cancels stubborn 1.0/3.5
            main 2.0/4.3 cancels stubborn 2.0/5.5
        "#]],
    );
}

/// The task ended with what it had: the request came too late to be heard of.
#[test]
fn a_request_that_is_not_delivered_is_an_arrow_at_one_point() {
    check(
        || async {
            let deaf = async {
                let inner = create_task(
                    async {
                        let _ = sleep(9.0).await;
                        Ok(())
                    }
                    .named("inner"),
                );
                inner.await
            };
            let deaf = create_task(deaf.named("deaf"));
            sleep(1.0).await?;
            deaf.cancel();
            deaf.await
        },
        expect![[r#"
            1.0/3.2 main Asked deaf
            1.0/3.5 main Asked inner
            1.0/4.3 inner Refused
            main 1.0/3.2 cancels deaf 1.0/3.2
            main 1.0/3.5 cancels inner 1.0/4.3
        "#]],
    );
}

#[test]
fn an_error_comes_into_all_who_await_it() {
    check(
        || async {
            let broken = create_task(fails(1.0).named("broken"));
            let other = broken.clone();
            let waits = create_task(async move { other.await }.named("waits"));
            let gathered = gather([broken, waits.clone()]).await;
            assert!(gathered.is_err());
            // It is over: the error is raised at once.
            assert!(waits.await.is_err());
            Ok(())
        },
        expect![[r#"
            1.0/4.5 waits Raised broken
            1.0/5.3 main Raised broken
            1.0/5.7 main Raised waits
            broken 1.0/4.0 raises into waits 1.0/4.5
            broken 1.0/4.0 raises into main 1.0/5.3
            waits 1.0/5.0 raises into main 1.0/5.7
        "#]],
    );
}

#[test]
fn a_group_raises_what_its_tasks_raised() {
    check(
        || async {
            let grouped = task_group(async |group| {
                group.create_task(sleep(5.0).named("sleeps"))?;
                group.create_task(fails(1.0).named("broken"))?;
                group.create_task(fails(1.0).named("broken, too"))?;
                Ok(())
            });
            assert!(grouped.await.is_err());
            Ok(())
        },
        expect![[r#"
            1.0/6.0 broken Asked sleeps
            1.0/6.0 broken Asked main
            1.0/6.5 sleeps Delivered
            1.0/7.5 main Refused
            1.0/8.3 main Raised broken
            1.0/8.7 main Raised broken, too
            broken 1.0/6.0 cancels sleeps 1.0/6.5
            broken 1.0/6.0 cancels main 1.0/7.5
            broken 1.0/5.0 raises into main 1.0/8.3
            broken, too 1.0/6.0 raises into main 1.0/8.7
        "#]],
    );
}

/// What a timeout turns a cancellation into is its own error, and no task's.
#[test]
fn a_timeout_takes_its_cancellation_back() {
    check(
        || async {
            assert!(timeout(1.0, sleep(2.0)).await.is_err());
            let broken = create_task(fails(1.0).named("broken"));
            assert!(timeout(2.0, broken.into_future()).await.is_err());
            Ok(())
        },
        expect![[r#"
            1.0/1.2 main Refused
            2.0/4.3 main Raised broken
            broken 2.0/4.0 raises into main 2.0/4.3
        "#]],
    );
}

/// A task that only checks whether others are done has nothing raised; a shield hands errors on.
#[test]
fn waiting_raises_nothing_and_a_shield_what_is_in_it() {
    check(
        || async {
            let broken = create_task(fails(1.0).named("broken"));
            wait([broken.clone()], None, Until::AllCompleted).await?;
            assert!(broken.result().unwrap().is_err());
            let shielded = create_task(fails(1.0).named("shielded"));
            assert!(shield(shielded).await.is_err());
            Ok(())
        },
        expect![[""]],
    );
}

/// Each end is a mark in the lane of its task, where it happened, with the error's name.
#[test]
fn both_ends_are_marked() {
    let words = Messages::of("en").words();
    let given = [("return_exceptions", "false")];
    let played = Played::simulated("cancel-and-errors", &given);
    played.look(|story| {
        let picture = lay_out(story, &view(&words, 1200.0, Axis::Elastic));
        let marks = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Mark { at_px, mark, .. } => Some((*mark, *at_px)),
            _ => None,
        });
        let marks: Vec<_> = marks.collect();
        for sign in story.signs() {
            let mark = match sign.kind {
                SignKind::Asked => Mark::Asked,
                SignKind::Delivered => Mark::Delivered,
                SignKind::Refused => Mark::Refused,
                SignKind::Raised => Mark::Raised,
            };
            let row = story.row_of(Party::Task(sign.task));
            let at_px = (picture.scale.x_from_point(sign.at), picture.row_y_px(row));
            assert!(marks.contains(&(mark, at_px)), "{sign:?} of {marks:?}");
        }
        // Above the bar of main, beside the mark.
        let raised = story.signs().last().unwrap();
        let x_px = picture.scale.x_from_point(raised.at) + 8.0;
        let above = |shape: &&Shape| matches!(shape, Shape::Text { x_px: at_px, text, .. } if (*at_px, text.as_str()) == (x_px, "ZeroDivisionError"));
        assert_eq!(picture.shapes.iter().filter(above).count(), 1);
    });
}
