//! The watchdog: who ends a Python program that never gives up control.
//!
//! A Rust lesson's steps end by themselves. A program may say `while True: pass`, and no bound of
//! the loop ever sees it: a thread beside it looks whether there are new steps, and interrupts the
//! interpreter when there were none for too long, or when somebody stops the run.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use interleave::runtime::Limit;
use interleave_python::Interrupter;

use super::interrupt::Interrupt;

/// How long one step may compute, in seconds of real time. On the simulated clock a step has
/// nothing to wait for; thousands of lines take less than one of them.
const STEP_MAX_S: u64 = 10;

/// How often the watchdog looks.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What ends a step.
#[derive(Debug, Clone)]
pub(super) enum Ends {
    /// That it took too long.
    Late,
    /// That somebody stopped the run: on a live clock a step may well block for a minute.
    Stopped(Arc<Interrupt>),
}

/// Watches a program as long as it lives.
#[derive(Debug)]
#[must_use = "the program is watched until this is dropped"]
pub(super) struct Watchdog {
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watchdog {
    /// Begins to watch.
    pub(super) fn new(interrupter: Interrupter, ends: Ends) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let over = is_over.clone();
        let thread = thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(move || watch(&interrupter, &ends, &over));
        Self {
            is_over,
            // Without a thread nobody watches, and the program runs all the same.
            thread: thread.ok(),
        }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // It has nothing to say, and panics nowhere.
            let _ = thread.join();
        }
    }
}

fn watch(interrupter: &Interrupter, ends: &Ends, is_over: &AtomicBool) {
    let (mut steps, mut since) = (interrupter.steps(), Instant::now());
    while !is_over.load(Ordering::Relaxed) {
        thread::park_timeout(LOOK_EVERY);
        match ends {
            Ends::Stopped(interrupt) if interrupt.is_raised() => interrupter.stop(),
            Ends::Stopped(_) => {}
            Ends::Late => {
                let now = interrupter.steps();
                if now != steps {
                    (steps, since) = (now, Instant::now());
                } else if since.elapsed() >= Duration::from_secs(STEP_MAX_S) {
                    interrupter.reach(Limit::Step(STEP_MAX_S));
                }
            }
        }
    }
}
