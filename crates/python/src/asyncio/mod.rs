//! `asyncio`, as the program imports it: thin classes over the runtime's own.

pub(crate) mod event_loop;
pub(crate) mod exceptions;
pub(crate) mod future;
pub(crate) mod task;

pub(crate) mod generators;

mod bound;
mod context;
mod handle;
pub(crate) mod running;
mod shown;

mod gather;
mod task_group;
mod timeout;
mod waiting;

mod barrier;
mod condition;
mod event;
mod kept;
mod lock;
mod queue;
mod semaphore;

mod runner;
mod threads;

mod functions;
mod missing;

use interleave::runtime::Nanos;
use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::class::StaticType;
use rustpython_vm::function::{FromArgs, FuncArgs, KwArgs};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use crate::awaitable::Awaited;
use crate::error;
use future::PyFuture;

pub(crate) use functions::module_def;

/// Returns a class of ours.
fn class_of<T: StaticType>(_vm: &VirtualMachine) -> PyTypeRef {
    T::static_type().to_owned()
}

/// Returns a length or a moment that the program gave in seconds.
fn seconds(object: &PyObject, vm: &VirtualMachine) -> PyResult<Nanos> {
    Ok(Nanos::from_seconds(number(object, vm)?))
}

/// Returns a number of seconds.
fn number(object: &PyObject, vm: &VirtualMachine) -> PyResult<f64> {
    let number = object.try_float(vm)?.to_f64();
    if number.is_nan() {
        let message = "Invalid delay: NaN (not a number)";
        return Err(vm.new_value_error(message.to_owned()));
    }
    Ok(number)
}

/// Makes a future of what can be awaited: a future stays what it is, a coroutine becomes a task.
///
/// # Errors
/// `TypeError`, in asyncio's words.
pub(crate) fn ensure_future(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
    let object = match object.downcast::<PyFuture>() {
        Ok(future) => return Ok(future),
        Err(object) => object,
    };
    let task = if task::is_coroutine(&object, vm)? {
        task::create(object, None, None, vm)?
    } else if object.class().has_attr(vm.ctx.intern_str("__await__")) {
        let awaited = Awaited::new(object, vm)?;
        let coroutine = crate::awaitable::coroutine("_wrap_awaitable", awaited);
        task::create(coroutine.into_ref(&vm.ctx).into(), None, None, vm)?
    } else {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        return Err(vm.new_type_error(message.to_owned()));
    };
    let task: PyObjectRef = task.into();
    task.downcast()
        .map_err(|_| vm.new_runtime_error("a task is no future".to_owned()))
}

/// Returns the text of an optional name.
fn text(name: Option<PyObjectRef>, vm: &VirtualMachine) -> Option<String> {
    name.filter(|name| !vm.is_none(name))
        .map(|name| error::text_of(&name, vm))
}

/// Calls what may raise an exception, inside of a Rust future.
pub(crate) fn checked<T>(
    f: impl FnOnce(&VirtualMachine) -> PyResult<T>,
) -> interleave::runtime::Result<T> {
    rustpython_vm::vm::thread::with_current_vm(|vm| {
        f(vm).map_err(|exception| error::of_exception(exception, vm))
    })
}

/// Makes a set of objects. They come out of it in the order in which they went in.
fn set_of(objects: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let list = vm.ctx.new_list(objects);
    vm.ctx.types.set_type.as_object().call((list,), vm)
}

/// Raises the runtime's error as an exception.
pub(crate) fn raised<T>(
    result: interleave::runtime::Result<T>,
    vm: &VirtualMachine,
) -> PyResult<T> {
    result.map_err(|error| error::to_exception(&error, vm))
}

/// Makes a Python object of a Rust value.
fn value_of(value: impl rustpython_vm::convert::ToPyObject, vm: &VirtualMachine) -> PyObjectRef {
    value.to_pyobject(vm)
}

/// Takes the arguments of a function that knows these names; refuses others in Python's words.
fn expected<T: FromArgs>(
    function: &str,
    names: &[&str],
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<T> {
    match args
        .kwargs
        .keys()
        .find(|name| !names.contains(&name.as_str()))
    {
        None => args.bind(vm),
        Some(name) => {
            let message = format!("{function}() got an unexpected keyword argument '{name}'");
            Err(vm.new_type_error(message))
        }
    }
}

/// Refuses all arguments, in Python's words.
fn none_expected(function: &str, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let named = FuncArgs::new(vec![], KwArgs::new(args.kwargs.clone()));
    expected::<()>(function, &[], named, vm)?;
    if !args.args.is_empty() {
        let given = args.args.len() + 1;
        let message = format!("{function}() takes 1 positional argument but {given} were given");
        return Err(vm.new_type_error(message));
    }
    Ok(())
}

/// Makes a list of a length, for programs that ask how many wait.
fn none_of(length: usize, vm: &VirtualMachine) -> PyObjectRef {
    vm.ctx.new_list(vec![vm.ctx.none(); length]).into()
}
