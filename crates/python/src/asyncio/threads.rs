//! `asyncio.to_thread` and `loop.run_in_executor`, on simulated threads.

use interleave::runtime::{Executor, to_thread as in_thread};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption};
use rustpython_vm::types::Constructor;
use rustpython_vm::{
    FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::core::context;
use super::core::future::PyFuture;
use crate::bridge::{Value, checked, optional_text};
use crate::coroutines::{PyAwait, coroutine};

/// `asyncio.to_thread`.
pub(super) fn to_thread(function: PyObjectRef, args: FuncArgs) -> PyAwait {
    coroutine("to_thread", async move {
        let context = checked(context::copy)?;
        let call = move |vm: &_| context::call(context.as_ref(), &function, args, vm);
        let job = move || checked(call).map(Value);
        in_thread(job).await.map(|value| value.0)
    })
}

/// `concurrent.futures.ThreadPoolExecutor`.
#[pyclass(module = "concurrent.futures", name = "ThreadPoolExecutor")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyExecutor(Executor);

#[derive(FromArgs)]
pub(crate) struct ExecutorArguments {
    #[pyarg(any, optional)]
    max_workers: OptionalOption<usize>,
    #[pyarg(any, optional)]
    thread_name_prefix: OptionalArg<PyObjectRef>,
}

impl Constructor for PyExecutor {
    type Args = ExecutorArguments;

    fn py_new(_class: &Py<PyType>, args: ExecutorArguments, vm: &VirtualMachine) -> PyResult<Self> {
        let prefix = optional_text(args.thread_name_prefix.into_option(), vm);
        let prefix = prefix.unwrap_or_else(|| "ThreadPoolExecutor-0".to_owned());
        let threads = args.max_workers.flatten().unwrap_or(32);
        if threads == 0 {
            return Err(vm.new_value_error("max_workers must be greater than 0"));
        }
        Ok(PyExecutor(Executor::new(threads, prefix)))
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyExecutor {
    #[pymethod]
    fn submit(_zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let instead = "await loop.run_in_executor(executor, function) instead";
        let message = format!("submit waits in threads, which are simulated here: {instead}");
        Err(vm.new_not_implemented_error(message))
    }

    #[pymethod]
    fn shutdown(_zelf: &Py<Self>, _args: FuncArgs) {}

    #[pymethod(name = "__enter__")]
    fn enter(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod(name = "__exit__")]
    fn exit(_zelf: &Py<Self>, _args: FuncArgs) {}
}

/// `loop.run_in_executor`.
/// Errors: `TypeError` for an executor of another class.
pub(super) fn run_in_executor(
    executor: &PyObjectRef,
    function: PyObjectRef,
    arguments: Vec<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyFuture> {
    let executor = match executor.downcast_ref::<PyExecutor>() {
        Some(executor) => executor.0.clone(),
        None if vm.is_none(executor) => Executor::of_loop(),
        None => return Err(vm.new_type_error("executor must be ThreadPoolExecutor instance")),
    };
    let job = move || checked(|vm| function.call(arguments, vm)).map(Value);
    Ok(PyFuture::of(executor.submit(job)))
}
