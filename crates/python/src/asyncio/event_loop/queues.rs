//! What holds a loop's handles: `_ready` and `_scheduled`, in front of the runtime's queue and timers.

use std::cell::Cell;
use std::rc::Rc;

use interleave::runtime::{EventLoop, Handle, Nanos};
use rustpython_vm::builtins::PyWeak;
use rustpython_vm::vm::thread;
use rustpython_vm::{
    Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::due_now::Due;
use super::is_debug;
use crate::asyncio::core::drive::end_at_exit;
use crate::asyncio::state;
use crate::session::check_limits;

/// `loop._ready`: handles whose functions the loop calls in its next tick.
#[pyclass(module = "asyncio", name = "_Ready")]
#[derive(Debug, PyPayload)]
pub(in crate::asyncio) struct PyReady {
    event_loop: PyRef<PyWeak>,
}

/// `loop._scheduled`: handles whose functions the loop calls at a moment.
#[pyclass(module = "asyncio", name = "_Scheduled")]
#[derive(Debug, PyPayload)]
pub(in crate::asyncio) struct PyScheduled {
    event_loop: PyRef<PyWeak>,
}

fn loop_of(weak: &Py<PyWeak>, vm: &VirtualMachine) -> PyResult {
    let event_loop = weak.upgrade();
    event_loop.ok_or_else(|| vm.new_runtime_error("the event loop is gone"))
}

impl PyReady {
    pub(in crate::asyncio) fn new(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<PyReady> {
        let event_loop = event_loop.downgrade(None, vm)?;
        Ok(PyReady { event_loop })
    }
}

impl PyScheduled {
    pub(in crate::asyncio) fn new(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<Self> {
        let event_loop = event_loop.downgrade(None, vm)?;
        Ok(PyScheduled { event_loop })
    }
}

#[pyclass]
impl PyReady {
    #[pymethod]
    fn append(zelf: &Py<Self>, handle: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let (session, state) = state::current(vm)?;
        check_limits(&session, vm)?;
        let event_loop = loop_of(&zelf.event_loop, vm)?;
        state.with_attached(&event_loop.clone(), &session, |inner| {
            inner.enqueue(move |_| call(&handle, &event_loop));
        });
        Ok(())
    }

    /// The queue is dropped when the loop is closed.
    #[pymethod]
    fn clear(_zelf: &Py<Self>) {}
}

#[pyclass]
impl PyScheduled {
    /// Adds a timer's handle. Returns what cancels the timer.
    #[pymethod]
    fn append(zelf: &Py<Self>, handle: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTimer> {
        let seconds = handle.get_attr("_when", vm)?.try_float(vm)?.to_f64();
        let event_loop = loop_of(&zelf.event_loop, vm)?;
        let called = event_loop.clone();
        let call = move |_: &Rc<EventLoop>| call(&handle, &called);
        schedule(&event_loop, seconds, call, vm)
    }

    #[pymethod]
    fn clear(_zelf: &Py<Self>) {}
}

/// Calls a function at a moment of a loop, which the program gave in seconds.
pub(super) fn schedule(
    event_loop: &PyObject,
    seconds: f64,
    call: impl FnOnce(&Rc<EventLoop>) + 'static,
    vm: &VirtualMachine,
) -> PyResult<PyTimer> {
    let (session, state) = state::current(vm)?;
    check_limits(&session, vm)?;
    let moment = state.deadline(seconds, session.runtime_loop());
    let is_cancelled = Rc::new(Cell::new(false));
    let noted = state.clone();
    let handle = state.with_attached(event_loop, &session, |inner| {
        if moment > Nanos::ZERO {
            return inner.call_at(moment, move |inner| {
                noted.note_time(moment, seconds);
                call(inner);
            });
        }
        let is_cancelled = is_cancelled.clone();
        let call = Box::new(call);
        noted.due_now.push(Due {
            seconds,
            is_cancelled,
            call,
        });
        inner.call_at(moment, move |inner| {
            if let Some(due) = noted.due_now.pop() {
                (due.call)(inner);
            }
        })
    });
    Ok(PyTimer {
        handle,
        is_cancelled,
    })
}

/// Calls the function of a handle, as `BaseEventLoop._run_once` does.
fn call(handle: &PyObject, event_loop: &PyObject) {
    thread::with_current_vm(|vm| {
        let called = run(handle, event_loop, vm);
        end_at_exit(called, vm);
    });
}

fn run(handle: &PyObject, event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if handle.get_attr("_cancelled", vm)?.try_to_bool(vm)? {
        return Ok(());
    }
    if is_debug(event_loop, vm)? {
        let function = state::attribute("asyncio.unix_events", "_run_watched", vm)?;
        return function
            .call((event_loop.to_owned(), handle.to_owned()), vm)
            .map(drop);
    }
    vm.call_method(handle, "_run", ()).map(drop)
}

/// What cancels a timer; `TimerHandle._scheduled` has it.
#[pyclass(module = "asyncio", name = "_Timer")]
#[derive(Debug, PyPayload)]
pub(in crate::asyncio) struct PyTimer {
    handle: Rc<Handle>,
    is_cancelled: Rc<Cell<bool>>,
}

#[pyclass]
impl PyTimer {
    #[pymethod]
    pub(in crate::asyncio) fn cancel(zelf: &Py<Self>) {
        zelf.is_cancelled.set(true);
        zelf.handle.cancel();
    }
}
