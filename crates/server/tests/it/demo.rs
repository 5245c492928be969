//! The demo movie site: its shape, its encodings, its manners and its delays.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Request, Response};
use encoding_rs::{GBK, UTF_8};
use http_body_util::BodyExt;
use interleave_server::demo::{MOVIES, answer, router};
use tokio::time::Instant;
use tower::ServiceExt;

fn text(path: &str) -> String {
    String::from_utf8(answer(path).body).unwrap()
}

/// Gives the values of an attribute, in the order of the text.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    let pieces = html.split(&*opening).skip(1);
    pieces
        .map(|piece| piece.split('"').next().unwrap())
        .collect()
}

/// Gives the text of each element of a kind.
fn texts<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    html.split(&*opening)
        .skip(1)
        .map(|piece| {
            piece
                .split_once('>')
                .unwrap()
                .1
                .split(&*closing)
                .next()
                .unwrap()
        })
        .collect()
}

async fn ask(method: &str, path: &str, agent: &str) -> Response<Body> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("User-Agent", agent)
        .body(Body::empty())
        .unwrap();
    router().oneshot(request).await.unwrap()
}

async fn body(response: Response<Body>) -> Bytes {
    response.into_body().collect().await.unwrap().to_bytes()
}

#[test]
fn the_list_gives_each_movie_as_a_crawler_expects() {
    let list = text("/");
    let (_, list) = list.split_once("<div id=\"showing-soon\">").unwrap();
    let items: Vec<&str> = list.split("<div class=\"item\">").skip(1).collect();
    assert_eq!(items.len(), 12);
    for (item, movie) in items.iter().zip(&MOVIES) {
        assert_eq!(values(item, "href")[1], format!("/movie/{}", movie.id));
        assert_eq!(texts(item, "a")[1], movie.name);
        assert_eq!(texts(item, "li")[0], movie.date);
    }
    assert_eq!(text("/upcoming"), text("/"));
}

#[test]
fn each_movie_has_a_page_whose_first_picture_is_its_poster() {
    for movie in &MOVIES {
        let page = text(&format!("/movie/{}", movie.id));
        assert_eq!(texts(&page, "h1"), [movie.name]);
        let poster = values(&page, "src")[0];
        assert_eq!(poster, format!("/poster/{}.svg", movie.id));
        assert_eq!(answer(poster).content_type, "image/svg+xml");
    }
}

#[test]
fn posters_are_small_and_no_two_are_alike() {
    let mut posters: Vec<String> = MOVIES
        .iter()
        .map(|movie| text(&format!("/poster/{}.svg", movie.id)))
        .collect();
    for poster in &posters {
        assert!(poster.starts_with("<svg ") && poster.ends_with("</svg>"));
        assert!(poster.len() < 900, "{} bytes", poster.len());
    }
    posters.sort();
    posters.dedup();
    assert_eq!(posters.len(), 12);
}

#[test]
fn the_three_lists_say_the_same_in_their_own_ways() {
    fn items(html: &str) -> &str {
        html.split_once("<div id=").unwrap().1
    }
    let [plain, gbk, mislabelled] = ["/", "/gbk", "/mislabelled"].map(answer);
    assert_eq!(plain.content_type, "text/html; charset=utf-8");
    assert_eq!(gbk.content_type, "text/html; charset=gbk");
    assert_eq!(mislabelled.content_type, "text/html; charset=gbk");

    let (expected, _, _) = UTF_8.decode(&plain.body);
    let (decoded, encoding, malformed) = GBK.decode(&gbk.body);
    assert_eq!(
        (items(&decoded), encoding, malformed),
        (items(&expected), GBK, false)
    );
    assert!(String::from_utf8(gbk.body.clone()).is_err());
    // `/` in GBK: 即 is BC B4.
    assert!(gbk.body.windows(2).any(|pair| pair == [0xbc, 0xb4]));

    // The label says GBK; the byte order mark wins.
    assert!(mislabelled.body.starts_with(&[0xef, 0xbb, 0xbf]));
    let (decoded, encoding, malformed) = GBK.decode(&mislabelled.body);
    assert_eq!(
        (items(&decoded), encoding, malformed),
        (items(&expected), UTF_8, false)
    );
}

#[test]
fn delays_are_seeded_by_the_path() {
    let paths = MOVIES.iter().map(|movie| format!("/movie/{}", movie.id));
    let delays: Vec<u64> = paths.map(|path| answer(&path).delay_ms).collect();
    assert!(
        delays.iter().all(|ms| (100..=900).contains(ms)),
        "{delays:?}"
    );
    let mut distinct = delays.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert!(distinct.len() > 6, "{delays:?}");
    assert_eq!(answer("/").delay_ms, answer("/").delay_ms);
    assert_eq!(answer("/poster/1.svg").delay_ms, 0);
}

#[test]
fn a_delay_can_be_chosen_within_bounds() {
    for (path, delay_ms) in [("/?delay=0", 0), ("/gbk?a=1&delay=5000", 5000)] {
        assert_eq!(
            (answer(path).status, answer(path).delay_ms),
            (200, delay_ms)
        );
    }
    for text in ["", "5001", "-1", "1.5", "soon", "99999999999999999999"] {
        let answer = answer(&format!("/?delay={text}"));
        assert_eq!((answer.status, answer.delay_ms), (400, 0), "{text}");
        let sentence = String::from_utf8(answer.body).unwrap();
        assert_eq!(
            sentence,
            format!("`{text}` is no delay; give whole milliseconds from 0 to 5000\n")
        );
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in [
        "/movie/0",
        "/movie/13",
        "/movie/01",
        "/movie/",
        "/poster/1",
        "/robots.txt",
    ] {
        assert_eq!(answer(path).status, 404, "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_server_sends_what_the_function_gives_and_takes_as_long() {
    for path in [
        "/",
        "/gbk",
        "/mislabelled",
        "/movie/7",
        "/poster/7.svg",
        "/x",
        "/?delay=x",
    ] {
        let expected = answer(path);
        let began = Instant::now();
        let response = ask("GET", path, "Mozilla/5.0 (X11)").await;
        // Tokio's timers have a grain of one millisecond.
        let elapsed = began.elapsed();
        let delay = Duration::from_millis(expected.delay_ms);
        assert!(
            elapsed >= delay && elapsed <= delay + Duration::from_millis(1),
            "{path}"
        );
        assert_eq!(response.status().as_u16(), expected.status, "{path}");
        assert_eq!(
            response.headers()["content-type"],
            expected.content_type,
            "{path}"
        );
        assert_eq!(response.headers().get("access-control-allow-origin"), None);
        assert_eq!(body(response).await, expected.body, "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn only_browsers_are_served() {
    for agent in ["", "curl/8.0", "python-requests/2.32", "my Mozilla/5.0"] {
        let response = ask("GET", "/", agent).await;
        assert_eq!(response.status(), 418, "{agent}");
    }
    let request = Request::builder().uri("/").body(Body::empty()).unwrap();
    let response = router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 418);
    let sentence = body(response).await;
    assert!(sentence.starts_with(b"this site serves tea to robots"));
}

#[tokio::test(start_paused = true)]
async fn a_head_has_the_length_and_no_body() {
    let response = ask("HEAD", "/movie/1", "Mozilla/5.0").await;
    let length = answer("/movie/1").body.len().to_string();
    assert_eq!(response.headers()["content-length"], *length);
    assert!(body(response).await.is_empty());
    assert_eq!(ask("POST", "/movie/1", "Mozilla/5.0").await.status(), 405);
}
