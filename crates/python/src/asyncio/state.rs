//! What `asyncio` keeps for one execution of a program: the loops, the tasks, and what the trace has
//! to know of CPython's own modules.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use interleave::runtime::{EventLoop, Nanos, Parked, QueueId, TaskId};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyStrInterned, PyTypeRef, PyWeak};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::event_loop::due_now::DueNow;
use super::thread_loops::{self, OfThread};
use super::trace::known_code::KnownCode;
use crate::session::{self, Session};
use crate::threads::{Waiting, threads};

pub(super) use super::lookup::attribute;

#[derive(Default)]
pub(crate) struct State {
    /// The loop that runs: `_set_running_loop`.
    pub(super) running_loop: RefCell<Option<PyObjectRef>>,
    /// The loop whose callbacks and timers the runtime's loop holds.
    attached: RefCell<Option<PyObjectRef>>,
    /// What waits in the program's other loops.
    parked: RefCell<Vec<(PyObjectRef, Parked)>>,
    /// The task that runs in each loop.
    pub(super) current_tasks: RefCell<Vec<(PyObjectRef, PyObjectRef)>>,
    /// The tasks that are not done, in the order of creation.
    pub(super) tasks: RefCell<BTreeMap<TaskId, PyRef<PyWeak>>>,
    /// Tasks of other classes, and those that run their first step at once.
    pub(super) other_tasks: RefCell<Vec<PyRef<PyWeak>>>,
    /// The number in the name of the last task without a name of its own.
    names: Cell<u64>,
    classes: OnceCell<Classes>,
    pub(super) known_code: OnceCell<KnownCode>,
    /// The program's queues, by their addresses.
    pub(super) queues: RefCell<HashMap<usize, QueueId>>,
    /// How many items they held when the trace last had that.
    pub(super) levels: RefCell<HashMap<usize, u32>>,
    /// Whether the queue that is being made is none of the program's.
    pub(super) makes_own_queue: Cell<bool>,
    /// The deadlines that are set, by the address of their `Timeout`.
    pub(super) deadlines: RefCell<HashMap<usize, (TaskId, Nanos)>>,
    /// The tasks that ended with an error, by the address of the error.
    pub(super) raisers: RefCell<HashMap<usize, PyRef<PyWeak>>>,
    /// The tasks that have failed in each task group, by its address.
    pub(super) failed_in_groups: RefCell<HashMap<usize, Vec<TaskId>>>,
    /// The futures with an error that nobody retrieved.
    pub(super) failed: RefCell<Vec<PyRef<PyWeak>>>,
    /// The moment of the last timer, as the program gave it.
    exact_now: Cell<(Nanos, f64)>,
    /// The deadlines that are a nanosecond off the program's floats, by the deadlines of the floats.
    moved: RefCell<BTreeMap<Nanos, Nanos>>,
    pub(super) due_now: DueNow,
    /// What other threads have of the loops.
    pub(super) of_threads: RefCell<HashMap<u64, OfThread>>,
    /// The loops whose threads wait, by their addresses.
    pub(super) waiting_loops: RefCell<HashMap<usize, Waiting>>,
    /// What ended the running loop at once: `SystemExit`, `KeyboardInterrupt`.
    pub(super) exit: RefCell<Option<PyBaseExceptionRef>>,
}

/// Objects of CPython's modules, looked up once.
pub(super) struct Classes {
    pub(super) cancelled_error: PyTypeRef,
    pub(super) invalid_state_error: PyTypeRef,
    pub(super) gathering_future: PyObjectRef,
    pub(super) set_result_unless_cancelled: PyObjectRef,
    pub(super) copy_context: PyObjectRef,
    pub(super) future_repr: PyObjectRef,
    pub(super) task_repr: PyObjectRef,
    /// The methods whose overriding makes a loop one of the program's own.
    pub(super) call_soon: PyObjectRef,
    pub(super) call_soon_inner: PyObjectRef,
    pub(super) call_at: PyObjectRef,
    pub(super) call_later: PyObjectRef,
    pub(super) loop_class: PyTypeRef,
    pub(super) names: Names,
}

