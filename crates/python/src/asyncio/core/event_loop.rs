//! asyncio's event loop object, in front of the run's loop.

use interleave::runtime::{Future, Nanos};
use rustpython_vm::builtins::PyStr;
use rustpython_vm::function::{OptionalOption, PosArgs};
use rustpython_vm::types::{GetAttr, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::future::PyFuture;
use super::handle::{PyHandle, call_back};
use super::task::PyTask;
use super::{context, entry_points, exception_handler, task};
use crate::asyncio::arguments::{TaskArguments, seconds};
use crate::asyncio::{missing_names, threads};
use crate::coroutines::{PyAwait, coroutine};
use crate::session;

/// The loop of the session.
#[pyclass(module = "asyncio", name = "EventLoop")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyEventLoop {}

pub(crate) fn new_event_loop(vm: &VirtualMachine) -> PyObjectRef {
    PyEventLoop {}.into_ref(&vm.ctx).into()
}

/// A function with its arguments and its context, to be called later.
#[derive(FromArgs)]
struct Call {
    #[pyarg(positional)]
    function: PyObjectRef,
    #[pyarg(flatten)]
    arguments: PosArgs,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

impl Call {
    /// Schedules the call: for a moment, which is also given as the program's number, or for the
    /// next tick.
    fn schedule(self, when: Option<(Nanos, f64)>, vm: &VirtualMachine) -> PyResult<PyHandle> {
        let session = session::current(vm)?;
        let function = self.function;
        if !function.is_callable() {
            let shown = function.repr(vm)?;
            return Err(vm.new_type_error(format!("a callable object was expected, got {shown}")));
        }
        let context = context::given_or_copy(self.context.flatten(), vm)?;
        let (called, in_context) = (function.clone(), context.clone());
        let arguments = self.arguments.into_vec();
        let call = move |_: &_| call_back(&called, arguments, in_context.as_ref());
        let handle = match when {
            None => session.runtime_loop().call_soon(call),
            Some((when, _)) => session.runtime_loop().call_at(when, call),
        };
        Ok(PyHandle {
            handle,
            function,
            context,
            when: when.map(|(_, exact)| exact),
        })
    }
}

#[pyclass(flags(HAS_WEAKREF, HAS_DICT), with(GetAttr, Representable))]
impl PyEventLoop {
    #[pymethod]
    fn time(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<f64> {
        Ok(session::current(vm)?.runtime_loop().time().seconds())
    }

    #[pymethod]
    fn call_soon(_zelf: &Py<Self>, call: Call, vm: &VirtualMachine) -> PyResult<PyHandle> {
        call.schedule(None, vm)
    }

    #[pymethod]
    fn call_soon_threadsafe(
        _zelf: &Py<Self>,
        call: Call,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        call.schedule(None, vm)
    }

    #[pymethod]
    fn call_later(
        _zelf: &Py<Self>,
        delay: PyObjectRef,
        call: Call,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let now = session::current(vm)?.runtime_loop().time();
        let delay = seconds(&delay, vm)?;
        let when = now.after(Nanos::from_seconds(delay));
        call.schedule(Some((when, now.seconds() + delay)), vm)
    }

    #[pymethod]
    fn call_at(
        _zelf: &Py<Self>,
        when: PyObjectRef,
        call: Call,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let exact = seconds(&when, vm)?;
        call.schedule(Some((Nanos::from_seconds(exact), exact)), vm)
    }

    #[pymethod]
    fn create_future(_zelf: &Py<Self>) -> PyFuture {
        PyFuture::of(Future::new())
    }

    #[pymethod]
    fn create_task(
        _zelf: &Py<Self>,
        args: TaskArguments,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyTask>> {
        let (coroutine, name, context) = args.parts(vm);
        task::create(coroutine, name.as_deref(), context, vm)
    }

    #[pymethod]
    fn run_until_complete(_zelf: &Py<Self>, future: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        entry_points::run_until_complete(future, vm)
    }

    #[pymethod]
    fn run_forever(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        entry_points::run_forever(vm)
    }

    #[pymethod]
    fn stop(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        session::current(vm)?.run.stop_soon();
        Ok(())
    }

    #[pymethod]
    fn close(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        let session = entry_points::idle_session("Cannot close a running event loop", vm)?;
        session.is_closed.set(true);
        Ok(())
    }

    #[pymethod]
    fn is_running(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(session::current(vm)?.is_running.get())
    }

    #[pymethod]
    fn is_closed(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(session::current(vm)?.is_closed.get())
    }

    #[pymethod]
    fn get_debug(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn set_debug(_zelf: &Py<Self>, _enabled: PyObjectRef) {}

    #[pymethod]
    fn set_exception_handler(
        _zelf: &Py<Self>,
        handler: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let handler = (!vm.is_none(&handler)).then_some(handler);
        session::current(vm)?.exception_handler.replace(handler);
        Ok(())
    }

    #[pymethod]
    fn get_exception_handler(
        _zelf: &Py<Self>,
        vm: &VirtualMachine,
    ) -> PyResult<Option<PyObjectRef>> {
        Ok(session::current(vm)?.exception_handler.borrow().clone())
    }

    #[pymethod]
    fn call_exception_handler(
        zelf: PyRef<Self>,
        context: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let handler = session::current(vm)?.exception_handler.borrow().clone();
        match handler {
            Some(handler) => handler.call((zelf, context), vm).map(drop),
            None => Self::default_exception_handler(&zelf, context, vm),
        }
    }

    #[pymethod]
    fn default_exception_handler(
        _zelf: &Py<Self>,
        context: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        exception_handler::write_context(&*session::current(vm)?, &context, vm)
    }

    #[pymethod]
    fn get_task_factory(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pymethod]
    fn run_in_executor(
        _zelf: &Py<Self>,
        executor: PyObjectRef,
        function: PyObjectRef,
        arguments: PosArgs,
        vm: &VirtualMachine,
    ) -> PyResult<PyFuture> {
        threads::run_in_executor(&executor, function, arguments.into_vec(), vm)
    }

    #[pymethod]
    fn shutdown_asyncgens(_zelf: &Py<Self>) -> PyAwait {
        coroutine("shutdown_asyncgens", async { Ok(()) })
    }

    #[pymethod]
    fn shutdown_default_executor(_zelf: &Py<Self>) -> PyAwait {
        coroutine("shutdown_default_executor", async { Ok(()) })
    }
}

impl GetAttr for PyEventLoop {
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        zelf.as_object()
            .generic_getattr(name, vm)
            .map_err(|exception| {
                let name = name.to_string_lossy();
                missing_names::error_of_loop(&name, vm).unwrap_or(exception)
            })
    }
}

impl Representable for PyEventLoop {
    fn repr_str(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let session = session::current(vm)?;
        let word = |is: bool| if is { "True" } else { "False" };
        let (running, closed) = (session.is_running.get(), session.is_closed.get());
        let (running, closed) = (word(running), word(closed));
        Ok(format!(
            "<EventLoop running={running} closed={closed} debug=False>"
        ))
    }
}
