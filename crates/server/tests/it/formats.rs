//! The formats of `interleave run`, and the files that it writes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use interleave::lessons::catalogue;
use serde_json::Value;

use crate::command::{interleave, printed, said};

fn json(arguments: &str) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

/// Gives an empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn json_is_the_summary_with_the_trace() {
    let run = json("run workers-as-tasks --format json");
    assert_eq!(run["lesson"], "workers-as-tasks");
    assert_eq!(run["seconds"], 2.0);
    assert_eq!(run["outcome"], "finished");
    assert_eq!(run["error"], Value::Null);
    assert_eq!(run["tasks"].as_array().unwrap().len(), 3);
    assert_eq!(run["console"][0]["text"], "before await");
    let trace = run["trace"].as_array().unwrap();
    let steps = trace.iter().filter(|event| event["kind"] == "step-began");
    assert_eq!(steps.count() as u64, run["steps"].as_u64().unwrap());
    assert_eq!(trace[0]["kind"], "task-created");
    assert_eq!(trace[0]["place"], Value::Null);
    let slept: Vec<_> = trace
        .iter()
        .filter(|event| event["why"] == "sleeps")
        .collect();
    assert_eq!(slept[0]["task"], 1);
    assert_eq!(slept[0]["seconds"], 0.0);
    assert_eq!(slept[0]["until"], 1.0);
    assert_eq!(
        slept[0]["place"]["file"],
        "src/lessons/programs/workers_as_tasks.rs"
    );
}

#[test]
fn json_tells_every_event_of_every_lesson() {
    for lesson in catalogue() {
        let run = json(&format!("run {} --format json", lesson.slug));
        for event in run["trace"].as_array().unwrap() {
            assert!(event["seconds"].is_f64(), "{event}");
            assert!(event["kind"].is_string(), "{event}");
        }
    }
    let event = |arguments: &str, kind: &str| {
        let said = said(&format!("run {arguments} --format json"));
        let run: Value = serde_json::from_str(&said.out).unwrap();
        let mut trace = run["trace"].as_array().unwrap().iter();
        let found = trace.find(|event| event["kind"] == kind).unwrap();
        found.to_string()
    };
    for (arguments, kind, expected) in [
        (
            "gather",
            "scheduled",
            r#"{"cause":"loop","kind":"scheduled","seconds":0.0,"task":0}"#,
        ),
        (
            "cancel-and-errors",
            "cancel-requested",
            r#"{"by":0,"cause":"task","kind":"cancel-requested","seconds":2.0,"task":3}"#,
        ),
        (
            "producer-consumer",
            "queue-put",
            r#"{"kind":"queue-put","level":1,"queue":0,"seconds":0.0,"task":3}"#,
        ),
        (
            "producer-consumer --set maxsize=1 --set stop_after=1",
            "limit-reached",
            r#"{"kind":"limit-reached","limit":"stuck","seconds":2.0}"#,
        ),
    ] {
        assert_eq!(event(arguments, kind), expected);
    }
}

#[test]
fn chrome_trace_has_a_track_a_task_on_which_nothing_overlaps() {
    for lesson in [
        "workers-as-tasks",
        "cancel-and-errors",
        "producer-consumer",
        "blocking",
    ] {
        let trace = json(&format!("run {lesson} --format chrome-trace"));
        let mut ends = BTreeMap::new();
        let mut spans = 0;
        for event in trace["traceEvents"].as_array().unwrap() {
            if event["ph"] != "X" {
                continue;
            }
            let (from, length) = (
                event["ts"].as_f64().unwrap(),
                event["dur"].as_f64().unwrap(),
            );
            let end = ends.entry(event["tid"].as_u64().unwrap()).or_insert(0.0);
            assert!(from >= *end, "{lesson}: {event}");
            *end = from + length;
            spans += 1;
        }
        assert!(spans > 0, "{lesson}");
    }
}

#[test]
fn svg_is_a_small_picture_with_words() {
    for lesson in catalogue() {
        for theme in ["light", "dark"] {
            let svg = printed(&format!("run {} --format svg --theme {theme}", lesson.slug));
            assert!(
                svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
                "{}",
                lesson.slug
            );
            assert!(svg.contains("<text "), "{}", lesson.slug);
            assert!(svg.len() < 100_000, "{}: {} bytes", lesson.slug, svg.len());
        }
    }
    let svg = |more: &str| printed(&format!("run workers-as-tasks --format svg {more}"));
    assert!(svg("").contains("<title>Two workers as tasks</title>"));
    assert!(svg("").contains(">sleeps 1 s<"));
    assert!(svg("--width 400").contains("width=\"400\""));
    assert_ne!(svg("--theme dark"), svg("--theme light"));
    assert_ne!(svg("--lang zh-Hans"), svg(""));
}

#[test]
fn a_file_is_written_whole_and_nothing_is_said() {
    let folder = folder("whole");
    let file = folder.join("gather.txt");
    fs::write(
        &file,
        "an earlier run, much longer than what comes now\n".repeat(100),
    )
    .unwrap();
    let output = interleave("run gather --out").arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    assert_eq!(fs::read_to_string(&file).unwrap(), printed("run gather"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_run_that_raises_is_written_too() {
    let file = folder("raised").join("run.json");
    let mut command = interleave("run cancel-and-errors --set return_exceptions=false");
    let output = command
        .args(["--format", "json", "--out"])
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stderr, b"ZeroDivisionError: division by zero\n");
    let run: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(run["outcome"], "raised");
    assert_eq!(run["error"]["kind"], "ZeroDivisionError");
}

#[test]
fn a_file_that_cannot_be_written_gives_2() {
    let folder = folder("unwritable");
    for place in [folder.clone(), folder.join("missing/gather.txt")] {
        let output = interleave("run gather --out").arg(&place).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(
            err.contains("cannot be written") && err.contains("--out"),
            "{err}"
        );
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}
