//! The functions of CPython's modules that wait for something which has a name in the trace.

use std::collections::HashMap;

use rustpython_vm::builtins::PyCode;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use crate::asyncio::lookup;

/// What a function of asyncio waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::asyncio) enum Kind {
    Lock,
    Permit,
    Event,
    Condition,
    Barrier,
    Get,
    Put,
    Join,
    Group,
    /// `asyncio.wait`, which reads what it waits for from its argument.
    Wait,
    /// One of `as_completed`.
    Next,
    /// `wait_for` cancels what it has waited for, and waits for its end.
    CancelAndWait,
}

const FUNCTIONS: [(&str, &str, &str, Kind); 16] = [
    ("asyncio.locks", "Lock", "acquire", Kind::Lock),
    ("asyncio.locks", "Semaphore", "acquire", Kind::Permit),
    ("asyncio.locks", "Event", "wait", Kind::Event),
    ("asyncio.locks", "Condition", "wait", Kind::Condition),
    ("asyncio.locks", "Barrier", "wait", Kind::Barrier),
    ("asyncio.locks", "Barrier", "reset", Kind::Barrier),
    ("asyncio.locks", "Barrier", "abort", Kind::Barrier),
    ("asyncio.locks", "Barrier", "_block", Kind::Barrier),
    ("asyncio.locks", "Barrier", "_wait", Kind::Barrier),
    ("asyncio.queues", "Queue", "get", Kind::Get),
    ("asyncio.queues", "Queue", "put", Kind::Put),
    ("asyncio.queues", "Queue", "join", Kind::Join),
    ("asyncio.taskgroups", "TaskGroup", "_aexit", Kind::Group),
    ("asyncio.tasks", "", "_wait", Kind::Wait),
    (
        "asyncio.tasks",
        "_AsCompletedIterator",
        "_wait_for_one",
        Kind::Next,
    ),
    ("asyncio.tasks", "", "_cancel_and_wait", Kind::CancelAndWait),
];

/// The kinds by the addresses of their code, which asyncio's modules keep alive.
pub(in crate::asyncio) struct KnownCode {
    kinds: HashMap<usize, Kind>,
    _codes: Vec<PyObjectRef>,
}

impl KnownCode {
    /// Looks the functions up, before the program may have replaced one.
    pub(in crate::asyncio) fn find(vm: &VirtualMachine) -> PyResult<KnownCode> {
        let (mut kinds, mut codes) = (HashMap::new(), Vec::new());
        for (module, class, function, kind) in FUNCTIONS {
            let owner = match class {
                "" => lookup::module(module, vm)?,
                class => lookup::attribute(module, class, vm)?,
            };
            let function = owner.get_attr(vm.ctx.intern_str(function), vm)?;
            let code = function.get_attr("__code__", vm)?;
            kinds.insert(code.get_id(), kind);
            codes.push(code);
        }
        let _codes = codes;
        Ok(KnownCode { kinds, _codes })
    }

    pub(in crate::asyncio) fn kind(&self, code: &Py<PyCode>) -> Option<Kind> {
        self.kinds.get(&code.as_object().get_id()).copied()
    }
}
