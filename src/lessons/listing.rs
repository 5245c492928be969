//! Listings: each lesson once more, in Python.
//!
//! A listing is a Python program beside the lesson's file. It does the same with asyncio, with
//! the same tasks, names and printed lines. Its parameters stand at its top, one a line:
//!
//! ```text
//! URLS = [("url_1", 1), ("url_2", 2)]  # parameter
//! ```
//!
//! The name is the parameter's, in upper case; the value is a Python literal; the line ends in
//! the mark. So a host that runs a listing can change its values without reading Python.
//!
//! The texts are reached by [`Lesson::listing`] alone and never by the list of lessons: a page loads
//! the listing of one lesson, which was coloured while the site was built, and fills its holes with
//! [`literal`].

use super::arguments::Arguments;
use super::lesson::Lesson;
use super::manifest::listing_text;
use super::page::{pairs, read_pages};
use super::parameter::{Expected, Kind, Parameter};

/// What ends the line of a parameter.
const MARK: &str = "  # parameter";

impl Lesson {
    /// Returns the lesson as a Python program that has these values at its top.
    ///
    /// # Examples
    /// ```
    /// use interleave::lessons::{Arguments, find};
    ///
    /// let lesson = find("workers-as-tasks")?;
    /// let arguments = Arguments::new(lesson.parameters, [("worker_1", "1.5")]).unwrap();
    /// let listing = lesson.listing(&arguments);
    /// assert!(listing.contains("\nWORKER_1 = 1.5  # parameter\nWORKER_2 = 2  # parameter\n"));
    /// # Ok::<(), interleave::lessons::LessonError>(())
    /// ```
    pub fn listing(&self, arguments: &Arguments) -> String {
        fill(listing_text(self.slug), arguments)
    }
}

/// Puts values into the lines of a listing that are marked as parameters.
///
/// A parameter that the listing does not have is left out: `proxy` is the page's own, and
/// `python` belongs to what plays Python here.
fn fill(listing: &str, arguments: &Arguments) -> String {
    let mut filled = String::with_capacity(listing.len());
    for line in listing.split_inclusive('\n') {
        let parts = line.trim_end().strip_suffix(MARK);
        let name = parts.and_then(|line| Some(line.split_once(" = ")?.0));
        let known = name.and_then(|name| {
            let found = literals(arguments).find(|(known, _)| known.eq_ignore_ascii_case(name));
            let (_, literal) = found?;
            Some(format!("{name} = {literal}{MARK}\n"))
        });
        filled.push_str(known.as_deref().unwrap_or(line));
    }
    filled
}

/// Returns each parameter's name and its value, written as Python has it.
fn literals(arguments: &Arguments) -> impl Iterator<Item = (&'static str, String)> {
    let parameters = arguments.parameters();
    parameters.map(|(parameter, value)| (parameter.name, literal(parameter, value)))
}

/// Writes a parameter's value, as it is kept, as Python has it.
pub fn literal(parameter: &Parameter, value: &str) -> String {
    match parameter.kind {
        Kind::Seconds { .. } | Kind::Count { .. } => value.to_string(),
        Kind::Choice { .. } if value == "true" => "True".to_string(),
        Kind::Choice { .. } if value == "false" => "False".to_string(),
        Kind::Choice { .. } | Kind::Address { .. } => quoted(value),
        Kind::Urls { .. } => pages_literal(value).unwrap_or_default(),
    }
}

/// Writes a list of pages, as a reader types it, as Python has it: `[("url_1", 1), ("page", 2.5)]`.
///
/// # Errors
/// What would have been right.
pub fn pages_literal(list: &str) -> Result<String, Expected> {
    Ok(pairs(&read_pages(list, usize::MAX, u32::MAX)?))
}

/// Writes a text as a Python string on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if character.is_control() => {
                literal.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}
