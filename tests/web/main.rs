//! What needs a browser: the live clock, the driver and the parser, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use interleave::browser::Playground;

wasm_bindgen_test_configure!(run_in_browser);

/// The crawl that a page loads for lessons that fetch.
static RECORDING: &[u8] = include_bytes!("../../src/crawl/demo-site.recording");

/// What a playground says of a run.
struct Shown {
    summary: JsValue,
    tasks: JsValue,
}

/// Runs a lesson to its end.
async fn run(slug: &str, params: &[(&str, &str)], speed: Option<f64>) -> Shown {
    let given = Object::new();
    for (name, value) in params {
        Reflect::set(&given, &(*name).into(), &(*value).into()).unwrap();
    }
    let mut playground = Playground::new();
    playground.set_recording(RECORDING.to_vec());
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        let refusals = playground.run(slug, given.clone().into(), speed, resolve.clone());
        assert_eq!(Array::from(&refusals).length(), 0, "{slug} was refused");
        if !playground.is_running() {
            resolve.call0(&JsValue::NULL).unwrap();
        }
    });
    JsFuture::from(over).await.unwrap();
    while playground.refresh() {}
    Shown {
        summary: playground.summary(),
        tasks: playground.task_columns(),
    }
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// Returns the lines that were printed.
fn console(summary: &JsValue) -> Vec<String> {
    let lines = Array::from(&field(summary, "console"));
    lines
        .iter()
        .map(|line| field(&line, "text").as_string().unwrap())
        .collect()
}

/// Returns the tasks' names, how they ended, and their results, each joined by NUL.
fn endings(tasks: &JsValue) -> [String; 3] {
    ["names", "states", "results"].map(|column| field(tasks, column).as_string().unwrap())
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
        assert_eq!(
            console(&live.summary),
            console(&simulated.summary),
            "{slug}"
        );
        assert_eq!(endings(&live.tasks), endings(&simulated.tasks), "{slug}");
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

#[wasm_bindgen_test]
async fn the_browser_reads_recorded_pages() {
    let all_at_once = run("movies-gather", &[("limit", "3")], None).await;
    let rows = console(&all_at_once.summary);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.ends_with(".svg")), "{rows:?}");
    let gbk = [("site", "http://127.0.0.1:8082/gbk"), ("limit", "3")];
    let decoded = console(&run("movies-in-turn", &gbk, None).await.summary);
    assert_eq!(decoded, rows);
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
