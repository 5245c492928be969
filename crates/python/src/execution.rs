//! The execution of a program, from its first line to its last.

use std::cell::{Cell, OnceCell, RefCell};
use std::mem::ManuallyDrop;
use std::rc::Rc;

#[cfg(target_family = "wasm")]
use interleave::runtime::Limit;
use interleave::runtime::{Error, Outcome, Run};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use crate::bridge::{formatted, from_exception, text_of};
use crate::interpreter::guarded;
use crate::modules::{print_unfinished_line, watch_imports};
use crate::ready::{self, Standing};
use crate::session::{self, Host, Interrupter, Program, Session};
use crate::source::{Compiled, MAIN, compile_program};
use crate::{asyncio, threads};

impl Program {
    /// Executes the program, and returns how it ended. `run` has the program's loop, which has not
    /// started.
    ///
    /// The traceback of an error that the program did not catch goes to the standard error.
    pub fn play(&self, run: &Rc<Run>, host: Rc<dyn Host>) -> Outcome {
        let standing = ready::take().unwrap_or_else(Standing::new);
        let Standing {
            interpreter,
            interrupter,
            is_equipped,
        } = standing;
        host.watch(interrupter.clone());
        let ended = guarded(interpreter, &*host, |vm| {
            let equipped = if is_equipped {
                Ok(())
            } else {
                ready::equip(vm)
            };
            match equipped.and_then(|()| self.name_in(vm)) {
                Ok(()) => self.play_inside(run, &host, interrupter, vm),
                Err(exception) => self.raised(&*host, &exception, vm),
            }
        });
        run.stop();
        ended
    }

    fn play_inside(
        &self,
        run: &Rc<Run>,
        host: &Rc<dyn Host>,
        interrupter: Interrupter,
        vm: &VirtualMachine,
    ) -> Outcome {
        let session = self.session(run, host.clone(), interrupter);
        // After a panic of the interpreter the tasks are not dropped.
        let kept = ManuallyDrop::new(session.clone());
        let ended = session::enter(&session, || {
            let result = self.execute(vm);
            print_unfinished_line(&session, vm);
            let mut ended = self.end(&session, result, vm);
            if !is_cut_off(&ended) && session.exit_code.get().is_none() {
                wait_for_threads(vm);
                run_exit_functions(vm);
                finalize(vm);
                print_unfinished_line(&session, vm);
                ended = cut_off(&session).unwrap_or(ended);
            }
            if let Some(code) = session.exit_code.get() {
                ended = exited_with(code);
            }
            #[cfg(target_family = "wasm")]
            if ended == Outcome::Limit(Limit::Stuck)
                && let Some(refusal) = threads::refusal()
            {
                // What waits for ever waits for a thread that there is not.
                ended = Outcome::Raised(Error::raised("RuntimeError", refusal));
            }
            session.is_ending.set(true);
            threads::threads(&session).abandon();
            asyncio::state_of(&session).clear();
            ended
        });
        drop(ManuallyDrop::into_inner(kept));
        ended
    }

    /// Tells the interpreter the name of the program's file.
    fn name_in(&self, vm: &VirtualMachine) -> PyResult<()> {
        for name in ["argv", "orig_argv"] {
            let file = vm.ctx.new_str(self.file.as_str());
            vm.sys_module
                .set_attr(name, vm.ctx.new_list(vec![file.into()]), vm)?;
        }
        Ok(())
    }

    fn session(&self, run: &Rc<Run>, host: Rc<dyn Host>, interrupter: Interrupter) -> Rc<Session> {
        Rc::new(Session {
            run: run.clone(),
            host,
            program: self.clone(),
            is_source_known: Cell::new(false),
            unfinished_line: RefCell::default(),
            asyncio: RefCell::default(),
            threads: RefCell::default(),
            interrupter,
            cancelled_error: OnceCell::new(),
            errors_written: Cell::new(0),
            is_ending: Cell::new(false),
            exit_code: Cell::new(None),
        })
    }

    /// Runs the program's code, and its main coroutine if the code defines one.
    fn execute(&self, vm: &VirtualMachine) -> PyResult<()> {
        let scope = vm.new_scope_with_main()?;
        watch_imports(self, scope.globals.clone(), vm)?;
        let globals = scope.globals.clone();
        let Compiled { code, is_coroutine } = compile_program(self, vm)?;
        vm.run_code_obj(code, scope)?;
        if is_coroutine {
            let main = globals.get_item(MAIN, vm)?;
            globals.del_item(MAIN, vm)?;
            asyncio::run(main.call((), vm)?, vm)?;
        }
        Ok(())
    }

