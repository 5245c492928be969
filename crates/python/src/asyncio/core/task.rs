//! The class `_asyncio.Task`, with the attributes that CPython's has.

use std::cell::Cell;

use interleave::runtime::{SourceLocation, TaskId};
use rustpython_vm::builtins::PyType;
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::{Constructor, Destructor, Initializer};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
};

use super::{cancel, eager, registry, step};
use crate::asyncio::core::PyFuture;
use crate::asyncio::core::future::{CancelArguments, assigned};
use crate::asyncio::event_loop;
use crate::asyncio::state;
use crate::bridge::text_of;
use crate::coroutines::is_coroutine;
use crate::session::{check_limits, program_location};

/// A task.
#[pyclass(module = "_asyncio", name = "Task", base = PyFuture, traverse)]
#[derive(Debug)]
#[repr(C)]
pub(crate) struct PyTask {
    base: PyFuture,
    pub(super) coroutine: PyMutex<Option<PyObjectRef>>,
    pub(super) context: PyMutex<Option<PyObjectRef>>,
    /// What the task waits for.
    pub(super) waiter: PyMutex<Option<PyObjectRef>>,
    name: PyMutex<Option<PyObjectRef>>,
    #[pytraverse(skip)]
    id: Cell<TaskId>,
    #[pytraverse(skip)]
    pub(super) must_cancel: Cell<bool>,
    #[pytraverse(skip)]
    pub(super) cancels: Cell<i64>,
    /// Whether dropping the task before it is done is reported.
    #[pytraverse(skip)]
    is_missed: Cell<bool>,
    /// Where the program made the task: there it stands, too, if its coroutine is asyncio's own.
    #[pytraverse(skip)]
    pub(super) made_at: Cell<Option<SourceLocation>>,
}

#[derive(FromArgs)]
pub(crate) struct InitArguments {
    #[pyarg(any)]
    coro: PyObjectRef,
    #[pyarg(named, name = "loop", optional)]
    event_loop: Option<PyObjectRef>,
    #[pyarg(named, optional)]
    name: Option<PyObjectRef>,
    #[pyarg(named, optional)]
    context: Option<PyObjectRef>,
    #[pyarg(named, optional, py_default = "False")]
    eager_start: Option<PyObjectRef>,
}

#[derive(FromArgs)]
struct StackArguments {
    #[pyarg(named, optional)]
    limit: Option<PyObjectRef>,
    #[pyarg(named, optional)]
    file: Option<PyObjectRef>,
}

#[derive(FromArgs)]
struct LimitArguments {
    #[pyarg(named, optional)]
    limit: Option<PyObjectRef>,
}

impl PyTask {
    pub(in crate::asyncio) fn id(&self) -> TaskId {
        self.id.get()
    }

    pub(in crate::asyncio) fn coroutine(&self) -> Option<PyObjectRef> {
        self.coroutine.lock().clone()
    }

    pub(in crate::asyncio) fn future(&self) -> &PyFuture {
        &self.base
    }

    /// Gives the task its coroutine, and schedules the first step.
    fn begin(zelf: &Py<Self>, args: InitArguments, vm: &VirtualMachine) -> PyResult<()> {
        if !is_coroutine(&args.coro, vm) {
            let shown = args.coro.repr(vm)?;
            return Err(vm.new_type_error(format!("a coroutine was expected, got {shown}")));
        }
        let (session, state) = state::current(vm)?;
        check_limits(&session, vm)?;
        zelf.base.begin(args.event_loop, vm)?;
        let is_main = args.context.is_some() && state.running_loop.borrow().is_none();
        let given = args.context.filter(|context| !vm.is_none(context));
        let context = given.map_or_else(|| event_loop::copy_context(vm), Ok)?;
        let name = match args.name.filter(|name| !vm.is_none(name)) {
            None => vm.ctx.new_str(format!("Task-{}", state.next_name())).into(),
            Some(name) if name.class().is(vm.ctx.types.str_type) => name,
            Some(name) => vm.ctx.new_str(text_of(&name, vm)).into(),
        };
        // Main's lane has the coroutine's name, not the number.
        let shown = match is_main {
            true => args
                .coro
                .get_attr("__name__", vm)
                .unwrap_or_else(|_| name.clone()),
            false => name.clone(),
        };
        zelf.made_at.set(program_location(vm));
        let location = zelf.made_at.get().unwrap_or(SourceLocation::NOWHERE);
        let inner = session.runtime_loop();
        inner.set_location(Some(location));
        zelf.id
            .set(inner.add_foreign_task(&text_of(&shown, vm), location));
        *zelf.name.lock() = Some(name);
        *zelf.context.lock() = Some(context);
        *zelf.coroutine.lock() = Some(args.coro);
        let is_eager = args
            .eager_start
            .map_or(Ok(false), |eager| eager.try_to_bool(vm))?;
        let event_loop = zelf.base.loop_of(vm)?;
        if is_eager && state.is_running(&event_loop) {
            return eager::start(zelf, vm);
        }
        registry::register(zelf, vm)?;
        step::schedule(zelf, None, vm)
    }

    fn text_of_name(&self) -> Option<PyObjectRef> {
        self.name.lock().clone()
    }

