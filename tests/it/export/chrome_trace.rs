//! Runs as Chrome trace JSON keep the rules of the format, and say what happened.

use std::collections::BTreeMap;

use crate::support::Played;
use crate::support::trace_events::{TraceEvents, number};
use expect_test::expect;
use interleave::export::{chrome_trace, chrome_trace_part};
use interleave::lessons::catalogue;

fn events(slug: &str, given: &[(&str, &str)]) -> TraceEvents {
    TraceEvents::of(slug, &Played::simulated(slug, given).look(chrome_trace))
}

#[test]
fn every_lesson_keeps_the_rules_and_has_a_track_a_task() {
    for lesson in catalogue() {
        let played = Played::of(lesson);
        let events = TraceEvents::of(lesson.slug, &played.look(chrome_trace));
        let named = events
            .of_phase("M")
            .filter(|event| event["name"] == "thread_name");
        let named: BTreeMap<_, _> = named
            .map(|event| {
                (
                    number(event, "tid"),
                    event["args"]["name"].as_str().unwrap(),
                )
            })
            .collect();
        played.look(|story| {
            let rows = (0..).map_while(|number| story.row(number));
            let names: Vec<_> = rows.map(|row| row.name().to_string()).collect();
            assert!(names.iter().eq(named.values()), "{}", lesson.slug);
            assert_eq!(events.of_phase("s").count(), story.arrow_count());
            assert_eq!(events.of_phase("f").count(), story.arrow_count());
        });
        // Every track has something that its arrows are tied to.
        for tid in named.keys() {
            assert!(events.slices.iter().any(|slice| slice.track == *tid));
        }
    }
}

#[test]
fn no_task_is_left_out_when_there_are_many() {
    let played = Played::simulated("ten-thousand", &[("pages", "1000")]);
    let events = TraceEvents::of("1000 pages", &played.look(chrome_trace));
    let named = events
        .of_phase("M")
        .filter(|event| event["name"] == "thread_name");
    assert_eq!(named.count(), 1001);
    let parts = played.look(|story| (0..).map_while(|n| chrome_trace_part(story, n)).count());
    assert!(parts > 6, "{parts}");
}

#[test]
fn a_track_has_the_states_of_its_task_one_after_the_other() {
    let events = events("workers-as-tasks", &[]);
    let mut said = String::new();
    for event in events.of_phase("X") {
        let (from, length) = (number(event, "ts"), number(event, "dur"));
        let name = event["name"].as_str().unwrap();
        said += &format!("{} {from}+{length} {name}\n", event["tid"]);
    }
    expect![[r#"
        1 0+1000000 waits for worker_1
        1 1000000+1000000 waits for worker_2
        2 0+1000000 sleeping
        3 0+2000000 sleeping
    "#]]
    .assert_eq(&said);
}

/// The counters of a lesson, a line for each moment at which one changes.
fn counters(slug: &str, given: &[(&str, &str)]) -> String {
    let events = events(slug, given);
    let line = |event: &serde_json::Map<_, _>| {
        let seconds = number(event, "ts") as f64 / 1e6;
        format!(
            "{seconds} {} {}\n",
            event["name"].as_str().unwrap(),
            event["args"]
        )
    };
    events.of_phase("C").map(line).collect()
}

#[test]
fn counters_tell_what_tasks_do() {
    expect![[r#"
        0 tasks {"ready":0,"running":0,"sleeping":4,"waiting":1}
        1 tasks {"ready":0,"running":0,"sleeping":3,"waiting":1}
        2 tasks {"ready":0,"running":0,"sleeping":2,"waiting":1}
        3 tasks {"ready":0,"running":0,"sleeping":1,"waiting":1}
        4 tasks {"ready":0,"running":0,"sleeping":0,"waiting":0}
    "#]]
    .assert_eq(&counters("gather", &[]));
    expect![[r#"
        0 tasks {"ready":0,"running":1,"sleeping":0,"waiting":0}
        1 tasks {"ready":0,"running":0,"sleeping":0,"waiting":0}
    "#]]
    .assert_eq(&counters("blocking", &[("urls", "url_1")]));
}

#[test]
fn counters_tell_how_full_a_queue_is() {
    let story = counters("producer-consumer", &[("items", "2"), ("consumers", "1")]);
    let levels: String = story
        .lines()
        .filter(|line| line.contains("queue"))
        .map(|line| line.to_string() + "\n")
        .collect();
    expect![[r#"
        0 queue 1 {"items":1}
        1 queue 1 {"items":2}
        2 queue 1 {"items":1}
        3 queue 1 {"items":0}
    "#]]
    .assert_eq(&levels);
}
