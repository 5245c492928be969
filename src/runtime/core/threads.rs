//! Simulated threads on the loop's side: which thread the program stands in, and its clock.
//!
//! The loop knows no more than this of threads: their jobs are in
//! [`Executor`](crate::runtime::Executor).

use std::rc::Rc;

use super::event_loop::RunningThread;
use crate::runtime::{Event, EventLoop, Nanos, ThreadId};

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

    pub(in crate::runtime) fn start_thread(&self, name: &str) -> ThreadId {
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
}
