//! Redirects: each hop passes every check that the first one passed.

use crate::network::{Act, World, page, say};

const NAMES: &[(&str, &[&str])] = &[
    ("site.example", &["11.0.0.1"]),
    ("other.example", &["11.0.0.2"]),
    ("inner.example", &["10.0.0.1"]),
];

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// A site whose queries say where to go: `/?302=http://…` redirects there.
fn signpost(request: &str) -> Vec<Act> {
    let path = request.split(' ').nth(1).unwrap();
    match path.trim_start_matches("/?").split_once('=') {
        Some((status, location)) => say(format!(
            "HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
        )),
        None => page(request),
    }
}

async fn check(location: &str, expected: &str) {
    for status in STATUSES {
        let world = World::new(NAMES, signpost);
        let url = format!("http://site.example/?{status}={location}");
        assert_eq!(world.refusal(&url).await, expected, "{url}");
        if expected != "relayed 200" {
            assert_eq!(world.dialled(), ["11.0.0.1:80"], "{url}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_hop_to_a_private_address_is_not_dialled() {
    for location in [
        "http://169.254.169.254/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "//10.0.0.1/",
        "\\\\10.0.0.1/",
        "/\\10.0.0.1/",
        "https:10.0.0.1/",
        "http://inner.example/",
    ] {
        check(location, "403 blocked-address hop=1").await;
    }
    check("http://localhost/", "403 blocked-host hop=1").await;
    check("http://other.example:22/", "403 blocked-port hop=1").await;
}

#[tokio::test(start_paused = true)]
async fn a_scheme_and_an_address_without_slashes_are_a_path_of_the_same_scheme() {
    check("http:10.0.0.1/", "relayed 200").await;
}

#[tokio::test(start_paused = true)]
async fn a_hop_out_of_the_web_is_the_sites_fault() {
    for location in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://a:b@other.example/",
    ] {
        check(location, "502 bad-redirect hop=1").await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_loop_ends_after_five_redirects() {
    fn round(_: &str) -> Vec<Act> {
        say("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
    }
    let world = World::new(NAMES, round);
    assert_eq!(
        world.refusal("http://site.example/").await,
        "502 too-many-redirects hop=6"
    );
    assert_eq!(world.dialled().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_that_leads_nowhere_is_relayed() {
    fn nowhere(_: &str) -> Vec<Act> {
        say("HTTP/1.1 302 Found\r\nContent-Length: 4\r\n\r\ngone")
    }
    fn unreadable(_: &str) -> Vec<Act> {
        say("HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 4\r\n\r\ngone")
    }
    for site in [nowhere, unreadable] {
        let fetched = World::new(NAMES, site)
            .fetch("http://site.example/")
            .await
            .unwrap();
        assert_eq!(
            (fetched.status.as_u16(), &fetched.body[..]),
            (302, &b"gone"[..])
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_chain_is_told_and_links_are_relative_to_its_end() {
    let world = World::new(NAMES, signpost);
    let url = "http://site.example/?301=http://other.example/?302=/end?q#part";
    let fetched = world.fetch(url).await.unwrap();
    let chain: Vec<String> = fetched
        .chain
        .iter()
        .map(|hop| format!("{} {}", hop.status.as_u16(), hop.url))
        .collect();
    assert_eq!(
        chain,
        [
            "301 http://site.example/?301=http://other.example/?302=/end?q",
            "302 http://other.example/?302=/end?q",
        ]
    );
    assert_eq!(fetched.final_url.as_str(), "http://other.example/end?q");
    assert_eq!(
        world.resolver.asked(),
        ["site.example", "other.example", "other.example"]
    );
}
