//! `interleave embed` writes the HTML that shows a lesson, or a recording of a program, in an article.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{interleave, printed, said};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The room of the view that has everything is kept until the script has come, as the documents say.
fn room() -> &'static str {
    let documents = include_str!("../../../../docs/embedding.md");
    let start = documents.find("<style>").unwrap();
    let length = documents[start..].find('\n').unwrap();
    &documents[start..=start + length]
}

const PROGRAM: &str = "import asyncio\n\nN = 1  # parameter\n\nasync def main():\n    \
                       await asyncio.sleep(N)\n    print('<done>')\n\nasyncio.run(main())\n";

#[test]
fn a_lesson_is_a_tag_with_its_picture_and_the_sites_script() {
    let html = printed("embed gather --set urls=url_1:2.5,url_2 --site https://a.example/b/");
    let (tag, rest) = html
        .strip_prefix(room())
        .and_then(|rest| rest.split_once('\n'))
        .unwrap();
    let params = "params=\"urls=url_1%3A2.5%2Curl_2\"";
    assert_eq!(
        tag,
        format!("<interleave-playground lesson=\"gather\" {params} autorun>")
    );
    assert!(rest.starts_with("<svg ") && html.len() < 4_500, "{html}");
    for said in [
        "<title>Four pages with gather</title>",
        ">sleeps 2.5 s<",
        "3 tasks over 2.50 s",
    ] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    let script = "<script type=\"module\" src=\"https://a.example/b/define.js\"></script>\n";
    assert!(html.ends_with(&format!("</svg>\n</interleave-playground>\n{script}")));
}

#[test]
fn the_language_and_the_colours_are_those_that_are_asked_for() {
    let html = printed("embed timeout --lang zh-Hans --theme dark");
    assert!(
        html.contains(" theme=\"dark\" lang=\"zh-Hans\" autorun>"),
        "{html}"
    );
    assert!(html.contains("#1a1f28") && !html.contains("light-dark"));
    assert!(html.contains("秒"), "{html}");
}

/// The recording has the program as it ran: with the values, and under the name that the trace says.
#[test]
fn a_program_is_shown_by_its_recording() {
    let folder = folder("embed-program");
    let program = folder.join("my crawl.py");
    fs::write(&program, PROGRAM).unwrap();
    let out = folder.join("article");
    let mut command = interleave("embed --set n=2 --out");
    let said = command.arg(&out).arg(&program).output().unwrap();
    assert!(said.status.success(), "{said:?}");
    assert!(said.stdout.is_empty());
    let html = fs::read_to_string(out.join("my crawl.html")).unwrap();
    assert!(html.strip_prefix(room()).is_some_and(|tag| {
        tag.starts_with("<interleave-playground recording=\"my%20crawl.recording.json\">\n<svg")
    }));
    assert!(
        html.contains("<title>my crawl.py</title>") && html.contains("sleeps 2 s"),
        "{html}"
    );
    let recording = fs::read(out.join("my crawl.recording.json")).unwrap();
    let recording: Value = serde_json::from_slice(&recording).unwrap();
    let file = program.display().to_string();
    assert_eq!(recording["program"]["file"], file);
    assert_eq!(recording["lesson"], file);
    let source = PROGRAM.replace("N = 1", "N = 2");
    assert_eq!(recording["program"]["source"], source);
    // The lines of the trace are lines of this text.
    let sleeps = source
        .lines()
        .position(|line| line.contains("sleep(N)"))
        .unwrap()
        + 1;
    let events = recording["trace"].as_array().unwrap();
    let lines: Vec<_> = events
        .iter()
        .filter_map(|event| event["place"]["line"].as_u64())
        .collect();
    assert!(lines.contains(&(sleeps as u64)), "{lines:?}");
}

#[test]
fn what_is_printed_has_the_recording_beside_the_program() {
    let folder = folder("embed-beside");
    let program = folder.join("sleepy.py");
    fs::write(&program, PROGRAM).unwrap();
    let said = said(&format!("embed {}", program.display()));
    assert_eq!(said.code, 0);
    assert!(
        said.out
            .contains("<interleave-playground recording=\"sleepy.recording.json\">")
    );
    assert!(said.err.contains("sleepy.recording.json"), "{}", said.err);
    let again = printed(&format!(
        "run {}",
        folder.join("sleepy.recording.json").display()
    ));
    assert_eq!(again, "<done>\nWall time: 1.00 s\n");
}

#[test]
fn wrong_use_is_refused_with_a_sentence() {
    for (arguments, sentence) in [
        ("embed no-such-lesson", "no-such-lesson"),
        ("embed gather --set urls=,", "urls"),
        ("embed nowhere.py", "cannot be read"),
    ] {
        let said = said(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments}");
        assert!(said.err.contains(sentence), "{}", said.err);
    }
}
