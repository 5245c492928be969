//! The state of the interpreter for one thread: its frames, the exception that it handles, the depth of
//! its recursion.
//!
//! The interpreter makes such a state for a new interpreter alone. So one is made, and given the modules
//! and the rest of the program's interpreter. While it is made it fills the modules `sys` and `builtins`
//! anew; afterwards they are as they were.

use std::cell::Cell;
use std::ptr;

use rustpython_vm::builtins::{PyDict, PyDictRef};
use rustpython_vm::frame::InterpreterFrame;
use rustpython_vm::signal::user_signal_channel;
use rustpython_vm::vm::thread;
use rustpython_vm::{Interpreter, PyObjectRef, PyPayload, PyResult, Settings, VirtualMachine};

use crate::session;

/// The state of the interpreter for one thread.
pub(super) struct Machine {
    interpreter: Interpreter,
    /// The innermost frame of the thread, while another thread runs.
    frame: Cell<*const InterpreterFrame>,
}

impl Machine {
    pub(super) fn new(vm: &VirtualMachine) -> Machine {
        let (state, sys, builtins) = (vm.state.clone(), vm.sys_module.clone(), vm.builtins.clone());
        let kept = [sys.dict(), builtins.dict()].map(|dict| (dict.copy(), dict));
        let recursion_limit = vm.recursion_limit.get();
        let (sender, receiver) = user_signal_channel();
        // No frame of this thread is one of the new state's.
        let frame = thread::set_current_frame(ptr::null());
        let mut settings = Settings::default();
        settings.install_signal_handlers = false;
        settings.import_site = false;
        settings.isolated = true;
        let interpreter = Interpreter::builder(settings)
            .init_hook(move |new| {
                new.state = state;
                new.sys_module = sys;
                new.builtins = builtins;
                new.recursion_limit.set(recursion_limit);
                new.set_user_signal_channel(receiver);
            })
            .build();
        let _ = thread::set_current_frame(frame);
        // While it is made, nothing interrupts it.
        if let Some(session) = session::open() {
            session.interrupter.add(sender);
        }
        let importlib = importlib_of(vm);
        for (known, dict) in kept {
            // The keys are texts, which nothing can fail to set.
            let _ = restore(&dict, known, vm);
        }
        // What imports modules is shared, with its locks.
        if let (Some(new), Some(known)) = (importlib, importlib_of(vm)) {
            let _ = restore(&new, known.copy(), vm);
        }
        Machine {
            interpreter,
            frame: Cell::new(ptr::null()),
        }
    }

    /// Calls a function with this state as the interpreter's.
    pub(super) fn enter<R>(&self, function: impl FnOnce() -> R) -> R {
        let before = thread::set_current_frame(self.frame.get());
        let result = self.interpreter.enter(|_| function());
        self.frame.set(thread::set_current_frame(before));
        result
    }
}

/// Returns the names of the module that imports modules.
fn importlib_of(vm: &VirtualMachine) -> Option<PyDictRef> {
    let modules = vm.sys_module.get_attr("modules", vm).ok()?;
    let module = modules.get_item("_frozen_importlib", vm).ok()?;
    module.dict()
}

fn restore(dict: &PyDictRef, known: PyDict, vm: &VirtualMachine) -> PyResult<()> {
    let stale: Vec<PyObjectRef> = (&**dict).into_iter().map(|(key, _)| key).collect();
    for key in stale {
        dict.del_item(&*key, vm)?;
    }
    let known = known.into_ref(&vm.ctx);
    for (key, value) in &*known {
        dict.set_item(&*key, value, vm)?;
    }
    Ok(())
}
