//! The demo movie site, which the crawl lessons crawl if no other site is given.
//!
//! The site is built like real sites of its kind. A list page has one item per movie; each movie
//! has a page with a poster; pages take their time; without a browser-like `User-Agent` there
//! is only a 418; and nothing carries a CORS header, so that only a proxy makes it readable.
//! The list comes in three encodings, one of them under a wrong label, and once with whole addresses.
//!
//! [`answer`] is the whole site as a function. The server around it only waits and sends, so the
//! replay of a crawl can be made and checked without a server.

mod delay;
mod movie;
mod page;
mod poster;

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::Body, extract::Request, routing::get};
use encoding_rs::GBK;
use interleave::lessons::DEMO_SITE;

pub use movie::{MOVIES, Movie};

const HTML: &str = "text/html; charset=utf-8";
const HTML_GBK: &str = "text/html; charset=gbk";
const SENTENCE: &str = "text/plain; charset=utf-8";

/// UTF-8's byte order mark, which beats any label (WHATWG Encoding, `decode`).
const BOM: &str = "\u{feff}";

/// A response of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// The body, in its encoding.
    pub body: Vec<u8>,
    /// How long the site waits before it responds, in milliseconds.
    pub delay_ms: u64,
}

/// Returns the response for a path, with or without a query, that a browser would get.
///
/// The delay is the page's own, or the value of `?delay=`.
///
/// # Examples
/// ```
/// use interleave_server::demo::answer;
///
/// assert_eq!(answer("/movie/1?delay=0").delay_ms, 0);
/// assert_eq!(answer("/movie/13").status, 404);
/// ```
pub fn answer(path_and_query: &str) -> Answer {
    answer_at(DEMO_SITE.trim_end_matches('/'), path_and_query)
}

/// Returns the response for a path of the site at an origin.
fn answer_at(origin: &str, path_and_query: &str) -> Answer {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let chosen = match delay::chosen_ms(query) {
        Ok(chosen) => chosen,
        Err(error) => return sentence(400, format!("{error}\n")),
    };
    let Some((content_type, body)) = content(path, origin) else {
        return sentence(404, format!("there is no {path} here; start at /\n"));
    };
    let own_ms = match path.starts_with("/poster/") {
        // Pictures are loaded by the browser, not by a lesson.
        true => 0,
        false => delay::seeded_ms(path),
    };
    Answer {
        status: 200,
        content_type,
        body,
        delay_ms: chosen.unwrap_or(own_ms),
    }
}

/// Makes the site's routes.
pub fn router() -> Router {
    Router::new().fallback(get(send))
}

fn content(path: &str, origin: &str) -> Option<(&'static str, Vec<u8>)> {
    match path {
        "/" | "/upcoming" => Some((HTML, page::list("utf-8", "").into_bytes())),
        "/absolute" => Some((HTML, page::list("utf-8", origin).into_bytes())),
        "/gbk" => Some((HTML_GBK, GBK.encode(&page::list("gbk", "")).0.into_owned())),
        "/mislabelled" => {
            let body = format!("{BOM}{}", page::list("gbk", ""));
            Some((HTML_GBK, body.into_bytes()))
        }
        _ => movie_content(path),
    }
}

fn movie_content(path: &str) -> Option<(&'static str, Vec<u8>)> {
    if let Some(id) = path.strip_prefix("/movie/") {
        let movie = Movie::find(id)?;
        return Some((HTML, page::movie(movie).into_bytes()));
    }
    let id = path.strip_prefix("/poster/")?.strip_suffix(".svg")?;
    let movie = Movie::find(id)?;
    Some(("image/svg+xml", poster::draw(movie).into_bytes()))
}

fn sentence(status: u16, text: String) -> Answer {
    Answer {
        status,
        content_type: SENTENCE,
        body: text.into_bytes(),
        delay_ms: 0,
    }
}

async fn send(request: Request) -> Response {
    let agent = request.headers().get(header::USER_AGENT);
    let like_a_browser = agent.is_some_and(|agent| agent.as_bytes().starts_with(b"Mozilla/5.0"));
    let answer = match like_a_browser {
        true => {
            let uri = request.uri();
            let host = request.headers().get(header::HOST);
            let host = host.and_then(|host| host.to_str().ok());
            let origin = host.map_or_else(String::new, |host| format!("http://{host}"));
            let path = uri.path_and_query().map_or("/", |path| path.as_str());
            answer_at(&origin, path)
        }
        false => sentence(
            418,
            "this site serves tea to robots; ask with a User-Agent that begins with Mozilla/5.0\n"
                .to_owned(),
        ),
    };
    tokio::time::sleep(Duration::from_millis(answer.delay_ms)).await;
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = HeaderValue::from_static(answer.content_type);
    let headers = [(header::CONTENT_TYPE, content_type)];
    (status, headers, Body::from(answer.body)).into_response()
}
