//! The page's origin: the built site, embedded in the binary.
//!
//! The origin serves the site's files and `/interleave.json`, in which the page finds the proxy and
//! the demo site that were started with it. This file must not know what the site's files are for.

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::Body, extract::Path, middleware, routing::get};
use rust_embed::{EmbeddedFile, RustEmbed};
use serde_json::json;

/// The headers of every response. The page runs only its own scripts and WebAssembly, sets styles
/// from scripts, shows pictures of the sites that it crawls, and sends requests to any proxy that a
/// reader names.
const SECURITY_HEADERS: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:; \
         connect-src 'self' http: https:; font-src 'self'; base-uri 'none'; form-action 'none'",
    ),
];

/// How long a file is kept that has a digest of its content in its name: a year, the most that is promised.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// Whether there is something newer is asked each time.
const ASKED: &str = "no-cache";

const NO_SITE: &str =
    "this build of the command carries no site; `cargo xtask build` makes one that does\n";

/// The site that was embedded when the command was built; empty if none was built.
#[derive(RustEmbed)]
#[folder = "$INTERLEAVE_SITE_FOLDER"]
pub struct Site;

/// The origins that are served together with the page.
#[derive(Debug, Clone)]
pub struct SiblingOrigins {
    /// The CORS proxy's origin.
    pub proxy: String,
    /// The demo movie site's origin.
    pub demo: String,
}

/// Makes the page's routes over a folder of files.
///
/// For a client that accepts Brotli, a file `x` with a `x.br` beside it is served as `x.br`. Without
/// an `index.html` the front page is a 503 that says how to build a site.
pub fn router<Files: RustEmbed + 'static>(siblings: SiblingOrigins) -> Router {
    let siblings = json!({"proxy": siblings.proxy, "demo": siblings.demo}).to_string();
    let about = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, ASKED),
    ];
    let siblings = (about, siblings);
    let front = async |headers: HeaderMap| match Files::get("index.html") {
        Some(_) => file::<Files>("index.html", &headers),
        None => {
            let asked = [(header::CACHE_CONTROL, ASKED)];
            (StatusCode::SERVICE_UNAVAILABLE, asked, NO_SITE).into_response()
        }
    };
    let other = async |Path(path): Path<String>, headers: HeaderMap| {
        let path = match path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path,
        };
        file::<Files>(&path, &headers)
    };
    Router::new()
        .route("/", get(front))
        .route("/interleave.json", get(siblings))
        .route("/{*path}", get(other))
        .layer(middleware::map_response(add_security_headers))
}

/// Responds with a file, for pages of any origin: compressed if there is a compressed one, or with 304 if the client has the
/// file already.
fn file<Files: RustEmbed>(path: &str, request: &HeaderMap) -> Response {
    let Some(plain) = Files::get(path) else {
        let text = format!("there is no /{path} here; start at /\n");
        // A page of another origin, too, hears that what it asks for is gone.
        let about = [
            (header::CACHE_CONTROL, ASKED),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        ];
        return (StatusCode::NOT_FOUND, about, text).into_response();
    };
    let compressed = match accepts_brotli(request) {
        true => Files::get(&format!("{path}.br")),
        false => None,
    };
    let encoding = compressed
        .as_ref()
        .map(|_| [(header::CONTENT_ENCODING, "br")]);
    let file = compressed.unwrap_or(plain);
    let tag = entity_tag(&file);
    let kept = if has_digest(path) { FOR_GOOD } else { ASKED };
    let about = [
        (header::VARY, "Accept-Encoding"),
        (header::ETAG, &tag),
        (header::CACHE_CONTROL, kept),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    if is_known(request, &tag) {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    let kind = [(header::CONTENT_TYPE, content_type(path))];
    (about, kind, encoding, Body::from(file.data)).into_response()
}

/// Says whether a path has a digest of the content in it: a dash and eight letters of base32 before a dot or a
/// slash. Such a path never leads to anything else.
fn has_digest(path: &str) -> bool {
    let is_letter = |letter: u8| matches!(letter, b'A'..=b'Z' | b'2'..=b'7');
    path.split(['.', '/']).any(|part| {
        let end = part.rsplit_once('-').map_or("", |(_, end)| end);
        end.len() == 8 && end.bytes().all(is_letter)
    })
}

/// Returns a file's tag, made of its content: the compressed file has another than the plain one.
fn entity_tag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let digits: String = hash[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{digits}\"")
}

/// Says whether the client has this content already (RFC 9110, section 13.1.2).
fn is_known(request: &HeaderMap, tag: &str) -> bool {
    list_entries(request, header::IF_NONE_MATCH)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Says whether the client accepts Brotli (RFC 9110, section 12.5.3).
fn accepts_brotli(request: &HeaderMap) -> bool {
    list_entries(request, header::ACCEPT_ENCODING).any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse::<f32>();
        name.trim().eq_ignore_ascii_case("br") && weight.is_ok_and(|weight| weight > 0.0)
    })
}

fn list_entries(request: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    request
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','))
        .map(str::trim)
}

/// Returns the type of a file by the end of its name.
///
/// Browsers compile WebAssembly while it loads only under this type.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        "ftl" | "md" | "py" | "rs" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

async fn add_security_headers(response: Response) -> impl IntoResponse {
    (SECURITY_HEADERS, response)
}
