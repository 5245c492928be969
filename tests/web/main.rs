//! What needs a browser: the live clock, the driver and the parser, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use interleave::browser::Playground;

wasm_bindgen_test_configure!(run_in_browser);

/// Runs a lesson to its end and returns its summary.
async fn summary_of(slug: &str, params: &[(&str, &str)], speed: Option<f64>) -> JsValue {
    let given = Object::new();
    for (name, value) in params {
        Reflect::set(&given, &(*name).into(), &(*value).into()).unwrap();
    }
    let mut playground = Playground::new();
    let over = Promise::new(&mut |resolve: Function, _reject: Function| {
        let refusals = playground.run(slug, given.clone().into(), speed, resolve.clone());
        assert_eq!(Array::from(&refusals).length(), 0, "{slug} was refused");
        if !playground.is_running() {
            resolve.call0(&JsValue::NULL).unwrap();
        }
    });
    JsFuture::from(over).await.unwrap();
    playground.refresh();
    playground.summary()
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

/// Returns each task's name with how it ended.
fn endings(summary: &JsValue) -> Vec<String> {
    let tasks = Array::from(&field(summary, "tasks"));
    let text = |task: &JsValue, name: &str| field(task, name).as_string().unwrap_or_default();
    tasks
        .iter()
        .map(|task| {
            format!(
                "{} {} {}",
                text(&task, "name"),
                text(&task, "state"),
                text(&task, "result")
            )
        })
        .collect()
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
        let simulated = summary_of(slug, params, None).await;
        let live = summary_of(slug, params, Some(1.0)).await;
        assert_eq!(console(&live), console(&simulated), "{slug}");
        assert_eq!(endings(&live), endings(&simulated), "{slug}");
        for name in ["steps", "ticks"] {
            assert_eq!(
                field(&live, name),
                field(&simulated, name),
                "{slug}: {name}"
            );
        }
        // A real clock adds a little, and never takes anything away.
        let seconds = |summary| field(summary, "seconds").as_f64().unwrap();
        assert!(seconds(&live) >= seconds(&simulated), "{slug}");
    }
}

#[wasm_bindgen_test]
async fn the_browser_reads_recorded_pages() {
    let summary = summary_of("movies-gather", &[("limit", "3")], None).await;
    let rows = console(&summary);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.ends_with(".svg")), "{rows:?}");
    let gbk = [("site", "http://127.0.0.1:8082/gbk"), ("limit", "3")];
    let decoded = console(&summary_of("movies-in-turn", &gbk, None).await);
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
