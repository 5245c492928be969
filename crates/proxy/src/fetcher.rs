//! Fetches a URL under a policy: the hops, the deadline, and the result.
//!
//! Redirects are followed here and not by an HTTP client, for two reasons. Each hop must pass every
//! check of the first hop. And the page shows the chain of redirects, which a browser's `fetch`
//! hides.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Response, StatusCode, header};
use hyper::body::Incoming;
use tokio::time::timeout;
use url::Url;

use crate::exchange::{Exchange, text_of};
use crate::{
    Network, Outgoing, Policy, Reason, Redirects, Refusal, Target, Timing, TlsError,
    connector::Connector,
};

/// Fetches URLs under a policy.
///
/// # Examples
/// ```
/// use interleave_proxy::{Fetcher, Network, Policy};
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let fetcher = Fetcher::new(Policy::default(), Network::system())?;
/// let refusal = fetcher.fetch("http://127.1/").await.expect_err("the loopback is not public");
/// assert_eq!(refusal.reason.code(), "blocked-address");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Fetcher {
    policy: Policy,
    connector: Connector,
}

/// The response of a site.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The status of the last hop.
    pub status: StatusCode,
    /// All headers of the last hop, as the site sent them.
    pub headers: HeaderMap,
    /// The body of the last hop, as the site sent it.
    pub body: Bytes,
    /// The URL of the last hop, to which links in the body are relative.
    pub final_url: Url,
    /// The redirects before the last hop, in order.
    pub chain: Vec<Hop>,
    /// How long the phases took.
    pub timing: Timing,
}

/// A redirect that was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The status that redirected.
    pub status: StatusCode,
    /// The URL that redirected.
    pub url: Url,
}

impl Fetcher {
    /// Makes a fetcher for a policy on a network.
    ///
    /// # Errors
    /// [`TlsError`] if the TLS library lacks the usual protocol versions.
    pub fn new(policy: Policy, network: Network) -> Result<Self, TlsError> {
        Ok(Self {
            policy,
            connector: Connector::new(network)?,
        })
    }

    /// Returns the fetcher's policy.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Fetches a page with GET.
    ///
    /// Any response of the site is a success here, even a 404 or a 503.
    ///
    /// # Errors
    /// [`Refusal`] with the hop and the reason if the policy forbids the fetch or no response came.
    ///
    /// # Cancel safety
    /// Dropping the future closes the connection.
    pub async fn fetch(&self, url: &str) -> Result<Fetched, Refusal> {
        self.send(&Outgoing::default(), url).await
    }

    /// Fetches only a page's head, with HEAD.
    ///
    /// # Errors
    /// As [`Fetcher::fetch`].
    ///
    /// # Cancel safety
    /// As [`Fetcher::fetch`].
    pub async fn fetch_head(&self, url: &str) -> Result<Fetched, Refusal> {
        self.send(&Outgoing::of(Method::HEAD), url).await
    }

    /// Sends a request, as [`Fetcher::fetch`] does a GET.
    ///
    /// # Errors
    /// As [`Fetcher::fetch`].
    ///
    /// # Cancel safety
    /// As [`Fetcher::fetch`].
    pub async fn send(&self, outgoing: &Outgoing, url: &str) -> Result<Fetched, Refusal> {
        let mut chain = Vec::new();
        let limit_s = self.policy.total_s;
        let followed = timeout(
            Duration::from_secs(limit_s),
            self.follow(outgoing.clone(), url, &mut chain),
        )
        .await
        .unwrap_or(Err(Reason::Deadline(limit_s)));
        let hop = chain.len();
        match followed {
            Ok(fetched) => Ok(Fetched { chain, ..fetched }),
            Err(reason) => Err(Refusal { hop, reason }),
        }
    }

    /// Follows redirects to the last hop. The caller owns the chain, so that the chain is known when
    /// the fetch runs out of time.
    async fn follow(
        &self,
        mut outgoing: Outgoing,
        url: &str,
        chain: &mut Vec<Hop>,
    ) -> Result<Fetched, Reason> {
        let mut timing = Timing::default();
        let mut target = Target::parse(url, &self.policy)?;
        loop {
            let stream = self
                .connector
                .connect(&target, &self.policy, &mut timing)
                .await?;
            let exchange =
                Exchange::send(stream, &target, &outgoing, &self.policy, &mut timing).await?;
            let status = exchange.response.status();
            let next = match outgoing.redirects {
                Redirects::Followed => redirect(&target, &exchange.response, &self.policy),
                Redirects::Shown => None,
            };
            let Some(next) = next else {
                let (headers, body) = exchange.finish(&self.policy, &mut timing).await?;
                return Ok(Fetched {
                    status,
                    headers,
                    body,
                    final_url: target.url().clone(),
                    chain: Vec::new(),
                    timing,
                });
            };
            chain.push(Hop {
                status,
                url: target.url().clone(),
            });
            if chain.len() > self.policy.hops_max {
                return Err(Reason::TooManyRedirects(self.policy.hops_max));
            }
            let next = next?;
            outgoing = outgoing.redirected(status, &target, &next);
            target = next;
        }
    }
}

/// Returns the target of a redirect; `None` for a response to be relayed as it is. A redirect
/// without a readable `Location` is relayed too.
fn redirect(
    target: &Target,
    response: &Response<Incoming>,
    policy: &Policy,
) -> Option<Result<Target, Reason>> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = text_of(response.headers().get(header::LOCATION)?);
    let next = target.join(&location, policy)?;
    Some(next.map_err(as_redirect))
}

/// Makes an error in a redirect's URL an error of the site; a refusal of the policy keeps its code.
fn as_redirect(reason: Reason) -> Reason {
    match reason {
        Reason::BadUrl(..) | Reason::BadScheme(..) | Reason::BadUserinfo(..) => {
            Reason::BadRedirect(reason.to_string())
        }
        reason => reason,
    }
}
