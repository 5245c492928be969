//! Simulated threads on the loop's side: which thread the program stands in, and its clock.
//!
//! The loop knows no more than this of threads: their jobs are in
//! [`Executor`](crate::runtime::Executor).

use std::rc::Rc;

use crate::runtime::{Event, EventLoop, Handle, Nanos, ThreadId};

/// How many jobs are not over.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::runtime) struct Jobs {
    /// Jobs of the default executor, for which the loop waits when it closes.
    pub(in crate::runtime) of_loop: u32,
    /// Jobs of other executors, for which the program waits when it ends.
    pub(in crate::runtime) of_others: u32,
}

impl Jobs {
    /// Returns how many jobs are not over in all.
    pub(super) fn all(self) -> u32 {
        self.of_loop + self.of_others
    }
}

/// The thread whose job runs, and its clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running {
    pub(super) id: ThreadId,
    pub(super) began: Nanos,
    pub(super) elapsed: Nanos,
}

impl Running {
    /// Returns the present moment of the thread.
    pub(super) fn now(self) -> Nanos {
        self.began.after(self.elapsed)
    }
}

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
        self.thread.get().map_or(self.now.get(), Running::now)
    }

    /// Calls a function from a thread in the loop, at the thread's moment: asyncio's
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
        let before = self.thread.replace(Some(Running { id, began, elapsed }));
        // No task has control in a thread.
        let (running, location) = (self.running.take(), self.location.get());
        let result = function();
        self.running.set(running);
        self.location.set(location);
        let after = self.thread.replace(before);
        (result, after.map_or(Nanos::ZERO, |thread| thread.elapsed))
    }
}
