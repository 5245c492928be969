//! `asyncio.Task`: a task of the runtime that drives a Python coroutine; and `asyncio.ensure_future`.

use std::rc::Rc;
use std::sync::atomic::Ordering;

use interleave::runtime::{
    Coroutine, Error, EventLoop, Future, SourceLocation, Step, create_foreign_task,
};
use rustpython_vm::class::StaticType;
use rustpython_vm::function::OptionalOption;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::vm::thread;
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::context;
use super::future::{PyFuture, TaskParts};
use crate::bridge::{Value, from_exception, make_source_known, text_of, to_exception};
use crate::coroutines::{
    Awaited, close_unstarted, coroutine, is_awaitable, is_coroutine, step_coroutine, suspend,
};
use crate::session::{self, check_limits, frame_of_coroutine, location_of_frame, program_location};

/// A task.
#[pyclass(module = "asyncio", name = "Task", base = PyFuture)]
#[derive(Debug, Default)]
#[repr(transparent)]
pub(crate) struct PyTask(PyFuture);

#[derive(FromArgs)]
pub(crate) struct InitArguments {
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
/// Errors: `TypeError` for what is no coroutine, and `SystemExit` at a limit.
pub(in crate::asyncio) fn create(
    coroutine: PyObjectRef,
    name: Option<&str>,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyTask>> {
    let class = PyTask::static_type().to_owned();
    let task = PyTask::default().into_ref_with_type(vm, class)?;
    schedule(&task, coroutine, name, context, vm)?;
    Ok(task)
}

/// Gives a task object a task of the runtime, whose first step is scheduled.
fn schedule(
    task: &Py<PyTask>,
    coroutine: PyObjectRef,
    name: Option<&str>,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if !is_coroutine(&coroutine, vm) {
        let shown = coroutine.repr(vm)?;
        return Err(vm.new_type_error(format!("a coroutine was expected, got {shown}")));
    }
    let session = session::current(vm)?;
    check_limits(&session, vm)?;
    let context = context::given_or_copy(context, vm)?;
    let location = program_location(vm).unwrap_or(SourceLocation::NOWHERE);
    session.runtime_loop().set_location(Some(location));
    let body = |future: Rc<Future<Value>>| {
        Box::new(TaskCoroutine {
            coroutine: coroutine.clone(),
            context: context.clone(),
            future,
            task: task.to_owned(),
            has_started: false,
        }) as Box<dyn Coroutine>
    };
    let inner = create_foreign_task(name, location, body);
    task.0.set_inner(inner.future().clone());
    let object: PyObjectRef = task.to_owned().into();
    session.tasks.borrow_mut().insert(inner.id(), object);
    let parts = TaskParts {
        coroutine,
        context,
        task: inner,
    };
    let _ = task.0.task.set(parts);
    Ok(())
}

/// A Python coroutine, as the runtime steps it for a task.
struct TaskCoroutine {
    coroutine: PyObjectRef,
    context: Option<PyObjectRef>,
    future: Rc<Future<Value>>,
    task: PyRef<PyTask>,
    has_started: bool,
}

impl Coroutine for TaskCoroutine {
    fn step(&mut self, thrown: Option<Error>) -> Step {
        let (Some(session), Some(event_loop)) = (session::open(), EventLoop::current()) else {
            return Step::Raised(Error::raised("RuntimeError", "the program is over"));
        };
        self.has_started = true;
        session.release_ended_tasks();
        session.steps.fetch_add(1, Ordering::Relaxed);
        thread::with_current_vm(|vm| {
            let before = session.current_task.replace(Some(self.task.clone().into()));
            let thrown = thrown.map(|error| to_exception(&error, vm));
            let frame = frame_of_coroutine(&self.coroutine);
            let result = match &self.context {
                None => step_coroutine(&self.coroutine, thrown, vm),
                Some(context) => context::step(context, &self.coroutine, thrown, vm),
            };
            session.current_task.replace(before);
            if !matches!(result, Ok(PyIterReturn::Return(_))) {
                // The task ends at this line.
                event_loop.set_location(frame.as_deref().and_then(location_of_frame));
            }
            drop(frame);
            match result {
                Ok(PyIterReturn::Return(yielded)) => {
                    if let Err(exception) = suspend(&yielded, &event_loop, vm) {
                        let error = from_exception(exception, vm);
                        event_loop.throw_soon(error, SourceLocation::NOWHERE);
                    }
                    Step::Waits
                }
                Ok(PyIterReturn::StopIteration(value)) => {
                    self.future.store(Value(vm.unwrap_or_none(value)));
                    Step::Returned
                }
                Err(exception) => Step::Raised(from_exception(exception, vm)),
            }
        })
    }
}

impl Drop for TaskCoroutine {
    /// The runtime drops the coroutine when the task ends, whether the task has started or not.
    fn drop(&mut self) {
        let (Some(session), Some(parts)) = (session::open(), self.task.0.task.get()) else {
            return;
        };
        if !self.has_started {
            // A cancellation ended the task before its first step: no warning is due.
            close_unstarted(&self.coroutine);
        }
        session.tasks.borrow_mut().remove(&parts.task.id());
        let object: PyObjectRef = self.task.clone().into();
        session.ended_tasks.borrow_mut().push(object);
    }
}

impl PyTask {
    pub(in crate::asyncio) fn parts(&self, vm: &VirtualMachine) -> PyResult<&TaskParts> {
        self.0.inner(vm)?;
        let parts = self.0.task.get();
        parts.ok_or_else(|| vm.new_runtime_error("Task object is not initialized."))
    }
}

impl DefaultConstructor for PyTask {}

impl Initializer for PyTask {
    type Args = InitArguments;

    fn init(zelf: &Py<Self>, args: InitArguments, vm: &VirtualMachine) -> PyResult<()> {
        let name = args.name.flatten().map(|name| text_of(&name, vm));
        let context = args.context.flatten();
        schedule(zelf, args.coro, name.as_deref(), context, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyTask {
    #[pymethod]
    fn get_name(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        Ok(zelf.parts(vm)?.task.name().into_owned())
    }

    #[pymethod]
    fn set_name(zelf: &Py<Self>, name: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.parts(vm)?.task.set_name(&text_of(&name, vm));
        Ok(())
    }

    #[pymethod]
    fn get_coro(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(zelf.parts(vm)?.coroutine.clone())
    }

    #[pymethod]
    fn get_context(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(zelf.parts(vm)?.context.clone())
    }

    #[pymethod]
    fn get_stack(zelf: &Py<Self>, args: StackArguments, vm: &VirtualMachine) -> PyResult {
        let frame = match zelf.parts(vm)?.coroutine.get_attr("cr_frame", vm) {
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
        let shown = zelf.as_object().repr(vm)?;
        let Ok(frame) = zelf.parts(vm)?.coroutine.get_attr("cr_frame", vm) else {
            return Ok(());
        };
        if vm.is_none(&frame) {
            let text = format!("No stack for {shown}\n");
            return vm.call_method(&file, "write", (text,)).map(drop);
        }
        let text = format!("Stack for {shown} (most recent call last):\n");
        vm.call_method(&file, "write", (text,))?;
        make_source_known(vm)?;
        let traceback = vm.import("traceback", 0)?;
        let lines = vm.call_method(&traceback, "extract_stack", (frame,))?;
        vm.call_method(&traceback, "print_list", (lines, file))
            .map(drop)
    }

    #[pymethod]
    fn cancelling(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
        Ok(zelf.parts(vm)?.task.cancelling())
    }

    #[pymethod]
    fn uncancel(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
        Ok(zelf.parts(vm)?.task.uncancel())
    }

    #[pymethod]
    fn set_result(_zelf: &Py<Self>, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
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
}

/// Makes a future of an awaitable: a future stays what it is, a coroutine becomes a task.
/// Errors: `TypeError`, in asyncio's words, for an object that cannot be awaited.
pub(in crate::asyncio) fn ensure_future(
    object: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyFuture>> {
    let object = match object.downcast::<PyFuture>() {
        Ok(future) => return Ok(future),
        Err(object) => object,
    };
    let coroutine: PyObjectRef = if is_coroutine(&object, vm) {
        object
    } else if is_awaitable(&object, vm) {
        let awaited = Awaited::new(object, vm)?;
        coroutine("_wrap_awaitable", awaited)
            .into_ref(&vm.ctx)
            .into()
    } else {
        return Err(vm.new_type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    };
    Ok(create(coroutine, None, None, vm)?.into_base())
}
