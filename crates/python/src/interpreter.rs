//! The interpreter: RustPython with its library frozen in, and nothing of the host's.
//!
//! The interpreter opens no file and no socket, and its hashes have a fixed seed: a program that
//! runs twice does the same twice.

use rustpython_vm::frozen::FrozenLib;
use rustpython_vm::signal::UserSignalReceiver;
use rustpython_vm::{Interpreter, Settings};

use crate::{asyncio, modules};

/// The part of Python's standard library that is written in Python.
const LIBRARY: &FrozenLib = include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// Makes an interpreter for one program.
pub(crate) fn interpreter(file: &str, signals: UserSignalReceiver) -> Interpreter {
    let mut settings = Settings::default();
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.isolated = true;
    settings.hash_seed = Some(0);
    settings.argv = vec![file.to_owned()];
    let builder = Interpreter::builder(settings);
    let mut native = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    native.push(asyncio::module_def(&builder.ctx));
    native.push(modules::module_def(&builder.ctx));
    builder
        .add_native_modules(&native)
        .add_frozen_modules(LIBRARY)
        .init_hook(|vm| vm.set_user_signal_channel(signals))
        .build()
}