/// Names that each step looks up.
pub(super) struct Names {
    pub(super) debug: &'static PyStrInterned,
    pub(super) closed: &'static PyStrInterned,
    pub(super) send: &'static PyStrInterned,
    pub(super) throw: &'static PyStrInterned,
    pub(super) run: &'static PyStrInterned,
}

/// Returns what `asyncio` keeps for a session.
pub(crate) fn of(session: &Session) -> Rc<State> {
    let mut slot = session.asyncio.borrow_mut();
    if let Some(known) = &*slot {
        return known.clone().downcast::<State>().unwrap_or_default();
    }
    let state = Rc::new(State::default());
    *slot = Some(state.clone());
    let weak = Rc::downgrade(&state);
    threads(session).on_switch(move |from, to| {
        if let (Some(state), Some(session)) = (weak.upgrade(), session::open()) {
            thread_loops::switch(&state, &session, (from, to));
        }
    });
    state
}

/// Returns the current session and what `asyncio` keeps for it.
/// Errors: `RuntimeError` where no session is current.
pub(super) fn current(vm: &VirtualMachine) -> PyResult<(Rc<Session>, Rc<State>)> {
    let session = session::current(vm)?;
    let state = of(&session);
    Ok((session, state))
}

impl State {
    /// Returns the objects of CPython's modules.
    pub(super) fn classes(&self, vm: &VirtualMachine) -> PyResult<&Classes> {
        if self.classes.get().is_none() {
            let classes = Classes::find(vm)?;
            let _ = self.classes.set(classes);
        }
        let classes = self.classes.get();
        classes.ok_or_else(|| vm.new_runtime_error("asyncio is not there"))
    }

    /// Returns the next number for a task without a name.
    pub(super) fn next_name(&self) -> u64 {
        self.names.set(self.names.get() + 1);
        self.names.get()
    }

    /// Returns whether a loop is the one that runs in this thread.
    pub(super) fn is_running(&self, event_loop: &PyObject) -> bool {
        let running = self.running_loop.borrow();
        running
            .as_ref()
            .is_some_and(|running| running.is(event_loop))
    }

    /// Makes the runtime's loop hold what waits in a loop of the program.
    pub(super) fn attach(&self, event_loop: &PyObject, session: &Session) {
        if self.is_attached(event_loop) {
            return;
        }
        session.run.open();
        let inner = session.runtime_loop();
        let mut parked = self.parked.borrow_mut();
        let mut waiting = Parked::default();
        inner.exchange(&mut waiting);
        let before = self.attached.replace(Some(event_loop.to_owned()));
        if let Some(at) = parked.iter().position(|(known, _)| known.is(event_loop)) {
            let (_, mut own) = parked.swap_remove(at);
            inner.exchange(&mut own);
        }
        if let Some(before) = before {
            parked.push((before, waiting));
        }
    }

    /// Calls a function while the runtime's loop holds what waits in a loop of the program.
    pub(super) fn with_attached<R>(
        &self,
        event_loop: &PyObject,
        session: &Session,
        call: impl FnOnce(&Rc<EventLoop>) -> R,
    ) -> R {
        let inner = session.runtime_loop();
        if self.is_attached(event_loop) {
            return call(inner);
        }
        if self.running_loop.borrow().is_none() {
            self.attach(event_loop, session);
            return call(inner);
        }
        let known = self.attached.borrow().clone();
        self.attach(event_loop, session);
        let result = call(inner);
        if let Some(known) = known {
            self.attach(&known, session);
        }
        result
    }

    pub(super) fn attached(&self) -> Option<PyObjectRef> {
        self.attached.borrow().clone()
    }

    pub(super) fn is_attached(&self, event_loop: &PyObject) -> bool {
        let attached = self.attached.borrow();
        attached.as_ref().is_some_and(|known| known.is(event_loop))
    }

