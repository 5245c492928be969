//! Crawling: pages, what lessons read out of them, and a recorded crawl that is played back.
//!
//! This room is pure over two seams: [`Fetch`](crate::runtime::Fetch) brings bytes, [`Html`] parses
//! them. In the page these are the browser's `fetch` and its `DOMParser`; the command has its own.

mod decoding;
mod page;
mod replay;

pub use decoding::{ascii_case_find, charset_label};
pub use page::{Document, Html, NoHtml, Node, NodeId, Page, Site};
pub use replay::{Replay, ReplayError, ReplayedAnswer};
