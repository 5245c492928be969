//! What is sent to a site: by the proxy a GET or a HEAD, by the command whatever a program sends.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use crate::{Policy, Target};

/// Headers that belong to the connection, and are the fetcher's own. (Content-Length is the body's.)
const OWN: [HeaderName; 11] = [
    header::HOST,
    header::ACCEPT_ENCODING,
    header::VIA,
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::TE,
    header::TRAILER,
    header::UPGRADE,
    header::EXPECT,
    header::PROXY_AUTHORIZATION,
];

/// Headers that are for one site alone.
const PRIVATE: [HeaderName; 2] = [header::AUTHORIZATION, header::COOKIE];

/// A request, without its address.
#[derive(Debug, Clone, Default)]
pub struct Outgoing {
    /// The method; GET by default.
    pub method: Method,
    /// The headers, beside the fetcher's own.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
    /// What becomes of a redirect.
    pub redirects: Redirects,
}

/// What becomes of a redirect.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Redirects {
    /// It is followed.
    #[default]
    Followed,
    /// It is the answer.
    Shown,
}

impl Outgoing {
    /// Makes a request of a method alone.
    pub(crate) fn of(method: Method) -> Self {
        Self {
            method,
            ..Self::default()
        }
    }

    /// Returns the headers that are sent beside the fetcher's own.
    pub(crate) fn others(&self) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        // These two are always sent, the program's or ours.
        let told = [header::USER_AGENT, header::ACCEPT];
        let is_other = move |name: &HeaderName| !OWN.contains(name) && !told.contains(name);
        self.headers.iter().filter(move |(name, _)| is_other(name))
    }

    /// Returns the name under which a site is asked: a program's own, with ours behind it.
    pub(crate) fn user_agent(&self, policy: &Policy) -> HeaderValue {
        let given = self.headers.get(header::USER_AGENT);
        let given = given.and_then(|value| value.to_str().ok());
        let name = match given {
            None => policy.user_agent.clone(),
            Some(given) if given.contains("Interleave") => given.to_owned(),
            Some(given) => format!(
                "{given} {}",
                concat!("Interleave/", env!("CARGO_PKG_VERSION"))
            ),
        };
        HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("Interleave"))
    }

    /// Makes the request that follows a redirect: RFC 9110, section 15.4.
    pub(crate) fn redirected(&self, status: StatusCode, from: &Target, to: &Target) -> Self {
        let mut next = self.clone();
        let is_post = self.method == Method::POST;
        let is_other = status == StatusCode::SEE_OTHER && self.method != Method::HEAD;
        if is_other || is_post && matches!(status.as_u16(), 301 | 302) {
            next.method = Method::GET;
            next.body = Bytes::new();
            next.headers.remove(header::CONTENT_TYPE);
        }
        if from.url().origin() != to.url().origin() {
            for name in PRIVATE {
                next.headers.remove(name);
            }
        }
        next
    }
}
