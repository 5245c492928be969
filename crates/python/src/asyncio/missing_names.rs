//! Names that asyncio has and Interleave does not: each raises with a sentence that says what to
//! use instead.

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;

const NO_SOCKETS: &str =
    "there are no sockets here; asyncio.sleep stands for the wait, and a Queue for the pipe";

const NEVER_EAGER: &str = "tasks never begin at once here; asyncio.create_task schedules them";

/// Names of the module, and what to use instead of them.
const OF_MODULE: [(&str, &str); 5] = [
    (
        "AbstractServer BaseProtocol BaseTransport DatagramTransport ReadTransport WriteTransport
        open_connection open_unix_connection start_server start_unix_server StreamReader
        StreamReaderProtocol StreamWriter Protocol DatagramProtocol BufferedProtocol Transport
        Server",
        NO_SOCKETS,
    ),
    (
        "AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher
        SafeChildWatcher ThreadedChildWatcher get_child_watcher set_child_watcher
        SubprocessTransport create_subprocess_exec create_subprocess_shell subprocess
        SubprocessProtocol",
        "there are no other processes here; asyncio.to_thread runs a function beside the loop",
    ),
    (
        "_enter_task _leave_task _register_task _unregister_task _set_running_loop
        get_event_loop_policy AbstractEventLoopPolicy DefaultEventLoopPolicy SelectorEventLoop
        ProactorEventLoop BaseEventLoop",
        "a program has one event loop here; asyncio.run and asyncio.get_running_loop give it",
    ),
    (
        "run_coroutine_threadsafe",
        "threads are simulated here, and a job in one cannot wait for the loop; return a value \
         from asyncio.to_thread instead",
    ),
    ("eager_task_factory create_eager_task_factory", NEVER_EAGER),
];

/// Names of the event loop, and what to use instead of them.
const OF_LOOP: [(&str, &str); 4] = [
    (
        "connect_accepted_socket create_connection create_datagram_endpoint create_server
        create_unix_connection create_unix_server getaddrinfo getnameinfo sendfile start_tls
        add_reader add_writer remove_reader remove_writer",
        NO_SOCKETS,
    ),
    (
        "add_signal_handler remove_signal_handler connect_read_pipe connect_write_pipe
        subprocess_exec subprocess_shell",
        "there are no signals and no other processes here",
    ),
    ("set_task_factory", NEVER_EAGER),
    (
        "set_default_executor",
        "give the executor to loop.run_in_executor",
    ),
];

fn instead_of(name: &str, known: &[(&str, &'static str)]) -> Option<&'static str> {
    let mut known = known.iter();
    let found = known.find(|(names, _)| names.split_whitespace().any(|known| known == name));
    found.map(|(_, instead)| *instead)
}

/// Makes the error for a name that the module does not have.
pub(super) fn error_of_module(name: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_attribute_error(match instead_of(name, &OF_MODULE) {
        Some(instead) => format!("asyncio.{name} is missing: {instead}"),
        None => format!("module 'asyncio' has no attribute '{name}'"),
    })
}

/// Makes the error for a name of the event loop, if asyncio has the name and Interleave does not.
pub(super) fn error_of_loop(name: &str, vm: &VirtualMachine) -> Option<PyBaseExceptionRef> {
    let is_socket = name.starts_with("sock_");
    let instead = is_socket.then_some(NO_SOCKETS);
    let instead = instead.or_else(|| instead_of(name, &OF_LOOP))?;
    Some(vm.new_attribute_error(format!("loop.{name} is missing: {instead}")))
}
