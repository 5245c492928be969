//! Cancelling: how a request to stop travels from a task to what the task waits for.
//!
//! As asyncio's `Task.cancel`, `Future.cancel` and `_GatheringFuture.cancel`. A task passes the request
//! on to what it waits for. Only if that cannot be cancelled, or if the task waits for nothing, the
//! task keeps the request (`must_cancel`) and raises the cancellation at its next step.

use std::rc::Rc;

use crate::runtime::core::{Source, TaskState, Waiting};
use crate::runtime::{Core, DoneFuture, Error, Event, EventLoop, Numbers, TaskId};

impl EventLoop {
    /// Returns how many requests to stop a task has that were not taken back: asyncio's
    /// `Task.cancelling`; 0 if the task is done.
    pub fn cancelling(&self, task: TaskId) -> u32 {
        let state = self.task_state(task);
        state.map_or(0, |state| state.cancels.get())
    }

    /// Cancels a future by way of what completes the future. Returns false if the future is done.
    pub(super) fn cancel_core(self: &Rc<Self>, core: &Core, message: Option<Rc<str>>) -> bool {
        // A caller that cancels does not care for the error.
        core.see_error();
        if !accepts(core) {
            return false;
        }
        match core.source() {
            Source::Anybody | Source::Thread => return core.cancel(self, message),
            Source::Task(state) => {
                // The loop has the task as long as the task's code is not over.
                let task = self.task_state(state.id).map(|task| task.future());
                if let Some(task) = task.filter(|task| std::ptr::eq(task.core(), core)) {
                    self.ask_to_stop(vec![task], &message);
                }
            }
            Source::Gather(gathering) => {
                gathering.begin_cancel();
                let children = gathering.children();
                let children = (0..children.count()).map(|number| children.future(number));
                self.ask_to_stop(children.collect(), &message);
            }
        }
        true
    }

    /// Cancels what a task has just begun to wait for, as the task was asked to stop before.
    pub(super) fn cancel_wait(self: &Rc<Self>, state: &TaskState, message: Option<Rc<str>>) {
        match self.pass_on(state, &message) {
            PassedOn::No => state.keep_cancel(message),
            PassedOn::Yes => {}
            PassedOn::To(future) => self.ask_to_stop(vec![future], &message),
        }
    }

    /// Cancels futures, and in place of a task what it waits for, in the order of asyncio's
    /// recursion.
    ///
    /// Programs may make chains of any length, and rings, for which CPython raises
    /// `RecursionError`: so this is a loop, which passes each future only once. A second request at
    /// the same moment changes nothing but the count.
    fn ask_to_stop(self: &Rc<Self>, futures: Vec<Rc<dyn DoneFuture>>, message: &Option<Rc<str>>) {
        let mut asked = Numbers::default();
        let mut ahead = futures;
        ahead.reverse();
        while let Some(future) = ahead.pop() {
            let core = future.core();
            core.see_error();
            if core.is_done() {
                continue;
            }
            let is_first = is_new(&mut asked, core);
            match core.source() {
                Source::Anybody | Source::Thread => {
                    core.cancel(self, message.clone());
                }
                Source::Gather(gathering) if is_first && accepts(core) => {
                    gathering.begin_cancel();
                    let children = gathering.children();
                    ahead.extend((0..children.count()).rev().map(|n| children.future(n)));
                }
                Source::Gather(_) => {}
                Source::Task(state) => {
                    state.cancels.set(state.cancels.get() + 1);
                    if !is_first {
                        continue;
                    }
                    let (task, cause) = (state.id, self.cause.get());
                    self.emit(Event::CancelRequested { task, cause });
                    match self.pass_on(state, message) {
                        PassedOn::To(future) => ahead.push(future),
                        PassedOn::Yes => {}
                        PassedOn::No => state.keep_cancel(message.clone()),
                    }
                }
            }
        }
    }

    /// Passes a request on to what a task waits for.
    fn pass_on(self: &Rc<Self>, state: &TaskState, message: &Option<Rc<str>>) -> PassedOn {
        let mut progress = state.progress.borrow_mut();
        match &progress.waiting {
            Waiting::Nothing | Waiting::Throws(_) => PassedOn::No,
            Waiting::Future(future) if accepts(future.core()) => PassedOn::To(future.clone()),
            Waiting::Future(_) => PassedOn::No,
            Waiting::Sleep => {
                // The sleep's own future is cancelled: the task wakes to the cancellation.
                progress.waiting = Waiting::Throws(Box::new(Error::cancelled(message.clone())));
                drop(progress);
                self.timers.borrow_mut().suspect();
                self.schedule(state.id);
                PassedOn::Yes
            }
        }
    }

    /// Cancels every task that is not done, in the order of creation, and returns them.
    pub(super) fn cancel_all(self: &Rc<Self>) -> Vec<Rc<dyn DoneFuture>> {
        let left = self.all_tasks();
        for future in &left {
            future.cancel(self, None);
        }
        left
    }
}

/// Notes that the loop has come to a future. Returns whether this is the first time.
fn is_new(known: &mut Numbers, core: &Core) -> bool {
    let address = std::ptr::from_ref(core).addr() as u64;
    known.insert(address, 0).is_none()
}

/// The result of passing a request on.
enum PassedOn {
    /// The task waits for nothing that can be cancelled.
    No,
    /// The task's wait is cancelled.
    Yes,
    /// This future is to be cancelled.
    To(Rc<dyn DoneFuture>),
}

/// Returns whether asyncio's `cancel` of the future would return true.
fn accepts(core: &Core) -> bool {
    let Source::Gather(gathering) = core.source() else {
        return !core.is_done();
    };
    if core.is_done() {
        return false;
    }
    // Gathers may be nested to any depth, and hold each other many times.
    let mut seen = Numbers::default();
    let mut ahead = vec![gathering.clone()];
    while let Some(gathering) = ahead.pop() {
        for child in gathering.children().cores() {
            match child.source() {
                _ if child.is_done() => {}
                Source::Gather(inner) if is_new(&mut seen, child) => ahead.push(inner.clone()),
                Source::Gather(_) => {}
                _ => return true,
            }
        }
    }
    false
}
