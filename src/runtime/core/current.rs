//! The loop whose tick runs, so that a lesson can call `sleep(…)` without naming its loop.
//!
//! The current loop is set while a tick runs and at no other time: two runs on one page never see
//! each other.

use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::EventLoop;

thread_local! {
    static CURRENT: RefCell<Option<Rc<EventLoop>>> = const { RefCell::new(None) };
}

/// Makes the loop current again that was current before.
struct Restore(Option<Rc<EventLoop>>);

impl Drop for Restore {
    fn drop(&mut self) {
        let before = self.0.take();
        CURRENT.with(|current| current.replace(before));
    }
}

/// Calls `f` with `event_loop` as the current loop.
pub(super) fn with<R>(event_loop: &Rc<EventLoop>, f: impl FnOnce() -> R) -> R {
    let before = CURRENT.with(|current| current.replace(Some(event_loop.clone())));
    let _restore = Restore(before);
    f()
}

/// Returns the current loop.
///
/// # Panics
/// Where no loop runs, as asyncio raises "no running event loop".
#[track_caller]
pub(in crate::runtime) fn event_loop() -> Rc<EventLoop> {
    EventLoop::current().expect("no running event loop: call this inside a task of a run")
}

impl EventLoop {
    /// Returns the current loop, none where no loop runs: asyncio's `get_running_loop`.
    pub fn current() -> Option<Rc<EventLoop>> {
        // While a thread of the process ends, values may be dropped after this one.
        let current = CURRENT.try_with(|current| current.borrow().clone());
        current.ok().flatten()
    }
}
