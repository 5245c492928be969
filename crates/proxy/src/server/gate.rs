//! Who may ask, and how a page is told.
//!
//! A browser adds `Origin` to every cross-origin request and a page cannot change it, so an
//! exact match keeps other sites' pages from using this proxy. It does not keep out programs,
//! which can write any header; limits do that.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use thiserror::Error;

use super::{Desk, answer};

/// How long a browser may remember the answer to a preflight, in seconds.
const PREFLIGHT_AGE_S: &str = "600";

/// The headers that a page may read besides the few that it always may. `Retry-After` is not
/// among those few: without this, no page could ever wait as long as it was asked to.
const EXPOSED: &str = "Content-Length, Retry-After, Server-Timing, X-Final-Url, X-Proxy, \
                       X-Proxy-Error, X-Redirect-Chain";

/// A request that is turned away before anything is fetched.
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
        let mut response = answer::own(code, status, 0, &self);
        let extra = match self {
            Self::BadMethod => Some((header::ALLOW, "GET, HEAD, OPTIONS")),
            Self::Busy => Some((header::RETRY_AFTER, "1")),
            _ => None,
        };
        if let Some((name, value)) = extra {
            let value = HeaderValue::from_static(value);
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// Lets a request through if its page is on the list, and lets that page read the answer,
/// whatever it is.
pub(super) async fn admit(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let allowed = origin.as_ref().filter(|origin| {
        let text = origin.to_str().unwrap_or_default();
        desk.fetcher.policy().allows_page(text)
    });
    let mut response = match allowed {
        Some(_) => next.run(request).await,
        None => Rejection::BadOrigin(named(origin.as_ref())).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = allowed {
        share(headers, origin);
    }
    response
}

/// Answers a preflight: what a page may send, without asking anyone else.
pub(super) async fn preflight() -> impl IntoResponse {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE_S),
    ];
    (StatusCode::NO_CONTENT, headers)
}

/// Lets the pages of an origin read an answer and its times.
fn share(headers: &mut HeaderMap, origin: &HeaderValue) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    headers.insert("Timing-Allow-Origin", origin.clone());
    let exposed = HeaderValue::from_static(EXPOSED);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
}

fn named(origin: Option<&HeaderValue>) -> String {
    match origin {
        Some(origin) => format!("`{}`", String::from_utf8_lossy(origin.as_bytes())),
        None => "no origin".to_owned(),
    }
}
