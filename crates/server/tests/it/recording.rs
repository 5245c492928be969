//! The recorded crawl that ships with Interleave is what the demo site answers.
//!
//! `UPDATE_EXPECT=1` records it again.

use std::{env, fs};

use interleave::crawl::{Replay, ReplayedAnswer};
use interleave_server::demo::{MOVIES, answer};

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../src/crawl/demo-site.recording"
);

/// Gives every address that a lesson or a page that shows its posters may ask for.
fn paths() -> Vec<String> {
    let lists = ["/", "/gbk", "/mislabelled", "/absolute"].map(String::from);
    let movies = MOVIES.iter().map(|movie| format!("/movie/{}", movie.id));
    let posters = MOVIES
        .iter()
        .map(|movie| format!("/poster/{}.svg", movie.id));
    lists.into_iter().chain(movies).chain(posters).collect()
}

fn record(path: String) -> ReplayedAnswer {
    let answer = answer(&path);
    assert_eq!(answer.status, 200, "{path}");
    ReplayedAnswer {
        path,
        status: answer.status,
        latency_ms: answer.delay_ms.try_into().unwrap(),
        content_type: answer.content_type.to_owned(),
        body: answer.body.into(),
    }
}

#[test]
fn the_recording_is_what_the_demo_site_answers() {
    let entries = paths().into_iter().map(record).collect();
    let recorded = Replay::new("http://127.0.0.1:8082", entries).encode();
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::write(FILE, &recorded).unwrap();
    }
    let committed = fs::read(FILE).unwrap();
    // Not `assert_eq`: a failure would print thirty thousand numbers.
    assert!(
        committed == recorded,
        "the demo site answers otherwise than recorded; \
         look at the change and record it again with UPDATE_EXPECT=1"
    );
}
