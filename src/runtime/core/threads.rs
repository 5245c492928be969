//! Simulated threads on the loop's side: which thread the program stands in, and what threads do next.
//!
//! The loop knows no more than this of threads: their jobs are in
//! [`Executor`](crate::runtime::Executor), and a program of another language has threads of its own.
//! What a thread does at a moment has its place among the loop's timers of that moment, by the order in
//! which both were set; or happens while the program's main thread stands still. Where asyncio would find
//! in its ready queue what a thread has put there meanwhile, there it is: a thread's callbacks are called
//! in the tick in which the thread went on.

use std::rc::Rc;

use super::event_loop::RunningThread;
use crate::runtime::core::{Alarm, Ready, thread_turns};
use crate::runtime::{Cause, Event, EventLoop, Handle, Limit, Nanos, SourceLocation, ThreadId};

/// As how many steps more one of a thread counts for the limit.
const STEPS_OF_THREAD: u64 = 15;

impl EventLoop {
    /// Returns the thread whose job runs, none in the thread of the loop.
    pub fn current_thread(&self) -> Option<ThreadId> {
        self.thread.get().map(|thread| thread.id)
    }

    /// Returns the name of a thread.
    pub fn thread_name(&self, thread: ThreadId) -> Option<Rc<str>> {
        self.threads.borrow().get(thread.0 as usize).cloned()
    }

    /// Returns the present moment of the running thread in a job, else that of the loop.
    pub fn thread_time(&self) -> Nanos {
        self.thread.get().map_or(self.now.get(), RunningThread::now)
    }

    /// Passes time in the thread whose job runs. Returns false if no job runs.
    pub(in crate::runtime) fn block_thread(&self, length: Nanos) -> bool {
        let Some(mut thread) = self.thread.get() else {
            return false;
        };
        thread.elapsed = thread.elapsed.after(length);
        self.thread.set(Some(thread));
        true
    }

    /// Numbers a new thread, and records its start.
    pub fn start_thread(&self, name: &str) -> ThreadId {
        let thread = ThreadId(self.threads.borrow().len() as u32);
        self.emit(Event::ThreadCreated { thread, name });
        self.threads.borrow_mut().push(name.into());
        thread
    }

    /// Runs a function with the clock of a thread. Returns its result, and how long it took in the
    /// thread.
    pub(in crate::runtime) fn run_in_thread<R>(
        &self,
        id: ThreadId,
        function: impl FnOnce() -> R,
    ) -> (R, Nanos) {
        let (began, elapsed) = (self.now.get(), Nanos::ZERO);
        let before = self
            .thread
            .replace(Some(RunningThread { id, began, elapsed }));
        // No task has control in a thread.
        let (running, location) = (self.running.take(), self.location.get());
        let result = function();
        self.running.set(running);
        self.location.set(location);
        let after = self.thread.replace(before);
        (result, after.map_or(Nanos::ZERO, |thread| thread.elapsed))
    }

    /// Lets a thread of another language go on, until it waits. Such a step takes far longer than that of a
    /// task, and counts as many for the limit.
    /// Which task has control there, if the thread runs a loop, is for the caller to say:
    /// [`Run::exchange_turn`](crate::runtime::Run::exchange_turn).
    pub fn step_thread<R>(&self, id: ThreadId, step: impl FnOnce() -> R) -> R {
        self.steps.set(self.steps.get() + 1);
        self.thread_steps.set(self.thread_steps.get() + 1);
        self.has_stepped_thread.set(true);
        let (began, elapsed) = (self.now.get(), Nanos::ZERO);
        let thread = RunningThread { id, began, elapsed };
        let before = self.thread.replace(Some(thread));
        let (cause, location) = (self.cause.replace(Cause::Thread(id)), self.location.take());
        let result = step();
        self.location.set(location);
        self.cause.set(cause);
        self.thread.set(before);
        self.check_steps(self.steps.get() + self.thread_steps.get() * STEPS_OF_THREAD);
        result
    }

    /// Counts a job that another language gives to the default executor of its loop.
    pub fn begin_job(&self) {
        let mut jobs = self.jobs.get();
        jobs.of_loop += 1;
        self.jobs.set(jobs);
    }

    /// Counts a job of the default executor as over.
    pub fn end_job(&self) {
        let mut jobs = self.jobs.get();
        jobs.of_loop = jobs.of_loop.saturating_sub(1);
        self.jobs.set(jobs);
    }

    /// Calls a function for a thread, at a moment or in the next tick, even if the loop is closed by
    /// then.
    pub fn call_for_thread(
        &self,
        when: Nanos,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        self.thread_turns.set(Some(thread_turns::TURNS));
        let when = when.max(self.now.get());
        let handle = Handle::new(Some(when), function);
        let mut alarms = self.thread_alarms.borrow_mut();
        if alarms.is_crowded() {
            drop(alarms.sweep(|alarm| self.is_stale(alarm)));
        }
        alarms.set(when, Alarm::Call(handle.clone()));
        drop(alarms);
        let place = Alarm::Thread(handle.clone());
        if when > self.now.get() {
            self.set_timer(when, place);
        } else {
            self.push_ready(Ready::Alarm(place));
        }
        handle
    }

    /// Returns the moment at which a thread goes on next, the main one included where it sleeps.
    pub fn next_turn_of_threads(&self) -> Option<Nanos> {
        thread_turns::next(self)
    }

    /// Returns the moment at which a thread goes on next, or a timer fires.
    pub fn next_turn_of_any(&self) -> Option<Nanos> {
        let timers = self.next_deadline().into_iter();
        timers.chain(thread_turns::next(self)).min()
    }

    /// Stands still in the program's main thread, while other threads go on, until `is_over`. No task
    /// runs and no timer fires. Where the length of the wait is known, `until` is its end.
    ///
    /// Returns false if a limit was reached: also if no thread is left that could go on.
    pub fn stand_still(
        self: &Rc<Self>,
        until: Option<Nanos>,
        location: SourceLocation,
        is_over: impl Fn() -> bool,
    ) -> bool {
        if let Some(until) = until {
            self.emit_blocked(until.since(self.now.get()), location);
        }
        while !is_over() && self.limit.get().is_none() {
            let Some(moment) = thread_turns::next(self) else {
                self.reach_limit(Limit::Stuck);
                break;
            };
            if moment > self.now.get() {
                let length = moment.since(self.now.get());
                if until.is_none() {
                    self.emit_blocked(length, location);
                }
                self.clock.block(length);
                self.pass_until(moment);
            }
            thread_turns::run_next(self);
        }
        self.limit.get().is_none()
    }
}
