//! JSON as it is written here: an indent of two blanks a level, and no floating-point text.
//!
//! The page's module holds no serializer: what one writes for a dozen types weighs as much as a
//! lesson. A writer that knows texts, whole numbers and moments is all that a run needs.

use std::fmt::Write as _;

use crate::runtime::{Nanos, SourceLocation};

/// A value in an object.
pub(super) enum Value<'a> {
    None,
    Number(u64),
    Seconds(Nanos),
    Text(&'a str),
    /// Null for what is nowhere in a program: lines count from 1.
    SourceLocation(SourceLocation),
}

/// A text that grows, and where in it the writer is.
pub(super) struct Json {
    out: String,
    depth: usize,
    /// Whether the innermost object or list is empty so far.
    is_fresh: bool,
}

impl Json {
    /// Begins with nothing.
    pub(super) fn new() -> Json {
        Json::inside(0, true)
    }

    /// Goes on where another writer stopped: so many levels deep, in what is empty or not.
    pub(super) fn inside(depth: usize, is_fresh: bool) -> Json {
        Json {
            out: String::new(),
            depth,
            is_fresh,
        }
    }

    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// Opens an object or a list.
    pub(super) fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.is_fresh = true;
    }

    /// Closes an object or a list.
    pub(super) fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.is_fresh {
            self.line();
        }
        self.out.push(bracket);
        self.is_fresh = false;
    }

    /// Goes to the place of the next item of a list.
    pub(super) fn item(&mut self) {
        if !self.is_fresh {
            self.out.push(',');
        }
        self.line();
        self.is_fresh = false;
    }

    /// Goes to the place of the value of a key.
    pub(super) fn key(&mut self, key: &str) {
        self.item();
        self.text(key);
        self.out.push_str(": ");
    }

    pub(super) fn field(&mut self, key: &str, value: &Value<'_>) {
        self.key(key);
        match value {
            Value::Text(text) => self.text(text),
            Value::Number(number) => {
                let _ = write!(self.out, "{number}");
            }
            Value::Seconds(time) => self.seconds(*time),
            Value::SourceLocation(place) if place.line > 0 => self.object(&[
                ("file", Value::Text(place.file)),
                ("line", Value::Number(place.line.into())),
                ("column", Value::Number(place.column.into())),
            ]),
            Value::None | Value::SourceLocation(_) => self.null(),
        }
    }

    pub(super) fn object(&mut self, fields: &[(&str, Value<'_>)]) {
        self.open('{');
        for (key, value) in fields {
            self.field(key, value);
        }
        self.close('}');
    }

    pub(super) fn null(&mut self) {
        self.out.push_str("null");
    }

    fn text(&mut self, text: &str) {
        push_quoted(&mut self.out, text);
    }

    /// Writes seconds as a number that is no integer, however whole it is.
    fn seconds(&mut self, time: Nanos) {
        let text = time.short(9);
        self.out.push_str(&text);
        if !text.contains('.') {
            self.out.push_str(".0");
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }
}

/// Appends a text as a JSON string.
pub(super) fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
