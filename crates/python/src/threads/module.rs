//! What Python's `_thread` is made of.

pub(crate) use _threads::module_def;

use interleave::runtime::{Event, SourceLocation};
use rustpython_vm::builtins::PyModule;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::handle::PyThreadHandle;
use super::table::{open, record};
use super::thread::MAIN;
use super::timeout::Patience;
use crate::bridge::{optional_text, text_of};
use crate::session::{self, program_location};

/// Puts the simulated threads into Python's module `_thread`, which the library's `threading` is over.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let (thread, ours) = (vm.import("_thread", 0)?, vm.import("_threads", 0)?);
    let Some(module) = ours.downcast_ref::<PyModule>() else {
        return Ok(());
    };
    for (name, value) in &*module.dict() {
        let name = text_of(&name, vm);
        if !name.starts_with("__") {
            thread.set_attr(vm.ctx.intern_str(name), value, vm)?;
        }
    }
    Ok(())
}

/// Returns the number of the running thread.
pub(super) fn current() -> u64 {
    open().map_or(MAIN, |(_, threads)| threads.current())
}

/// Starts a thread that calls a function.
/// Errors: `RuntimeError` where no thread can be started.
fn start(
    function: PyObjectRef,
    handle: PyRef<PyThreadHandle>,
    is_awaited: bool,
    vm: &VirtualMachine,
) -> PyResult<u64> {
    let session = session::current(vm)?;
    let threads = super::table::threads(&session);
    let event_loop = session.runtime_loop();
    let number = threads.next_number();
    handle.number.set(Some(number));
    let of_pool = is_of_pool(&function, vm);
    let (name, task) = (name_of(&function, number, vm), event_loop.current_task());
    let id = event_loop.start_thread(&name);
    if !of_pool {
        let location = program_location(vm).unwrap_or(SourceLocation::NOWHERE);
        record(
            &session,
            Event::JobBegan {
                thread: id,
                task,
                location,
            },
        );
    }
    if is_awaited {
        let mut awaited = threads.awaited.borrow_mut();
        awaited.retain(|other| !PyThreadHandle::is_over(other));
        awaited.push(handle.clone());
    }
    let inner = session.clone();
    let job = move |vm: &VirtualMachine| {
        let result = function.call((), vm);
        if let Err(exception) = result
            && !exception.fast_isinstance(vm.ctx.exceptions.system_exit)
        {
            vm.run_unraisable(exception, None, function);
        }
        if !of_pool {
            record(&inner, Event::JobEnded { thread: id });
        }
        handle.end();
    };
    threads.start(&session, (number, id), job, vm)?;
    Ok(number)
}

/// Says whether a function is that of a thread in a pool, whose jobs are recorded one by one.
fn is_of_pool(function: &PyObject, vm: &VirtualMachine) -> bool {
    let target = function.get_attr("__self__", vm);
    let target = target.and_then(|thread| thread.get_attr("_target", vm));
    let module = target.and_then(|target| {
        let module = text_of(&*target.get_attr("__module__", vm)?, vm);
        Ok((module, text_of(&*target.get_attr("__name__", vm)?, vm)))
    });
    module.is_ok_and(|(module, name)| module == "concurrent.futures.thread" && name == "_worker")
}

fn name_of(function: &PyObject, number: u64, vm: &VirtualMachine) -> String {
    let thread = function.get_attr("__self__", vm);
    let name = thread.and_then(|thread| thread.get_attr("_name", vm));
    let name = name.ok().filter(|name| !vm.is_none(name));
    optional_text(name, vm).unwrap_or_else(|| format!("thread {number}"))
}

#[rustpython_vm::pymodule(name = "_threads")]
mod _threads {
    use rustpython_vm::builtins::{PyDictRef, PyModule, PyTupleRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::{FuncArgs, KwArgs, OptionalOption};
    use rustpython_vm::{FromArgs, Py, extend_module};

    use super::super::local::PyLocal;
    use super::super::lock::PyLock;
    use super::super::reentrant_lock::PyReentrantLock;
    use super::super::timeout::LONGEST_S;
    use super::*;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let lock = PyLock::make_static_type();
        extend_module!(vm, module, {
            "lock" => lock.clone(),
            "LockType" => lock,
            "RLock" => PyReentrantLock::make_static_type(),
            "_local" => PyLocal::make_static_type(),
            "_ThreadHandle" => PyThreadHandle::make_static_type(),
            "TIMEOUT_MAX" => vm.ctx.new_float(LONGEST_S),
            "error" => vm.ctx.exceptions.runtime_error.to_owned(),
        });
        Ok(())
    }

