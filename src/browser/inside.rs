//! The inside of the loop, as it goes to the page.

use wasm_bindgen::JsValue;

use super::answers::{list, optional, said, seconds};
use crate::story::{Inside, Job, Told};
use crate::timeline::state_phrase;

/// The most tasks that are listed as ready, as sleeping or as waiting.
const LISTED_MAX: usize = 24;

/// Returns how the loop looks from inside, as far as it is listed.
pub(super) fn shown_inside(told: Told<'_>, inside: &Inside) -> Vec<(&'static str, JsValue)> {
    let name = |task| JsValue::from(told.name(task));
    let pair = |first: JsValue, second: JsValue| list([first, second]);
    let timers = inside.timers.iter().take(LISTED_MAX);
    let timers = timers.map(|(until, task)| pair(seconds(*until), name(*task)));
    let waiting = inside.waiting.iter().take(LISTED_MAX);
    let waiting = waiting.map(|(task, state)| {
        let state = state_phrase(told, *state);
        pair(name(*task), said(&state))
    });
    let ready = inside.ready.iter().take(LISTED_MAX);
    let threads = told.threads().zip(&inside.threads);
    let threads = threads.map(|(thread, job)| {
        let task = match job {
            Job::None => JsValue::NULL,
            Job::Of(task) => task.map_or("".into(), name),
        };
        pair(thread.name().into(), task)
    });
    let queues = inside.queues.iter().map(|level| (*level).into());
    vec![
        ("running", optional(inside.running.map(name))),
        ("ready", list(ready.map(|task| name(*task)))),
        ("timers", list(timers)),
        ("waiting", list(waiting)),
        ("queues", list(queues)),
        // Each thread, with the name of the task that it works for; none if it is idle.
        ("threads", list(threads)),
    ]
}
