//! How much and how long: caps, deadlines, and what broken sites come to.

use std::{
    sync::{Arc, mpsc},
    time::Duration,
};

use interleave_proxy::Policy;
use tokio::{
    io::{AsyncReadExt, duplex},
    time::{Instant, timeout},
};

use crate::network::{Act, RecordingDialer, World, page, say};

const NAMES: &[(&str, &[&str])] = &[("site.example", &["11.0.0.1"]), ("mute.example", &[])];
const URL: &str = "http://site.example/";
const CAP: usize = 2 * 1024 * 1024;

#[tokio::test(start_paused = true)]
async fn a_body_of_the_cap_passes_and_one_byte_more_does_not() {
    fn full(_: &str) -> Vec<Act> {
        let mut bytes = format!("HTTP/1.1 200 OK\r\nContent-Length: {CAP}\r\n\r\n").into_bytes();
        bytes.resize(bytes.len() + CAP, b'x');
        say(bytes)
    }
    /// Tells its length and then sends nothing: no byte is waited for.
    fn over(_: &str) -> Vec<Act> {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", CAP + 1);
        vec![Act::Say(head.into_bytes()), Act::Hang]
    }
    fn chunked_over(_: &str) -> Vec<Act> {
        let mut bytes = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
        bytes.extend(format!("{:x}\r\n", CAP + 1).bytes());
        bytes.resize(bytes.len() + CAP + 1, b'x');
        vec![Act::Say(bytes), Act::Hang]
    }
    let fetched = World::new(NAMES, full).fetch(URL).await.unwrap();
    assert_eq!(fetched.body.len(), CAP);
    for site in [over, chunked_over] {
        let began = Instant::now();
        assert_eq!(
            World::new(NAMES, site).refusal(URL).await,
            "502 too-large hop=0"
        );
        assert_eq!(began.elapsed(), Duration::ZERO);
    }
}

#[tokio::test(start_paused = true)]
async fn the_length_of_a_head_alone_may_be_any() {
    fn huge(_: &str) -> Vec<Act> {
        say("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
    }
    let fetcher = World::new(NAMES, huge).fetcher(Policy::default());
    let fetched = fetcher.fetch_head(URL).await.unwrap();
    assert_eq!(fetched.headers["content-length"], "99999999");
    assert_eq!(fetched.body.len(), 0);
}

#[tokio::test(start_paused = true)]
async fn each_phase_has_its_limit() {
    /// A byte a second, for ever in time for an idle timeout.
    fn trickle(_: &str) -> Vec<Act> {
        let head = Act::Say(b"HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n".to_vec());
        let drops =
            (0..600).flat_map(|_| [Act::Pause(Duration::from_secs(1)), Act::Say(b"x".to_vec())]);
        std::iter::once(head).chain(drops).collect()
    }
    fn mute(_: &str) -> Vec<Act> {
        vec![Act::Hang]
    }
    let cases = [
        (
            World::new(NAMES, page),
            "http://mute.example/",
            "504 dns-timeout hop=0",
            3,
        ),
        (World::silent(NAMES), URL, "504 connect-timeout hop=0", 5),
        (World::new(NAMES, mute), URL, "504 deadline hop=0", 20),
        (
            World::new(NAMES, mute),
            "https://site.example/",
            "504 connect-timeout hop=0",
            5,
        ),
        (World::new(NAMES, trickle), URL, "504 deadline hop=0", 20),
    ];
    for (world, url, expected, seconds) in cases {
        let began = Instant::now();
        assert_eq!(world.refusal(url).await, expected);
        assert_eq!(began.elapsed().as_secs(), seconds, "{expected}");
    }
}

#[tokio::test(start_paused = true)]
async fn one_deadline_covers_all_hops() {
    fn slow_round(_: &str) -> Vec<Act> {
        let answer = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
        vec![
            Act::Pause(Duration::from_secs(8)),
            Act::Say(answer.as_bytes().to_vec()),
        ]
    }
    let began = Instant::now();
    assert_eq!(
        World::new(NAMES, slow_round).refusal(URL).await,
        "504 deadline hop=2"
    );
    assert_eq!(began.elapsed().as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn broken_answers_are_the_sites_fault() {
    fn truncated(_: &str) -> Vec<Act> {
        say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
    }
    fn not_http(_: &str) -> Vec<Act> {
        say("SSH-2.0-OpenSSH_9.9\r\n")
    }
    fn closed(_: &str) -> Vec<Act> {
        Vec::new()
    }
    fn endless_head(_: &str) -> Vec<Act> {
        say(format!(
            "HTTP/1.1 200 OK\r\nX: {}\r\n\r\n",
            "x".repeat(1024 * 1024)
        ))
    }
    fn switching(_: &str) -> Vec<Act> {
        say("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n")
    }
    for site in [truncated, not_http, closed, endless_head, switching] {
        assert_eq!(
            World::new(NAMES, site).refusal(URL).await,
            "502 upstream-broke hop=0"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_compressed_body_that_was_not_asked_for_is_refused() {
    fn zipped(_: &str) -> Vec<Act> {
        say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx")
    }
    assert_eq!(
        World::new(NAMES, zipped).refusal(URL).await,
        "502 bad-encoding hop=0"
    );
}

#[tokio::test(start_paused = true)]
async fn the_phases_are_timed() {
    fn slow(_: &str) -> Vec<Act> {
        vec![
            Act::Pause(Duration::from_millis(300)),
            Act::Say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".to_vec()),
            Act::Pause(Duration::from_millis(200)),
            Act::Say(b"ok".to_vec()),
        ]
    }
    let world = World::new(NAMES, slow);
    let named = world.fetch(URL).await.unwrap().timing;
    assert_eq!(
        named.server_timing(),
        "dns;dur=0.000, connect;dur=0.000, first-byte;dur=300.000, download;dur=200.000"
    );
    let literal = world.fetch("http://11.0.0.1/").await.unwrap().timing;
    assert_eq!(literal.dns, None);
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_is_given_up_closes_its_connection() {
    let (sender, receiver) = mpsc::channel();
    let dialer = RecordingDialer::new(move |_| {
        let (near, far) = duplex(1024);
        sender.send(far).unwrap();
        Ok(Some(near))
    });
    let world = World::with_dialer(NAMES, dialer, Arc::default());
    let second = Duration::from_secs(1);
    assert!(timeout(second, world.fetch(URL)).await.is_err());
    // The far end reads the request and then, without more waiting, the end.
    let mut far = receiver.recv().unwrap();
    let mut heard = String::new();
    let began = Instant::now();
    timeout(second, far.read_to_string(&mut heard))
        .await
        .unwrap()
        .unwrap();
    assert!(heard.starts_with("GET / HTTP/1.1\r\n"));
    assert_eq!(began.elapsed(), Duration::ZERO);
}
