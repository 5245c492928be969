//! The watchdog ends a Python program that never gives up control.
//!
//! A Rust lesson's steps end by themselves. A program may contain `while True: pass`, which hits no
//! limit of the loop. So a thread of its own checks whether the program takes new steps, and
//! interrupts the interpreter when a step takes too long, or when the run is stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use interleave::runtime::Limit;
use interleave_python::Interrupter;

use super::interrupt::Interrupt;

/// How long one step may compute, in seconds of real time. On the simulated clock a step never
/// waits, and thousands of lines take less than a second.
const STEP_MAX_S: u64 = 10;

/// How often the watchdog checks.
const CHECK_EVERY: Duration = Duration::from_millis(100);

/// When the watchdog ends a step.
#[derive(Debug, Clone)]
pub(super) enum EndsWhen {
    /// When the step takes too long.
    StepIsLate,
    /// When the run is stopped: on the live clock a step may block for a minute.
    RunIsStopped(Arc<Interrupt>),
}

/// Watches a program until this guard is dropped.
#[derive(Debug)]
#[must_use = "the program is watched until this is dropped"]
pub(super) struct Watchdog {
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watchdog {
    pub(super) fn new(interrupter: Interrupter, ends: EndsWhen) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let over = is_over.clone();
        let thread = thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(move || watch(&interrupter, &ends, &over));
        Self {
            is_over,
            // If the system starts no thread, the program runs without a watchdog.
            thread: thread.ok(),
        }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // The thread returns nothing and does not panic.
            let _ = thread.join();
        }
    }
}

fn watch(interrupter: &Interrupter, ends: &EndsWhen, is_over: &AtomicBool) {
    let (mut steps, mut since) = (interrupter.steps(), Instant::now());
    while !is_over.load(Ordering::Relaxed) {
        thread::park_timeout(CHECK_EVERY);
        match ends {
            EndsWhen::RunIsStopped(interrupt) if interrupt.is_raised() => interrupter.stop(),
            EndsWhen::RunIsStopped(_) => {}
            EndsWhen::StepIsLate => {
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
