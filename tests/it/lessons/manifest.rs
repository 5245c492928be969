//! The manifest of the lessons: what each entry must be so that nothing else has to name a lesson.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use interleave::lessons::{Arguments, catalogue, find};

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lessons/programs")
}

/// Returns the files of the folder of programs with an extension.
fn files(extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(programs()).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

#[test]
fn each_lesson_has_two_files_named_as_its_slug() {
    let slugs = catalogue().iter().map(|lesson| lesson.slug);
    let mut names: Vec<_> = slugs.map(|slug| slug.replace('-', "_")).collect();
    names.sort();
    for extension in ["rs", "py"] {
        let named = names
            .iter()
            .map(|name| programs().join(format!("{name}.{extension}")));
        assert_eq!(files(extension), named.collect::<Vec<_>>());
    }
}

#[test]
fn the_lessons_of_a_group_stand_together() {
    let mut groups: Vec<_> = catalogue().iter().map(|lesson| lesson.group).collect();
    groups.dedup();
    let different: BTreeSet<_> = groups.iter().collect();
    assert_eq!(different.len(), groups.len(), "{groups:?}");
}

/// As in `library/asyncio-task.html#asyncio.gather`.
#[test]
fn each_lesson_names_an_anchor_in_a_page_of_the_library() {
    for lesson in catalogue() {
        let page = lesson.docs.strip_prefix("library/").unwrap();
        let (page, anchor) = page.split_once(".html#").unwrap();
        let is_name = |text: &str, also: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || also.contains(c);
            !text.is_empty() && text.chars().all(fits)
        };
        let fits = is_name(page, "-") && is_name(anchor, "-._");
        assert!(fits, "{}: {}", lesson.slug, lesson.docs);
    }
}

#[test]
fn a_lesson_is_found_by_its_slug() {
    for lesson in catalogue() {
        assert_eq!(find(lesson.slug).unwrap().file, lesson.file);
    }
    let error = find("no-such-lesson").unwrap_err().to_string();
    assert!(error.contains("blocking, await-in-turn, tasks"), "{error}");
}

#[test]
fn many_tasks_are_those_of_one_lesson() {
    for lesson in catalogue() {
        let arguments = Arguments::new(lesson.parameters, []).unwrap();
        let many = if lesson.slug == "ten-thousand" {
            10_000
        } else {
            0
        };
        assert_eq!(lesson.task_count(&arguments), many, "{}", lesson.slug);
    }
}

/// `cargo fmt` follows `mod` lines, and the programs have none: the manifest makes them.
#[test]
fn the_programs_are_formatted() {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt
        .args(["--check", "--edition", "2024"])
        .args(files("rs"));
    let output = rustfmt.output().unwrap();
    let difference = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "run rustfmt over them:\n{difference}"
    );
}

/// What is compiled into the first part of the page's module is what is not loaded later.
#[test]
fn the_lessons_of_the_first_part_are_those_that_are_not_late() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(root.join("xtask/src/build/parts.rs")).unwrap();
    let (_, list) = source.split_once("const FIRST_LESSONS").unwrap();
    let (list, _) = list.split_once("];").unwrap();
    let mut named: Vec<_> = list.split('"').skip(1).step_by(2).collect();
    let first = catalogue().iter().filter(|lesson| !lesson.is_late());
    let mut first: Vec<_> = first.map(|lesson| lesson.slug.replace('-', "_")).collect();
    named.sort_unstable();
    first.sort_unstable();
    assert_eq!(named, first);
}
