//! A run on the live clock: real time passes, and pages are really fetched.

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
    clock::Live, driver::drive, failure::Failure, fetch::Direct, interrupt::Interrupt,
    played::Played, request::Request, watched::Watched,
};
use crate::origins::Origin;

/// Plays a lesson in real time, on this thread.
///
/// `watch` sees every event as it happens, and `interrupt` stops the run. A lesson that fetches,
/// and whose site nobody chose, crawls a demo site that lives as long as the run.
///
/// # Errors
/// [`Failure`] if the system does not give what a run needs.
pub fn live(
    request: &Request,
    interrupt: Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<Played, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(Failure::System)?;
    LocalSet::new().block_on(&runtime, async {
        if !request.wants_a_site() {
            return play(request, None, interrupt, watch).await;
        }
        let demo = Origin::start_demo().await?;
        let request = request.with_site(&format!("{}/", demo.text()))?;
        play(&request, Some(&demo), interrupt, watch).await
    })
}

async fn play(
    request: &Request,
    demo: Option<&Origin>,
    interrupt: Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<Played, Failure> {
    let fetcher = Fetcher::new(policy(request, demo), Network::system())?;
    let recorder = TraceRecorder::default();
    let clock = Rc::new(Live::start(interrupt.clone()));
    let options = RunOptions {
        clock: clock.clone(),
        fetch: Rc::new(Direct::with(fetcher)),
        limits: Limits::default(),
        observer: Box::new(Watched {
            recorder: recorder.clone(),
            interrupt: interrupt.clone(),
            watch,
        }),
    };
    let run = Run::new(request.program(), options);
    let bell = interrupt.clone();
    run.set_pend(Rc::new(move || bell.ring()));
    drive(&run, &clock, &interrupt).await;
    let end = match run.outcome() {
        // The loop counts what is blocked as passed; the run ended before that.
        Some(Outcome::Stopped) => clock.now(),
        _ => run.now(),
    };
    Ok(Played::of(request.lesson().slug, &run, recorder, end))
}

/// Returns the proxy's own policy, under which of this machine only the demo site can be reached:
/// the one that was started, or the one that `serve` has at its default port.
fn policy(request: &Request, demo: Option<&Origin>) -> Policy {
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
