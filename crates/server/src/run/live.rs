//! A run on the live clock: real time passes, and pages are fetched from the network.

use std::{rc::Rc, sync::Arc};

use interleave::{
    lessons::DEMO_SITE,
    runtime::{Clock, Event, Limits, Outcome, Run, RunOptions},
    trace::TraceRecorder,
};
use interleave_proxy::{Fetcher, Network, Policy};
use tokio::{runtime::Builder, task::LocalSet};
use url::Url;

use super::{
    command_error::CommandError, direct_fetch::DirectFetch, driver::drive,
    finished_run::FinishedRun, interrupt::Interrupt, lesson_request::LessonRequest,
    live_clock::LiveClock, watched_recorder::WatchedRecorder,
};
use crate::origins::Origin;

/// Plays a lesson in real time, on this thread.
///
/// `watch` gets every event as it happens, and `interrupt` stops the run. A lesson that fetches
/// crawls a demo site of its own run if no site is given.
///
/// # Errors
/// [`CommandError`] if the system provides no timers, no network or no TLS.
pub fn live(
    request: &LessonRequest,
    interrupt: Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<FinishedRun, CommandError> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(CommandError::System)?;
    LocalSet::new().block_on(&runtime, async {
        if !request.needs_demo_site() {
            return play(request, None, interrupt, watch).await;
        }
        let demo = Origin::start_demo().await?;
        let request = request.with_site(&format!("{}/", demo.text()))?;
        play(&request, Some(&demo), interrupt, watch).await
    })
}

async fn play(
    request: &LessonRequest,
    demo: Option<&Origin>,
    interrupt: Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<FinishedRun, CommandError> {
    let fetcher = Fetcher::new(policy(request, demo), Network::system())?;
    let recorder = TraceRecorder::default();
    let clock = Rc::new(LiveClock::start(interrupt.clone()));
    let options = RunOptions {
        clock: clock.clone(),
        fetch: Rc::new(DirectFetch::with(fetcher)),
        limits: Limits::default(),
        observer: Box::new(WatchedRecorder {
            recorder: recorder.clone(),
            interrupt: interrupt.clone(),
            watch,
        }),
    };
    let run = Run::new(request.program(), options);
    let waker = interrupt.clone();
    run.set_pend(Rc::new(move || waker.wake()));
    drive(&run, &clock, &interrupt).await;
    let end = match run.outcome() {
        // The loop counts all of a blocking call as passed; the run ended before its end.
        Some(Outcome::Stopped) => clock.now(),
        _ => run.now(),
    };
    Ok(FinishedRun::of(request.lesson().slug, &run, recorder, end))
}

/// Returns the proxy's own policy. On this machine it allows only the demo site: the one of this
/// run, or the one that `serve` has at its default port.
fn policy(request: &LessonRequest, demo: Option<&Origin>) -> Policy {
    let demo = demo.map(Origin::text);
    policy_for(request.site(), demo.as_deref().unwrap_or(DEMO_SITE))
}

/// Returns the policy for a program that crawls a site.
pub(super) fn policy_for(site: Option<&str>, demo: &str) -> Policy {
    let origin = |address: &str| Some(Url::parse(address).ok()?.origin());
    let demo = origin(demo);
    let site = site.and_then(origin);
    Policy {
        allowed_targets: demo
            .filter(|demo| Some(demo) == site.as_ref())
            .into_iter()
            .collect(),
        ..Policy::default()
    }
}
