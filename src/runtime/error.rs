//! What an await can raise: a cancellation, or an error of the program.

use std::any::Any;
use std::fmt;
use std::ops::Deref;
use std::panic::Location;
use std::rc::Rc;

/// What a coroutine returns: its value, or the error that ended it.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What ends a coroutine early. `?` carries both kinds up through the coroutines, as Python's
/// exceptions travel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The task was asked to stop, as asyncio's `CancelledError`.
    #[error("the task was cancelled")]
    Cancelled(Cancellation),
    /// The program raised an error.
    #[error("{0}")]
    Raised(Rc<Raised>),
}

/// An error of the program, named as Python names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raised {
    /// Python's name of the error, like `ZeroDivisionError`.
    pub kind: String,
    /// What went wrong, like `division by zero`.
    pub message: String,
    /// The value that the error is about, for the message in the reader's language.
    pub about: Option<String>,
    /// The members of an `ExceptionGroup`.
    pub errors: Vec<Error>,
    /// The exception object of another language that the error stands for.
    pub origin: Option<Origin>,
    /// How the other language writes the error, where that is not `kind('message')`.
    pub repr: Option<String>,
    /// Where a program in Rust made the error.
    pub made_at: MadeAt,
}

/// Where an error was made, if that is known. Errors are equal wherever they were made.
#[derive(Clone, Copy, Debug, Default)]
pub struct MadeAt(pub Option<&'static Location<'static>>);

impl PartialEq for MadeAt {
    fn eq(&self, _: &MadeAt) -> bool {
        true
    }
}

impl Eq for MadeAt {}

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
    #[track_caller]
    pub fn raised(kind: impl Into<String>, message: impl Into<String>) -> Error {
        let made_at = MadeAt(Some(Location::caller()));
        let raised = Raised::new(kind, message);
        Raised { made_at, ..raised }.into()
    }

    /// Makes an error of the program that names the value that the error is about.
    pub fn raised_about(
        kind: impl Into<String>,
        message: impl Into<String>,
        about: impl Into<String>,
    ) -> Error {
        let (about, raised) = (Some(about.into()), Raised::new(kind, message));
        Raised { about, ..raised }.into()
    }

    /// Makes an `ExceptionGroup`, or another `kind` of group, of several errors.
    ///
    /// # Examples
    /// ```
    /// use interleave::runtime::{Error, Repr};
    ///
    /// let members = vec![Error::zero_division()];
    /// let group = Error::group("ExceptionGroup", "two", members);
    /// assert_eq!(group.repr(), "ExceptionGroup('two', [ZeroDivisionError('division by zero')])");
    /// assert_eq!(group.to_string(), "ExceptionGroup: two (1 sub-exception)");
    /// ```
    pub fn group(kind: impl Into<String>, message: impl Into<String>, errors: Vec<Error>) -> Error {
        let raised = Raised::new(kind, message);
        Raised { errors, ..raised }.into()
    }

    /// Makes the group that a `TaskGroup` raises. As in Python the group is a `BaseExceptionGroup`
    /// if `except Exception` would not catch a member.
    pub(super) fn unhandled_in_group(errors: Vec<Error>) -> Error {
        let kind = if errors.iter().any(Error::is_base) {
            "BaseExceptionGroup"
        } else {
            "ExceptionGroup"
        };
        Error::group(kind, "unhandled errors in a TaskGroup", errors)
    }

    /// Makes an error that stands for an exception object of another language.
    pub fn of_origin(kind: impl Into<String>, message: impl Into<String>, origin: Origin) -> Error {
        let (origin, raised) = (Some(origin), Raised::new(kind, message));
        Raised { origin, ..raised }.into()
    }

    /// Makes a cancellation, with or without a message.
    pub fn cancelled(message: Option<Rc<str>>) -> Error {
        Error::Cancelled(message.into())
    }

    /// Makes the error that dividing by zero raises, as Python's `1 / 0` does.
    #[track_caller]
    pub fn zero_division() -> Error {
        Error::raised("ZeroDivisionError", "division by zero")
    }

    /// Makes the error of a timeout that expired, as Python's `TimeoutError()`.
    pub fn timed_out() -> Error {
        Error::raised("TimeoutError", "")
    }

    /// Returns whether the error is a cancellation.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Error::Cancelled(_))
    }

    /// Returns whether the error is one of the program with the name `kind`.
    pub fn is_kind(&self, kind: &str) -> bool {
        matches!(self, Error::Raised(raised) if raised.kind == kind)
    }

    /// Returns whether the error ends the whole run at once: Python's `KeyboardInterrupt`, `SystemExit`.
    pub fn is_exit(&self) -> bool {
        self.is_kind("KeyboardInterrupt") || self.is_kind("SystemExit")
    }

    /// Returns whether the error is a `BaseException` of Python that is no `Exception`.
    fn is_base(&self) -> bool {
        let kinds = ["GeneratorExit", "BaseException", "BaseExceptionGroup"];
        self.is_cancelled() || self.is_exit() || kinds.iter().any(|kind| self.is_kind(kind))
    }

    /// Returns the exception object that the error stands for, if there is one.
    pub fn origin(&self) -> Option<&Origin> {
        match self {
            Error::Cancelled(cancellation) => cancellation.origin.as_ref(),
            Error::Raised(raised) => raised.origin.as_ref(),
        }
    }
}

impl Raised {
    /// Makes an error with a name and a message.
    pub fn new(kind: impl Into<String>, message: impl Into<String>) -> Raised {
        Raised {
            kind: kind.into(),
            message: message.into(),
            ..Raised::default()
        }
    }
}

impl From<Raised> for Error {
    fn from(raised: Raised) -> Error {
        Error::Raised(Rc::new(raised))
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.message)?;
        match self.errors.len() {
            0 => Ok(()),
            1 => f.write_str(" (1 sub-exception)"),
            n => write!(f, " ({n} sub-exceptions)"),
        }
    }
}

/// What a cancellation carries, as asyncio's `CancelledError`; dereferences to its message.
///
/// The message is `None` where `cancel` was called without one: Python prints `CancelledError()`, and
/// prints `CancelledError('')` for an empty message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cancellation {
    message: Option<Rc<str>>,
    origin: Option<Origin>,
}

impl Cancellation {
    /// Makes a cancellation that stands for an exception object of another language.
    pub fn of_origin(message: Option<Rc<str>>, origin: Origin) -> Cancellation {
        let origin = Some(origin);
        Cancellation { message, origin }
    }
}

impl From<Option<Rc<str>>> for Cancellation {
    fn from(message: Option<Rc<str>>) -> Cancellation {
        let origin = None;
        Cancellation { message, origin }
    }
}

impl Deref for Cancellation {
    type Target = Option<Rc<str>>;

    fn deref(&self) -> &Option<Rc<str>> {
        &self.message
    }
}

/// An exception object of another language, whose identity an [`Error`] keeps on its
/// way through the loop. Two origins are equal if they are the same object.
#[derive(Clone)]
pub struct Origin(pub Rc<dyn Any>);

impl Origin {
    /// Returns the object, if it has the type `T`.
    pub fn downcast<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Origin) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl Eq for Origin {}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Origin({:p})", Rc::as_ptr(&self.0))
    }
}