    fn checked_name(&self, vm: &VirtualMachine) -> PyResult {
        let name = self.text_of_name();
        name.ok_or_else(|| vm.new_runtime_error("Task object is not initialized."))
    }
}

impl Constructor for PyTask {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyTask {
            base: PyFuture::default(),
            coroutine: PyMutex::new(None),
            context: PyMutex::new(None),
            waiter: PyMutex::new(None),
            name: PyMutex::new(None),
            id: Cell::new(TaskId(u32::MAX)),
            must_cancel: Cell::new(false),
            cancels: Cell::new(0),
            is_missed: Cell::new(true),
            made_at: Cell::new(None),
        })
    }
}

impl Initializer for PyTask {
    type Args = InitArguments;

    fn init(zelf: &Py<Self>, args: InitArguments, vm: &VirtualMachine) -> PyResult<()> {
        PyTask::begin(zelf, args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Destructor)
)]
impl PyTask {
    /// Request that this task cancel itself.
    #[pymethod]
    fn cancel(zelf: &Py<Self>, args: CancelArguments, vm: &VirtualMachine) -> PyResult<bool> {
        let message = args.msg.filter(|message| !vm.is_none(message));
        cancel::cancel(zelf, message, vm)
    }

    /// Return the count of the task's cancellation requests.
    #[pymethod]
    fn cancelling(zelf: &Py<Self>) -> i64 {
        zelf.cancels.get()
    }

    /// Decrement the task's count of cancellation requests.
    #[pymethod]
    fn uncancel(zelf: &Py<Self>) -> i64 {
        if zelf.cancels.get() > 0 {
            zelf.cancels.set(zelf.cancels.get() - 1);
            if zelf.cancels.get() == 0 {
                zelf.must_cancel.set(false);
            }
        }
        zelf.cancels.get()
    }

    /// Return the list of stack frames for this task's coroutine.
    #[pymethod]
    fn get_stack(zelf: PyRef<Self>, args: LimitArguments, vm: &VirtualMachine) -> PyResult {
        let function = state::attribute("asyncio.base_tasks", "_task_get_stack", vm)?;
        function.call((zelf, vm.unwrap_or_none(args.limit)), vm)
    }

    /// Print the stack or traceback for this task's coroutine.
    #[pymethod]
    fn print_stack(zelf: PyRef<Self>, args: StackArguments, vm: &VirtualMachine) -> PyResult {
        crate::bridge::make_source_known(vm)?;
        let function = state::attribute("asyncio.base_tasks", "_task_print_stack", vm)?;
        let (limit, file) = (vm.unwrap_or_none(args.limit), vm.unwrap_or_none(args.file));
        function.call((zelf, limit, file), vm)
    }

    #[pymethod]
    fn set_result(_zelf: &Py<Self>, _result: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_runtime_error("Task does not support set_result operation"))
    }

    #[pymethod]
    fn set_exception(
        _zelf: &Py<Self>,
        _exception: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        Err(vm.new_runtime_error("Task does not support set_exception operation"))
    }

    #[pymethod]
    fn get_coro(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.coroutine()
    }

    #[pymethod]
    fn get_context(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.context.lock().clone()
    }

    #[pymethod]
    fn get_name(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.checked_name(vm)
    }

    #[pymethod]
    fn set_name(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) {
        let name = match value.class().is(vm.ctx.types.str_type) {
            true => value,
            false => vm.ctx.new_str(text_of(&value, vm)).into(),
        };
        *zelf.name.lock() = Some(name);
    }

    #[pygetset]
    fn _log_destroy_pending(zelf: &Py<Self>) -> bool {
        zelf.is_missed.get()
    }

    #[pygetset(setter)]
    fn set__log_destroy_pending(
        zelf: &Py<Self>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let value = assigned(value, vm)?;
        zelf.is_missed.set(value.try_to_bool(vm)?);
        Ok(())
    }

    #[pygetset]
    fn _must_cancel(zelf: &Py<Self>) -> bool {
        zelf.must_cancel.get()
    }

    #[pygetset]
    fn _coro(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.coroutine()
    }

    #[pygetset]
    fn _fut_waiter(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.waiter.lock().clone()
    }
}

impl Destructor for PyTask {
    fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        let future = zelf.as_object();
        let is_ending = crate::session::open().is_none_or(|session| session.is_ending.get());
        if zelf.base.is_done() || !zelf.is_missed.get() || is_ending {
            let future = future.downcast_ref::<PyFuture>();
            return future.map_or(Ok(()), |future| {
                crate::asyncio::core::unretrieved::report(future, vm)
            });
        }
        // The report holds the task: it may be dropped once more.
        zelf.is_missed.set(false);
        let Some(event_loop) = zelf.base.event_loop.lock().clone() else {
            return Ok(());
        };
        let context = vm.ctx.new_dict();
        context.set_item("task", future.to_owned(), vm)?;
        let message = vm.ctx.new_str("Task was destroyed but it is pending!");
        context.set_item("message", message.into(), vm)?;
        if let Some(traceback) = zelf.base.source_traceback.lock().clone() {
            context.set_item("source_traceback", traceback, vm)?;
        }
        vm.call_method(&event_loop, "call_exception_handler", (context,))
            .map(drop)
    }
}
