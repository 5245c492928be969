//! What needs a browser: the live clock, the driver and the parser, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use js_sys::{Array, Float64Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use interleave::browser::{Playground, run_in_worker};

wasm_bindgen_test_configure!(run_in_browser);

/// The crawl that a page loads for lessons that fetch.
static RECORDING: &[u8] = include_bytes!("../../src/crawl/demo-site.recording");

/// What a playground says of a run.
struct Shown {
    summary: JsValue,
    /// The lines that were printed.
    lines: Vec<String>,
    /// The tasks' names, how they ended, and their results.
    tasks: String,
}

/// Runs a lesson to its end.
async fn run(slug: &str, params: &[(&str, &str)], speed: Option<f64>) -> Shown {
    let given = values(params);
    let mut playground = Playground::new();
    playground.set_recording(RECORDING.to_vec());
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        let refusals = playground.run(slug, given.clone(), speed, resolve.clone());
        assert_eq!(Array::from(&refusals).length(), 0, "{slug} was refused");
        if !playground.is_running() {
            resolve.call0(&JsValue::NULL).unwrap();
        }
    });
    JsFuture::from(over).await.unwrap();
    while playground.refresh() {}
    Shown {
        summary: playground.summary(),
        lines: printed(&playground),
        tasks: playground.task_texts(),
    }
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// Returns the lines that were printed.
fn printed(playground: &Playground) -> Vec<String> {
    let [numbers, texts] = [0, 1].map(|at| Array::from(&playground.lines(0)).get(at));
    let (numbers, texts) = (Float64Array::from(numbers), JsString::from(texts));
    let mut end = 0;
    let mut take = |length: f64| {
        let start = end;
        end += length.max(0.0) as u32;
        String::from(texts.slice(start, end))
    };
    let lines = numbers.to_vec();
    let line = |line: &[f64]| {
        take(line[1]);
        take(line[2])
    };
    lines.chunks(4).map(line).collect()
}

#[wasm_bindgen_test]
async fn a_live_run_agrees_with_the_simulated_one() {
    let small = [("worker_1", "0.1"), ("worker_2", "0.2")];
    let urls = [("urls", "url_0.1,url_0.2,url_0.1")];
    for (slug, params) in [
        ("workers-as-tasks", &small[..]),
        ("workers-in-turn", &small[..]),
        ("tasks", &urls[..]),
        ("gather", &urls[..]),
        ("blocking", &urls[..]),
        ("done-callback", &urls[..]),
    ] {
        let simulated = run(slug, params, None).await;
        let live = run(slug, params, Some(1.0)).await;
        assert_eq!(live.lines, simulated.lines, "{slug}");
        assert_eq!(live.tasks, simulated.tasks, "{slug}");
        for name in ["steps", "ticks"] {
            assert_eq!(
                field(&live.summary, name),
                field(&simulated.summary, name),
                "{slug}: {name}"
            );
        }
        // A real clock adds a little, and never takes anything away.
        let seconds = |shown: &Shown| field(&shown.summary, "seconds").as_f64().unwrap();
        assert!(seconds(&live) >= seconds(&simulated), "{slug}");
    }
}

/// Makes an object of values.
fn values(params: &[(&str, &str)]) -> JsValue {
    let given = Object::new();
    for (name, value) in params {
        Reflect::set(&given, &(*name).into(), &(*value).into()).unwrap();
    }
    given.into()
}

/// Tells a run to its end, and returns its summary and its lines as a text.
fn story(playground: &mut Playground) -> String {
    while playground.refresh() {}
    let story = Array::of2(&playground.summary(), &playground.lines(0));
    String::from(js_sys::JSON::stringify(&story).unwrap())
}

/// Hands the next part of a run over. Returns whether it was the last.
fn hand_over(worker: &Function, away: &mut Playground) -> bool {
    let message = worker.call0(&JsValue::NULL).unwrap();
    let part: Uint8Array = field(&message, "part").into();
    let ending = field(&message, "ending");
    assert!(away.take(&part.to_vec(), ending.clone()));
    !ending.is_null()
}

#[wasm_bindgen_test]
async fn a_run_away_leaves_the_record_of_a_run_here() {
    let few = values(&[("pages", "19999")]);
    assert!(Playground::new().run_away("ten-thousand", few).is_null());
    let params = [("pages", "20000"), ("concurrency", "3000")];
    let mut here = Playground::new();
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        here.run("ten-thousand", values(&params), None, resolve.clone());
        assert!(here.is_running());
    });
    JsFuture::from(over).await.unwrap();

    let mut away = Playground::new();
    assert!(!away.run_away("ten-thousand", values(&params)).is_null());
    let worker = run_in_worker("ten-thousand", values(&params)).unwrap();
    let mut parts = 1;
    while !hand_over(&worker, &mut away) {
        assert!(away.is_running() && away.summary().is_null());
        away.refresh();
        parts += 1;
    }
    assert!(parts > 10, "{parts}");
    assert_eq!(story(&mut away), story(&mut here));
    assert_eq!(away.task_texts(), here.task_texts());
    assert!(away.record() == here.record());
    assert!(
        !away.take(&[0; 20], JsValue::NULL),
        "a part follows the last"
    );
}

#[wasm_bindgen_test]
async fn a_run_away_that_is_stopped_is_what_was_told_of_it() {
    let params = [("pages", "20000")];
    let mut away = Playground::new();
    away.run_away("ten-thousand", values(&params));
    let worker = run_in_worker("ten-thousand", values(&params)).unwrap();
    for _ in 0..6 {
        hand_over(&worker, &mut away);
    }
    while away.refresh() {}
    hand_over(&worker, &mut away);
    away.stop();
    // What came, but was not told, is not shown.
    assert!(!away.is_running() && !away.refresh());
    let summary = away.summary();
    assert_eq!(field(&summary, "outcome"), "stopped");
    assert!(field(&summary, "steps").as_f64().unwrap() > 0.0);
}

#[wasm_bindgen_test]
async fn the_browser_reads_recorded_pages() {
    let all_at_once = run("movies-gather", &[("limit", "3")], None).await;
    let rows = all_at_once.lines;
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.ends_with(".svg")), "{rows:?}");
    let gbk = [("site", "http://127.0.0.1:8082/gbk"), ("limit", "3")];
    let decoded = run("movies-in-turn", &gbk, None).await;
    assert_eq!(decoded.lines, rows);
}

#[wasm_bindgen_test]
async fn wrong_values_leave_the_last_run_alone() {
    let mut playground = Playground::new();
    let no_values = || Object::new().into();
    playground.run("gather", no_values(), None, Function::new_no_args(""));
    let before = field(&playground.summary(), "seconds");
    let wrong = Object::new();
    Reflect::set(&wrong, &"urls".into(), &"nonsense".into()).unwrap();
    let refusals = playground.run("gather", wrong.into(), None, Function::new_no_args(""));
    let refusals = Array::from(&refusals);
    assert_eq!(refusals.length(), 1);
    assert_eq!(
        field(&refusals.get(0), "url").as_string().unwrap(),
        "nonsense"
    );
    assert_eq!(field(&playground.summary(), "seconds"), before);
}
