//! The policy: which pages may use the proxy, what the proxy fetches, and how much.
//!
//! A policy is data, made once when the proxy starts. The default is closed: without a page origin
//! no page may use the proxy, and without an allowed target only public hosts can be reached.
//!
//! Limits on the number of requests per minute do not exist yet. They belong in this struct, as
//! fields beside `concurrency_max`: per client, per page origin and per target host.

use url::{Origin, Url};

/// The rules of a proxy, or of a crawl without a proxy.
///
/// # Examples
/// ```
/// use interleave_proxy::Policy;
///
/// let policy = Policy {
///     page_origins: vec!["http://127.0.0.1:8080".parse::<url::Url>()?.origin()],
///     ..Policy::default()
/// };
/// assert_eq!(policy.body_bytes_max, 2 * 1024 * 1024);
/// # Ok::<(), url::ParseError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Policy {
    /// The pages that may use the proxy, each an exact origin; `null` never matches.
    pub page_origins: Vec<Origin>,
    /// Origins that are exempt from the rules for names, addresses and ports, like the demo movie
    /// site on the loopback. Only the exact origin is exempt.
    pub allowed_targets: Vec<Origin>,
    /// Names and addresses of the proxy itself, as a URL contains them: a request to one of them
    /// would be a loop.
    pub own_hosts: Vec<String>,
    /// The longest URL; most browsers and servers stop at 8 KiB too.
    pub url_bytes_max: usize,
    /// The largest body that is relayed: enough for a page.
    pub body_bytes_max: usize,
    /// The largest head of a response that is read.
    pub head_bytes_max: usize,
    /// How many redirects are followed.
    pub hops_max: usize,
    /// How long one fetch may take, with all its hops and its body.
    pub total_s: u64,
    /// How long the look-up of one name may take.
    pub dns_s: u64,
    /// How long dialling and TLS may take, for one hop.
    pub connect_s: u64,
    /// How many fetches may run at once, over all pages.
    pub concurrency_max: usize,
    /// The proxy's name to other sites. The name must start as a browser's does (`Mozilla/5.0`),
    /// since many sites refuse all others, and it must contain Interleave, so that a site can tell
    /// where a request comes from.
    pub user_agent: String,
}

impl Policy {
    /// Says whether a page may use the proxy, from the text of its `Origin` header.
    pub fn allows_page(&self, origin: &str) -> bool {
        self.page_origins
            .iter()
            .any(|allowed| allowed.is_tuple() && allowed.ascii_serialization() == origin)
    }

    /// Says whether a URL's origin is an allowed target.
    pub(crate) fn lists(&self, url: &Url) -> bool {
        let origin = url.origin();
        self.allowed_targets.contains(&origin)
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            page_origins: Vec::new(),
            allowed_targets: Vec::new(),
            own_hosts: Vec::new(),
            url_bytes_max: 8 * 1024,
            body_bytes_max: 2 * 1024 * 1024,
            head_bytes_max: 64 * 1024,
            hops_max: 5,
            total_s: 20,
            dns_s: 3,
            connect_s: 5,
            concurrency_max: 64,
            user_agent: concat!(
                "Mozilla/5.0 (compatible; Interleave/",
                env!("CARGO_PKG_VERSION"),
                "; lessons on asynchronous crawling)"
            )
            .to_owned(),
        }
    }
}
