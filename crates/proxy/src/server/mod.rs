//! The proxy as a server: `GET /fetch?url=ENCODED`, for pages on the list.
//!
//! `cors` decides which pages may use the proxy, before any name is looked up. `responses` makes the
//! responses, of two kinds that a page can tell apart: those of a site, relayed with `X-Proxy: 1`,
//! and the proxy's own, with `X-Proxy-Error: CODE`. Everything else is in [`Fetcher`].

mod cors;
mod responses;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware, routing::get};
use http::Method;
use tokio::sync::Semaphore;
use url::form_urlencoded;

use crate::Fetcher;
use responses::Rejection;

/// Makes the proxy's routes: `/fetch`, and `/`, which describes the proxy.
pub fn router(fetcher: Fetcher) -> Router {
    let state = Arc::new(AppState {
        permits: Semaphore::new(fetcher.policy().concurrency_max),
        fetcher,
    });
    let fetch = get(fetch)
        .options(cors::preflight)
        .fallback(async || Rejection::BadMethod)
        .layer(middleware::from_fn_with_state(
            state.clone(),
            cors::check_origin,
        ));
    Router::new()
        .route("/fetch", fetch)
        .route("/", get(about))
        .fallback(async || Rejection::NotFound)
        .layer(middleware::map_response(responses::add_security_headers))
        .with_state(state)
}

struct AppState {
    fetcher: Fetcher,
    permits: Semaphore,
}

async fn about() -> &'static str {
    "This is the CORS proxy of Interleave; its pages ask it with GET /fetch?url=ENCODED\n"
}

async fn fetch(
    State(state): State<Arc<AppState>>,
    method: Method,
    RawQuery(query): RawQuery,
) -> Result<Response, Response> {
    let url =
        requested_url(query.as_deref().unwrap_or_default()).map_err(IntoResponse::into_response)?;
    let _permit = state
        .permits
        .try_acquire()
        .map_err(|_| Rejection::Busy.into_response())?;
    let fetched = match method {
        Method::HEAD => state.fetcher.fetch_head(&url).await,
        _ => state.fetcher.fetch(&url).await,
    };
    match fetched {
        Ok(fetched) => Ok(responses::relay(&fetched, &method)),
        Err(refusal) => Err(responses::refuse(&refusal)),
    }
}

/// Returns the query's only parameter, decoded once.
fn requested_url(query: &str) -> Result<String, Rejection> {
    let mut urls = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name != "url" {
            // The parameter probably belongs to a URL that was not encoded.
            return Err(Rejection::UnknownParameter(name.into_owned()));
        }
        urls.push(value.into_owned());
    }
    match <[String; 1]>::try_from(urls) {
        Ok([url]) => Ok(url),
        Err(urls) => Err(Rejection::UrlCount(urls.len())),
    }
}
