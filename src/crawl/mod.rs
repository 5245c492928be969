//! Crawling: pages, what is read out of them, and a recorded crawl to play back.
//!
//! Pure over two seams: [`Fetch`](crate::runtime::Fetch) brings bytes, [`Html`] reads them. In the
//! page they are the browser's `fetch` and its `DOMParser`; in the command, a client of its own.

mod decoding;
mod page;
mod replay;

pub use decoding::{ascii_case_find, charset_label};
pub use page::{Document, Html, NoHtml, Node, NodeId, Page, Site};
pub use replay::{Replay, ReplayError, ReplayedAnswer};
