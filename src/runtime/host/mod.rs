//! The seams between a run and its host: clock, network, threads, limits, console, and coroutines of
//! another language.

mod clock;
mod limits;
mod random;

mod console;
mod coroutine;
mod executor;
mod fetch;
mod fetch_measure;
mod network;

pub use clock::{Clock, Simulated};
pub use console::{print, println, warn};
pub use coroutine::{Coroutine, Step};
pub use executor::{Executor, to_thread};
pub use fetch::fetch;
pub use fetch_measure::FetchMeasure;
pub use limits::{Limit, Limits};
pub use network::{Completion, Fetch, FetchError, NoFetch, Response, Transfer};
pub use random::Random;
