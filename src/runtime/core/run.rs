//! A run: one execution of a program, from start to outcome. asyncio's `run`.
//!
//! ```text
//!  0 Idle ──► 1 Main ──► 2 Leftovers ──► 3 Generators ──► 4 Threads ──► 5 Over
//!    │  ▲                   ▲
//!    ▼  │                   │
//!  6 Until ─────────────────┘
//! ```
//! 0. The loop has no work. Only a program of another language starts here: the program has a top
//!    level of its own, and starts its loop from there ([`Run::begin_main`]).
//! 1. Main and its tasks run until main is done.
//! 2. Tasks that are left are cancelled, and finish cleaning up.
//! 3. A language that has generators closes them ([`EventLoop::set_closing`]).
//! 4. Threads finish their jobs: the threads of the default executor, and where main is the whole
//!    program, all threads.
//! 5. The run emits no event any more. A run that is stopped, or reaches a limit, is over at once. A
//!    program of another language may start again.
//! 6. The loop turns until a future is done, and rests: asyncio's `run_until_complete`
//!    ([`Run::begin_until`]). [`Run::begin_close`] leads to 2.
//!    A program that closes its loop by itself waits for the threads of the default executor there
//!    ([`Run::begin_join`]), and ends with [`Run::close_loop`].
//!
//! [`Run::next_phase`] makes the transitions from 1 to 5.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::runtime::core::shutdown::stop;
use crate::runtime::core::{Callback, current};
use crate::runtime::{
    DoneFuture, Error, Event, EventLoop, Limit, Nanos, Program, RunOptions, SourceLocation,
};

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Main returned.
    Finished,
    /// Main raised an error.
    Raised(Error),
    /// The run was stopped from outside.
    Stopped,
    /// The run reached a limit.
    Limit(Limit),
}

/// What the host has to do next for a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Call [`Run::turn`] again, soon.
    Busy,
    /// Call [`Run::turn`] again at this moment of the run's clock.
    WaitUntil(Nanos),
    /// Call [`Run::turn`] again when an answer from outside has come.
    WaitOutside,
    /// Nothing: the run is over.
    Over,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Phase {
    #[default]
    Idle,
    Until,
    Main,
    Leftovers,
    Generators,
    Threads,
    Join,
    Over,
}

/// One execution of a program. Dropping the run ends it, with its timers and transfers.
pub struct Run {
    pub(super) event_loop: Rc<EventLoop>,
    pub(super) main: RefCell<Option<Rc<dyn DoneFuture>>>,
    /// Whether the program has code outside of main, and waits for threads at its own end.
    pub(super) has_top_level: bool,
    pub(super) phase: Cell<Phase>,
    /// Whether the phase ends with the present tick: asyncio's `loop.stop()`.
    pub(super) is_stopping: Rc<Cell<bool>>,
    /// The tasks that main left, once main is done.
    pub(super) leftovers: RefCell<Vec<Rc<dyn DoneFuture>>>,
    /// The error that ended a phase at once: Python's `SystemExit`, `KeyboardInterrupt`.
    pub(super) exit: RefCell<Option<Error>>,
    outcome: RefCell<Option<Outcome>>,
}

impl Run {
    /// Starts a run: creates main, whose first step is ready then.
    #[must_use = "a run goes on only when its host calls `turn`"]
    pub fn new(program: Program, options: RunOptions) -> Run {
        let mut run = Run::idle(options);
        run.has_top_level = false;
        let (main, nowhere) = (run.enter(program), SourceLocation::NOWHERE);
        let main = run.event_loop.spawn(Some("main"), main, nowhere);
        run.begin_main(main.future);
        run
    }

    /// Makes a run whose loop has no work yet.
    pub fn idle(options: RunOptions) -> Run {
        Run {
            event_loop: EventLoop::new(options),
            main: RefCell::new(None),
            has_top_level: true,
            phase: Cell::new(Phase::Idle),
            is_stopping: Rc::default(),
            leftovers: RefCell::default(),
            exit: RefCell::new(None),
            outcome: RefCell::new(None),
        }
    }

    /// Returns the run's loop.
    pub fn event_loop(&self) -> &Rc<EventLoop> {
        &self.event_loop
    }

    /// Calls a function outside of a turn, with this run's loop as the current one.
    pub fn enter<R>(&self, f: impl FnOnce() -> R) -> R {
        current::with(&self.event_loop, f)
    }

    /// Makes the loop take new tasks and timers again, should it have been closed.
    pub fn open(&self) {
        if self.event_loop.limit().is_none() {
            self.event_loop.is_closed.set(false);
        }
    }

    /// Starts the phase of main, whose future is given: asyncio's `run`.
    pub fn begin_main(&self, main: Rc<dyn DoneFuture>) {
        self.begin(Phase::Main, main.clone());
        *self.main.borrow_mut() = Some(main);
    }

    /// Starts a phase that ends when a future is done: asyncio's `run_until_complete`.
    pub fn begin_until(&self, future: Rc<dyn DoneFuture>) {
        self.begin(Phase::Until, future);
    }

