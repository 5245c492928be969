//! What is said at the playhead, and the inside of the loop, as they go to the page.

use wasm_bindgen::prelude::*;

use super::answers::{list, object, optional, said, seconds, texts};
use super::playground::Playground;
use super::session::Session;
use crate::story::{Job, LoopState, State, StoryView, phrases, waits_now};
use crate::timeline::state_phrase;

/// The most tasks that are looked at as ready, as sleeping or as waiting: what a live run waits for
/// is found among them, and no lesson that fetches has as many.
const LOOKED_AT_MAX: usize = 256;

/// How many events are told, and tasks looked at, at a time, to see the inside of the loop.
const LOOKED_AT_ONCE: usize = 50_000;

/// The most tasks that are listed as ready, as sleeping or as waiting.
const LISTED_MAX: usize = 24;

/// Returns how the loop looks from inside, as far as it is listed.
pub(super) fn shown_inside(
    story: StoryView<'_>,
    inside: &LoopState,
) -> Vec<(&'static str, JsValue)> {
    let name = |task| JsValue::from(story.name(task));
    let pair = |first: JsValue, second: JsValue| list([first, second]);
    let timers = inside.timers.iter().take(LISTED_MAX);
    let timers = timers.map(|(until, task)| pair(seconds(*until), name(*task)));
    let waiting = inside.waiting.iter().take(LISTED_MAX);
    let waiting = waiting.map(|(task, wait)| {
        let state = state_phrase(story, State::Waits(*wait));
        pair(name(*task), said(&state))
    });
    let ready = inside.ready.iter().take(LISTED_MAX);
    let threads = story.threads().zip(&inside.threads);
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

#[wasm_bindgen]
impl Playground {
    /// Returns everything that is said at the playhead.
    #[must_use]
    pub fn telling(&self) -> JsValue {
        let present = self.session.as_ref().and_then(Session::present);
        self.look(|story| {
            let Some(stop) = story.stop(story.stop_at(self.playhead, self.stop)) else {
                return JsValue::NULL;
            };
            let mut insides = self.insides.borrow_mut();
            let inside = insides.read_some(story.trace(), stop.end, LOOKED_AT_MAX, LOOKED_AT_ONCE);
            let mut phrases = phrases(story, &stop);
            // A live run that waits says what for.
            let waits = present.is_some_and(|present| present > stop.at.time);
            let waiting = inside.as_ref().and_then(|inside| waits_now(story, inside));
            if let Some(waiting) = waiting.filter(|_| waits) {
                phrases.push(waiting);
            }
            let file = self.lesson.map_or("", |lesson| lesson.file);
            let place = stop.location.filter(|place| place.file.ends_with(file));
            let kinds: Vec<_> = story.state_kinds().iter().map(|kind| kind.name()).collect();
            let signs: Vec<_> = story.sign_kinds().iter().map(|kind| kind.name()).collect();
            let shown = [
                ("phrases", list(phrases.iter().map(said))),
                ("line", optional(place.map(|place| place.line))),
                ("task", optional(stop.task.map(|task| story.name(task)))),
                ("tasks", story.lane_count().into()),
                // The families of states that occur in the run.
                ("looks", texts(&kinds)),
                ("signs", texts(&signs)),
                // Whether the inside of the loop is not worked out yet; then it is left out.
                ("isRough", inside.is_none().into()),
            ];
            let inside = inside.map(|inside| shown_inside(story, &inside));
            object(&[&shown[..], &inside.unwrap_or_default()].concat())
        })
    }
}
