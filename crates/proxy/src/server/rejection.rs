//! Requests that the proxy rejects without fetching.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use thiserror::Error;

use super::responses::proxy_response;

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
        let mut response = proxy_response(code, status, 0, &self);
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
