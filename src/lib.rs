//! Asynchronous code that shows itself.
pub mod crawl;
pub mod lessons;
pub mod runtime;
pub mod story;
pub mod timeline;
pub mod trace;
