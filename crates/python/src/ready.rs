//! An interpreter that stands ready before there is a program.
//!
//! A page plays a program again with each change of it. What is the same each time, the interpreter and the
//! modules that are imported, it does once, and keeps a copy of the memory.

use std::cell::RefCell;

use rustpython_vm::signal::user_signal_channel;
use rustpython_vm::{AsObject, Interpreter, PyResult, VirtualMachine};

use crate::bridge::text_of;
use crate::coroutines::watch_coroutines;
use crate::interpreter::interpreter;
use crate::session::{Interrupter, Program};
use crate::source::{compile_program, guard_builtins};
use crate::{bounds, mended, modules, threads};

/// An interpreter, and what ends its program.
pub(crate) struct Standing {
    pub(crate) interpreter: Interpreter,
    pub(crate) interrupter: Interrupter,
    /// Whether Interleave's functions are in Python's modules.
    pub(crate) is_equipped: bool,
}

impl Standing {
    pub(crate) fn new() -> Standing {
        let (sender, receiver) = user_signal_channel();
        Standing {
            interpreter: interpreter(receiver),
            interrupter: Interrupter::new(sender),
            is_equipped: false,
        }
    }
}

thread_local! {
    /// The interpreter for the next program.
    static READY: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// Makes the interpreter for the next program of this thread, and imports modules of the library, so that the
/// program finds them imported. One that cannot be imported is left to the program.
pub fn make_ready<'a>(modules: impl IntoIterator<Item = &'a str>) {
    let mut standing = take().unwrap_or_else(Standing::new);
    let is_equipped = standing.is_equipped;
    let equipped = standing.interpreter.enter(|vm| {
        if !is_equipped {
            equip(vm)?;
        }
        for name in modules {
            // The program is told.
            let name = vm.ctx.new_str(name);
            let _ = vm.import(&name, 0);
        }
        PyResult::Ok(())
    });
    standing.is_equipped = equipped.is_ok();
    READY.replace(Some(standing));
}

/// Why a text is no program, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, in Python's words.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Says why a text is no program, by an interpreter that stands ready; none if it is one.
pub fn fault_of(program: &Program) -> Option<Fault> {
    let standing = take().unwrap_or_else(Standing::new);
    let fault = standing.interpreter.enter(|vm| {
        let exception = compile_program(program, vm).err()?;
        let number = |name: &'static str| {
            let number = exception.as_object().get_attr(name, vm).ok()?;
            number.try_to_value::<usize>(vm).ok()
        };
        let message = exception.as_object().get_attr("msg", vm);
        Some(Fault {
            message: message.map_or_else(
                |_| text_of(exception.as_object(), vm),
                |it| text_of(&it, vm),
            ),
            line: number("lineno").unwrap_or(1),
            column: number("offset").unwrap_or(1),
        })
    });
    READY.replace(Some(standing));
    fault
}

/// Returns the interpreter that stands ready, if there is one.
pub(crate) fn take() -> Option<Standing> {
    READY.take()
}

/// Puts Interleave's functions into Python's modules.
pub(crate) fn equip(vm: &VirtualMachine) -> PyResult<()> {
    mended::install(vm)?;
    // The module `re` asks for the names of encodings.
    vm.import("encodings", 0)?;
    threads::install(vm)?;
    modules::install(vm)?;
    guard_builtins(vm)?;
    bounds::install(vm);
    watch_coroutines(vm);
    Ok(())
}
