//! Which pages may ask, and what they may read of the answer.

use axum::{Router, body::Body};
use http::{Request, Response};
use http_body_util::BodyExt;
use interleave_proxy::{Policy, server};
use tower::ServiceExt;

use crate::network::{Act, World, page, say};

const PAGE: &str = "https://good.example:8080";
const NAMES: &[(&str, &[&str])] = &[("site.example", &["11.0.0.1"])];
const ASKED: &str = "/fetch?url=http%3A%2F%2Fsite.example%2F";

fn policy() -> Policy {
    Policy {
        page_origins: vec![PAGE.parse::<url::Url>().unwrap().origin()],
        ..Policy::default()
    }
}

fn proxy(world: &World) -> Router {
    server::router(world.fetcher(policy()))
}

async fn ask(world: &World, method: &str, path: &str, origin: Option<&str>) -> Response<Body> {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(origin) = origin {
        request = request.header("Origin", origin);
    }
    let request = request.body(Body::empty()).unwrap();
    proxy(world).oneshot(request).await.unwrap()
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

#[tokio::test(start_paused = true)]
async fn pages_that_are_not_on_the_list_are_refused_before_any_look_up() {
    let world = World::new(NAMES, page);
    let strangers = [
        None,
        Some("null"),
        Some(""),
        Some("*"),
        Some("https://good.example"),
        Some("http://good.example:8080"),
        Some("https://good.example:8081"),
        Some("https://good.example:8080/"),
        Some("https://GOOD.example:8080"),
        Some("https://good.example:8080.evil.test"),
        Some("https://good.example.evil.test:8080"),
        Some("https://nested.good.example:8080"),
        Some("https://evilgood.example:8080"),
    ];
    for origin in strangers {
        for method in ["GET", "HEAD", "OPTIONS", "POST"] {
            let response = ask(&world, method, ASKED, origin).await;
            assert_eq!(response.status(), 403, "{method} {origin:?}");
            assert_eq!(header(&response, "X-Proxy-Error"), "bad-origin");
            assert_eq!(header(&response, "Access-Control-Allow-Origin"), "-");
            assert_eq!(header(&response, "Vary"), "Origin");
        }
    }
    assert_eq!(world.resolver.asked(), Vec::<String>::new());
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn an_opaque_origin_on_the_list_admits_no_page() {
    let world = World::new(NAMES, page);
    let opaque = "data:text/plain,x".parse::<url::Url>().unwrap().origin();
    let fetcher = world.fetcher(Policy {
        page_origins: vec![opaque],
        ..Policy::default()
    });
    assert!(!fetcher.policy().allows_page("null"));
}

#[tokio::test(start_paused = true)]
async fn a_page_on_the_list_reads_the_answer() {
    let world = World::new(NAMES, page);
    let response = ask(&world, "GET", ASKED, Some(PAGE)).await;
    let headers = [
        ("Access-Control-Allow-Origin", PAGE),
        ("Access-Control-Allow-Credentials", "-"),
        ("Timing-Allow-Origin", PAGE),
        ("Vary", "Origin"),
        ("Content-Type", "text/html; charset=gbk"),
        ("X-Proxy", "1"),
        ("X-Proxy-Error", "-"),
        ("X-Final-Url", "http://site.example/"),
        ("X-Redirect-Chain", "[]"),
    ];
    for (name, value) in headers {
        assert_eq!(header(&response, name), value, "{name}");
    }
    assert!(header(&response, "Server-Timing").starts_with("dns;dur="));
    let exposed = header(&response, "Access-Control-Expose-Headers");
    for name in [
        "Retry-After",
        "X-Final-Url",
        "X-Proxy",
        "X-Proxy-Error",
        "Server-Timing",
    ] {
        assert!(exposed.split(", ").any(|one| one == name), "{name}");
    }
    assert_eq!(text(response).await, "hello");
}

#[tokio::test(start_paused = true)]
async fn a_site_sends_its_page_and_none_of_its_powers() {
    fn powerful(_: &str) -> Vec<Act> {
        say(
            "HTTP/1.1 503 Busy\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\
             Last-Modified: Sat, 05 Dec 2026 08:00:00 GMT\r\nRetry-After: 7\r\n\
             Set-Cookie: a=b\r\nWWW-Authenticate: Basic\r\nClear-Site-Data: \"*\"\r\n\
             Strict-Transport-Security: max-age=1\r\nAlt-Svc: h3\r\nLink: </x>\r\nRefresh: 0\r\n\
             Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Credentials: true\r\n\
             Content-Security-Policy: default-src *\r\nX-Accel-Redirect: /etc\r\n\
             X-Sendfile: /etc\r\nServer-Timing: theirs\r\nCache-Control: public\r\n\
             X-Proxy-Error: forged\r\nLocation: http://10.0.0.1/\r\n\r\nno",
        )
    }
    let world = World::new(NAMES, powerful);
    let response = ask(&world, "GET", ASKED, Some(PAGE)).await;
    assert_eq!(response.status(), 503);
    let mut names: Vec<&str> = response
        .headers()
        .keys()
        .map(|name| name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "access-control-allow-origin",
            "access-control-expose-headers",
            "cache-control",
            "content-length",
            "content-security-policy",
            "content-type",
            "cross-origin-resource-policy",
            "last-modified",
            "referrer-policy",
            "retry-after",
            "server-timing",
            "timing-allow-origin",
            "vary",
            "x-content-type-options",
            "x-final-url",
            "x-proxy",
            "x-redirect-chain",
        ]
    );
    assert_eq!(header(&response, "Retry-After"), "7");
    assert_eq!(header(&response, "Access-Control-Allow-Origin"), PAGE);
    assert!(!header(&response, "Server-Timing").contains("theirs"));
}

#[tokio::test(start_paused = true)]
async fn every_answer_is_hardened() {
    let world = World::new(NAMES, page);
    let questions = [
        ("GET", ASKED, Some(PAGE)),
        ("GET", ASKED, None),
        ("OPTIONS", ASKED, Some(PAGE)),
        ("PUT", ASKED, Some(PAGE)),
        ("GET", "/fetch?url=file:///", Some(PAGE)),
        ("GET", "/", None),
        ("POST", "/", None),
        ("GET", "/elsewhere", None),
    ];
    for (method, path, origin) in questions {
        let response = ask(&world, method, path, origin).await;
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", "default-src 'none'; sandbox"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
        ] {
            assert_eq!(header(&response, name), value, "{method} {path} {name}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_reads_why_it_was_refused() {
    let world = World::new(NAMES, page);
    let cases = [
        (
            "/fetch?url=http%3A%2F%2F127.0.0.1%2F",
            403,
            "blocked-address",
            "`127.0.0.1` is not on the public internet; ask for a site that is",
        ),
        (
            "/fetch?url=ftp%3A%2F%2Fa.example%2F",
            400,
            "bad-scheme",
            "`ftp://a.example/` does not begin with http:// or https://; only these two are fetched",
        ),
        (
            "/fetch",
            400,
            "bad-request",
            "0 URLs were asked for; ask for one, as /fetch?url=ENCODED",
        ),
        (
            "/fetch?url=http://site.example/?a=1&b=2",
            400,
            "bad-request",
            "`b` is no parameter of this proxy; percent-encode the URL that follows url=",
        ),
    ];
    for (path, status, code, message) in cases {
        let response = ask(&world, "GET", path, Some(PAGE)).await;
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(header(&response, "X-Proxy-Error"), code, "{path}");
        assert_eq!(header(&response, "X-Proxy"), "-", "{path}");
        assert_eq!(
            header(&response, "Access-Control-Allow-Origin"),
            PAGE,
            "{path}"
        );
        let json: serde_json::Value = serde_json::from_str(&text(response).await).unwrap();
        let expected = serde_json::json!({"code": code, "hop": 0, "message": message});
        assert_eq!(json, expected, "{path}");
    }
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn a_preflight_is_answered_without_asking_the_site() {
    let world = World::new(NAMES, page);
    let response = ask(&world, "OPTIONS", ASKED, Some(PAGE)).await;
    assert_eq!(response.status(), 204);
    assert_eq!(
        header(&response, "Access-Control-Allow-Methods"),
        "GET, HEAD"
    );
    assert_eq!(header(&response, "Access-Control-Max-Age"), "600");
    assert_eq!(header(&response, "Access-Control-Allow-Origin"), PAGE);
    assert_eq!(world.resolver.asked(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn other_methods_are_not_relayed() {
    let world = World::new(NAMES, page);
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"] {
        let response = ask(&world, method, ASKED, Some(PAGE)).await;
        assert_eq!(response.status(), 405, "{method}");
        assert_eq!(header(&response, "Allow"), "GET, HEAD, OPTIONS");
        assert_eq!(header(&response, "X-Proxy-Error"), "bad-method");
    }
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn a_head_is_relayed_as_a_head() {
    let world = World::new(NAMES, |_| {
        say("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n")
    });
    let response = ask(&world, "HEAD", ASKED, Some(PAGE)).await;
    assert_eq!(header(&response, "Content-Length"), "1234");
    assert_eq!(text(response).await, "");
    assert!(world.heard()[0].starts_with("HEAD / HTTP/1.1\r\n"));
}

#[tokio::test(start_paused = true)]
async fn a_target_is_decoded_once() {
    let world = World::new(NAMES, page);
    let path = "/fetch?url=http%3A%2F%2Fsite.example%2Fa%252Fb%3Fq%3D%252526%2Bc%2520d";
    ask(&world, "GET", path, Some(PAGE)).await;
    assert!(world.heard()[0].starts_with("GET /a%2Fb?q=%2526+c%20d HTTP/1.1\r\n"));
}

#[tokio::test(start_paused = true)]
async fn one_fetch_too_many_is_told_to_come_back() {
    let world = World::new(NAMES, |_| vec![Act::Hang]);
    let policy = Policy {
        concurrency_max: 1,
        ..policy()
    };
    let proxy = server::router(world.fetcher(policy));
    let request = || {
        let request = Request::builder().uri(ASKED).header("Origin", PAGE);
        proxy.clone().oneshot(request.body(Body::empty()).unwrap())
    };
    let (first, second) = tokio::join!(request(), request());
    assert_eq!(header(&first.unwrap(), "X-Proxy-Error"), "deadline");
    let second = second.unwrap();
    assert_eq!(second.status(), 503);
    assert_eq!(header(&second, "X-Proxy-Error"), "busy");
    assert_eq!(header(&second, "Retry-After"), "1");
    // The place is free again.
    assert_eq!(
        header(&request().await.unwrap(), "X-Proxy-Error"),
        "deadline"
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_of_the_reader_reaches_the_site() {
    let world = World::new(NAMES, page);
    let private = [
        "Cookie",
        "Authorization",
        "Referer",
        "User-Agent",
        "X-Forwarded-For",
        "Forwarded",
        "CF-Connecting-IP",
        "Sec-Fetch-Site",
        "Range",
    ];
    let mut request = Request::builder().uri(ASKED).header("Origin", PAGE);
    for name in private {
        request = request.header(name, "private");
    }
    let request = request.body(Body::empty()).unwrap();
    let response = proxy(&world).oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let heard = world.heard().concat();
    assert!(
        !heard.contains("private") && !heard.contains("good.example"),
        "{heard}"
    );
}
