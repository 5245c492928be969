//! What needs a browser: the live clock, the driver and the parser, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use js_sys::{Array, Float64Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use interleave::browser::{Playground, PlayheadAfter, WorkerSide, run_in_worker, set_html_parser};

wasm_bindgen_test_configure!(run_in_browser);

/// The crawl that a page loads for lessons that fetch.
static RECORDING: &[u8] = include_bytes!("../../src/crawl/demo-site.recording");

/// What a playground shows of a run that is over.
struct Shown {
    summary: JsValue,
    /// The lines that were printed.
    lines: Vec<String>,
}

/// Runs values, with the playhead at the end; returns what came of it.
fn start(
    playground: &mut Playground,
    slug: &str,
    params: &[(&str, &str)],
    speed: Option<f64>,
    over: Function,
) -> JsValue {
    let after = PlayheadAfter::AtEnd;
    playground
        .run(slug, values(params), speed, after, over)
        .into()
}

/// Runs a lesson to its end.
async fn run(slug: &str, params: &[(&str, &str)], speed: Option<f64>) -> Shown {
    let mut playground = Playground::new();
    playground.set_replay(RECORDING.to_vec());
    let parse = "return new DOMParser().parseFromString(text, 'text/html')";
    set_html_parser(Function::new_with_args("text", parse));
    let mut snapshot = JsValue::NULL;
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        let started = start(&mut playground, slug, params, speed, resolve.clone());
        let refusals = Array::from(&field(&started, "refusals"));
        assert_eq!(refusals.length(), 0, "{slug} was refused");
        snapshot = field(&started, "snapshot");
        if !playground.is_running() {
            resolve.call0(&JsValue::NULL).unwrap();
        }
    });
    JsFuture::from(over).await.unwrap();
    // What is over at once is told with the answer of the call.
    if field(&snapshot, "summary").is_null() {
        snapshot = told(&mut playground);
    }
    Shown {
        summary: field(&snapshot, "summary"),
        lines: printed(&snapshot),
    }
}

