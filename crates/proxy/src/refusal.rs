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
    #[error("`{0}` cannot be read as a URL ({1}); check its spelling")]
    BadUrl(String, String),
    /// Neither http nor https.
    #[error("`{0}` does not begin with http:// or https://; only these two are fetched")]
    BadScheme(String),
    /// A name or password before an `@`.
    #[error(
        "the URL for `{0}` carries a user name or a password; take out what stands before the @"
    )]
    BadUserinfo(String),
    /// A name that means something only inside a network.
    #[error("`{0}` is a name for use inside a network; ask for a site on the public internet")]
    BlockedHost(String),
    /// An address that is not public, or a name that leads to one.
    #[error("`{0}` is not on the public internet; ask for a site that is")]
    BlockedAddress(String),
    /// A port other than those of the web.
    #[error("port {0} is not fetched; leave the port out, or use 80 or 443")]
    BlockedPort(u16),
    /// The name has no address.
    #[error("no address was found for `{0}`; check its spelling")]
    DnsFailed(String),
    /// The name's look-up took too long.
    #[error("the look-up of `{0}` took longer than {1} s; try again later")]
    DnsTimeout(String, u64),
    /// No connection.
    #[error("`{0}` did not accept a connection; try again later")]
    ConnectFailed(String),
    /// No connection in time.
    #[error("`{0}` did not accept a connection within {1} s; try again later")]
    ConnectTimeout(String, u64),
    /// The certificate is wrong, or the other side does not speak TLS. This check is never skipped.
    #[error(
        "no secure connection to `{0}` could be made: its certificate is not valid for it, or it does not speak TLS; check the site in a browser"
    )]
    TlsFailed(String),
    /// The connection broke, or the response was not HTTP.
    #[error("`{0}` did not give a complete answer in HTTP; try again later")]
    UpstreamBroke(String),
    /// A redirect that leads out of the web.
    #[error("the site redirects to a URL that is not fetched: {0}")]
    BadRedirect(String),
    /// More redirects than the policy follows.
    #[error("the site redirects more than {0} times; ask for the last URL itself")]
    TooManyRedirects(usize),
    /// A body over the limit.
    #[error("the page is larger than {0} bytes; ask for a smaller one")]
    TooLarge(usize),
    /// A compressed body, though the request asked for an uncompressed one.
    #[error(
        "`{0}` sends its page compressed as `{1}` though it was asked not to; ask another site"
    )]
    BadEncoding(String, String),
    /// The whole fetch took too long.
    #[error("the page took longer than {0} s; try again later")]
    Deadline(u64),
}

impl Reason {
    /// Returns the code of the reason, for programs. A code never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadUrl(..) => "bad-url",
            Self::BadScheme(..) => "bad-scheme",
            Self::BadUserinfo(..) => "bad-userinfo",
            Self::BlockedHost(..) => "blocked-host",
            Self::BlockedAddress(..) => "blocked-address",
            Self::BlockedPort(..) => "blocked-port",
            Self::DnsFailed(..) => "dns-failed",
            Self::DnsTimeout(..) => "dns-timeout",
            Self::ConnectFailed(..) => "connect-failed",
            Self::ConnectTimeout(..) => "connect-timeout",
            Self::TlsFailed(..) => "tls-failed",
            Self::UpstreamBroke(..) => "upstream-broke",
            Self::BadRedirect(..) => "bad-redirect",
            Self::TooManyRedirects(..) => "too-many-redirects",
            Self::TooLarge(..) => "too-large",
            Self::BadEncoding(..) => "bad-encoding",
            Self::Deadline(..) => "deadline",
        }
    }

    /// Returns the status of the proxy's response: 400 the request is wrong, 403 the policy forbids
    /// the fetch, 502 the site failed, 504 the site was too slow.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::BadUrl(..) | Self::BadScheme(..) | Self::BadUserinfo(..) => {
                StatusCode::BAD_REQUEST
            }
            Self::BlockedHost(..) | Self::BlockedAddress(..) | Self::BlockedPort(..) => {
                StatusCode::FORBIDDEN
            }
            Self::DnsTimeout(..) | Self::ConnectTimeout(..) | Self::Deadline(..) => {
                StatusCode::GATEWAY_TIMEOUT
            }
            _ => StatusCode::BAD_GATEWAY,
        }
    }
}
