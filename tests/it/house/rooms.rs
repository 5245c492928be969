//! What holds of the code itself: which room knows which, and what is in none of them.

use std::path::{Path, PathBuf};

use crate::support::{Played, source};
use interleave::lessons::catalogue;
use interleave::runtime::{Event, SourceLocation, StepEnd};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files of ours under a folder that end in one of these ways, with their texts.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let is_theirs = ["node_modules", "pkg", "target"].contains(&name.as_str());
            if path.is_dir() && !is_theirs && !name.starts_with('.') {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Returns the lines of a source that are code, each with its number.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The rooms from the ground up, each with those that it knows.
const ROOMS: [(&str, &[&str]); 7] = [
    ("runtime", &[]),
    ("trace", &["runtime"]),
    ("story", &["runtime", "trace"]),
    ("crawl", &["runtime"]),
    ("lessons", &["runtime", "story", "crawl"]),
    ("timeline", &["runtime", "story"]),
    ("export", &["runtime", "trace", "story", "timeline"]),
];

#[test]
fn pure_rooms_name_no_browser_no_clock_and_no_chance() {
    let impure = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "std::time::Instant",
        "std::time::SystemTime",
        "rand::",
        "static mut",
        "thread::sleep",
        "std::net",
        "std::fs",
        "std::env",
    ];
    for (room, _) in ROOMS {
        let files = files(&format!("src/{room}"), &[".rs"]);
        assert!(!files.is_empty(), "{room}");
        for (path, text) in &files {
            for (number, line) in code(text) {
                let found = impure.iter().find(|name| line.contains(*name));
                assert_eq!(found, None, "{}:{number}", path.display());
            }
        }
    }
}

#[test]
fn no_module_of_the_page_writes_for_debugging() {
    // It would write nothing there (`-Zfmt-debug=none` in `xtask/src/build/wasm.rs`).
    for (path, text) in files("src", &[".rs"])
        .into_iter()
        .chain(files("crates/exports", &[".rs"]))
    {
        let code = code(&text).take_while(|(_, line)| !line.contains("#[cfg(test)]"));
        for (number, line) in code {
            let at = format!("{}:{number}", path.display());
            assert!(!line.contains(":?}") && !line.contains(":#?}"), "{at}");
        }
    }
}

#[test]
fn rooms_know_only_those_below_them() {
    let all = ROOMS.map(|(room, _)| room);
    for (room, knows) in ROOMS {
        for (path, text) in files(&format!("src/{room}"), &[".rs"]) {
            for (number, line) in code(&text) {
                for named in line.split("crate::").skip(1) {
                    let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
                    let other = named.split(word).next().unwrap();
                    let is_room = all.contains(&other) || other == "browser" || other.is_empty();
                    let may = other == room || knows.contains(&other);
                    let at = format!("{}:{number}: {line}", path.display());
                    assert!(may || !is_room, "{at}");
                }
            }
        }
    }
}

/// A lesson is a file with an `async fn main`; all of them are in the catalogue, and what the
/// page shows of one is the file that runs.
#[test]
fn every_lesson_is_shown_as_the_file_that_runs() {
    let lessons = files("src/lessons/programs", &[".rs"]);
    let lessons = lessons
        .iter()
        .filter(|(_, text)| text.contains("pub async fn main("));
    let on_disk: Vec<_> = lessons
        .map(|(path, _)| path.strip_prefix(root()).unwrap().to_path_buf())
        .collect();
    let mut listed: Vec<_> = catalogue()
        .iter()
        .map(|lesson| PathBuf::from(lesson.file))
        .collect();
    listed.sort();
    assert_eq!(listed, on_disk);
    // The page asks for the file by the lesson's name, and the site has those with a listing.
    for lesson in catalogue() {
        let name = lesson.slug.replace('-', "_");
        assert_eq!(lesson.file, format!("src/lessons/programs/{name}.rs"));
        assert!(root().join(lesson.file).with_extension("py").exists());
    }
}

/// The locations of a lesson's trace are in its file, at lines that say what happens there.
#[test]
fn the_locations_of_a_trace_are_lines_of_its_lesson() {
    for lesson in catalogue() {
        let source = source(lesson);
        let lines: Vec<_> = source.lines().collect();
        let check = |location: SourceLocation, said: &[&str]| {
            assert_eq!(location.file, lesson.file);
            let line = lines[location.line as usize - 1];
            assert!(
                said.iter().any(|word| line.contains(word)),
                "{}: {line}",
                lesson.slug
            );
        };
        let mut count = 0;
        Played::of(lesson).recorder.read(|trace| {
            for (_, event) in trace.events() {
                match event {
                    Event::TaskCreated {
                        parent: Some(_),
                        location,
                        ..
                    } => check(location, &["create_task(", "gather("]),
                    Event::Printed { location, .. } => check(location, &["println!("]),
                    Event::Blocked { location, .. } => check(location, &["blocking_sleep("]),
                    Event::StepEnded {
                        end: StepEnd::Sleeps { .. },
                        location: Some(location),
                        ..
                    } => check(location, &["sleep("]),
                    Event::StepEnded {
                        end: StepEnd::Raised(_),
                        location: Some(location),
                        ..
                    } => check(location, &["Error::"]),
                    Event::StepEnded {
                        location: Some(location),
                        ..
                    } => check(location, &["await", "gather(", "task_group(", ".open("]),
                    _ => continue,
                }
                count += 1;
            }
        });
        assert!(count > 0, "{}", lesson.slug);
    }
}

/// A file of more than 400 lines has two subjects.
#[test]
fn no_file_is_too_long_and_none_is_left_unfinished() {
    // Written so that this file is none of those that have them.
    let unfinished = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!("todo", "!("),
        concat!("dbg", "!("),
    ];
    for folder in ["src", "crates", "xtask", "tests", "www"] {
        let files = files(folder, &[".rs", ".ts"]);
        assert!(!files.is_empty(), "{folder}");
        for (path, text) in files {
            let count = text.lines().count();
            assert!(count <= 400, "{} has {count} lines", path.display());
            let found = unfinished.iter().find(|word| text.contains(*word));
            assert_eq!(found, None, "{}", path.display());
        }
    }
}

/// The macros of Python's interpreter make unsafe functions, so the compiler cannot forbid them in
/// that crate: its text has none.
#[test]
fn the_python_front_end_has_no_unsafe_code_of_its_own() {
    let files = files("crates/python", &[".rs"]);
    assert!(!files.is_empty());
    for (path, text) in files {
        // That a constant lies in a section of the module is called unsafe, too, and is none.
        let is_unsafe =
            |line: &str| line.contains("unsafe") && !line.contains("unsafe(link_section");
        let found = code(&text).find(|(_, line)| is_unsafe(line));
        assert_eq!(found, None, "{}", path.display());
    }
}
