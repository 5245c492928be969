//! The reasons why a fetch was refused or failed: one code, one status and one sentence each.
//!
//! The page translates by the code; the sentence is for people. All blocked addresses have the same
//! sentence: it contains neither the address of a name nor whether a port was open. Otherwise the
//! proxy could be used to explore the network it is in.

use http::StatusCode;
use thiserror::Error;

/// A fetch without a response, and the hop at which the fetch ended.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct Refusal {
    /// How many redirects had been followed: 0 is the requested URL.
    pub hop: usize,
    /// What was wrong.
    pub reason: Reason,
}

/// What was wrong with a fetch.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Reason {
    /// The text is not a URL that can be fetched.
    #[error("`{url}` cannot be read as a URL ({problem}); check its spelling")]
    BadUrl {
        /// The text, cut short.
        url: String,
        /// The problem that the parser, or a check of this crate, found.
        problem: String,
    },
    /// Neither http nor https.
    #[error("`{url}` does not begin with http:// or https://; only these two are fetched")]
    BadScheme {
        /// The text, cut short.
        url: String,
    },
    /// A name or password before an `@`.
    #[error(
        "the URL for `{host}` carries a user name or a password; take out what stands before the @"
    )]
    BadUserinfo {
        /// The host that the URL really names.
        host: String,
    },
    /// A name that means something only inside a network.
    #[error("`{host}` is a name for use inside a network; ask for a site on the public internet")]
    BlockedHost {
        /// The host.
        host: String,
    },
    /// An address that is not public, or a name that leads to one.
    #[error("`{host}` is not on the public internet; ask for a site that is")]
    BlockedAddress {
        /// The host, as the URL names it.
        host: String,
    },
    /// A port other than those of the web.
    #[error("port {port} is not fetched; leave the port out, or use 80 or 443")]
    BlockedPort {
        /// The port.
        port: u16,
    },
    /// The name has no address.
    #[error("no address was found for `{host}`; check its spelling")]
    DnsFailed {
        /// The name.
        host: String,
    },
    /// The name's look-up took too long.
    #[error("the look-up of `{host}` took longer than {limit_s} s; try again later")]
    DnsTimeout {
        /// The name.
        host: String,
        /// The limit.
        limit_s: u64,
    },
    /// No connection.
    #[error("`{host}` did not accept a connection; try again later")]
    ConnectFailed {
        /// The host.
        host: String,
    },
    /// No connection in time.
    #[error("`{host}` did not accept a connection within {limit_s} s; try again later")]
    ConnectTimeout {
        /// The host.
        host: String,
        /// The limit.
        limit_s: u64,
    },
    /// The certificate is wrong, or the other side does not speak TLS. This check is never skipped.
    #[error(
        "no secure connection to `{host}` could be made: its certificate is not valid for it, or it does not speak TLS; check the site in a browser"
    )]
    TlsFailed {
        /// The host.
        host: String,
    },
    /// The connection broke, or the response was not HTTP.
    #[error("`{host}` did not give a complete answer in HTTP; try again later")]
    UpstreamBroke {
        /// The host.
        host: String,
    },
    /// A redirect that leads out of the web.
    #[error("the site redirects to a URL that is not fetched: {problem}")]
    BadRedirect {
        /// The sentence of the rule that the redirect broke.
        problem: String,
    },
    /// More redirects than the policy follows.
    #[error("the site redirects more than {limit} times; ask for the last URL itself")]
    TooManyRedirects {
        /// The limit.
        limit: usize,
    },
    /// A body over the limit.
    #[error("the page is larger than {limit_bytes} bytes; ask for a smaller one")]
    TooLarge {
        /// The limit.
        limit_bytes: usize,
    },
    /// A compressed body, though the request asked for an uncompressed one.
    #[error(
        "`{host}` sends its page compressed as `{encoding}` though it was asked not to; ask another site"
    )]
    BadEncoding {
        /// The host.
        host: String,
        /// The encoding of the body.
        encoding: String,
    },
    /// The whole fetch took too long.
    #[error("the page took longer than {limit_s} s; try again later")]
    Deadline {
        /// The limit.
        limit_s: u64,
    },
}

impl Reason {
    /// Returns the code of the reason, for programs. A code never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadUrl { .. } => "bad-url",
            Self::BadScheme { .. } => "bad-scheme",
            Self::BadUserinfo { .. } => "bad-userinfo",
            Self::BlockedHost { .. } => "blocked-host",
            Self::BlockedAddress { .. } => "blocked-address",
            Self::BlockedPort { .. } => "blocked-port",
            Self::DnsFailed { .. } => "dns-failed",
            Self::DnsTimeout { .. } => "dns-timeout",
            Self::ConnectFailed { .. } => "connect-failed",
            Self::ConnectTimeout { .. } => "connect-timeout",
            Self::TlsFailed { .. } => "tls-failed",
            Self::UpstreamBroke { .. } => "upstream-broke",
            Self::BadRedirect { .. } => "bad-redirect",
            Self::TooManyRedirects { .. } => "too-many-redirects",
            Self::TooLarge { .. } => "too-large",
            Self::BadEncoding { .. } => "bad-encoding",
            Self::Deadline { .. } => "deadline",
        }
    }

    /// Returns the status of the proxy's response: 400 the request is wrong, 403 the policy forbids
    /// the fetch, 502 the site failed, 504 the site was too slow.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::BadUrl { .. } | Self::BadScheme { .. } | Self::BadUserinfo { .. } => {
                StatusCode::BAD_REQUEST
            }
            Self::BlockedHost { .. } | Self::BlockedAddress { .. } | Self::BlockedPort { .. } => {
                StatusCode::FORBIDDEN
            }
            Self::DnsTimeout { .. } | Self::ConnectTimeout { .. } | Self::Deadline { .. } => {
                StatusCode::GATEWAY_TIMEOUT
            }
            _ => StatusCode::BAD_GATEWAY,
        }
    }
}
