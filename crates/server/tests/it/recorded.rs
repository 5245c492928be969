//! A run that was written as JSON is shown again by the command, whatever it was.

use std::{
    fs,
    path::{Path, PathBuf},
};

use interleave::lessons::catalogue;
use serde_json::{Value, json};

use crate::command::{Said, printed, said};

/// Gives a file of a test's own.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Uses the command for a file with these contents.
fn said_of(name: &str, contents: &str, more: &str) -> Said {
    let path = file(name);
    fs::write(&path, contents).unwrap();
    said(&format!("run {} {more}", path.display()))
}

/// Claims that a run is the same in every format, played and read again.
fn check_again(name: &str, arguments: &str) {
    let first = said(&format!("run {arguments} --format json"));
    for format in ["json", "text", "chrome-trace", "svg"] {
        let played = said(&format!("run {arguments} --format {format}"));
        let again = said_of(name, &first.out, &format!("--format {format}"));
        assert_eq!(again.out, played.out, "{arguments} {format}");
        assert_eq!(again.code, played.code, "{arguments} {format}");
        assert_eq!(again.err, played.err, "{arguments} {format}");
    }
}

#[test]
fn every_lesson_is_read_again_as_it_was() {
    for lesson in catalogue() {
        check_again("lesson.json", lesson.slug);
    }
}

#[test]
fn a_run_is_read_again_however_it_ended() {
    for arguments in [
        "cancel-and-errors --set return_exceptions=false",
        "producer-consumer --set maxsize=1 --set stop_after=1",
        "gather --set urls=url_1,url_2.5",
        "gather --set urls=ä_1,\"_0",
    ] {
        check_again("ended.json", arguments);
    }
}

#[test]
fn a_python_program_is_read_again() {
    let program = file("program.py");
    let source = "import asyncio\n\nN = 1  # parameter\n\nasync def main():\n    print('before')\n    \
                  await asyncio.sleep(N)\n    print('after')\n\nasyncio.run(main())\n";
    fs::write(&program, source).unwrap();
    check_again("program.json", &format!("{} --set n=2", program.display()));
}

#[test]
fn the_values_are_written_that_differ_from_the_lessons_own() {
    let params = |arguments: &str| {
        let out = printed(&format!("run {arguments} --format json"));
        serde_json::from_str::<Value>(&out).unwrap()["params"].clone()
    };
    assert_eq!(params("workers-as-tasks"), json!({}));
    let given = "workers-as-tasks --set worker_2=1.5 --set worker_1=1";
    assert_eq!(params(given), json!({"worker_2": "1.5"}));
}

#[test]
fn a_recorded_run_is_not_changed() {
    let run = printed("run gather --format json");
    for more in ["--live", "--set urls=url_1"] {
        let said = said_of("changed.json", &run, more);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains("as it was"), "{}", said.err);
    }
}

/// Whatever of a document is changed, it is refused with a sentence.
#[test]
fn a_document_whose_parts_differ_is_refused() {
    let run: Value = serde_json::from_str(&printed("run gather --format json")).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut run = run.clone();
        change(&mut run);
        said_of("differs.json", &run.to_string(), "")
    };
    // What is written otherwise, and says the same, is read.
    assert_eq!(changed(&|_| ()).out, printed("run gather"));
    let changes: [&dyn Fn(&mut Value); 9] = [
        &|run| run["lesson"] = json!(1),
        &|run| run["seconds"] = json!(5.0),
        &|run| run["steps"] = json!(-1),
        &|run| run["console"][0]["text"] = json!("crawling url_9"),
        &|run| run["tasks"] = json!([]),
        &|run| run["outcome"] = json!("limit"),
        &|run| run["trace"][3]["kind"] = json!("printed"),
        &|run| run["recording"] = json!("SUxWAw=="),
        &|run| drop(run.as_object_mut().unwrap().remove("recording")),
    ];
    for change in changes {
        let said = changed(change);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
        let sentence =
            said.err.contains("is not a recording") && said.err.contains("--format json");
        assert!(sentence, "{}", said.err);
    }
}

#[test]
fn what_is_no_document_is_refused() {
    for contents in [
        "",
        "{",
        "[]",
        "null",
        "{\"lesson\": \"gather\"}",
        "\u{0}\u{1}",
    ] {
        let said = said_of("none.json", contents, "");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{contents}");
        assert!(said.err.contains("is not a recording"), "{}", said.err);
    }
    let said = said("run nowhere/run.json");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("cannot be read"), "{}", said.err);
}
