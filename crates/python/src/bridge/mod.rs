//! Between Python's objects and the runtime's values: texts, errors, results.

mod cpython_wording;
mod errors;
mod exception_classes;
mod text;
mod traceback;
mod value;

pub(crate) use errors::{checked, from_exception, new_exception, raised, to_exception};
pub(crate) use exception_classes::{cancelled_error, class_named};
pub(crate) use text::{optional_text, text_of};
pub(crate) use traceback::{formatted, make_source_known};
pub(crate) use value::Value;
