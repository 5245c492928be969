//! The answers: a site's, relayed, and the proxy's own.
//!
//! What a site sends is a stranger's. Its body goes through as it is, and of its headers only
//! those that say what the body is and when to come back; cookies, policies and permissions of
//! the site would otherwise become the proxy's.

use std::fmt::Display;

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use serde::Serialize;

use crate::{Fetched, Hop, Refusal};

/// The headers of a site that are relayed; the length comes with the body.
const RELAYED: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    header::LAST_MODIFIED,
    header::RETRY_AFTER,
];

/// What every answer carries: a page opened straight from the proxy runs nothing, embeds
/// nowhere, tells nobody and is not kept.
const HARDENING: [(HeaderName, &str); 5] = [
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

#[derive(Serialize)]
struct OwnBody<'a> {
    code: &'a str,
    hop: usize,
    message: String,
}

#[derive(Serialize)]
struct ChainEntry<'a> {
    status: u16,
    url: &'a str,
}

/// Relays what a site answered.
pub(super) fn relay(fetched: &Fetched, method: &Method) -> Response {
    let mut response = Response::new(Body::from(fetched.body.clone()));
    *response.status_mut() = fetched.status;
    let headers = response.headers_mut();
    for name in RELAYED {
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

/// Tells why nothing is relayed.
pub(super) fn refuse(refusal: &Refusal) -> Response {
    let reason = &refusal.reason;
    own(reason.code(), reason.status(), refusal.hop, reason)
}

/// Makes an answer of the proxy itself.
pub(super) fn own(
    code: &'static str,
    status: StatusCode,
    hop: usize,
    message: &impl Display,
) -> Response {
    let body = OwnBody {
        code,
        hop,
        message: message.to_string(),
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (HeaderName::from_static("x-proxy-error"), code),
    ];
    // Three plain fields: this cannot fail, and an empty body would still carry the code.
    let json = serde_json::to_string(&body).unwrap_or_default();
    (status, headers, json).into_response()
}

/// Adds what every answer carries.
pub(super) async fn harden(mut response: Response) -> Response {
    for (name, value) in HARDENING {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

fn chain_json(chain: &[Hop]) -> String {
    let entries: Vec<ChainEntry<'_>> = chain
        .iter()
        .map(|hop| ChainEntry {
            status: hop.status.as_u16(),
            url: hop.url.as_str(),
        })
        .collect();
    serde_json::to_string(&entries).unwrap_or_default()
}
