//! What a cancellation carries: a message, and the exception object of another language.

use std::ops::Deref;
use std::rc::Rc;

use crate::runtime::Origin;

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
        Cancellation {
            message,
            origin: Some(origin),
        }
    }

    /// Returns the exception object that the cancellation stands for, if there is one.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }
}

impl From<Option<Rc<str>>> for Cancellation {
    fn from(message: Option<Rc<str>>) -> Cancellation {
        Cancellation {
            message,
            origin: None,
        }
    }
}

impl Deref for Cancellation {
    type Target = Option<Rc<str>>;

    fn deref(&self) -> &Option<Rc<str>> {
        &self.message
    }
}
