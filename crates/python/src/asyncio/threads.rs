//! `concurrent.futures.ThreadPoolExecutor` and `loop.run_in_executor`, on simulated threads.

use std::cell::OnceCell;

use interleave::runtime::{DoneFuture, Executor, Wait};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption};
use rustpython_vm::types::Constructor;
use rustpython_vm::vm::thread;
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    pyclass,
};

use super::core::drive::end_at_exit;
use super::core::{PyFuture, Source, exception_of};
use super::state;
use crate::bridge::{Value, checked, optional_text, to_exception};

/// `concurrent.futures.ThreadPoolExecutor`.
#[pyclass(module = "concurrent.futures.thread", name = "ThreadPoolExecutor")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyExecutor {
    threads_max: usize,
    prefix: String,
    executor: OnceCell<Executor>,
}

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
        let threads_max = args.max_workers.flatten().unwrap_or(32);
        if threads_max == 0 {
            return Err(vm.new_value_error("max_workers must be greater than 0"));
        }
        Ok(PyExecutor {
            threads_max,
            prefix,
            executor: OnceCell::new(),
        })
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

impl PyExecutor {
    /// Returns the runtime's executor. The one that asyncio makes for a loop is the loop's own.
    fn inner(&self) -> &Executor {
        self.executor.get_or_init(|| match self.prefix.as_str() {
            "asyncio" => Executor::of_loop(),
            prefix => Executor::new(self.threads_max, prefix),
        })
    }
}

/// Gives a job to an executor: `executor.submit`, and `futures.wrap_future` of what that returns.
pub(super) fn submit(
    event_loop: PyObjectRef,
    executor: &PyObject,
    function: PyObjectRef,
    arguments: Vec<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(native) = executor.downcast_ref::<PyExecutor>() else {
        let mut all = vec![function];
        all.extend(arguments);
        let future = vm.call_method(executor, "submit", FuncArgs::from(all))?;
        let wrap = state::attribute("asyncio.futures", "wrap_future", vm)?;
        return wrap.call((future,), vm);
    };
    let (session, _) = state::current(vm)?;
    session.mark_location(vm);
    let job = move || checked(|vm| function.call(FuncArgs::from(arguments), vm)).map(Value);
    let inner = native.inner().submit(job);
    session.runtime_loop().set_location(None);
    let future = PyFuture::default().into_ref(&vm.ctx);
    future.begin(Some(event_loop), vm)?;
    let source = Source::Runtime(inner.clone(), Wait::Thread);
    future.source.replace(source);
    let (known, waiting) = (inner.clone(), future.clone());
    inner.core().when_done(session.runtime_loop(), move |_| {
        thread::with_current_vm(|vm| {
            let Some(result) = known.result().filter(|_| !waiting.is_done()) else {
                return;
            };
            let outcome = result.map(|value| value.0);
            let outcome = outcome.map_err(|error| to_exception(&error, vm));
            let outcome = outcome.or_else(|error| Err(exception_of(error.into(), vm)?));
            end_at_exit(PyFuture::finish(&waiting, outcome, vm), vm);
        });
    });
    let future: PyObjectRef = future.into();
    Ok(future.as_object().to_owned())
}
