//! Threads, simulated: jobs that block run beside the loop and not in it.
//!
//! A job is an ordinary function. It runs in one go when its thread begins it, and
//! [`blocking_sleep`](super::blocking_sleep) then moves the thread's own clock alone: what it prints
//! is told at the thread's moments, and it ends when its time has passed for the loop, too. So a
//! run with threads repeats to the byte, which a run with real ones does not.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::core::{DoneFuture, Source};
use super::current;
use super::error::Result;
use super::event::{Cause, Event, Place, StepEnd, TaskId, ThreadId};
use super::event_loop::EventLoop;
use super::future::Future;
use super::handle::{Function, Handle};
use super::moment::Nanos;
use super::repr::Repr;

/// How many threads the default executor has at most: CPython's `min(32, cpus + 4)` on any large
/// machine. It is one number, so that a program runs the same everywhere.
const DEFAULT_THREADS: usize = 32;

/// A pool of threads: CPython's `ThreadPoolExecutor`. Clones are the same pool.
#[derive(Clone)]
pub struct Executor {
    shared: Rc<Shared>,
}

struct Shared {
    /// Whether it is the default executor, for which the loop waits when it closes.
    is_default: bool,
    threads_max: usize,
    /// What the threads are called, before `_0`, `_1` and so on.
    prefix: String,
    threads: RefCell<Vec<Thread>>,
    /// Jobs for which no thread was free.
    queue: RefCell<VecDeque<Job>>,
}

struct Thread {
    id: ThreadId,
    is_busy: bool,
}

/// A job that did not begin.
struct Job {
    /// Runs the function, and returns what tells its future.
    function: Box<dyn FnOnce() -> Function>,
    future: Rc<dyn DoneFuture>,
    task: Option<TaskId>,
    place: Place,
}

/// How many jobs are not over.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Jobs {
    /// Of the default executor, for which the loop waits when it closes.
    pub(super) of_loop: u32,
    /// Of others, for which the program waits when it ends.
    pub(super) of_others: u32,
}

impl Jobs {
    /// Returns how many there are.
    pub(super) fn all(self) -> u32 {
        self.of_loop + self.of_others
    }
}

/// The thread whose job runs, and its clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running {
    id: ThreadId,
    began: Nanos,
    elapsed: Nanos,
}

/// Runs a function in a thread of the default executor: asyncio's `to_thread`.
///
/// # Errors
/// What the function raises.
///
/// # Cancel safety
/// A cancelled wait raises at once; a job that has begun goes on.
#[track_caller]
pub fn to_thread<T: Repr>(
    job: impl FnOnce() -> Result<T> + 'static,
) -> impl std::future::Future<Output = Result<T>> {
    let place = Place::caller();
    async move {
        let future = Executor::of_loop().submit_at(job, place);
        future.wait_as(StepEnd::WaitsForThread, place).await
    }
}

impl Executor {
    /// Makes a pool of at most `threads_max` threads, at least one, called `prefix_0` and so on.
    #[must_use]
    pub fn new(threads_max: usize, prefix: impl Into<String>) -> Executor {
        Executor::make(threads_max, prefix.into(), false)
    }

    fn make(threads_max: usize, prefix: String, is_default: bool) -> Executor {
        let shared = Shared {
            is_default,
            threads_max: threads_max.max(1),
            prefix,
            threads: RefCell::default(),
            queue: RefCell::default(),
        };
        Executor {
            shared: Rc::new(shared),
        }
    }

    /// Returns the default executor of the current loop, whose threads are `asyncio_0` and so on.
    ///
    /// # Panics
    /// Outside of a run.
    #[must_use]
    pub fn of_loop() -> Executor {
        let event_loop = current::event_loop();
        let mut executor = event_loop.executor.borrow_mut();
        executor
            .get_or_insert_with(|| Executor::make(DEFAULT_THREADS, "asyncio".into(), true))
            .clone()
    }

    /// Gives a job to the pool: asyncio's `run_in_executor`.
    ///
    /// If a thread is free, or may be started, the job begins at once; else it waits in line.
    ///
    /// # Panics
    /// Outside of a run.
    #[track_caller]
    pub fn submit<T: Repr>(&self, job: impl FnOnce() -> Result<T> + 'static) -> Rc<Future<T>> {
        self.submit_at(job, Place::caller())
    }

    fn submit_at<T: Repr>(
        &self,
        job: impl FnOnce() -> Result<T> + 'static,
        place: Place,
    ) -> Rc<Future<T>> {
        let event_loop = current::event_loop();
        let future = Future::of(Source::Thread);
        let (result, closings) = (future.clone(), event_loop.closings.get());
        let function = Box::new(move || {
            let outcome = job();
            Box::new(move |event_loop: &Rc<EventLoop>| {
                match outcome {
                    // Nobody hears of it after the loop was closed: `_call_set_state`.
                    _ if closings != event_loop.closings.get() => false,
                    Ok(value) => result.set_result(event_loop, value),
                    Err(error) => result.set_error(event_loop, error),
                };
            }) as Function
        });
        self.count(&event_loop, |count| count + 1);
        let job = Job {
            function,
            future: future.clone(),
            task: event_loop.running(),
            place: event_loop.place.get().unwrap_or(place),
        };
        match self.free_thread(&event_loop) {
            Some(thread) => self.begin(&event_loop, thread, job),
            None => self.shared.queue.borrow_mut().push_back(job),
        }
        future
    }