/// Reads the story of a run that is over to its end; returns the snapshot of it.
fn told(playground: &mut Playground) -> JsValue {
    while playground.refresh() {}
    playground.snapshot(0).into()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// Returns the lines that were printed.
fn printed(snapshot: &JsValue) -> Vec<String> {
    let lines = field(snapshot, "lines");
    let numbers = Float64Array::from(field(&lines, "numbers"));
    let texts = JsString::from(field(&lines, "texts"));
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

/// Writes a value as JSON.
fn json(value: &JsValue) -> String {
    String::from(js_sys::JSON::stringify(value).unwrap())
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
        for name in ["taskCount", "tasks", "steps", "ticks"] {
            let of = |shown: &Shown| json(&field(&shown.summary, name));
            assert_eq!(of(&live), of(&simulated), "{slug}: {name}");
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

/// Hands the next part of a run over. Returns whether it was the last.
fn hand_over(worker: &mut WorkerSide, page: &mut Playground) -> bool {
    let message = JsValue::from(worker.next_part());
    let part: Uint8Array = field(&message, "part").into();
    let ending = field(&message, "ending");
    assert!(page.take_part(&part.to_vec(), ending.clone()));
    !ending.is_null()
}

/// Starts a run of many pages, which is one for a worker, and the worker's side of it.
fn in_worker(page: &mut Playground, params: &[(&str, &str)]) -> WorkerSide {
    let nothing = Function::new_no_args("");
    let started = start(page, "ten-thousand", params, None, nothing);
    assert_eq!(field(&started, "inWorker"), JsValue::TRUE);
    run_in_worker("ten-thousand", values(params)).unwrap()
}

#[wasm_bindgen_test]
async fn a_run_in_a_worker_leaves_the_record_of_a_run_here() {
    let nothing = || Function::new_no_args("");
    let few = [("pages", "19999")];
    let started = start(
        &mut Playground::new(),
        "ten-thousand",
        &few,
        None,
        nothing(),
    );
    assert_eq!(field(&started, "inWorker"), JsValue::FALSE);

    let params = [("pages", "20000"), ("concurrency", "3000")];
    let mut page = Playground::new();
    let mut worker = in_worker(&mut page, &params);
    let mut parts = 1;
    while !hand_over(&mut worker, &mut page) {
        page.refresh();
        let snapshot = JsValue::from(page.snapshot(0));
        assert!(page.is_running() && field(&snapshot, "summary").is_null());
        parts += 1;
    }
    assert!(parts > 10, "{parts}");

    let mut here = Playground::new();
    in_worker(&mut here, &params);
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        here.run_here(resolve);
        assert!(here.is_running());
    });
    JsFuture::from(over).await.unwrap();
    // The inside of the loop is worked out over some frames, so it may not be there yet.
    let said = |page: &mut Playground| {
        let snapshot = told(page);
        ["summary", "lines", "position"].map(|name| json(&field(&snapshot, name)))
    };
    assert_eq!(said(&mut page), said(&mut here));
    assert!(page.record() == here.record());
    assert!(
        !page.take_part(&[0; 20], JsValue::NULL),
        "a part follows the last"
    );
}

#[wasm_bindgen_test]
async fn a_run_in_a_worker_that_is_stopped_is_what_was_read_of_it() {
    let mut page = Playground::new();
    let mut worker = in_worker(&mut page, &[("pages", "20000")]);
    for _ in 0..6 {
        hand_over(&mut worker, &mut page);
    }
    while page.refresh() {}
    hand_over(&mut worker, &mut page);
    page.stop();
    // What came, but was not read, is not shown.
    assert!(!page.is_running() && !page.refresh());
    let summary = field(&told(&mut page), "summary");
    assert_eq!(field(&summary, "outcome"), "stopped");
    assert!(field(&summary, "steps").as_f64().unwrap() > 0.0);
}

#[wasm_bindgen_test]
async fn a_summary_comes_once_and_has_the_first_thousand() {
    let mut page = Playground::new();
    let params = [("pages", "1500")];
    start(
        &mut page,
        "ten-thousand",
        &params,
        None,
        Function::new_no_args(""),
    );
    while page.is_running() {
        let turn = Promise::new(&mut |resolve: Function, _reject: Function| {
            let window = web_sys::window().unwrap();
            let _ = window.request_animation_frame(&resolve);
        });
        JsFuture::from(turn).await.unwrap();
    }
    let summary = field(&told(&mut page), "summary");
    assert_eq!(field(&summary, "taskCount"), 1501);
    assert_eq!(Array::from(&field(&summary, "tasks")).length(), 1000);
    assert!(field(&told(&mut page), "summary").is_null());
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
    let nothing = || Function::new_no_args("");
    start(&mut playground, "gather", &[], None, nothing());
    let before = json(&told(&mut playground));
    let wrong = [("urls", "nonsense")];
    let started = start(&mut playground, "gather", &wrong, None, nothing());
    assert!(field(&started, "snapshot").is_null());
    let refusals = Array::from(&field(&started, "refusals"));
    assert_eq!(refusals.length(), 1);
    assert_eq!(
        field(&refusals.get(0), "url").as_string().unwrap(),
        "nonsense"
    );
    assert_eq!(json(&told(&mut playground)), before);
}

#[wasm_bindgen_test]
async fn a_run_that_takes_the_place_of_another_tells_how_that_ended() {
    let mut playground = Playground::new();
    let nothing = || Function::new_no_args("");
    start(&mut playground, "gather", &[], Some(1.0), nothing());
    assert!(playground.is_running());
    let started = start(&mut playground, "gather", &[], None, nothing());
    let stopped = field(&started, "stopped");
    assert_eq!(field(&stopped, "outcome"), "stopped");
    let again = start(&mut playground, "gather", &[], None, nothing());
    assert!(field(&again, "stopped").is_null(), "that one was over");
}
