//! How Python writes a value: `'OK url_1'`, `None`, `[1, 2]`.
//!
//! Readers see results as Python's `repr` writes them, in Rust lessons too, so that the runs of a
//! lesson in both languages show the same texts.

use std::borrow::Cow;
use std::rc::Rc;

use crate::runtime::{Error, Raised};

/// A value that a task can return: the value can be shared, and written as Python's `repr` writes it.
pub trait Repr: Clone + 'static {
    /// Writes the value as Python's `repr` does.
    fn repr(&self) -> Cow<'static, str>;
}

impl Repr for () {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Borrowed("None")
    }
}

impl Repr for bool {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Borrowed(if *self { "True" } else { "False" })
    }
}

impl Repr for i64 {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(self.to_string())
    }
}

impl Repr for usize {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(self.to_string())
    }
}

impl Repr for String {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(quoted(self))
    }
}

impl Repr for Rc<str> {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(quoted(self))
    }
}

impl<T: Repr> Repr for Option<T> {
    fn repr(&self) -> Cow<'static, str> {
        self.as_ref().map_or(Cow::Borrowed("None"), Repr::repr)
    }
}

impl<T: Repr> Repr for Vec<T> {
    fn repr(&self) -> Cow<'static, str> {
        let items: Vec<_> = self.iter().map(Repr::repr).collect();
        Cow::Owned(format!("[{}]", items.join(", ")))
    }
}

impl<T: Repr> Repr for Result<T, Error> {
    fn repr(&self) -> Cow<'static, str> {
        match self {
            Ok(value) => value.repr(),
            Err(error) => error.repr(),
        }
    }
}

impl Repr for Error {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(match self {
            Error::Cancelled(cancellation) => match cancellation.as_deref() {
                None => "CancelledError()".to_string(),
                Some(message) => format!("CancelledError({})", quoted(message)),
            },
            Error::Raised(raised) => raised_repr(raised),
        })
    }
}

fn raised_repr(raised: &Raised) -> String {
    let Raised { kind, message, .. } = raised;
    if let Some(repr) = &raised.repr {
        repr.clone()
    } else if !raised.errors.is_empty() {
        format!("{kind}({}, {})", quoted(message), raised.errors.repr())
    } else if message.is_empty() {
        format!("{kind}()")
    } else {
        format!("{kind}({})", quoted(message))
    }
}

/// Quotes text as Python's `repr(str)` does: single quotes unless only those occur inside.
fn quoted(text: &str) -> String {
    let is_double = text.contains('\'') && !text.contains('"');
    let quote = if is_double { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\x{:02x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::Repr;
    use crate::runtime::Error;

    #[test]
    fn writes_as_python_does() {
        let check = |value: &str, python: &str| assert_eq!(value.to_string().repr(), python);
        check("OK url_1", "'OK url_1'");
        check("it's", "\"it's\"");
        check("it's \"so\"", "'it\\'s \"so\"'");
        check("a\tb\nc\\\u{7f}", "'a\\tb\\nc\\\\\\x7f'");
        assert_eq!(
            vec![
                Ok(1_i64),
                Err(Error::zero_division()),
                Err(Error::cancelled(Some("".into())))
            ]
            .repr(),
            "[1, ZeroDivisionError('division by zero'), CancelledError('')]"
        );
        assert_eq!(Error::cancelled(None).repr(), "CancelledError()");
    }
}
