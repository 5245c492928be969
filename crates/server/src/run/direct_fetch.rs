//! Fetching without a proxy: the command is no page, and may read any response.
//!
//! The proxy's policy applies all the same. A lesson follows links that strangers wrote, and these
//! must not lead into the network that this machine is in.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::task::Poll;
use std::thread;
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use interleave::runtime::{
    Answer, Completion, Fetch, FetchError, Nanos, Redirects, Request, Response, Transfer, Waited,
};
use interleave_proxy::{Fetched, Fetcher, Outgoing, Reason, Refusal};
use interleave_python::Pending;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, spawn_local};

use super::interrupt::Interrupt;

/// How often a call that blocks looks whether the run was stopped.
const LOOK: Duration = Duration::from_millis(20);

/// The network, under a policy. Transfers run on the [`LocalSet`](tokio::task::LocalSet) in which
/// they are started.
pub(super) struct DirectFetch {
    pub(super) fetcher: Arc<Fetcher>,
    pub(super) interrupt: Arc<Interrupt>,
}

impl Fetch for DirectFetch {
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer> {
        let (fetcher, request) = (self.fetcher.clone(), request.clone());
        let transferring = spawn_local(async move {
            completion.complete(sent(&fetcher, &request).await);
        });
        Box::new(AbortOnDrop(transferring.abort_handle()))
    }

    /// Transfers on a thread of its own, since this one may be in the middle of its tasks.
    fn wait(&self, request: &Request, limit: Option<Nanos>) -> Waited {
        let url = &*request.url;
        let answer = outgoing(request).and_then(|outgoing| {
            let given = self.transferred(url, outgoing, limit);
            let result = given.ok_or_else(|| FetchError::TimedOut(url.to_owned()))?;
            result.map(response).map_err(|why| error(url, why))
        });
        Waited {
            answer,
            simulated: None,
        }
    }
}

/// An answer that another thread of the system waits for.
struct Transferring {
    receiver: Receiver<Option<Result<Fetched, Refusal>>>,
    url: String,
    limit: Option<Duration>,
    started: Instant,
    /// The transfer ends when this is dropped.
    _keep: oneshot::Sender<()>,
}

impl Pending for Transferring {
    fn take(&mut self) -> Option<Answer> {
        let late = || Some(Err(FetchError::TimedOut(self.url.clone())));
        match self.receiver.try_recv() {
            Ok(Some(result)) => Some(result.map(response).map_err(|why| error(&self.url, why))),
            Ok(None) | Err(TryRecvError::Disconnected) => late(),
            Err(TryRecvError::Empty) => {
                let is_late = self
                    .limit
                    .is_some_and(|limit| self.started.elapsed() >= limit);
                is_late.then(late).flatten()
            }
        }
    }
}

/// An answer that is there already.
struct There(Option<Answer>);

impl Pending for There {
    fn take(&mut self) -> Option<Answer> {
        self.0.take()
    }
}

impl DirectFetch {
    /// Transfers on another thread, while this one goes on.
    pub(super) fn begin(&self, request: &Request, limit: Option<Nanos>) -> Box<dyn Pending> {
        let outgoing = match outgoing(request) {
            Ok(outgoing) => outgoing,
            Err(why) => return Box::new(There(Some(Err(why)))),
        };
        let (sender, receiver) = channel();
        let (keep, dropped) = oneshot::channel();
        let (fetcher, url) = (self.fetcher.clone(), request.url.clone());
        thread::spawn(move || {
            // Who waited may have given up.
            let _ = sender.send(transfer(&fetcher, &url, &outgoing, dropped));
        });
        Box::new(Transferring {
            receiver,
            url: request.url.clone(),
            limit: limit.map(|limit| Duration::from_nanos(limit.0)),
            started: Instant::now(),
            _keep: keep,
        })
    }

