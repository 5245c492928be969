//! `interleave list`: every lesson with every parameter, in a reader's language.

use clap::ValueEnum;
use interleave::lessons::catalogue;
use interleave_server::{
    language::{Language, Tag},
    list::table,
};

use crate::command::printed;

#[test]
fn each_lesson_stands_there_with_its_parameters() {
    let out = printed("list");
    assert_eq!(out, table(&Language::new(Tag::default())));
    let mut entries = out.split("\n\n");
    for lesson in catalogue() {
        let entry = entries.next().unwrap();
        let (title, rest) = entry.split_once('\n').unwrap();
        assert!(title.starts_with(&format!("{} ", lesson.slug)), "{title}");
        let (_, rows) = rest.split_once('\n').unwrap();
        for (parameter, row) in lesson.parameters.iter().zip(rows.lines()) {
            let default = parameter.kind.default_text();
            let words: Vec<&str> = row.split_whitespace().collect();
            assert_eq!(words[..3], [parameter.name, "=", &default], "{row}");
            assert!(row.ends_with('.'), "{row}");
        }
        assert_eq!(rows.lines().count(), lesson.parameters.len());
    }
    assert_eq!(entries.next(), None);
}

#[test]
fn a_reader_of_chinese_is_told_in_chinese() {
    let out = printed("list --lang zh-Hans");
    let chinese = Tag::from_str("zh-Hans", false).unwrap();
    assert_eq!(out, table(&Language::new(chinese)));
    assert_ne!(out, table(&Language::new(Tag::default())));
    assert!(out.contains("workers-as-tasks"));
}
