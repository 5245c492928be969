//! The interpreter: RustPython with its library frozen in, and nothing of the host's.
//!
//! The interpreter opens no file and no socket, and its hashes have a fixed seed: a program that
//! runs twice does the same twice.
//!
//! RustPython is large, and a program may run into a fault of RustPython's: a panic ends the program,
//! and nothing else. The host gets an error then, as for an exception that the program did not catch,
//! and the trace of what happened before.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave::runtime::{Error, Outcome};
use rustpython_vm::frozen::FrozenLib;
use rustpython_vm::signal::UserSignalReceiver;
use rustpython_vm::{Interpreter, Settings, VirtualMachine};

use crate::session::Host;
use crate::{asyncio, modules, threads};

// `LIBRARY`: the part of Python's standard library that is written in Python. In a page it is empty, and what
// a page gives is `GIVEN`.
include!(concat!(env!("OUT_DIR"), "/library.rs"));

thread_local! {
    /// What a page has given of the library.
    static GIVEN: RefCell<Vec<&'static FrozenLib>> = const { RefCell::new(Vec::new()) };
}

/// Takes a part of the library that is not in the module: bytes as the build makes them. They are kept for good.
pub fn give_library(bytes: Vec<u8>) {
    let library: &'static FrozenLib = FrozenLib::from_ref(bytes.leak());
    GIVEN.with_borrow_mut(|given| given.push(library));
}

pub(crate) fn interpreter(signals: UserSignalReceiver) -> Interpreter {
    let mut settings = Settings::default();
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.isolated = true;
    settings.hash_seed = Some(0);
    let builder = Interpreter::builder(settings);
    let mut native = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    // The library has its queues in Python, too, over the locks of simulated threads.
    native.retain(|known| !["_asyncio", "_queue"].contains(&known.name.as_str()));
    native.push(threads::module_def(&builder.ctx));
    native.push(asyncio::module_def(&builder.ctx));
    native.push(asyncio::seams_module_def(&builder.ctx));
    native.push(modules::module_def(&builder.ctx));
    native.push(modules::fetch_module_def(&builder.ctx));
    native.push(modules::html_module_def(&builder.ctx));
    native.push(modules::zones_module_def(&builder.ctx));
    let builder = builder
        .add_native_modules(&native)
        .add_frozen_modules(LIBRARY);
    let given = GIVEN.with_borrow(Clone::clone).into_iter();
    given
        .fold(builder, |builder, library| {
            builder.add_frozen_modules(library)
        })
        .init_hook(|vm| vm.set_user_signal_channel(signals))
        .build()
}

/// The kind of the error in a summary.
const KIND: &str = "InterpreterError";

thread_local! {
    /// Whether an interpreter panicked on this thread. A panic leaves pointers to frames that are
    /// gone, which the next interpreter would follow.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `f` inside of the interpreter; a panic in `f` becomes an outcome.
///
/// After a panic the interpreter is not dropped, because its state may not allow that, and no other
/// program runs on the thread.
pub(crate) fn guarded(
    interpreter: Interpreter,
    host: &dyn Host,
    f: impl FnOnce(&VirtualMachine) -> Outcome,
) -> Outcome {
    if HAS_FAILED.get() {
        return failed(host, "it did before, on this thread");
    }
    match catch_unwind(AssertUnwindSafe(|| interpreter.enter(f))) {
        Ok(outcome) => outcome,
        Err(panic) => {
            HAS_FAILED.set(true);
            mem::forget(interpreter);
            match message_of(&*panic) {
                // Not even a request to the system could be made for that many bytes.
                "capacity overflow" => too_large(host),
                message => failed(host, message),
            }
        }
    }
}

fn failed(host: &dyn Host, why: &str) -> Outcome {
    let message = format!(
        "the interpreter failed ({why}); this is no fault of the program's: write it another way"
    );
    host.write_error(&format!("{KIND}: {message}\n"));
    Outcome::Raised(Error::raised(KIND, message))
}

fn too_large(host: &dyn Host) -> Outcome {
    let message = host.memory_note();
    host.write_error(&format!("MemoryError\n{message}\n"));
    Outcome::Raised(Error::raised("MemoryError", message))
}

fn message_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}
