//! A span that is selected is told of: the playhead goes to the stop whose sentence says how it begins.

use crate::support::{GIVEN, Played};
use interleave::lessons::catalogue;
use interleave::runtime::TaskId;
use interleave::story::{Row, State, StopKind, StoryView, phrases};

/// Returns the sentences of a stop, and its kind.
fn said(story: StoryView<'_>, number: usize) -> (String, StopKind, Option<TaskId>) {
    let stop = story.stop(number).unwrap();
    let said = format!("{:?}", phrases(story, &stop));
    (said, stop.kind, stop.task)
}

#[test]
fn each_span_has_a_sentence_of_its_own() {
    let lessons = catalogue().iter().map(Played::of);
    let given = GIVEN
        .iter()
        .map(|(slug, given)| Played::simulated(slug, given));
    for played in lessons.chain(given) {
        played.look(|story| {
            for number in 0..story.row_count() {
                let row = story.row(number).unwrap();
                for span in row.spans() {
                    let at = format!("{}: {} {span:?}", played.summary.lesson, row.name());
                    let (stop, point) = story.stop_of_span(&row, &span).unwrap();
                    let end = span.to.unwrap_or(story.end());
                    assert!(span.from <= point && point <= end, "{at}: {point:?}");
                    let (said, kind, task) = said(story, stop);
                    let Row::Task(lane) = &row else { continue };
                    match span.state {
                        State::Running | State::Blocking | State::Sleeping(_) | State::Waits(_) => {
                            assert_eq!(
                                (kind, task),
                                (StopKind::Step, Some(lane.task)),
                                "{at}: {said}"
                            );
                        }
                        // What becomes ready is named by what makes it ready, unless that is too much to be named.
                        _ if said.contains("-many") => {}
                        _ if kind == StopKind::Waiting => {
                            assert!(said.contains(row.name()), "{at}: {said}")
                        }
                        _ => assert!(!said.is_empty(), "{at}"),
                    }
                }
            }
        });
    }
}

#[test]
fn spans_of_two_workers_are_told_of_like_this() {
    Played::simulated("workers-as-tasks", &[]).look(|story| {
        let row = story.row(2).unwrap();
        let told = row.spans().map(|span| {
            let (number, at) = story.stop_of_span(&row, &span).unwrap();
            let stop = story.stop(number).unwrap();
            let keys: Vec<_> = phrases(story, &stop)
                .iter()
                .map(|phrase| phrase.key)
                .collect();
            format!(
                "{} {:.2} {}\n",
                span.state.kind().name(),
                at.order,
                keys.join("+")
            )
        });
        expect_test::expect![[r#"
            ready 0.67 step-first+creates
            running 2.75 step-first+prints+end-sleeps
            sleeping 3.00 step-first+prints+end-sleeps
            ready 5.00 waits-timer
            running 5.83 step-timer+prints+end-finished
        "#]]
        .assert_eq(&told.collect::<String>());
    });
}
