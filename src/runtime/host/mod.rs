//! The seams to whoever hosts a run: clock, network, threads, limits, console, and coroutines of
//! another language.

pub(super) mod clock;
pub(super) mod limits;
pub(super) mod random;

pub(super) mod block;
pub(super) mod console;
pub(super) mod coroutine;
pub(super) mod executor;
pub(super) mod fetch;
pub(super) mod network;