    /// Forgets a loop that is closed. Returns what waited in the loop.
    pub(super) fn detach(&self, event_loop: &PyObject) -> Option<Parked> {
        let mut parked = self.parked.borrow_mut();
        let at = parked.iter().position(|(known, _)| known.is(event_loop))?;
        Some(parked.swap_remove(at).1)
    }

    pub(super) fn forget_attached(&self) -> Option<PyObjectRef> {
        self.attached.take()
    }

    /// Returns the loop's time in seconds: exactly what the program gave for the timer that fired
    /// last, as long as no more time has passed.
    pub(super) fn seconds(&self, now: Nanos) -> f64 {
        match self.exact_now.get() {
            (moment, seconds) if moment == now => seconds,
            _ => now.seconds(),
        }
    }

    /// Returns the deadline of a moment that the program gives in seconds: the sum of the clock and the
    /// delay, both in whole nanoseconds. Where the sum of the floats is a nanosecond off, and another
    /// timer is set for that one, both have the same deadline, as the program sees the same number.
    pub(super) fn deadline(&self, seconds: f64, inner: &EventLoop) -> Nanos {
        let (now, exact) = (inner.time(), Nanos::from_seconds(seconds));
        let delay = seconds - self.seconds(now);
        if delay <= 0.0 {
            return exact;
        }
        let sum = now.after(Nanos::from_seconds(delay));
        let mut moved = self.moved.borrow_mut();
        if let Some(known) = moved.get(&exact)
            && inner.has_deadline(*known)
        {
            return *known;
        }
        if sum == exact || inner.has_deadline(exact) {
            return exact;
        }
        // Those whose moment is over are of no use any more.
        *moved = moved.split_off(&now);
        moved.insert(exact, sum);
        sum
    }

    /// Notes that a timer has fired, whose moment the program gave in seconds.
    pub(super) fn note_time(&self, moment: Nanos, seconds: f64) {
        if self.exact_now.get().0 != moment {
            self.exact_now.set((moment, seconds));
        }
    }

    /// Drops all that the program left.
    pub(crate) fn clear(&self) {
        let parked = self.parked.take();
        let attached = (self.attached.take(), self.running_loop.take());
        let tasks = (
            self.current_tasks.take(),
            self.tasks.take(),
            self.other_tasks.take(),
        );
        let errors = (self.raisers.take(), self.failed.take(), self.exit.take());
        self.due_now.clear();
        drop((parked, attached, tasks, errors, self.of_threads.take()));
    }
}

impl Classes {
    fn find(vm: &VirtualMachine) -> PyResult<Classes> {
        let class = |module, name| {
            let class = attribute(module, name, vm)?;
            let not_a_class = |_| vm.new_type_error("no class");
            class.downcast().map_err(not_a_class)
        };
        let base = attribute("asyncio.base_events", "BaseEventLoop", vm)?;
        let method = |name: &str| base.get_attr(vm.ctx.intern_str(name), vm);
        Ok(Classes {
            cancelled_error: class("asyncio.exceptions", "CancelledError")?,
            invalid_state_error: class("asyncio.exceptions", "InvalidStateError")?,
            gathering_future: attribute("asyncio.tasks", "_GatheringFuture", vm)?,
            set_result_unless_cancelled: attribute(
                "asyncio.futures",
                "_set_result_unless_cancelled",
                vm,
            )?,
            copy_context: attribute("_contextvars", "copy_context", vm)?,
            future_repr: attribute("asyncio.base_futures", "_future_repr", vm)?,
            task_repr: attribute("asyncio.base_tasks", "_task_repr", vm)?,
            call_soon: method("call_soon")?,
            call_soon_inner: method("_call_soon")?,
            call_at: method("call_at")?,
            call_later: method("call_later")?,
            loop_class: class("asyncio.unix_events", "_UnixSelectorEventLoop")?,
            names: Names {
                debug: vm.ctx.intern_str("_debug"),
                closed: vm.ctx.intern_str("_closed"),
                send: vm.ctx.intern_str("send"),
                throw: vm.ctx.intern_str("throw"),
                run: vm.ctx.intern_str("run"),
            },
        })
    }
}
