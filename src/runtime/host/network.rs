//! The seam to the network, real, replayed or simulated.
//!
//! The network knows nothing of the loop: it gives each answer to the [`Completion`] that it got with
//! the request.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::{Error, Nanos, Repr, Request};

/// What answers a run's requests.
pub trait Fetch {
    /// Starts a request, and gives the answer to `completion`. Dropping the returned guard ends the
    /// transfer.
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer>;

    /// Sends a request and waits for the answer, for a call that blocks, `limit` at most.
    ///
    /// Without an own one, a network that answers at once is waited for, and no other.
    fn wait(&self, request: &Request, limit: Option<Nanos>) -> Waited {
        let slot = Rc::new(RefCell::new(None));
        let taken = slot.clone();
        let take = move |answer, latency| drop(taken.replace(Some((answer, latency))));
        let transfer = self.start(request, Completion(Box::new(take)));
        drop(transfer);
        let cannot = || (Err(FetchError::CannotWait(request.url.clone())), None);
        let (answer, latency) = slot.take().unwrap_or_else(cannot);
        let latency = latency.unwrap_or(Nanos::ZERO);
        match limit.filter(|limit| latency > *limit) {
            Some(limit) => Waited {
                answer: Err(FetchError::TimedOut(request.url.clone())),
                simulated: Some(limit),
            },
            None => Waited {
                answer,
                simulated: Some(latency),
            },
        }
    }
}

/// The answer of a request that was waited for.
pub struct Waited {
    /// The answer, or why there is none.
    pub answer: Answer,
    /// How long it takes on the run's clock; none if that time has really passed.
    pub simulated: Option<Nanos>,
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
    /// All headers, as far as the network tells them; names in small letters.
    pub headers: Vec<(String, String)>,
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
    #[error("{url} cannot be reached: {why}")]
    Unreachable {
        /// The address.
        url: String,
        /// What was wrong, for people.
        why: String,
        /// What was wrong, for programs: the code of the proxy's reason.
        code: &'static str,
    },
    /// The caller's limit of time passed before the answer was there.
    #[error("{0} did not answer in time")]
    TimedOut(String),
    /// The network cannot be waited for while the loop stands.
    #[error(
        "{0} cannot be fetched by a call that blocks here; await aiohttp or httpx.AsyncClient instead"
    )]
    CannotWait(String),
}

impl FetchError {
    /// Returns what was wrong, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            FetchError::NoNetwork(_) => "no-network",
            FetchError::NotRecorded(_) => "not-recorded",
            FetchError::ProxyUnreachable(_) => "proxy-unreachable",
            FetchError::ProxyRefused(_) => "refused",
            FetchError::Unreachable { code, .. } => code,
            FetchError::TimedOut(_) => "timeout",
            FetchError::CannotWait(_) => "cannot-wait",
        }
    }
}

impl From<FetchError> for Error {
    /// Names the error as its messages are named, with the value that the error is about.
    fn from(error: FetchError) -> Error {
        let (kind, about) = match &error {
            FetchError::NoNetwork(url) => ("NoNetwork", url),
            FetchError::NotRecorded(url) => ("NotRecorded", url),
            FetchError::ProxyUnreachable(url) => ("ProxyUnreachable", url),
            FetchError::ProxyRefused(message) => ("ProxyRefused", message),
            FetchError::Unreachable { url, .. } => ("Unreachable", url),
            FetchError::TimedOut(url) => ("TimedOut", url),
            FetchError::CannotWait(url) => ("CannotWait", url),
        };
        Error::raised_about(kind, error.to_string(), about)
    }
}

/// An answer, or why there is none.
pub type Answer = std::result::Result<Response, FetchError>;

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
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer> {
        let why = FetchError::NoNetwork(request.url.clone());
        completion.complete_after(Nanos::ZERO, Err(why));
        Box::new(())
    }
}
