//! Shutting down: what a run does between the end of main and the end of the run.
//!
//! The phases 2 to 5 that `run.rs` draws, as asyncio's `Runner.close` goes through them.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::core::run::Phase;
use crate::runtime::core::{Callback, current};
use crate::runtime::{DoneFuture, Event, Outcome, Run, SourceLocation};

impl Run {
    /// Ends the loop's work: the tasks that are left are cancelled, and finish cleaning up.
    pub fn begin_close(&self) {
        self.main.replace(None);
        self.phase.set(Phase::Main);
        self.next_phase();
    }

    /// Starts the wait for the threads of the default executor, as `shutdown_default_executor` does.
    /// Returns false if no thread of it has a job.
    pub fn begin_join(&self) -> bool {
        if self.event_loop.jobs.get().of_loop == 0 {
            return false;
        }
        self.phase.set(Phase::Join);
        true
    }

    /// Runs what is ready for a number of ticks, without waiting for anything.
    pub fn run_rest(&self, ticks: usize) {
        self.run_what_is_ready(ticks);
    }

    /// Closes the loop: what is ready, and all timers, are dropped.
    pub fn close_loop(&self) {
        self.main.replace(None);
        self.finish(match self.event_loop.limit() {
            Some(limit) => Outcome::Limit(limit),
            None => Outcome::Finished,
        });
    }

    pub(super) fn next_phase(&self) {
        self.is_stopping.set(false);
        match self.phase.get() {
            Phase::Idle | Phase::Until => self.phase.set(Phase::Idle),
            Phase::Main => self.end_main(),
            Phase::Leftovers => self.close_generators(),
            Phase::Generators => self.join_threads(),
            // asyncio takes three ticks: the last thread ends, a callback sees that, the loop stops.
            Phase::Threads => self.close_after(3),
            Phase::Join => {
                self.run_what_is_ready(3);
                self.phase.set(Phase::Idle);
            }
            Phase::Over => {}
        }
    }

    fn end_main(&self) {
        self.phase.set(Phase::Leftovers);
        self.event_loop.emit(Event::MainEnded);
        let left = self.event_loop.cancel_all();
        if left.is_empty() {
            return self.close_generators();
        }
        self.stop_after(&left);
        *self.leftovers.borrow_mut() = left;
    }

    fn close_generators(&self) {
        self.event_loop.log_leftovers(&self.leftovers.take());
        self.phase.set(Phase::Generators);
        // asyncio closes generators in one task, and threads in another: each takes a name.
        self.event_loop.next_name();
        let Some(closing) = self.event_loop.closing.take() else {
            // asyncio looks for generators all the same, which takes two ticks.
            self.run_what_is_ready(2);
            return self.join_threads();
        };
        let coroutine = current::with(&self.event_loop, closing);
        let (name, nowhere) = (Some("shutdown_asyncgens"), SourceLocation::NOWHERE);
        let task = self.event_loop.spawn(name, coroutine, nowhere);
        let stop = stop(&self.is_stopping);
        task.future.core().add_callback(&self.event_loop, stop);
    }

    fn join_threads(&self) {
        self.phase.set(Phase::Threads);
        self.event_loop.next_name();
        if self.are_threads_done() {
            // asyncio looks for an executor all the same, which takes two ticks.
            self.close_after(2);
        }
    }

    fn close_after(&self, ticks: usize) {
        self.run_what_is_ready(ticks);
        let raised = self.main.take().and_then(|main| main.core().error());
        let raised = self.exit.take().or(raised);
        self.finish(match (self.event_loop.limit(), raised) {
            (Some(limit), _) => Outcome::Limit(limit),
            (None, Some(error)) => Outcome::Raised(error),
            (None, None) => Outcome::Finished,
        });
    }

    /// Runs callbacks that are still ready, and timers that are due, while the loop closes.
    fn run_what_is_ready(&self, ticks: usize) {
        let event_loop = &self.event_loop;
        for _ in 0..ticks {
            let deadline = event_loop.next_deadline();
            let is_due = deadline.is_some_and(|deadline| deadline <= event_loop.now.get());
            if (is_due || event_loop.is_ready()) && event_loop.limit().is_none() {
                while !self.event_loop.tick() {}
            }
        }
    }

    /// Ends the phase when all of `left` are done, for which asyncio uses a gather.
    fn stop_after(&self, left: &[Rc<dyn DoneFuture>]) {
        let count = Rc::new(Cell::new(left.len()));
        for future in left {
            let (count, is_stopping) = (count.clone(), self.is_stopping.clone());
            let call = Callback::call(move |event_loop| {
                count.set(count.get() - 1);
                if count.get() == 0 {
                    event_loop.call_back(stop(&is_stopping), false);
                }
            });
            future.core().add_callback(&self.event_loop, call);
        }
    }

    /// Returns whether the threads have finished the jobs for which the phase waits.
    pub(super) fn are_threads_done(&self) -> bool {
        let jobs = self.event_loop.jobs.get();
        match self.phase.get() {
            Phase::Threads if self.has_top_level => jobs.of_loop == 0,
            Phase::Join => jobs.of_loop == 0,
            Phase::Threads => jobs.all() == 0,
            _ => false,
        }
    }
}

/// Makes a callback that ends a phase with the tick in which it runs.
pub(super) fn stop(is_stopping: &Rc<Cell<bool>>) -> Callback {
    let is_stopping = is_stopping.clone();
    Callback::call(move |_| is_stopping.set(true))
}
