//! A run on the thread of the page, with its record and its driver.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::clock::Live;
use super::driver::{Notify, drive, slice};
use super::html::BrowserHtml;
use super::session::Session;
use crate::browser::border::{Summary, plain};
use crate::lessons::{Arguments, Lesson};
use crate::runtime::{Clock, Fetch, Nanos, Outcome, Run, RunOptions, Simulated, Turn};
use crate::story::{StoryView, summarise_end};
use crate::trace::TraceRecorder;

/// How the time of a run passes.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::browser) enum Pace {
    /// At once, on the simulated clock.
    Simulated,
    /// On the live clock, at a speed.
    Live(f64),
}

/// A run that goes on, or is over. Dropping it ends the run and its driver.
pub(in crate::browser) struct LocalRun {
    lesson: &'static Lesson,
    run: Rc<Run>,
    recorder: TraceRecorder,
    live: Option<Rc<Live>>,
    notify: Rc<Notify>,
}

impl LocalRun {
    /// Starts a run. A simulated one that fits into one slice is over when this returns.
    ///
    /// `on_over` is called when it is over, unless it is dropped before.
    pub(in crate::browser) fn start(
        lesson: &'static Lesson,
        arguments: &Arguments,
        pace: Pace,
        fetch: Rc<dyn Fetch>,
        on_over: impl FnOnce() + 'static,
    ) -> LocalRun {
        let (clock, live): (Rc<dyn Clock>, _) = match pace {
            Pace::Simulated => (Rc::new(Simulated::default()), None),
            Pace::Live(speed) => {
                let live = Rc::new(Live::start(speed));
                (live.clone(), Some(live))
            }
        };
        let recorder = TraceRecorder::default();
        let program = lesson.program(arguments, Rc::new(BrowserHtml));
        let options = RunOptions {
            clock,
            fetch,
            observer: Box::new(recorder.clone()),
            ..RunOptions::default()
        };
        let run = Rc::new(Run::new(program, options));
        let notify = Rc::new(Notify::default());
        let pend = notify.clone();
        run.set_pend(Rc::new(move || pend.notify()));
        let local = LocalRun {
            lesson,
            run,
            recorder,
            live,
            notify,
        };
        local.go(on_over);
        local
    }

    fn go(&self, on_over: impl FnOnce() + 'static) {
        if self.live.is_none() && slice(&self.run) == Turn::Over {
            return;
        }
        let (run, live, notify) = (self.run.clone(), self.live.clone(), self.notify.clone());
        spawn_local(async move {
            drive(run.clone(), live, notify).await;
            if run.outcome() != Some(Outcome::Stopped) {
                on_over();
            }
        });
    }
}

impl Session for LocalRun {
    fn stop(&mut self) {
        self.run.stop();
        self.notify.notify();
    }

    fn is_running(&self) -> bool {
        self.run.outcome().is_none()
    }

    fn present(&self) -> Option<Nanos> {
        let live = self.live.as_ref().filter(|_| self.is_running())?;
        Some(live.now())
    }

    fn recorder(&self) -> &TraceRecorder {
        &self.recorder
    }

    fn summary(&self, story: StoryView<'_>) -> Option<JsValue> {
        let outcome = self.run.outcome()?;
        let (slug, now, counts) = (self.lesson.slug, self.run.now(), self.run.counts());
        let end = summarise_end(slug, now, counts, &outcome);
        Some(plain(&Summary::of(story, end)))
    }
}

impl Drop for LocalRun {
    fn drop(&mut self) {
        self.stop();
    }
}
