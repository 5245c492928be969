//! Cancelling: who is asked to stop when somebody is.
//!
//! As asyncio's `Task.cancel`, `Future.cancel` and `_GatheringFuture.cancel`. A task hands the request
//! on to what it waits for; only if that cannot be cancelled, or if the task waits for nothing, the
//! task keeps it (`must_cancel`) and raises it at its next step.

use std::rc::Rc;

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::future_core::{Core, DoneFuture, Source};
use crate::runtime::core::task_state::{TaskState, Waiting};
use crate::runtime::error::Error;
use crate::runtime::event::{Event, TaskId};
use crate::runtime::numbers::Numbers;

impl EventLoop {
    /// Asks a task to stop: asyncio's `Task.cancel`. Returns false if it is done.
    pub fn cancel_task(self: &Rc<Self>, task: TaskId, message: Option<Rc<str>>) -> bool {
        match self.task_state(task).filter(|task| !task.is_ended()) {
            Some(task) => task.future().cancel(self, message),
            None => false,
        }
    }

    /// Returns how often a task that is not done was asked to stop, less how often that was taken
    /// back: asyncio's `Task.cancelling`.
    #[must_use]
    pub fn cancelling(&self, task: TaskId) -> u32 {
        let state = self.task_state(task);
        state.map_or(0, |state| state.cancels.get())
    }

    /// Cancels a future as far as anybody completes it. Returns false if that came too late.
    pub(in crate::runtime) fn cancel_core(
        self: &Rc<Self>,
        core: &Core,
        message: Option<Rc<str>>,
    ) -> bool {
        // Who cancels shows that it does not care for the error.
        core.see_error();
        if !accepts(core) {
            return false;
        }
        match core.source() {
            Source::Anybody | Source::Thread => return core.cancel(self, message),
            Source::Task(state) => {
                // It is in the loop as long as its code is not over.
                let task = self.task_state(state.id).map(|task| task.future());
                if let Some(task) = task.filter(|task| std::ptr::eq(task.core(), core)) {
                    self.ask_to_stop(vec![task], &message);
                }
            }
            Source::Gather(gathering) => {
                gathering.begin_cancel();
                self.ask_to_stop(gathering.children().collect(), &message);
            }
        }
        true
    }

    /// Cancels what a task has just begun to wait for, if it was asked to stop before.
    pub(in crate::runtime) fn cancel_wait(
        self: &Rc<Self>,
        state: &TaskState,
        message: Option<Rc<str>>,
    ) {
        match self.hand_on(state, &message) {
            HandedOn::No => state.keep_cancel(message),
            HandedOn::Yes => {}
            HandedOn::To(future) => self.ask_to_stop(vec![future], &message),
        }
    }

    /// Cancels futures, and in place of a task what it waits for, in the order of asyncio's
    /// recursion.
    ///
    /// Programs may make chains of any length, and rings, for which CPython raises
    /// `RecursionError`: so the way is gone in a loop, and past each only once. A second request
    /// at the same moment changes nothing but the count.
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
                    ahead.extend(gathering.children().rev());
                }
                Source::Gather(_) => {}
                Source::Task(state) => {
                    state.cancels.set(state.cancels.get() + 1);
                    if !is_first {
                        continue;
                    }
                    let cause = self.cause.get();
                    self.emit(Event::CancelRequested {
                        task: state.id,
                        cause,
                    });
                    match self.hand_on(state, message) {
                        HandedOn::To(future) => ahead.push(future),
                        HandedOn::Yes => {}
                        HandedOn::No => state.keep_cancel(message.clone()),
                    }
                }
            }
        }
    }

    /// Hands a request on to what a task waits for.
    fn hand_on(self: &Rc<Self>, state: &TaskState, message: &Option<Rc<str>>) -> HandedOn {
        let mut progress = state.progress.borrow_mut();
        match &progress.waiting {
            Waiting::Nothing | Waiting::Throws(_) => HandedOn::No,
            Waiting::Future(future) if accepts(future.core()) => HandedOn::To(future.clone()),
            Waiting::Future(_) => HandedOn::No,
            Waiting::Sleep => {
                // The sleep's own future is cancelled: the task wakes to the cancellation.
                progress.waiting = Waiting::Throws(Box::new(Error::cancelled(message.clone())));
                drop(progress);
                self.timers.borrow_mut().suspect();
                self.schedule(state.id);
                HandedOn::Yes
            }
        }
    }

    /// Cancels every task that is not done, in the order of creation, and returns them.
    pub(in crate::runtime) fn cancel_all(self: &Rc<Self>) -> Vec<Rc<dyn DoneFuture>> {
        let left = self.all_tasks();
        for future in &left {
            future.cancel(self, None);
        }
        left
    }
}

/// Notes that a future was come to. Returns whether that was for the first time.
fn is_new(known: &mut Numbers, core: &Core) -> bool {
    known
        .insert(std::ptr::from_ref(core).addr() as u64, 0)
        .is_none()
}

/// What came of handing a request on.
enum HandedOn {
    /// The task waits for nothing that could be cancelled.
    No,
    /// It is cancelled.
    Yes,
    /// This must be asked.
    To(Rc<dyn DoneFuture>),
}

/// Says whether cancelling would cancel anything: asyncio's `cancel` would return true.
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
        for child in gathering.cores() {
            match child.source() {
                _ if child.is_done() => {}
                Source::Gather(inner) => {
                    if is_new(&mut seen, child) {
                        ahead.push(inner.clone());
                    }
                }
                _ => return true,
            }
        }
    }
    false
}