    /// Raises a signal, as if the system had sent it: Ctrl+C's, if none is named.
    #[pyfunction]
    fn interrupt_main(number: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<()> {
        const INTERRUPT: i32 = 2;
        let signal = vm.import("signal", 0)?;
        let number = number.unwrap_or(INTERRUPT);
        let handler = vm.call_method(&signal, "getsignal", (number,))?;
        // What the program leaves to the system, or has ignored, is nothing here.
        if handler.is_callable() {
            vm.call_method(&signal, "raise_signal", (number,))?;
        }
        Ok(())
    }

    #[pyfunction]
    #[pyfunction(name = "allocate")]
    fn allocate_lock(vm: &VirtualMachine) -> PyObjectRef {
        PyLock::default().into_pyobject(vm)
    }

    #[pyfunction]
    #[pyfunction(name = "get_native_id")]
    fn get_ident() -> u64 {
        current()
    }

    #[pyfunction]
    fn _get_main_thread_ident() -> u64 {
        MAIN
    }

    #[pyfunction]
    fn _count() -> usize {
        open().map_or(0, |(_, threads)| threads.count.get())
    }

    #[pyfunction]
    fn set_name(_name: PyObjectRef) {}

    /// Each stack has the same size, whatever a program asks for.
    #[pyfunction]
    fn stack_size(_size: OptionalArg<PyObjectRef>) -> u32 {
        0
    }

    #[pyfunction]
    fn _make_thread_handle(number: u64) -> PyThreadHandle {
        let handle = PyThreadHandle::default();
        handle.number.set(Some(number));
        handle
    }

    #[derive(FromArgs)]
    struct JoinableArguments {
        #[pyarg(any)]
        function: PyObjectRef,
        #[pyarg(any, optional)]
        handle: OptionalOption<PyRef<PyThreadHandle>>,
        #[pyarg(any, optional)]
        daemon: OptionalArg<PyObjectRef>,
    }

    #[pyfunction]
    fn start_joinable_thread(
        args: JoinableArguments,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyThreadHandle>> {
        let new = || PyThreadHandle::default().into_ref(&vm.ctx);
        let handle = args.handle.flatten().unwrap_or_else(new);
        let daemon = match args.daemon.into_option() {
            Some(daemon) => daemon.try_to_bool(vm)?,
            None => true,
        };
        start(args.function, handle.clone(), !daemon, vm)?;
        Ok(handle)
    }

    #[pyfunction]
    #[pyfunction(name = "start_new")]
    fn start_new_thread(
        function: PyObjectRef,
        arguments: PyTupleRef,
        named: OptionalArg<PyDictRef>,
        vm: &VirtualMachine,
    ) -> PyResult<u64> {
        let named = named.into_option();
        let call = vm.new_function("start_new_thread", move |vm: &VirtualMachine| -> PyResult {
            let pairs = named.iter().flat_map(|named| &**named);
            let named = pairs.map(|(name, value)| (text_of(&name, vm).into(), value));
            let all = FuncArgs::new(arguments.as_slice().to_vec(), KwArgs::new(named.collect()));
            function.call(all, vm)
        });
        let handle = PyThreadHandle::default().into_ref(&vm.ctx);
        start(call.into(), handle, false, vm)
    }

    /// Waits for the threads that are no daemons.
    #[pyfunction]
    fn _shutdown(vm: &VirtualMachine) -> PyResult<()> {
        while let Some((_, threads)) = open() {
            let Some(handle) = threads.awaited.borrow_mut().pop() else {
                break;
            };
            handle.wait(Patience::Endless, vm)?;
        }
        Ok(())
    }
}
