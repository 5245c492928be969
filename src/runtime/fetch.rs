//! Fetching: the seam to the network, real, recorded or simulated.

use std::borrow::Cow;
use std::rc::{Rc, Weak};

use super::core::DoneFuture;
use super::current;
use super::error::{Error, Result};
use super::event::{Event, FetchId, Place, StepEnd};
use super::event_loop::EventLoop;
use super::future::Future;
use super::moment::Nanos;
use super::repr::Repr;

/// What answers a run's requests.
pub trait Fetch {
    /// Starts a GET of `url`, and tells `completion` when it is over.
    ///
    /// Dropping the returned guard ends the transfer.
    fn start(&self, url: &str, completion: Completion) -> Box<dyn Transfer>;
}

/// A transfer under way. Dropping it ends it.
pub trait Transfer {}

impl Transfer for () {}

/// An answer, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The address that answered, after redirects: the base of the page's links.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// The media type with its parameters, as sent; empty if none was.
    pub content_type: String,
    /// The body.
    pub body: Rc<[u8]>,
}

impl Repr for Response {
    fn repr(&self) -> Cow<'static, str> {
        Cow::Owned(format!("<Response [{}]>", self.status))
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The run has no network at all.
    #[error("this run has no network; {0} cannot be fetched")]
    NoNetwork(String),
    /// The recorded crawl does not hold the address.
    #[error("the recorded crawl holds no answer for {0}; run it live to fetch it")]
    NotRecorded(String),
    /// The proxy did not answer.
    #[error(
        "the proxy at {0} does not answer; start it with `interleave serve`, or change its address"
    )]
    ProxyUnreachable(String),
    /// The proxy refused, or could not reach the site.
    #[error("{0}")]
    ProxyRefused(String),
    /// The site could not be reached.
    #[error("{0} cannot be reached: {1}")]
    Unreachable(String, String),
}

impl FetchError {
    /// Returns the error's name and the value that it is about, by which messages are found.
    fn parts(&self) -> (&'static str, &str) {
        match self {
            FetchError::NoNetwork(url) => ("NoNetwork", url),
            FetchError::NotRecorded(url) => ("NotRecorded", url),
            FetchError::ProxyUnreachable(url) => ("ProxyUnreachable", url),
            FetchError::ProxyRefused(message) => ("ProxyRefused", message),
            FetchError::Unreachable(url, _) => ("Unreachable", url),
        }
    }
}

impl From<FetchError> for Error {
    fn from(error: FetchError) -> Error {
        let (kind, about) = error.parts();
        Error::raised_about(kind, error.to_string(), about)
    }
}

/// Where the answer of one fetch goes. Dropped unanswered, the fetch stays without an answer.
pub struct Completion {
    event_loop: Weak<EventLoop>,
    fetch: FetchId,
    future: Rc<Future<Response>>,
}

impl Completion {
    /// Gives the answer now.
    pub fn complete(self, result: std::result::Result<Response, FetchError>) {
        let Some(event_loop) = self.event_loop.upgrade() else {
            return;
        };
        let (fetch, future) = (self.fetch, self.future);
        // The fetch was cancelled, and counted as over then.
        if future.core().is_done() {
            return;
        }
        event_loop.end_outside(fetch, || {
            let status = result.as_ref().map_or(0, |response| response.status);
            event_loop.emit(Event::FetchEnded { fetch, status });
            match result {
                Ok(response) => future.set_result(&event_loop, response),
                Err(error) => future.set_error(&event_loop, error.into()),
            };
        });
    }

    /// Gives the answer when `latency` has passed on the run's clock.
    pub fn complete_after(self, latency: Nanos, result: std::result::Result<Response, FetchError>) {
        if let Some(event_loop) = self.event_loop.upgrade() {
            event_loop.call_later(latency, move |_| self.complete(result));
        }
    }
}

/// Fetches a page: a GET of `url`.
///
/// # Errors
/// What [`FetchError`] says, raised by that name. An answer with a status of 400 or more is an
/// answer, not an error.
///
/// # Cancel safety
/// A cancelled fetch ends its transfer.
#[track_caller]
pub fn fetch(url: &str) -> impl std::future::Future<Output = Result<Response>> + use<> {
    let (url, place) = (url.to_string(), Place::caller());
    async move {
        let event_loop = current::event_loop();
        let fetch = event_loop.next_fetch();
        event_loop.emit(Event::FetchBegan {
            fetch,
            task: event_loop.running(),
            url: &url,
        });
        event_loop.begin_outside();
        let future = Future::new();
        let completion = Completion {
            event_loop: Rc::downgrade(&event_loop),
            fetch,
            future: future.clone(),
        };
        let transfer = event_loop.fetch.start(&url, completion);
        let result = future.wait_as(StepEnd::Fetches(fetch), place).await;
        drop(transfer);
        // A task may be cancelled with its answer in hand: then the fetch is over already.
        if result.is_err() && future.core().is_cancelled() {
            event_loop.end_outside(fetch, || {});
            event_loop.emit(Event::FetchEnded { fetch, status: 0 });
        }
        result
    }
}

/// A network that answers nothing.
#[derive(Debug, Default)]
pub struct NoFetch;

impl Fetch for NoFetch {
    fn start(&self, url: &str, completion: Completion) -> Box<dyn Transfer> {
        completion.complete_after(Nanos::ZERO, Err(FetchError::NoNetwork(url.to_string())));
        Box::new(())
    }
}