    /// Transfers on another thread. Returns nothing if the limit was reached, or the run stopped.
    fn transferred(
        &self,
        url: &str,
        outgoing: Outgoing,
        limit: Option<Nanos>,
    ) -> Option<Result<Fetched, Refusal>> {
        let (sender, receiver) = channel();
        let (keep, dropped) = oneshot::channel();
        let (fetcher, url) = (self.fetcher.clone(), url.to_owned());
        let transferring = thread::spawn(move || {
            // Who waited may have given up.
            let _ = sender.send(transfer(&fetcher, &url, &outgoing, dropped));
        });
        let started = Instant::now();
        let limit = limit.map(|limit| Duration::from_nanos(limit.0));
        let given = loop {
            let left = limit.map_or(LOOK, |limit| limit.saturating_sub(started.elapsed()));
            match receiver.recv_timeout(left.min(LOOK)) {
                Ok(given) => break given,
                Err(RecvTimeoutError::Disconnected) => break None,
                Err(RecvTimeoutError::Timeout) => {
                    let is_late = limit.is_some_and(|limit| started.elapsed() >= limit);
                    if is_late || self.interrupt.is_raised() {
                        break None;
                    }
                }
            }
        };
        drop(keep);
        // It ends now, with its transfer or without.
        let _ = transferring.join();
        given
    }
}

/// Transfers until `dropped` is.
fn transfer(
    fetcher: &Fetcher,
    url: &str,
    outgoing: &Outgoing,
    dropped: oneshot::Receiver<()>,
) -> Option<Result<Fetched, Refusal>> {
    let runtime = Builder::new_current_thread().enable_all().build().ok()?;
    let mut sending = pin!(fetcher.send(outgoing, url));
    let mut dropped = pin!(dropped);
    runtime.block_on(poll_fn(|context| {
        if let Poll::Ready(result) = sending.as_mut().poll(context) {
            return Poll::Ready(Some(result));
        }
        dropped.as_mut().poll(context).map(|_| None)
    }))
}

async fn sent(fetcher: &Fetcher, request: &Request) -> Result<Response, FetchError> {
    let result = fetcher.send(&outgoing(request)?, &request.url).await;
    result.map(response).map_err(|why| error(&request.url, why))
}

/// Makes the fetcher's request. Errors: a method or a header that HTTP does not allow.
fn outgoing(request: &Request) -> Result<Outgoing, FetchError> {
    let unfit = |what: &str| FetchError::Unreachable {
        url: request.url.clone(),
        why: format!("`{what}` is not allowed in a request"),
        code: "bad-header",
    };
    let mut headers = HeaderMap::new();
    for (name, value) in &request.headers {
        let key = HeaderName::try_from(name).map_err(|_| unfit(name))?;
        let value = HeaderValue::from_str(value).map_err(|_| unfit(name))?;
        headers.append(key, value);
    }
    Ok(Outgoing {
        method: Method::try_from(&*request.method).map_err(|_| unfit(&request.method))?,
        headers,
        body: request.body.to_vec().into(),
        redirects: match request.redirects {
            Redirects::Followed => interleave_proxy::Redirects::Followed,
            Redirects::Shown => interleave_proxy::Redirects::Shown,
        },
    })
}

/// A transfer; dropping it closes its connection.
struct AbortOnDrop(AbortHandle);

impl Transfer for AbortOnDrop {}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn response(fetched: Fetched) -> Response {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let content_type = fetched.headers.get("content-type").map(text);
    let headers = fetched.headers.iter();
    Response {
        url: fetched.final_url.into(),
        status: fetched.status.as_u16(),
        content_type: content_type.unwrap_or_default(),
        headers: headers
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
        body: fetched.body.as_ref().into(),
    }
}

/// Makes the runtime's error: a refusal of the policy is another error than a failure of the
/// network.
fn error(url: &str, refusal: Refusal) -> FetchError {
    let (why, code) = (refusal.to_string(), refusal.reason.code());
    match refusal.reason {
        Reason::DnsFailed(..)
        | Reason::DnsTimeout(..)
        | Reason::ConnectFailed(..)
        | Reason::ConnectTimeout(..)
        | Reason::TlsFailed(..)
        | Reason::UpstreamBroke(..)
        | Reason::Deadline(..) => FetchError::Unreachable {
            url: url.to_owned(),
            why,
            code,
        },
        _ => FetchError::ProxyRefused(why),
    }
}