    /// Starts a phase that ends with the tick in which [`Run::stop_now`] is called: asyncio's
    /// `run_forever`.
    pub fn begin_forever(&self) {
        self.phase.set(Phase::Until);
        self.outcome.replace(None);
    }

    /// Ends the phase with the present tick, or the next one between two ticks.
    pub fn stop_now(&self) {
        self.is_stopping.set(true);
    }

    fn begin(&self, phase: Phase, future: Rc<dyn DoneFuture>) {
        self.phase.set(phase);
        self.is_stopping.set(false);
        self.outcome.replace(None);
        let (is_stopping, ended) = (self.is_stopping.clone(), future.clone());
        let callback = Callback::call(move |_| {
            // An error that ends all at once has ended the phase already: asyncio's issue 22429.
            if !ended.core().ended_at_once() {
                is_stopping.set(true);
            }
        });
        future.core().add_callback(&self.event_loop, callback);
    }

    /// Ends the phase with the next tick: asyncio's `loop.stop()`.
    pub fn stop_soon(&self) {
        self.event_loop.call_back(stop(&self.is_stopping), false);
    }

    /// Takes the error that ended a phase at once, if one did.
    pub fn take_exit(&self) -> Option<Error> {
        self.exit.take()
    }

    /// Sets the function that the loop calls when an answer from outside has come, so that the host
    /// knows that there is work.
    ///
    /// The loop may call `pend` inside of a turn; `pend` must not take a turn itself.
    pub fn set_pend(&self, pend: Rc<dyn Fn()>) {
        *self.event_loop.pend.borrow_mut() = Some(pend);
    }

    /// Takes one turn: runs one tick, or a part of a long one, if there is anything to run.
    pub fn turn(&self) -> Turn {
        if self.rests() {
            return Turn::Over;
        }
        if !self.event_loop.is_in_tick()
            && let Some(wait) = self.next_wait()
        {
            return wait;
        }
        if self.event_loop.limit().is_none() && !self.event_loop.tick() {
            return Turn::Busy;
        }
        if let Some(limit) = self.event_loop.limit() {
            self.finish(Outcome::Limit(limit));
        } else {
            let exit = self.event_loop.exit.take();
            if exit.is_some() && self.exit.borrow().is_none() {
                self.exit.replace(exit.clone());
            }
            if self.is_stopping.get() || exit.is_some() || self.are_threads_done() {
                self.next_phase();
            }
        }
        if self.rests() { Turn::Over } else { Turn::Busy }
    }

    /// Returns what the next tick has to wait for, if the tick has to wait.
    fn next_wait(&self) -> Option<Turn> {
        let event_loop = &self.event_loop;
        loop {
            if let Some(moment) = event_loop.is_ahead() {
                return Some(Turn::WaitUntil(moment));
            }
            let turns = event_loop.thread_turns.get();
            let of_threads = turns.and_then(|turns| (turns.go_on)(event_loop));
            if event_loop.is_ready() || event_loop.limit().is_some() || self.are_threads_done() {
                return None;
            }
            let own = event_loop.next_deadline();
            let Some(next) = own.into_iter().chain(of_threads).min() else {
                if event_loop.has_outside() {
                    return Some(Turn::WaitOutside);
                }
                event_loop.reach_limit(Limit::Stuck);
                return None;
            };
            if !event_loop.reach(next) {
                return Some(Turn::WaitUntil(next));
            }
            if own == Some(next) {
                return None;
            }
        }
    }

    fn rests(&self) -> bool {
        matches!(self.phase.get(), Phase::Idle | Phase::Over)
    }

    /// Takes turns until the run is over or has to wait for its host.
    pub fn turns(&self) -> Turn {
        loop {
            match self.turn() {
                Turn::Busy => {}
                turn => return turn,
            }
        }
    }

    /// Lets the run's time catch up with the clock, for a host that interrupts a long stretch without
    /// waits.
    pub fn catch_up(&self) {
        // A tick has one moment, so that sleeps that begin in the tick tie.
        if !self.event_loop.is_in_tick() {
            self.event_loop.catch_up();
        }
    }

    /// Stops the run at once.
    pub fn stop(&self) {
        if self.phase.get() != Phase::Over {
            self.finish(Outcome::Stopped);
        }
    }

    /// Returns how the run ended; none if the run goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.borrow().clone()
    }

    /// Returns the moment of the last event.
    pub fn now(&self) -> Nanos {
        self.event_loop.stamp.get()
    }

    /// Returns how many steps and ticks the run has taken.
    pub fn counts(&self) -> (u64, u64) {
        let EventLoop { steps, ticks, .. } = &*self.event_loop;
        (steps.get(), ticks.get())
    }

    pub(in crate::runtime) fn finish(&self, outcome: Outcome) {
        let is_cut_off = matches!(outcome, Outcome::Stopped | Outcome::Limit(_));
        if !is_cut_off {
            self.event_loop.log_failures();
            self.event_loop.emit(Event::LoopClosed);
        }
        self.phase.set(Phase::Over);
        *self.outcome.borrow_mut() = Some(outcome);
        if is_cut_off || !self.has_top_level {
            self.event_loop.clear();
        } else {
            self.event_loop.close();
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.event_loop.clear();
    }
}
