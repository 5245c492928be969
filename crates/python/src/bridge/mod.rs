//! Between Python's objects and the runtime's values: texts, errors, results.

mod errors;
mod traceback;
mod value;

pub(crate) use errors::{checked, from_exception, new_exception, raised, to_exception};
pub(crate) use errors::{optional_text, text_of};
pub(crate) use traceback::{formatted, make_source_known};
pub(crate) use value::Value;
