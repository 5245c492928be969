//! The critical path: why a run took as long as it did.

use crate::support::Played;
use expect_test::{Expect, expect};
use interleave::lessons::catalogue;
use interleave::runtime::{Naming, Queue, create_task, sleep};
use interleave::story::{StateKind, StoryView};

/// The links that take time, as task, what it does, and for how long.
fn path(story: StoryView<'_>) -> String {
    let links = story.critical_path().into_iter();
    let long = links.filter(|link| link.to.time > link.from.time);
    let story = long.map(|link| {
        let length = link.to.time.since(link.from.time).seconds();
        let kind = link.state.kind().name();
        format!("{} {kind} {length}\n", story.name(link.task))
    });
    story.collect()
}

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).look(path));
}

#[test]
fn what_is_slowest_of_many_is_the_path() {
    check(
        "gather",
        &[],
        expect![[r#"
        url_4 sleeping 4
    "#]],
    );
    check(
        "workers-as-tasks",
        &[("worker_1", "3")],
        expect![[r#"
            worker_1 sleeping 3
        "#]],
    );
}

#[test]
fn what_is_done_in_turn_is_all_on_the_path() {
    check(
        "await-in-turn",
        &[],
        expect![[r#"
            main sleeping 1
            main sleeping 2
            main sleeping 3
            main sleeping 4
        "#]],
    );
}

#[test]
fn a_path_goes_through_the_task_that_hands_over() {
    let played = Played::main(|| async {
        let queue = Queue::<i64>::new(0);
        let puts = queue.clone();
        let produces = async move {
            sleep(2.0).await?;
            puts.put(7).await
        };
        create_task(produces.named("producer"));
        let consumes = async move {
            queue.get().await?;
            sleep(1.0).await
        };
        create_task(consumes.named("consumer")).await
    });
    expect![[r#"
        producer sleeping 2
        consumer sleeping 1
    "#]]
    .assert_eq(&played.look(path));
}

/// Link by link without gaps, from the start of every lesson to its last step.
#[test]
fn a_path_has_no_gaps() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let links = story.critical_path();
            let (first, last) = (links.first().unwrap(), links.last().unwrap());
            assert_eq!(first.from.order, 0.0, "{}", lesson.slug);
            assert_eq!(last.state.kind(), StateKind::Running, "{}", lesson.slug);
            for pair in links.windows(2) {
                assert_eq!(pair[0].to, pair[1].from, "{} {pair:?}", lesson.slug);
            }
            let order = (first.from.time.0, last.to.order);
            assert_eq!(order, (0, story.end().order), "{}", lesson.slug);
        });
    }
}
