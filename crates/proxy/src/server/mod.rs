//! The proxy as a server: `GET /fetch?url=ENCODED`, for pages on the list.
//!
//! `gate` decides who may ask, before any name is looked up; `answer` makes the answers, of
//! which there are two kinds that a page must tell apart: those of a site, relayed with
//! `X-Proxy: 1`, and the proxy's own, with `X-Proxy-Error: CODE`. Everything else is in
//! [`Fetcher`].

mod answer;
mod gate;

use std::sync::Arc;

use axum::{
    Router,
    extract::{RawQuery, State},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use http::Method;
use tokio::sync::Semaphore;
use url::form_urlencoded;

use crate::Fetcher;
use gate::Rejection;

/// Makes the proxy's routes: `/fetch`, and `/`, which says what this is.
pub fn router(fetcher: Fetcher) -> Router {
    let desk = Arc::new(Desk {
        permits: Semaphore::new(fetcher.policy().concurrency_max),
        fetcher,
    });
    let gated = get(fetch)
        .options(gate::preflight)
        .fallback(async || Rejection::BadMethod)
        .layer(middleware::from_fn_with_state(desk.clone(), gate::admit));
    Router::new()
        .route("/fetch", gated)
        .route("/", get(about))
        .fallback(async || Rejection::NotFound)
        .layer(middleware::map_response(answer::harden))
        .with_state(desk)
}

/// What the handlers share.
struct Desk {
    fetcher: Fetcher,
    permits: Semaphore,
}

async fn about() -> &'static str {
    "This is the CORS proxy of Interleave; its pages ask it with GET /fetch?url=ENCODED\n"
}

async fn fetch(
    State(desk): State<Arc<Desk>>,
    method: Method,
    RawQuery(query): RawQuery,
) -> Result<Response, Response> {
    let url =
        requested_url(query.as_deref().unwrap_or_default()).map_err(IntoResponse::into_response)?;
    let _permit = desk
        .permits
        .try_acquire()
        .map_err(|_| Rejection::Busy.into_response())?;
    let fetched = match method {
        Method::HEAD => desk.fetcher.fetch_head(&url).await,
        _ => desk.fetcher.fetch(&url).await,
    };
    match fetched {
        Ok(fetched) => Ok(answer::relay(&fetched, &method)),
        Err(refusal) => Err(answer::refuse(&refusal)),
    }
}

/// Takes the one parameter out of the query, decoded once.
fn requested_url(query: &str) -> Result<String, Rejection> {
    let mut urls = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name != "url" {
            // Most likely a piece of a URL that was not encoded.
            return Err(Rejection::UnknownParameter(name.into_owned()));
        }
        urls.push(value.into_owned());
    }
    match <[String; 1]>::try_from(urls) {
        Ok([url]) => Ok(url),
        Err(urls) => Err(Rejection::UrlCount(urls.len())),
    }
}
