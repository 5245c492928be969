//! What `story` promises.

mod accounts;
mod critical_path;
mod signs;
mod statistics;
mod stop_of_span;
mod stops;
mod thread_lanes;
mod transcript;
mod true_moment;
mod waits;
