//! Fetching without a proxy: the command is no page, and may read any response.
//!
//! The proxy's policy applies all the same. A lesson follows links that strangers wrote, and these
//! must not lead into the network that this machine is in.

use std::rc::Rc;

use interleave::runtime::{Completion, Fetch, FetchError, Response, Transfer};
use interleave_proxy::{Fetched, Fetcher, Reason, Refusal};
use tokio::task::{AbortHandle, spawn_local};

/// The network, under a policy. Transfers run on the [`LocalSet`](tokio::task::LocalSet) in which
/// they are started.
pub(super) struct DirectFetch(pub(super) Rc<Fetcher>);

impl Fetch for DirectFetch {
    fn start(&self, url: &str, completion: Completion) -> Box<dyn Transfer> {
        let (fetcher, url) = (self.0.clone(), url.to_owned());
        let transferring = spawn_local(async move {
            let result = fetcher.fetch(&url).await;
            completion.complete(result.map(response).map_err(|why| error(url, why)));
        });
        Box::new(AbortOnDrop(transferring.abort_handle()))
    }
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
    let content_type = fetched.headers.get("content-type");
    let content_type = content_type.map(|value| String::from_utf8_lossy(value.as_bytes()));
    Response {
        url: fetched.final_url.into(),
        status: fetched.status.as_u16(),
        content_type: content_type.unwrap_or_default().into_owned(),
        body: fetched.body.as_ref().into(),
    }
}

/// Makes the runtime's error: a refusal of the policy is another error than a failure of the
/// network.
fn error(url: String, refusal: Refusal) -> FetchError {
    let message = refusal.to_string();
    match refusal.reason {
        Reason::DnsFailed(..)
        | Reason::DnsTimeout(..)
        | Reason::ConnectFailed(..)
        | Reason::ConnectTimeout(..)
        | Reason::TlsFailed(..)
        | Reason::UpstreamBroke(..)
        | Reason::Deadline(..) => FetchError::Unreachable(url, message),
        _ => FetchError::ProxyRefused(message),
    }
}
