//! Errors that nobody took, which the loop reports.

use interleave::runtime::Event;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use crate::asyncio::core::PyTask;
use crate::asyncio::state;
use crate::bridge::{from_exception, text_of};

/// The messages that the trace has, too.
const MESSAGES: [&str; 3] = [
    "Task exception was never retrieved",
    "Future exception was never retrieved",
    "unhandled exception during asyncio.run() shutdown",
];

/// Records what the loop's exception handler is called with.
pub(in crate::asyncio) fn record(context: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let get = |key: &str| vm.call_method(context, "get", (key.to_owned(),));
    let message = text_of(&*get("message")?, vm);
    if !MESSAGES.contains(&message.as_str()) {
        return Ok(());
    }
    let Ok(exception) = get("exception")?.downcast::<rustpython_vm::builtins::PyBaseException>()
    else {
        return Ok(());
    };
    let exception: PyBaseExceptionRef = exception;
    let of = [get("task")?, get("future")?];
    let task = of.iter().find_map(|object| object.downcast_ref::<PyTask>());
    let task = task.map(|task| task.id());
    let text = format!("{message}: {}", from_exception(exception, vm));
    let (session, _) = state::current(vm)?;
    session
        .runtime_loop()
        .record(Event::Logged { task, text: &text });
    Ok(())
}
