//! The page's origin: files with their types, packed ones, tags, and a build without a site.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{Request, Response};
use http_body_util::BodyExt;
use interleave_server::site::{SiblingOrigins, router};
use rust_embed::{EmbeddedFile, RustEmbed};
use tower::ServiceExt;

/// A built site in small: `app.wasm` has a packed twin.
#[derive(RustEmbed)]
#[folder = "tests/folder"]
struct Folder;

/// What a build without a site embeds.
struct Nothing;

impl RustEmbed for Nothing {
    fn get(_: &str) -> Option<EmbeddedFile> {
        None
    }

    fn iter() -> impl Iterator<Item = Cow<'static, str>> + 'static {
        std::iter::empty()
    }
}

async fn ask<Files: RustEmbed + 'static>(path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let siblings = SiblingOrigins {
        proxy: "http://127.0.0.1:8081".to_owned(),
        demo: "http://127.0.0.1:8082".to_owned(),
    };
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    router::<Files>(siblings).oneshot(request).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Gives the value of a header, or a dash.
fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response
        .headers()
        .get(name)
        .map_or("-", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn files_have_their_types() {
    let types = [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"),
        ("/app.wasm", "application/wasm"),
        ("/en.ftl", "text/plain; charset=utf-8"),
    ];
    for (path, content_type) in types {
        let response = ask::<Folder>(path, &[]).await;
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(header(&response, "Content-Type"), content_type, "{path}");
    }
    assert_eq!(ask::<Folder>("/nothing.js", &[]).await.status(), 404);
    assert_eq!(ask::<Folder>("/../Cargo.toml", &[]).await.status(), 404);
}

#[tokio::test]
async fn a_packed_file_goes_to_who_takes_brotli() {
    let cases = [
        ("gzip, deflate, br, zstd", "br", "packed\n"),
        ("br;q=0.5", "br", "packed\n"),
        ("gzip, br;q=0", "-", "plain\n"),
        ("gzip", "-", "plain\n"),
        ("", "-", "plain\n"),
    ];
    for (accepted, encoding, content) in cases {
        let response = ask::<Folder>("/app.wasm", &[("Accept-Encoding", accepted)]).await;
        assert_eq!(
            header(&response, "Content-Encoding"),
            encoding,
            "{accepted}"
        );
        assert_eq!(header(&response, "Content-Type"), "application/wasm");
        assert_eq!(header(&response, "Vary"), "Accept-Encoding");
        assert_eq!(text(response).await, content, "{accepted}");
    }
    // Nothing packed lies beside this one.
    let response = ask::<Folder>("/app.js", &[("Accept-Encoding", "br")]).await;
    assert_eq!(header(&response, "Content-Encoding"), "-");
}

#[tokio::test]
async fn a_file_that_is_known_is_not_sent_again() {
    let brotli = ("Accept-Encoding", "br");
    let plain = ask::<Folder>("/app.wasm", &[]).await;
    let packed = ask::<Folder>("/app.wasm", &[brotli]).await;
    let (plain, packed) = (header(&plain, "ETag"), header(&packed, "ETag"));
    assert_ne!(plain, packed);
    let weak = format!("\"other\", W/{plain}");
    for (known, status) in [(plain, 304), (&*weak, 304), ("*", 304), (packed, 200)] {
        let response = ask::<Folder>("/app.wasm", &[("If-None-Match", known)]).await;
        assert_eq!(response.status(), status, "{known}");
        assert_eq!(header(&response, "ETag"), plain);
        assert_eq!(header(&response, "Cache-Control"), "no-cache");
    }
}

#[tokio::test]
async fn what_has_a_digest_in_its_name_is_kept_for_good_and_all_else_is_asked_for() {
    let for_good = "public, max-age=31536000, immutable";
    let cases = [
        ("/part-ABCDEFG7.js", 200, for_good),
        ("/texts-2345677A/en.ftl", 200, for_good),
        ("/app.js", 200, "no-cache"),
        ("/", 200, "no-cache"),
        ("/interleave.json", 200, "no-cache"),
        ("/gone-ABCDEFG7.js", 404, "no-cache"),
    ];
    for (path, status, kept) in cases {
        let response = ask::<Folder>(path, &[]).await;
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(header(&response, "Cache-Control"), kept, "{path}");
    }
}

#[tokio::test]
async fn pages_of_any_origin_may_load_files_but_not_ask_for_the_neighbours() {
    let cases = [
        ("/", "*"),
        ("/app.js", "*"),
        ("/app.wasm", "*"),
        ("/nothing.js", "*"),
        ("/interleave.json", "-"),
    ];
    for (path, allowed) in cases {
        let response = ask::<Folder>(path, &[("Origin", "https://an.article")]).await;
        let header = header(&response, "Access-Control-Allow-Origin");
        assert_eq!(header, allowed, "{path}");
    }
}

#[tokio::test]
async fn the_page_is_told_its_neighbours() {
    let response = ask::<Folder>("/interleave.json", &[]).await;
    assert_eq!(header(&response, "Content-Type"), "application/json");
    let reply: serde_json::Value = serde_json::from_str(&text(response).await).unwrap();
    assert_eq!(
        reply,
        serde_json::json!({"proxy": "http://127.0.0.1:8081", "demo": "http://127.0.0.1:8082"})
    );
}

#[tokio::test]
async fn every_answer_says_what_may_run() {
    for path in ["/", "/interleave.json", "/nothing"] {
        let response = ask::<Folder>(path, &[]).await;
        assert_eq!(
            header(&response, "X-Content-Type-Options"),
            "nosniff",
            "{path}"
        );
        assert_eq!(
            header(&response, "Content-Security-Policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
             style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:; \
             connect-src 'self' http: https:; font-src 'self'; base-uri 'none'; \
             form-action 'none'",
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_build_without_a_site_says_how_to_make_one_with() {
    let response = ask::<Nothing>("/", &[]).await;
    assert_eq!(response.status(), 503);
    assert_eq!(
        text(response).await,
        "this build of the command carries no site; `cargo xtask build` makes one that does\n"
    );
    assert_eq!(ask::<Nothing>("/interleave.json", &[]).await.status(), 200);
}
