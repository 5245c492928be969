//! Parsing pages for `bs4`: the tree of the standard, and the tags of a page as they stand.
//!
//! Both come as a list of events. What `bs4` does with them is Python, in `crates/python/modules/bs4`.

mod event;
mod older;
mod tokens;
mod tree;

pub(crate) use event::Event;
pub(crate) use tokens::tokens;
pub(crate) use tree::tree;
