//! What asyncio has and this does not: each name raises with a sentence that says what there is
//! instead.

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;

/// Names that need a network.
const NETWORK: [&str; 18] = [
    "AbstractServer",
    "BaseProtocol",
    "BaseTransport",
    "DatagramTransport",
    "ReadTransport",
    "WriteTransport",
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
const PROCESSES: [&str; 13] = [
    "AbstractChildWatcher",
    "FastChildWatcher",
    "MultiLoopChildWatcher",
    "PidfdChildWatcher",
    "SafeChildWatcher",
    "ThreadedChildWatcher",
    "get_child_watcher",
    "set_child_watcher",
    "SubprocessTransport",
    "create_subprocess_exec",
    "create_subprocess_shell",
    "subprocess",
    "SubprocessProtocol",
];

/// Names of what chooses or replaces the event loop.
const LOOPS: [&str; 11] = [
    "_enter_task",
    "_leave_task",
    "_register_task",
    "_unregister_task",
    "_set_running_loop",
    "get_event_loop_policy",
    "AbstractEventLoopPolicy",
    "DefaultEventLoopPolicy",
    "SelectorEventLoop",
    "ProactorEventLoop",
    "BaseEventLoop",
];

/// Names of what speaks with a loop from a thread of the system.
const THREADS: [&str; 1] = ["run_coroutine_threadsafe"];

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
    } else if THREADS.contains(&name) {
        "threads are simulated here, and a job in one cannot wait for the loop; return a value \
         from asyncio.to_thread instead"
    } else if EAGER.contains(&name) {
        "tasks never begin at once here; asyncio.create_task schedules them"
    } else {
        let message = format!("module 'asyncio' has no attribute '{name}'");
        return vm.new_attribute_error(message);
    };
    vm.new_attribute_error(format!("asyncio.{name} is missing: {instead}"))
}

/// Parts of the loop that need a network.
const LOOP_NETWORK: [&str; 14] = [
    "connect_accepted_socket",
    "create_connection",
    "create_datagram_endpoint",
    "create_server",
    "create_unix_connection",
    "create_unix_server",
    "getaddrinfo",
    "getnameinfo",
    "sendfile",
    "start_tls",
    "add_reader",
    "add_writer",
    "remove_reader",
    "remove_writer",
];

/// Parts of the loop that need signals or other processes.
const LOOP_SYSTEM: [&str; 6] = [
    "add_signal_handler",
    "remove_signal_handler",
    "connect_read_pipe",
    "connect_write_pipe",
    "subprocess_exec",
    "subprocess_shell",
];

/// Says what there is instead of a part of the loop that is not here.
pub(super) fn of_loop(name: &str) -> Option<String> {
    let instead = if LOOP_NETWORK.contains(&name) || name.starts_with("sock_") {
        "there are no sockets here; asyncio.sleep stands for the wait, and a Queue for the pipe"
    } else if LOOP_SYSTEM.contains(&name) {
        "there are no signals and no other processes here"
    } else if name == "set_task_factory" {
        "tasks never begin at once here; asyncio.create_task schedules them"
    } else if name == "set_default_executor" {
        "give the executor to loop.run_in_executor"
    } else {
        return None;
    };
    Some(format!("loop.{name} is missing: {instead}"))
}
