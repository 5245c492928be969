//! What an await can raise: a cancellation, or an error of the program.

use std::rc::Rc;

/// What a coroutine returns: its value, or what it was ended by.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What ends a coroutine early.
///
/// `?` carries both kinds up through the coroutines, as Python's exceptions travel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The task was asked to stop, as asyncio's `CancelledError`.
    ///
    /// `None` where nobody gave a message: Python prints `CancelledError()`, and prints
    /// `CancelledError('')` for an empty one.
    #[error("the task was cancelled")]
    Cancelled(Option<Rc<str>>),
    /// The program raised an error.
    #[error("{0}")]
    Raised(Rc<Raised>),
}

/// An error of the program, named as Python names it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {message}")]
pub struct Raised {
    /// Python's name of the error, like `ZeroDivisionError`.
    pub kind: String,
    /// What went wrong, like `division by zero`.
    pub message: String,
    /// The value that it is about, where a reader may be told of it in another language.
    pub about: Option<String>,
}

impl Error {
    /// Makes an error of the program.
    ///
    /// # Examples
    /// ```
    /// use interleave::runtime::{Error, Repr};
    ///
    /// let error = Error::raised("ValueError", "no number in 'url'");
    /// assert_eq!(error.repr(), r#"ValueError("no number in 'url'")"#);
    /// ```
    #[must_use]
    pub fn raised(kind: impl Into<String>, message: impl Into<String>) -> Error {
        Error::Raised(Rc::new(Raised {
            kind: kind.into(),
            message: message.into(),
            about: None,
        }))
    }

    /// Makes an error of the program that names the value that it is about.
    #[must_use]
    pub fn raised_about(
        kind: impl Into<String>,
        message: impl Into<String>,
        about: impl Into<String>,
    ) -> Error {
        let about = Some(about.into());
        Error::Raised(Rc::new(Raised {
            kind: kind.into(),
            message: message.into(),
            about,
        }))
    }

    /// Makes the error that dividing by zero raises, as Python's `1 / 0` does.
    #[must_use]
    pub fn zero_division() -> Error {
        Error::raised("ZeroDivisionError", "division by zero")
    }

    /// Says whether this is a cancellation.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Error::Cancelled(_))
    }
}
