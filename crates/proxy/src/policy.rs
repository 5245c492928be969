//! What the proxy will do, for whom, and how much of it.
//!
//! A policy is data, made once when the proxy starts. It has no open default: without a page
//! origin nobody may ask, and without a listed target only public hosts can be reached.
//!
//! Not here yet: how often. Requests a minute by client, by page origin and by target host are
//! limits of this policy too, and belong in this struct as fields beside `concurrency_max`.

use url::{Origin, Url};

/// The rules that a proxy, or a crawl without one, goes by.
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
    /// The pages that may ask, each an exact origin; `null` never matches.
    pub page_origins: Vec<Origin>,
    /// Origins that may be fetched wherever they are: exempt from the rules for names, addresses
    /// and ports. The demo movie site on the loopback is one. Only the exact origin is exempt.
    pub allowed_targets: Vec<Origin>,
    /// Names and addresses of the proxy itself, as they stand in a URL: a request for one of
    /// them is a loop.
    pub own_hosts: Vec<String>,
    /// The longest URL that is read; browsers and servers mostly stop at 8 KiB too.
    pub url_bytes_max: usize,
    /// The largest body that is relayed; a page, not a film.
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
    /// How many fetches may be under way at once, over all pages.
    pub concurrency_max: usize,
    /// What the proxy calls itself to other sites. It must begin as a browser's does
    /// (`Mozilla/5.0`), since many sites answer nothing else; it must name Interleave, since
    /// whoever is asked may know who asks.
    pub user_agent: String,
}

impl Policy {
    /// Tells whether a page may ask, from the text of its `Origin` header.
    pub fn allows_page(&self, origin: &str) -> bool {
        self.page_origins
            .iter()
            .any(|allowed| allowed.is_tuple() && allowed.ascii_serialization() == origin)
    }

    /// Tells whether a URL's origin is listed as a target.
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
