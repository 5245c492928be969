//! What `trace` promises.

mod codec;
