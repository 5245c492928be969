//! The responses: a site's, relayed, and the proxy's own.
//!
//! A site's body is relayed as it is. Of the site's headers only those about the body, and about
//! when to try again, are relayed: cookies, policies and permissions of the site would otherwise
//! apply to the proxy's origin.

use std::fmt::Display;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use serde_json::{Value, json};
use thiserror::Error;

use crate::{Fetched, Hop, Refusal};

/// The headers of a site that are relayed; the length comes with the body. A page reads only those that
/// `EXPOSED` in `cors.rs` names, too.
const RELAYED_HEADERS: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    header::LAST_MODIFIED,
    header::RETRY_AFTER,
];

/// The headers of every response: a page opened directly from the proxy runs no scripts, cannot be
/// embedded, sends no referrer and is not cached.
const SECURITY_HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; sandbox",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
];

pub(super) fn relay(fetched: &Fetched, method: &Method) -> Response {
    let mut response = Response::new(Body::from(fetched.body.clone()));
    *response.status_mut() = fetched.status;
    let headers = response.headers_mut();
    for name in RELAYED_HEADERS {
        if let Some(value) = fetched.headers.get(&name) {
            headers.insert(name, value.clone());
        }
    }
    if *method == Method::HEAD
        && let Some(length) = fetched.headers.get(header::CONTENT_LENGTH)
    {
        headers.insert(header::CONTENT_LENGTH, length.clone());
    }
    headers.insert("X-Proxy", HeaderValue::from_static("1"));
    let values = [
        ("X-Final-Url", fetched.final_url.to_string()),
        ("X-Redirect-Chain", chain_json(&fetched.chain)),
        ("Server-Timing", fetched.timing.server_timing()),
    ];
    for (name, text) in values {
        // A URL that was parsed is ASCII, so all three are.
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(name, value);
        }
    }
    response
}

/// Makes the response for a fetch that was refused or failed.
pub(super) fn refuse(refusal: &Refusal) -> Response {
    let reason = &refusal.reason;
    proxy_response(reason.code(), reason.status(), refusal.hop, reason)
}

pub(super) fn proxy_response(
    code: &'static str,
    status: StatusCode,
    hop: usize,
    message: &impl Display,
) -> Response {
    let body = json!({"code": code, "hop": hop, "message": message.to_string()});
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (HeaderName::from_static("x-proxy-error"), code),
    ];
    (status, headers, body.to_string()).into_response()
}

pub(super) async fn add_security_headers(response: Response) -> impl IntoResponse {
    (SECURITY_HEADERS, response)
}

fn chain_json(chain: &[Hop]) -> String {
    let entry = |hop: &Hop| json!({"status": hop.status.as_u16(), "url": hop.url.as_str()});
    chain.iter().map(entry).collect::<Value>().to_string()
}

/// A request that is rejected before a fetch starts.
#[derive(Debug, Error)]
pub(super) enum Rejection {
    #[error("pages of {0} may not use this proxy; open the page that the proxy was started with")]
    BadOrigin(String),
    #[error("only GET and HEAD are relayed; ask with one of them")]
    BadMethod,
    #[error("`{0}` is no parameter of this proxy; percent-encode the URL that follows url=")]
    UnknownParameter(String),
    #[error("{0} URLs were asked for; ask for one, as /fetch?url=ENCODED")]
    UrlCount(usize),
    #[error("nothing is at this path; ask with /fetch?url=ENCODED")]
    NotFound,
    #[error("too many pages are being fetched right now; try again in a second")]
    Busy,
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let (code, status) = match self {
            Self::BadOrigin(_) => ("bad-origin", StatusCode::FORBIDDEN),
            Self::BadMethod => ("bad-method", StatusCode::METHOD_NOT_ALLOWED),
            Self::UnknownParameter(_) | Self::UrlCount(_) => {
                ("bad-request", StatusCode::BAD_REQUEST)
            }
            Self::NotFound => ("not-found", StatusCode::NOT_FOUND),
            Self::Busy => ("busy", StatusCode::SERVICE_UNAVAILABLE),
        };
        let extra = match self {
            Self::BadMethod => Some([(header::ALLOW, "GET, HEAD, OPTIONS")]),
            Self::Busy => Some([(header::RETRY_AFTER, "1")]),
            _ => None,
        };
        (extra, proxy_response(code, status, 0, &self)).into_response()
    }
}
