//! What asyncio has and this does not: each name raises with a sentence that says what there is
//! instead.

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;

/// Names that need a network.
const NETWORK: [&str; 12] = [
    "open_connection",
    "open_unix_connection",
    "start_server",
    "start_unix_server",
    "StreamReader",
    "StreamReaderProtocol",
    "StreamWriter",
    "Protocol",
    "DatagramProtocol",
    "BufferedProtocol",
    "Transport",
    "Server",
];

/// Names that need other processes.
const PROCESSES: [&str; 4] = [
    "create_subprocess_exec",
    "create_subprocess_shell",
    "subprocess",
    "SubprocessProtocol",
];

/// Names of what chooses or replaces the event loop.
const LOOPS: [&str; 7] = [
    "get_event_loop_policy",
    "AbstractEventLoopPolicy",
    "DefaultEventLoopPolicy",
    "SelectorEventLoop",
    "ProactorEventLoop",
    "BaseEventLoop",
    "run_coroutine_threadsafe",
];

/// Names of tasks that begin at once.
const EAGER: [&str; 2] = ["eager_task_factory", "create_eager_task_factory"];

/// Makes the error for a name that is not there.
pub(super) fn attribute(name: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let instead = if NETWORK.contains(&name) {
        "there are no sockets here; asyncio.sleep stands for the wait, and a Queue for the pipe"
    } else if PROCESSES.contains(&name) {
        "there are no other processes here; asyncio.to_thread runs a function beside the loop"
    } else if LOOPS.contains(&name) {
        "a program has one event loop here; asyncio.run and asyncio.get_running_loop give it"
    } else if EAGER.contains(&name) {
        "tasks never begin at once here; asyncio.create_task schedules them"
    } else {
        let message = format!("module 'asyncio' has no attribute '{name}'");
        return vm.new_attribute_error(message);
    };
    vm.new_attribute_error(format!("asyncio.{name} is missing: {instead}"))
}
