//! `asyncio`'s event loop object: a face of the run's loop.

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
use super::{context, missing, running, task, threads};
use crate::awaitable::{self, PyAwait};
use crate::{complaint, error, session};

/// The loop of the session.
#[pyclass(module = "asyncio", name = "EventLoop")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyEventLoop {}

/// Returns the loop object of the session.
pub(crate) fn of_session(vm: &VirtualMachine) -> PyResult {
    let session = session::current(vm)?;
    let object = session
        .event_loop
        .get_or_init(|| PyEventLoop {}.into_ref(&vm.ctx));
    Ok(object.clone().into())
}

#[derive(FromArgs)]
struct ContextArgument {
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
struct NameAndContext {
    #[pyarg(named, optional)]
    name: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

/// A function with its arguments and its context, to be called later.
struct Later {
    function: PyObjectRef,
    arguments: Vec<PyObjectRef>,
    context: Option<PyObjectRef>,
}

impl Later {
    fn new(
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<Later> {
        if !function.is_callable() {
            let shown = function.repr(vm)?;
            let message = format!("a callable object was expected, got {shown}");
            return Err(vm.new_type_error(message));
        }
        let context = match given.context.flatten() {
            Some(context) => Some(context),
            None => context::copy(vm)?,
        };
        Ok(Later {
            function,
            arguments: arguments.into_vec(),
            context,
        })
    }

    fn call(self) {
        call_back(&self.function, self.arguments, self.context.as_ref());
    }
}

#[pyclass(flags(HAS_WEAKREF, HAS_DICT), with(GetAttr, Representable))]
impl PyEventLoop {
    #[pymethod]
    fn time(&self, vm: &VirtualMachine) -> PyResult<f64> {
        Ok(session::current(vm)?.inner_loop().time().seconds())
    }

    #[pymethod]
    fn call_soon(
        &self,
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let session = session::current(vm)?;
        let later = Later::new(function.clone(), arguments, given, vm)?;
        let context = later.context.clone();
        let handle = session.inner_loop().call_soon(move |_| later.call());
        Ok(PyHandle {
            handle,
            function,
            context,
            when: None,
        })
    }

    #[pymethod]
    fn call_soon_threadsafe(
        &self,
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        self.call_soon(function, arguments, given, vm)
    }

    #[pymethod]
    fn call_later(
        &self,
        delay: PyObjectRef,
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let now = session::current(vm)?.inner_loop().time();
        let when = now.after(super::seconds(&delay, vm)?);
        let exact = now.seconds() + super::number(&delay, vm)?;
        self.set_timer(when, exact, function, arguments, given, vm)
    }

    #[pymethod]
    fn call_at(
        &self,
        when: PyObjectRef,
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let exact = super::number(&when, vm)?;
        self.set_timer(
            Nanos::from_seconds(exact),
            exact,
            function,
            arguments,
            given,
            vm,
        )
    }

    fn set_timer(
        &self,
        when: Nanos,
        exact: f64,
        function: PyObjectRef,
        arguments: PosArgs,
        given: ContextArgument,
        vm: &VirtualMachine,
    ) -> PyResult<PyHandle> {
        let session = session::current(vm)?;
        let later = Later::new(function.clone(), arguments, given, vm)?;
        let context = later.context.clone();
        let handle = session.inner_loop().call_at(when, move |_| later.call());
        Ok(PyHandle {
            handle,
            function,
            context,
            when: Some(exact),
        })
    }

    #[pymethod]
    fn create_future(&self) -> PyFuture {
        PyFuture::of(Future::new())
    }

    #[pymethod]
    fn create_task(
        &self,
        coroutine: PyObjectRef,
        given: NameAndContext,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyTask>> {
        let name = given.name.flatten().map(|name| error::text_of(&name, vm));
        task::create(coroutine, name.as_deref(), given.context.flatten(), vm)
    }

    #[pymethod]
    fn run_until_complete(&self, future: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        running::until_complete(future, vm)
    }

    #[pymethod]
    fn run_forever(&self, vm: &VirtualMachine) -> PyResult<()> {
        running::forever(vm)
    }

    #[pymethod]
    fn stop(&self, vm: &VirtualMachine) -> PyResult<()> {
        session::current(vm)?.run.stop_soon();
        Ok(())
    }

    #[pymethod]
    fn close(&self, vm: &VirtualMachine) -> PyResult<()> {
        if session::current(vm)?.is_running.get() {
            let message = "Cannot close a running event loop";
            return Err(vm.new_runtime_error(message.to_owned()));
        }
        session::current(vm)?.is_closed.set(true);
        Ok(())
    }

    #[pymethod]
    fn is_running(&self, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(session::current(vm)?.is_running.get())
    }

    #[pymethod]
    fn is_closed(&self, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(session::current(vm)?.is_closed.get())
    }

    #[pymethod]
    fn get_debug(&self) -> bool {
        false
    }

    #[pymethod]
    fn set_debug(&self, _enabled: PyObjectRef) {}

    #[pymethod]
    fn set_exception_handler(&self, handler: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let handler = (!vm.is_none(&handler)).then_some(handler);
        session::current(vm)?.exception_handler.replace(handler);
        Ok(())
    }

    #[pymethod]
    fn get_exception_handler(&self, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
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
            None => zelf.default_exception_handler(context, vm),
        }
    }

    #[pymethod]
    fn default_exception_handler(&self, context: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        complaint::of_context(&*session::current(vm)?, &context, vm)
    }

    #[pymethod]
    fn get_task_factory(&self, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pymethod]
    fn run_in_executor(
        &self,
        executor: PyObjectRef,
        function: PyObjectRef,
        arguments: PosArgs,
        vm: &VirtualMachine,
    ) -> PyResult<PyFuture> {
        threads::run_in_executor(&executor, function, arguments.into_vec(), vm)
    }

    #[pymethod]
    fn shutdown_asyncgens(&self, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        awaitable::coroutine("shutdown_asyncgens", async move { Ok(none) })
    }

    #[pymethod]
    fn shutdown_default_executor(&self, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        awaitable::coroutine("shutdown_default_executor", async move { Ok(none) })
    }
}

impl GetAttr for PyEventLoop {
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        zelf.as_object()
            .generic_getattr(name, vm)
            .map_err(
                |exception| match missing::of_loop(&name.to_string_lossy()) {
                    Some(instead) => vm.new_attribute_error(instead),
                    None => exception,
                },
            )
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