    /// Returns the outcome of a program whose code gave this result.
    fn end(&self, session: &Session, result: PyResult<()>, vm: &VirtualMachine) -> Outcome {
        if let Some(outcome) = cut_off(session) {
            return outcome;
        }
        match result {
            Ok(()) => Outcome::Finished,
            Err(exception) if exception.fast_isinstance(vm.ctx.exceptions.system_exit) => {
                exited(session, &exception, vm)
            }
            Err(exception) => self.raised(&*session.host, &exception, vm),
        }
    }

    /// Writes the traceback of an exception, and returns the outcome.
    fn raised(
        &self,
        host: &dyn Host,
        exception: &PyBaseExceptionRef,
        vm: &VirtualMachine,
    ) -> Outcome {
        if !told_by_hook(exception, vm) {
            host.write_error(&formatted(exception, vm));
        }
        Outcome::Raised(from_exception(exception.clone(), vm))
    }
}

/// Calls the program's own `sys.excepthook`, if it has set one.
fn told_by_hook(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> bool {
    let get = |name: &'static str| vm.sys_module.get_attr(name, vm).ok();
    let (Some(hook), Some(own)) = (get("excepthook"), get("__excepthook__")) else {
        return false;
    };
    if hook.is(&own) {
        return false;
    }
    let traceback = exception
        .as_object()
        .get_attr("__traceback__", vm)
        .unwrap_or_else(|_| vm.ctx.none());
    let class = exception.class().to_owned();
    hook.call((class, exception.clone(), traceback), vm).is_ok()
}

fn is_cut_off(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Limit(_) | Outcome::Stopped)
}

/// Returns the outcome of a run that a limit, or its host, has ended.
fn cut_off(session: &Session) -> Option<Outcome> {
    let limit = session.runtime_loop().limit().map(Outcome::Limit);
    limit.or_else(|| session.run.outcome().filter(is_cut_off))
}

/// Waits for the threads that are no daemons, as the interpreter does before it ends. What fails there
/// has been reported, or ends the run.
fn wait_for_threads(vm: &VirtualMachine) {
    let modules = vm.sys_module.get_attr("modules", vm);
    let module = |name| {
        let modules = modules.as_ref().ok()?;
        modules.get_item(name, vm).ok()
    };
    // Without the library's `threading` a program has threads of `_thread` alone, which are not awaited.
    if let Some(threading) = module("threading") {
        let _ = vm.call_method(&threading, "_shutdown", ());
    }
}

/// Calls the functions that the program has registered with `atexit`; the last one first. It reports
/// their errors itself.
fn run_exit_functions(vm: &VirtualMachine) {
    let modules = vm.sys_module.get_attr("modules", vm);
    let module = modules.and_then(|modules| modules.get_item("atexit", vm));
    if let Ok(module) = module {
        // What a function raises has been reported.
        let _ = vm.call_method(&module, "_run_exitfuncs", ());
    }
}

/// Finalizes what the names of the main module hold. It reports errors itself.
fn finalize(vm: &VirtualMachine) {
    let main = || {
        let modules = vm.sys_module.get_attr("modules", vm)?;
        let names = modules.get_item("__main__", vm)?.get_attr("__dict__", vm)?;
        let at_end = vm.import("_at_end", 0)?;
        vm.call_method(&at_end, "finalize", (names,))
    };
    // What fails here, a limit of the run has ended.
    let _ = main();
}

/// Returns the outcome of `sys.exit`, whose argument is a number, nothing, or a text for the
/// standard error.
fn exited(session: &Session, exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Outcome {
    let code = exception.get_arg(0).filter(|code| !vm.is_none(code));
    let Some(code) = code else {
        return Outcome::Finished;
    };
    let Ok(code) = code.try_to_value::<i64>(vm) else {
        let text = text_of(&code, vm);
        session.host.write_error(&format!("{text}\n"));
        return Outcome::Raised(Error::raised("SystemExit", text));
    };
    exited_with(code)
}

fn exited_with(code: i64) -> Outcome {
    match code {
        0 => Outcome::Finished,
        code => Outcome::Raised(Error::raised("SystemExit", code.to_string())),
    }
}
