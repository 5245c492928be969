//! A run on the live clock: real time passes, and pages are fetched from the network.

use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use interleave::lessons::DEMO_SITE;
use interleave::runtime::{Clock, Event, Limits, Nanos, Observer, Outcome, Run, RunOptions, Turn};
use interleave::trace::TraceRecorder;
use interleave_proxy::{Fetcher, Network, Policy};
use tokio::runtime::Builder;
use tokio::task::{LocalSet, yield_now};
use url::{Origin, Url};

use super::command_error::CommandError;
use super::direct_fetch::DirectFetch;
use super::finished_run::FinishedRun;
use super::interrupt::Interrupt;
use super::lesson_request::LessonRequest;
use crate::origins::Origin as ServedOrigin;

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
        let demo = ServedOrigin::start_demo().await?;
        let request = request.with_site(&format!("{}/", demo.text()))?;
        play(&request, Some(&demo), interrupt, watch).await
    })
}

async fn play(
    request: &LessonRequest,
    demo: Option<&ServedOrigin>,
    interrupt: Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<FinishedRun, CommandError> {
    // This run's demo site, or the one that `serve` has at its default port.
    let demo = demo.map_or(DEMO_SITE.to_owned(), ServedOrigin::text);
    let recorder = TraceRecorder::default();
    let allowed = origin_of_demo(request.site(), &demo).into_iter().collect();
    let (clock, _, options) = live_options(allowed, recorder.clone(), &interrupt, watch)?;
    let run = Run::new(request.program(), options);
    let waker = interrupt.clone();
    run.set_pend(Rc::new(move || waker.wake()));
    drive(&run, &clock, &interrupt).await;
    let outcome = run.outcome();
    let end = match outcome {
        // The loop counts all of a blocking call as passed; the run ended before its end.
        Some(Outcome::Stopped) => clock.now(),
        _ => run.now(),
    };
    let name = request.lesson().slug;
    Ok(FinishedRun::of(name, &run, recorder, end, outcome))
}

/// Returns the demo site's origin, if it is the site that is crawled.
fn origin_of_demo(site: Option<&str>, demo: &str) -> Option<Origin> {
    let origin = |address: &str| Some(Url::parse(address).ok()?.origin());
    let site = site.and_then(origin);
    origin(demo).filter(|demo| Some(demo) == site.as_ref())
}

/// Makes the clock, the network and the options of a live run.
///
/// The policy is the proxy's own. On this machine it allows only the origins of `allowed`.
pub(super) fn live_options(
    allowed: Vec<Origin>,
    recorder: impl Observer + 'static,
    interrupt: &Arc<Interrupt>,
    watch: impl FnMut(Event<'_>) + 'static,
) -> Result<(Rc<LiveClock>, Rc<DirectFetch>, RunOptions), CommandError> {
    let policy = Policy {
        allowed_targets: allowed,
        ..Policy::default()
    };
    let clock = Rc::new(LiveClock {
        started: Instant::now(),
        interrupt: interrupt.clone(),
    });
    let fetcher = Fetcher::new(policy, Network::system())?;
    let fetch = Rc::new(DirectFetch {
        fetcher: Arc::new(fetcher),
        interrupt: interrupt.clone(),
    });
    let options = RunOptions {
        clock: clock.clone(),
        fetch: fetch.clone(),
        limits: Limits::default(),
        observer: Box::new(WatchedRecorder {
            recorder,
            interrupt: interrupt.clone(),
            watch,
        }),
    };
    Ok((clock, fetch, options))
}

/// How long the run keeps the thread before tokio's own tasks get it.
const SLICE: Duration = Duration::from_millis(8);

/// Drives a run until the run has ended, or has been stopped, on tokio's event loop, as the page
/// drives its runs on the browser's.
pub(super) async fn drive(run: &Run, clock: &LiveClock, interrupt: &Interrupt) {
    loop {
        let turn = slice(run, interrupt);
        if interrupt.is_raised() {
            run.stop();
            return;
        }
        match turn {
            Turn::Over => return,
            Turn::Busy => {
                yield_now().await;
                run.catch_up();
            }
            Turn::WaitOutside => interrupt.woken().await,
            Turn::WaitUntil(moment) => interrupt.woken_within(clock.until(moment)).await,
        }
    }
}

/// Takes turns for at most one slice, and returns the last turn; after `Busy` more can be done.
fn slice(run: &Run, interrupt: &Interrupt) -> Turn {
    let started = Instant::now();
    // Reading the clock takes longer than a turn, so the clock is read every 64 turns.
    loop {
        for _ in 0..64 {
            if interrupt.is_raised() {
                return Turn::Busy;
            }
            let turn = run.turn();
            if turn != Turn::Busy {
                return turn;
            }
        }
        if started.elapsed() >= SLICE {
            return Turn::Busy;
        }
    }
}

/// Real time since the run started. A stop of the run ends a blocking call early.
pub(super) struct LiveClock {
    started: Instant,
    interrupt: Arc<Interrupt>,
}

impl LiveClock {
    fn until(&self, moment: Nanos) -> Duration {
        Duration::from_nanos(moment.since(self.now()).0)
    }
}

impl Clock for LiveClock {
    fn now(&self) -> Nanos {
        // 584 years of nanoseconds fit.
        Nanos(self.started.elapsed().as_nanos() as u64)
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.now() >= deadline
    }

    /// Blocks the thread: the lesson shows that nothing else runs meanwhile. Unlike a page, the
    /// command has no reader whom a blocked thread would keep waiting.
    fn block(&self, length: Nanos) {
        self.interrupt.block(Duration::from_nanos(length.0));
    }
}

/// Records events, and calls a function with each event as it happens.
///
/// A step cannot be stopped in its middle. The events between the stop and the end of the step are
/// neither recorded nor shown: for the reader the run ended when it was stopped.
struct WatchedRecorder<R, W> {
    recorder: R,
    interrupt: Arc<Interrupt>,
    watch: W,
}

impl<R: Observer, W: FnMut(Event<'_>)> Observer for WatchedRecorder<R, W> {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        if !self.interrupt.is_raised() {
            self.recorder.observe(at, event);
            (self.watch)(event);
        }
    }

    fn len(&self) -> u64 {
        self.recorder.len()
    }
}
