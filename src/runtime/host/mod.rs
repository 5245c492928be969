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
mod request;

pub use clock::{Clock, Simulated};
pub use console::{print, println, warn};
pub use coroutine::{Coroutine, Step};
pub use executor::{Executor, to_thread};
pub use fetch::{fetch, send, send_blocking};
pub use fetch_measure::FetchMeasure;
pub use limits::{Limit, Limits};
pub use network::{Answer, Completion, Fetch, FetchError, NoFetch, Response, Transfer, Waited};
pub use random::Random;
pub use request::{Redirects, Request};
