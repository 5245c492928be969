//! The watchdog ends a Python program that never gives up control, or that takes too much memory.
//!
//! A Rust lesson's steps end by themselves. A program may contain `while True: pass`, which hits no
//! limit of the loop. So a thread of its own checks whether the program takes new steps, and
//! interrupts the interpreter when a step takes too long, or when the run is stopped.
//!
//! The interpreter can be interrupted between two instructions of the program. Inside of one it may be for
//! ever: in a regular expression, a sum without end, a power. Then the watchdog ends the command itself, with
//! the trace that was recorded ([`AtCut`]).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use interleave::runtime::{Limit, Nanos};
use interleave_python::Interrupter;

use super::cut::{AtCut, Why};
use super::finished_run::FinishedRun;
use super::interrupt::Interrupt;
use super::memory::{Memory, MemoryState};
use super::shared_trace::SharedTrace;

/// How long one step may compute, in seconds of real time. On the simulated clock a step never
/// waits, and thousands of lines take less than a second.
const STEP_MAX_S: u64 = 10;

/// How often the watchdog checks: a program grows by some ten megabytes meanwhile.
const CHECK_EVERY: Duration = Duration::from_millis(4);

/// How long one step may compute before other threads go on: it may wait for one of them.
const OTHERS_AFTER: Duration = Duration::from_secs(2);

/// The same for a program that has computed so long before.
const OTHERS_AFTER_AGAIN: Duration = Duration::from_millis(50);

/// How often other threads go on in this way.
const OTHERS_MAX: u32 = 400;

/// How long a program may take to reach its next instruction.
const PATIENCE: Duration = Duration::from_millis(300);

/// The same for a program that grows.
const PATIENCE_WITH_MEMORY: Duration = Duration::from_millis(30);

/// How long a program has to end once it is told to: in this time it runs what cleans up.
const END_WITHIN: Duration = Duration::from_millis(500);

/// When the watchdog ends a step.
#[derive(Debug, Clone)]
pub(super) enum EndsWhen {
    /// When the step takes too long.
    StepIsLate,
    /// When the run is stopped: on the live clock a step may block for a minute.
    RunIsStopped(Arc<Interrupt>),
}

/// What the watchdog knows of the run.
#[derive(Debug, Clone)]
pub(super) struct Watched {
    pub(super) file: String,
    pub(super) trace: SharedTrace,
    pub(super) ends: EndsWhen,
    pub(super) memory: Option<Arc<Memory>>,
    pub(super) at_cut: AtCut,
}

/// Watches a program until this guard is dropped.
#[derive(Debug)]
#[must_use = "the program is watched until this is dropped"]
pub(super) struct Watchdog {
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watchdog {
    pub(super) fn new(interrupter: Interrupter, watched: Watched) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let mut watch = Watch {
            began: Instant::now(),
            steps: interrupter.steps(),
            since: Instant::now(),
            lets: 0,
            has_let: false,
            told: None,
            interrupter,
            watched,
        };
        let over = is_over.clone();
        let thread = thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    thread::park_timeout(CHECK_EVERY);
                    watch.look(&over);
                }
            });
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

/// What the watchdog's thread knows.
struct Watch {
    interrupter: Interrupter,
    watched: Watched,
    began: Instant,
    steps: u64,
    /// Since when the program is in the step in which it is.
    since: Instant,
    /// How often other threads went on in a long step.
    lets: u32,
    /// Whether they did so in the present step.
    has_let: bool,
    /// When the program was told to end, and why.
    told: Option<(Instant, Why)>,
}

impl Watch {
    fn look(&mut self, is_over: &AtomicBool) {
        if let Some((since, why)) = self.told
            && since.elapsed() >= END_WITHIN
            && !is_over.load(Ordering::Relaxed)
        {
            self.cut(why);
        }
        match &self.watched.ends {
            EndsWhen::RunIsStopped(interrupt) if interrupt.is_raised() => {
                self.tell(Why::Stopped);
            }
            EndsWhen::RunIsStopped(_) => {}
            EndsWhen::StepIsLate => self.look_at_steps(),
        }
        self.look_at_memory();
    }

    fn look_at_steps(&mut self) {
        let now = self.interrupter.steps();
        if now != self.steps {
            (self.steps, self.since) = (now, Instant::now());
            self.has_let = false;
        } else if self.since.elapsed() >= Duration::from_secs(STEP_MAX_S) {
            self.tell(Why::Limit(Limit::Step(STEP_MAX_S)));
        } else if self.told.is_none() {
            self.let_others_go_on();
        }
    }

    /// Lets the other threads of a program go on that computes for long, once in a step.
    fn let_others_go_on(&mut self) {
        let after = if self.lets == 0 {
            OTHERS_AFTER
        } else {
            OTHERS_AFTER_AGAIN
        };
        if !self.has_let && self.lets < OTHERS_MAX && self.since.elapsed() >= after {
            self.has_let = true;
            self.lets += 1;
            self.interrupter.let_others_go_on(PATIENCE);
        }
    }

    fn look_at_memory(&mut self) {
        let Some(memory) = &self.watched.memory else {
            return;
        };
        match memory.state() {
            MemoryState::Enough => {}
            MemoryState::Scarce => {
                if self.interrupter.refuse_memory(PATIENCE_WITH_MEMORY) {
                    memory.refused();
                }
            }
            MemoryState::Gone => self.cut(Why::Limit(Limit::Memory(memory.max_mb()))),
        }
    }

    /// Tells the program to end; it may catch that, and go on, for a while.
    fn tell(&mut self, why: Why) {
        let told = self.told.get_or_insert((Instant::now(), why));
        match told.1 {
            Why::Limit(limit) => self.interrupter.reach(limit, PATIENCE),
            Why::Stopped => self.interrupter.stop(PATIENCE),
        }
    }

    /// Ends the command.
    fn cut(&self, why: Why) -> ! {
        let Watched {
            file,
            trace,
            at_cut,
            ends,
            ..
        } = &self.watched;
        let now = match ends {
            // The program's clock stands while it computes.
            EndsWhen::StepIsLate => Nanos::ZERO,
            EndsWhen::RunIsStopped(_) => Nanos(self.began.elapsed().as_nanos() as u64),
        };
        at_cut.end(FinishedRun::cut_off(file, trace.freeze(), now, why))
    }
}
