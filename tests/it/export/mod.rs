//! What `export` promises.

mod chrome_trace;
mod svg;
