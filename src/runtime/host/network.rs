//! The seam to the network, real, replayed or simulated.
//!
//! The network knows nothing of the loop: it gives each answer to the [`Completion`] that it got with
//! the request.

use std::borrow::Cow;
use std::rc::Rc;

use crate::runtime::{Error, Nanos, Repr};

/// What answers a run's requests.
pub trait Fetch {
    /// Starts a GET of `url`, and gives the answer to `completion`. Dropping the returned guard
    /// ends the transfer.
    fn start(&self, url: &str, completion: Completion) -> Box<dyn Transfer>;
}

/// A transfer that goes on. Dropping this guard ends the transfer.
pub trait Transfer {}

impl Transfer for () {}

/// A complete answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The address that answered, after redirects: the base of the page's links.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// The media type with its parameters, as sent; empty if none was sent.
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
    /// The recorded crawl has no answer for the address.
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

impl From<FetchError> for Error {
    /// Names the error as its messages are named, with the value that the error is about.
    fn from(error: FetchError) -> Error {
        let (kind, about) = match &error {
            FetchError::NoNetwork(url) => ("NoNetwork", url),
            FetchError::NotRecorded(url) => ("NotRecorded", url),
            FetchError::ProxyUnreachable(url) => ("ProxyUnreachable", url),
            FetchError::ProxyRefused(message) => ("ProxyRefused", message),
            FetchError::Unreachable(url, _) => ("Unreachable", url),
        };
        Error::raised_about(kind, error.to_string(), about)
    }
}

/// An answer, or why there is none.
pub(super) type Answer = std::result::Result<Response, FetchError>;

/// Takes an answer, now or when some time has passed on the run's clock.
pub(in crate::runtime) type Take = dyn FnOnce(Answer, Option<Nanos>);

/// Takes the answer of one fetch. A fetch whose completion is dropped never gets an answer.
pub struct Completion(pub(in crate::runtime) Box<Take>);

impl Completion {
    /// Gives the answer now.
    pub fn complete(self, answer: Answer) {
        (self.0)(answer, None);
    }

    /// Gives the answer when `latency` has passed on the run's clock.
    pub fn complete_after(self, latency: Nanos, answer: Answer) {
        (self.0)(answer, Some(latency));
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
