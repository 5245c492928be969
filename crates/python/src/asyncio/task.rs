//! `asyncio.Task`: a task of the runtime that drives a Python coroutine.

use std::rc::Rc;
use std::sync::atomic::Ordering;

use interleave::runtime::{
    Coroutine, Error, EventLoop, Future, SourceLocation, Step, Task, create_foreign_task,
};
use rustpython_vm::builtins::{PyCoroutine, PyType};
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::vm::thread;
use rustpython_vm::{
    FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::future::PyFuture;
use super::{context, shown};
use crate::awaitable::{self, PyAwait, stepped, suspend};
use crate::value::Value;
use crate::{error, limit, place, session, traceback};

/// A task.
#[pyclass(module = "asyncio", name = "Task", base = PyFuture)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyTask(PyFuture);

/// What a task is more than a future.
#[derive(Debug)]
pub(crate) struct Part {
    pub(super) coroutine: PyObjectRef,
    pub(super) context: Option<PyObjectRef>,
    pub(super) task: Task<Value>,
}

#[derive(FromArgs)]
pub(crate) struct TaskArguments {
    #[pyarg(any)]
    coro: PyObjectRef,
    #[pyarg(named, name = "loop", optional)]
    _event_loop: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    name: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
    #[pyarg(named, name = "eager_start", optional)]
    _eager_start: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
struct StackArguments {
    #[pyarg(named, optional)]
    limit: OptionalOption<usize>,
    #[pyarg(named, optional)]
    file: OptionalOption<PyObjectRef>,
}

/// Creates a task.
///
/// # Errors
/// `TypeError` for what is no coroutine.
pub(crate) fn create(
    coroutine: PyObjectRef,
    name: Option<&str>,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyTask>> {
    let class = super::class_of::<PyTask>(vm);
    let task = PyTask(PyFuture::empty()).into_ref_with_type(vm, class)?;
    begin(&task, coroutine, name, context, vm)?;
    Ok(task)
}

fn begin(
    task: &PyRef<PyTask>,
    coroutine: PyObjectRef,
    name: Option<&str>,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if !is_coroutine(&coroutine, vm)? {
        let shown = coroutine.repr(vm)?;
        let message = format!("a coroutine was expected, got {shown}");
        return Err(vm.new_type_error(message));
    }
    let session = session::current(vm)?;
    limit::check(&session, vm)?;
    let context = match context {
        Some(context) => Some(context),
        None => context::copy(vm)?,
    };
    let place = place::here(vm).unwrap_or(SourceLocation::NOWHERE);
    session.inner_loop().set_location(Some(place));
    let body = |future: Rc<Future<Value>>| {
        Box::new(Body {
            coroutine: coroutine.clone(),
            context: context.clone(),
            future,
            task: task.clone(),
            has_begun: false,
        }) as Box<dyn Coroutine>
    };
    let inner = create_foreign_task(name, place, body);
    task.0.hold(inner.future().clone());
    session.tasks.borrow_mut().insert(inner.id(), task.clone());
    let part = Part {
        coroutine,
        context,
        task: inner,
    };
    let _ = task.0.task.set(part);
    Ok(())
}

/// Says whether an object is a coroutine: `asyncio.iscoroutine`.
pub(crate) fn is_coroutine(object: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    if object.downcastable::<PyCoroutine>() || object.downcastable::<PyAwait>() {
        return Ok(true);
    }
    for name in ["send", "throw", "close", "__await__"] {
        if !object.class().has_attr(vm.ctx.intern_str(name)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The code of a task: a Python coroutine.
struct Body {
    coroutine: PyObjectRef,
    context: Option<PyObjectRef>,
    future: Rc<Future<Value>>,
    task: PyRef<PyTask>,
    has_begun: bool,
}

impl Coroutine for Body {
    fn step(&mut self, thrown: Option<Error>) -> Step {
        let (Some(session), Some(event_loop)) = (session::open(), EventLoop::current()) else {
            return Step::Raised(Error::raised("RuntimeError", "the program is over"));
        };
        self.has_begun = true;
        session.forget_ended();
        session.steps.fetch_add(1, Ordering::Relaxed);
        thread::with_current_vm(|vm| {
            let before = session.current_task.replace(Some(self.task.clone()));
            let thrown = thrown.map(|error| error::to_exception(&error, vm));
            let result = match &self.context {
                None => stepped(&self.coroutine, thrown, vm),
                Some(context) => context::step(context, &self.coroutine, thrown, vm),
            };
            session.current_task.replace(before);
            match result {
                Ok(PyIterReturn::Return(sign)) => {
                    if let Err(exception) = suspend(&sign, &event_loop, vm) {
                        let error = error::of_exception(exception, vm);
                        event_loop.throw_soon(error, SourceLocation::NOWHERE);
                    }
                    Step::Waits
                }
                Ok(PyIterReturn::StopIteration(value)) => {
                    let value = value.unwrap_or_else(|| vm.ctx.none());
                    self.future.store(Value(value));
                    Step::Returned
                }
                Err(exception) => Step::Raised(error::of_exception(exception, vm)),
            }
        })
    }
}

impl Drop for Body {
    /// The code of a task goes when the task ends, whether it ever began or not.
    fn drop(&mut self) {
        let (Some(session), Some(part)) = (session::open(), self.task.0.task.get()) else {
            return;
        };
        if !self.has_begun {
            // A cancellation was thrown into it, which is why nobody awaits it.
            awaitable::close(&self.coroutine);
        }
        session.tasks.borrow_mut().remove(&part.task.id());
        session.ended.borrow_mut().push(self.task.clone());
    }
}

impl PyTask {
    /// Returns the task's part of it.
    ///
    /// # Errors
    /// `RuntimeError` before `__init__`.
    pub(super) fn part(&self, vm: &VirtualMachine) -> PyResult<&Part> {
        self.0.inner(vm)?;
        let part = self.0.task.get();
        part.ok_or_else(|| vm.new_runtime_error("Task object is not initialized.".to_owned()))
    }
}

impl Constructor for PyTask {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyTask(PyFuture::empty()))
    }
}

impl Initializer for PyTask {
    type Args = TaskArguments;

    fn init(zelf: PyRef<Self>, args: TaskArguments, vm: &VirtualMachine) -> PyResult<()> {
        let name = args.name.flatten();
        let name = name.map(|name| error::text_of(&name, vm));
        begin(
            &zelf,
            args.coro,
            name.as_deref(),
            args.context.flatten(),
            vm,
        )
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyTask {
    #[pymethod]
    fn get_name(&self, vm: &VirtualMachine) -> PyResult<String> {
        Ok(self.part(vm)?.task.name().into_owned())
    }

    #[pymethod]
    fn set_name(&self, name: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        self.part(vm)?.task.set_name(&error::text_of(&name, vm));
        Ok(())
    }

    #[pymethod]
    fn get_coro(&self, vm: &VirtualMachine) -> PyResult {
        Ok(self.part(vm)?.coroutine.clone())
    }

    #[pymethod]
    fn get_context(&self, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(self.part(vm)?.context.clone())
    }

    #[pymethod]
    fn get_stack(&self, args: StackArguments, vm: &VirtualMachine) -> PyResult {
        let frame = match self.part(vm)?.coroutine.get_attr("cr_frame", vm) {
            Ok(frame) if !vm.is_none(&frame) => vec![frame],
            _ => vec![],
        };
        let length = args.limit.flatten().unwrap_or(frame.len());
        Ok(vm
            .ctx
            .new_list(frame.into_iter().take(length).collect())
            .into())
    }

    #[pymethod]
    fn print_stack(zelf: PyRef<Self>, args: StackArguments, vm: &VirtualMachine) -> PyResult<()> {
        let file = match args.file.flatten() {
            Some(file) => file,
            None => vm.sys_module.get_attr("stderr", vm)?,
        };
        let shown = shown::task(&zelf, vm)?;
        let Ok(frame) = zelf.part(vm)?.coroutine.get_attr("cr_frame", vm) else {
            return Ok(());
        };
        if vm.is_none(&frame) {
            let text = format!("No stack for {shown}\n");
            return vm.call_method(&file, "write", (text,)).map(drop);
        }
        let text = format!("Stack for {shown} (most recent call last):\n");
        vm.call_method(&file, "write", (text,))?;
        traceback::know_program(vm)?;
        let traceback = vm.import("traceback", 0)?;
        let lines = vm.call_method(&traceback, "extract_stack", (frame,))?;
        vm.call_method(&traceback, "print_list", (lines, file))
            .map(drop)
    }

    #[pymethod]
    fn cancelling(&self, vm: &VirtualMachine) -> PyResult<u32> {
        Ok(self.part(vm)?.task.cancelling())
    }

    #[pymethod]
    fn uncancel(&self, vm: &VirtualMachine) -> PyResult<u32> {
        Ok(self.part(vm)?.task.uncancel())
    }

    #[pymethod]
    fn set_result(&self, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let message = "Task does not support set_result operation";
        Err(vm.new_runtime_error(message.to_owned()))
    }

    #[pymethod]
    fn set_exception(&self, _exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let message = "Task does not support set_exception operation";
        Err(vm.new_runtime_error(message.to_owned()))
    }
}

impl Representable for PyTask {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        shown::task(zelf, vm)
    }
}
