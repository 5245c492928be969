//! Simulated threads: jobs that block run beside the loop and not in it.
//!
//! A job is an ordinary function, which runs without interruption when its thread begins the job.
//! [`blocking_sleep`](crate::runtime::blocking_sleep) then moves the thread's own clock alone: the
//! lines that the job prints get the thread's moments, and the job ends when its time has passed for
//! the loop, too. So a run with threads repeats to the byte, which a run with real threads does not.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::{Function, Source, current};
use crate::runtime::{
    Cause, DoneFuture, Event, EventLoop, Future, Repr, Result, SourceLocation, TaskId, ThreadId,
    Wait,
};

/// How many threads the default executor has at most: CPython's `min(32, cpus + 4)` on any large
/// machine. The number is fixed, so that a program runs the same everywhere.
const DEFAULT_THREADS: usize = 32;

/// A pool of threads: CPython's `ThreadPoolExecutor`. Clones are the same pool.
#[derive(Clone)]
pub struct Executor(Rc<Shared>);

struct Shared {
    /// Whether it is the default executor, for which the loop waits when it closes.
    is_default: bool,
    threads_max: usize,
    /// The start of the threads' names, before `_0`, `_1` and so on.
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
    /// Runs the function, and returns a function that finishes the job's future.
    function: Box<dyn FnOnce() -> Function>,
    future: Rc<dyn DoneFuture>,
    task: Option<TaskId>,
    location: SourceLocation,
}

/// Runs a function in a thread of the default executor: asyncio's `to_thread`.
///
/// # Errors
/// The error of the function, and the cancellation of the wait.
///
/// # Cancel safety
/// A cancelled wait raises at once; a job that has begun goes on.
#[track_caller]
pub fn to_thread<T: Repr>(
    job: impl FnOnce() -> Result<T> + 'static,
) -> impl std::future::Future<Output = Result<T>> {
    let location = SourceLocation::caller();
    async move {
        let future = Executor::of_loop().submit_at(job, location);
        future.wait_as(Wait::Thread, location).await
    }
}

impl Executor {
    /// Makes a pool of at most `threads_max` threads, at least one, called `prefix_0` and so on.
    pub fn new(threads_max: usize, prefix: impl Into<String>) -> Executor {
        Executor::make(threads_max, prefix.into(), false)
    }

    fn make(threads_max: usize, prefix: String, is_default: bool) -> Executor {
        Executor(Rc::new(Shared {
            is_default,
            threads_max: threads_max.max(1),
            prefix,
            threads: RefCell::default(),
            queue: RefCell::default(),
        }))
    }

    /// Returns the default executor of the current loop, whose threads are `asyncio_0` and so on.
    pub fn of_loop() -> Executor {
        let event_loop = current::event_loop();
        let mut slot = event_loop.executor.borrow_mut();
        let known = slot.as_ref().and_then(|any| any.downcast_ref::<Executor>());
        if let Some(executor) = known {
            return executor.clone();
        }
        let executor = Executor::make(DEFAULT_THREADS, "asyncio".into(), true);
        *slot = Some(Rc::new(executor.clone()));
        executor
    }

    /// Gives a job to the pool: asyncio's `run_in_executor`.
    ///
    /// If a thread is free, or may be started, the job begins at once; else it waits for a thread.
    #[track_caller]
    pub fn submit<T: Repr>(&self, job: impl FnOnce() -> Result<T> + 'static) -> Rc<Future<T>> {
        self.submit_at(job, SourceLocation::caller())
    }

    fn submit_at<T: Repr>(
        &self,
        job: impl FnOnce() -> Result<T> + 'static,
        location: SourceLocation,
    ) -> Rc<Future<T>> {
        let event_loop = current::event_loop();
        let future = Future::of(Source::Thread);
        let (result, closings) = (future.clone(), event_loop.closings.get());
        let function = Box::new(move || {
            let outcome = job();
            Box::new(move |event_loop: &Rc<EventLoop>| {
                // After the loop was closed, the result is dropped: `_call_set_state`.
                if closings == event_loop.closings.get() {
                    result.set(event_loop, outcome);
                }
            }) as Function
        });
        self.count(&event_loop, |count| count + 1);
        let job = Job {
            function,
            future: future.clone(),
            task: event_loop.current_task(),
            location: event_loop.location.get().unwrap_or(location),
        };
        match self.free_thread(&event_loop) {
            Some(thread) => self.begin(&event_loop, thread, job),
            None => self.0.queue.borrow_mut().push_back(job),
        }
        future
    }

    /// Returns the first thread that is free, or a new one; none if all are busy and no more may start.
    fn free_thread(&self, event_loop: &Rc<EventLoop>) -> Option<usize> {
        let mut threads = self.0.threads.borrow_mut();
        if let Some(free) = threads.iter().position(|thread| !thread.is_busy) {
            return Some(free);
        }
        let number = threads.len();
        if number >= self.0.threads_max {
            return None;
        }
        let id = event_loop.start_thread(&format!("{}_{number}", self.0.prefix));
        threads.push(Thread { id, is_busy: false });
        Some(number)
    }

    fn begin(&self, event_loop: &Rc<EventLoop>, thread: usize, job: Job) {
        let id = self.set_busy(thread, true);
        event_loop.emit(Event::JobBegan {
            thread: id,
            task: job.task,
            location: job.location,
        });
        let (finish, elapsed) = event_loop.run_in_thread(id, job.function);
        let this = self.clone();
        let end = move |event_loop: &Rc<EventLoop>| this.end(event_loop, thread, finish);
        event_loop.call_for_thread(event_loop.time().after(elapsed), end);
    }

    fn set_busy(&self, thread: usize, is_busy: bool) -> ThreadId {
        let thread = &mut self.0.threads.borrow_mut()[thread];
        thread.is_busy = is_busy;
        thread.id
    }

    /// Changes the count of jobs that are not over.
    fn count(&self, event_loop: &EventLoop, change: impl FnOnce(u32) -> u32) {
        let mut jobs = event_loop.jobs.get();
        let count = match self.0.is_default {
            true => &mut jobs.of_loop,
            false => &mut jobs.of_others,
        };
        *count = change(*count);
        event_loop.jobs.set(jobs);
    }

    fn end(&self, event_loop: &Rc<EventLoop>, thread: usize, finish: Function) {
        let id = self.set_busy(thread, false);
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
            let job = self.0.queue.borrow_mut().pop_front()?;
            if !job.future.core().is_cancelled() {
                return Some(job);
            }
            self.count(event_loop, |count| count.saturating_sub(1));
        }
    }
}

impl std::fmt::Debug for Executor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Executor({})", self.0.prefix)
    }
}
