//! CORS: which pages may use the proxy, and the headers that let a page read a response.
//!
//! A browser adds `Origin` to every cross-origin request and a page cannot change it, so an exact
//! match keeps other sites' pages from using this proxy. It does not keep out programs, which can
//! write any header; the limits of the policy do that.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{AppState, rejection::Rejection};

/// How long a browser may cache the response to a preflight, in seconds.
const PREFLIGHT_AGE_S: &str = "600";

/// The headers that a page may read besides the few that it always may. `Retry-After` is not among
/// those few: without this list, no page could know how long to wait.
const EXPOSED: &str = "Content-Length, Retry-After, Server-Timing, X-Final-Url, X-Proxy, \
                       X-Proxy-Error, X-Redirect-Chain";

/// Lets a request through if its page is on the list, and lets that page read the response,
/// whatever the response is.
pub(super) async fn check_origin(
    State(state): State<Arc<AppState>>,
    request: Request,
    next: Next,
) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let allowed = origin.as_ref().filter(|origin| {
        let text = origin.to_str().unwrap_or_default();
        state.fetcher.policy().allows_page(text)
    });
    let mut response = match allowed {
        Some(_) => next.run(request).await,
        None => Rejection::BadOrigin(named(origin.as_ref())).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = allowed {
        allow_reading(headers, origin);
    }
    response
}

/// Responds to a preflight with what a page may send.
pub(super) async fn preflight() -> impl IntoResponse {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE_S),
    ];
    (StatusCode::NO_CONTENT, headers)
}

/// Lets the pages of an origin read a response and its timing.
fn allow_reading(headers: &mut HeaderMap, origin: &HeaderValue) {
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
