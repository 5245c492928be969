//! What `export` promises.

mod chrome_trace;
mod still_picture;
mod svg;
