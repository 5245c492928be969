//! `interleave list`: the lessons and their parameters.

use std::process::ExitCode;

use clap::Args;
use interleave::lessons::{Kind, Lesson, Parameter, catalogue};

use crate::language::{Language, Tag};
use crate::run::print_document;

/// The options of `list`.
#[derive(Debug, Args)]
pub struct Options {
    /// The language of titles and sentences
    #[arg(long, value_enum, default_value_t)]
    lang: Tag,
}

/// Prints the table. The exit code is 0, and 2 if the table cannot be written.
pub fn run(options: &Options) -> ExitCode {
    print_document(&table(&Language::new(options.lang)))
}

/// Writes the table of all lessons in a language.
pub fn table(language: &Language) -> String {
    let lessons = catalogue().iter().map(|lesson| entry(lesson, language));
    lessons.collect::<Vec<_>>().join("\n")
}

fn entry(lesson: &Lesson, language: &Language) -> String {
    let (title, summary) = (
        language.lesson_title(lesson),
        language.lesson_summary(lesson),
    );
    let rows = lesson.parameters.iter().map(|parameter| {
        let bounds = bounds(parameter, &language.seconds_unit());
        let help = language.parameter_help(lesson, parameter);
        let (name, default) = (parameter.name.into(), parameter.kind.default_text());
        [name, default, bounds, help]
    });
    format!(
        "{slug:<23}{title}\n{:<23}{summary}\n{}",
        "",
        lines(&rows.collect::<Vec<_>>()),
        slug = lesson.slug
    )
}

/// Writes the rows of the table, each the name, the default, the bounds and the help of a parameter.
fn lines(rows: &[[String; 4]]) -> String {
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or(0)
    };
    let (names, defaults, bounds) = (width(0), width(1), width(2));
    let line = |[name, default, limits, help]: &[String; 4]| {
        format!("  {name:<names$} = {default:<defaults$}  {limits:<bounds$}  {help}\n")
    };
    rows.iter().map(line).collect()
}

/// Writes a parameter's bounds, with the language's unit of seconds.
fn bounds(parameter: &Parameter, seconds: &str) -> String {
    match parameter.kind {
        Kind::Seconds { max, .. } => format!("0–{max} {seconds}"),
        Kind::Count { min, max, .. } => format!("{min}–{max}"),
        Kind::Choice { options, .. } => options.join(" | "),
        Kind::Urls {
            count_max,
            seconds_max,
            ..
        } => format!("1–{count_max} × 0–{seconds_max} {seconds}"),
        Kind::Address { .. } => "http(s)://…".to_owned(),
    }
}
