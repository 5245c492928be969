//! A summary as the page has it, read field by field.

use interleave::story::{RunError, Summary};
use wasm_bindgen::JsValue;

/// Reads a summary, but for its tasks and its lines; none if it is no summary.
pub(crate) fn summary_of(lesson: &str, answer: &JsValue) -> Option<Summary> {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let text = |of: &JsValue, name: &str| field(of, name)?.as_string();
    let number = |name: &str| field(answer, name)?.as_f64();
    let error = field(answer, "error").filter(JsValue::is_object);
    let error = error.map(|error| RunError {
        kind: text(&error, "kind").unwrap_or_default(),
        message: text(&error, "message").unwrap_or_default(),
        about: text(&error, "about"),
    });
    let outcome = text(answer, "outcome")?;
    let outcomes = ["finished", "raised", "stopped", "limit"];
    Some(Summary {
        lesson: lesson.to_string(),
        seconds: number("seconds")?,
        steps: number("steps")? as u64,
        ticks: number("ticks")? as u64,
        tasks: Vec::new(),
        console: Vec::new(),
        outcome: outcomes.into_iter().find(|known| *known == outcome)?,
        error,
    })
}