    /// Returns the first thread that is free, or a new one; none if all there may be are busy.
    fn free_thread(&self, event_loop: &Rc<EventLoop>) -> Option<usize> {
        let mut threads = self.shared.threads.borrow_mut();
        if let Some(free) = threads.iter().position(|thread| !thread.is_busy) {
            return Some(free);
        }
        let number = threads.len();
        if number >= self.shared.threads_max {
            return None;
        }
        let id = event_loop.start_thread(format!("{}_{number}", self.shared.prefix));
        threads.push(Thread { id, is_busy: false });
        Some(number)
    }

    fn begin(&self, event_loop: &Rc<EventLoop>, thread: usize, job: Job) {
        let id = {
            let thread = &mut self.shared.threads.borrow_mut()[thread];
            thread.is_busy = true;
            thread.id
        };
        event_loop.emit(Event::JobBegan {
            thread: id,
            task: job.task,
            place: job.place,
        });
        let (finish, elapsed) = event_loop.run_in_thread(id, job.function);
        let this = self.clone();
        let end = move |event_loop: &Rc<EventLoop>| this.end(event_loop, thread, finish);
        event_loop.call_for_thread(event_loop.time().after(elapsed), end);
    }

    /// Counts the jobs that are not over.
    fn count(&self, event_loop: &EventLoop, change: impl FnOnce(u32) -> u32) {
        let mut jobs = event_loop.jobs.get();
        let count = if self.shared.is_default {
            &mut jobs.of_loop
        } else {
            &mut jobs.of_others
        };
        *count = change(*count);
        event_loop.jobs.set(jobs);
    }

    fn end(&self, event_loop: &Rc<EventLoop>, thread: usize, finish: Function) {
        let id = {
            let thread = &mut self.shared.threads.borrow_mut()[thread];
            thread.is_busy = false;
            thread.id
        };
        event_loop.emit(Event::JobEnded { thread: id });
        event_loop.cause.set(Cause::Thread(id));
        self.count(event_loop, |count| count.saturating_sub(1));
        if let Some(next) = self.next_job(event_loop) {
            self.begin(event_loop, thread, next);
        }
        finish(event_loop);
    }

    fn next_job(&self, event_loop: &Rc<EventLoop>) -> Option<Job> {
        loop {
            let job = self.shared.queue.borrow_mut().pop_front()?;
            if !job.future.core().is_cancelled() {
                return Some(job);
            }
            self.count(event_loop, |count| count.saturating_sub(1));
        }
    }
}

impl std::fmt::Debug for Executor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Executor")
            .field("prefix", &self.shared.prefix)
            .field("threads", &self.shared.threads.borrow().len())
            .finish_non_exhaustive()
    }
}

impl Running {
    /// Returns the present moment of the thread.
    fn now(self) -> Nanos {
        self.began.after(self.elapsed)
    }
}

impl EventLoop {
    /// Returns the thread whose job runs, none in the loop's own.
    #[must_use]
    pub fn current_thread(&self) -> Option<ThreadId> {
        self.thread.get().map(|thread| thread.id)
    }

    /// Returns the name of a thread.
    #[must_use]
    pub fn thread_name(&self, thread: ThreadId) -> Option<Rc<str>> {
        self.threads.borrow().get(thread.0 as usize).cloned()
    }

    /// Returns the present moment where the program stands: the thread's in a job, else the loop's.
    #[must_use]
    pub fn thread_time(&self) -> Nanos {
        self.thread.get().map_or(self.now.get(), Running::now)
    }

    /// Has the loop call a function from a thread, at the thread's moment: asyncio's
    /// `call_soon_threadsafe`.
    pub fn call_soon_threadsafe(
        &self,
        function: impl FnOnce(&Rc<EventLoop>) + 'static,
    ) -> Rc<Handle> {
        match self.thread.get() {
            Some(thread) if thread.elapsed > Nanos::ZERO => self.call_at(thread.now(), function),
            _ => self.call_soon(function),
        }
    }

    /// Passes time in the thread whose job runs. Returns false if there is none.
    pub(super) fn block_thread(&self, length: Nanos) -> bool {
        let Some(mut thread) = self.thread.get() else {
            return false;
        };
        thread.elapsed = thread.elapsed.after(length);
        self.thread.set(Some(thread));
        true
    }

    fn start_thread(&self, name: String) -> ThreadId {
        let thread = ThreadId(self.threads.borrow().len() as u32);
        self.emit(Event::ThreadCreated {
            thread,
            name: &name,
        });
        self.threads.borrow_mut().push(name.into());
        thread
    }

    /// Runs a function with the clock of a thread, and returns how long it took there.
    fn run_in_thread<R>(&self, id: ThreadId, function: impl FnOnce() -> R) -> (R, Nanos) {
        let (began, elapsed) = (self.now.get(), Nanos::ZERO);
        let before = self.thread.replace(Some(Running { id, began, elapsed }));
        // No task has control in a thread.
        let (running, place) = (self.running.take(), self.place.get());
        let result = function();
        self.running.set(running);
        self.place.set(place);
        let after = self.thread.replace(before);
        (result, after.map_or(Nanos::ZERO, |thread| thread.elapsed))
    }
}
