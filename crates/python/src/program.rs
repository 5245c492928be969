//! A program, and its execution from the first line to the last.

use std::cell::{Cell, OnceCell, RefCell};
use std::mem::ManuallyDrop;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use interleave::runtime::{Error, Outcome, Run};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::signal::user_signal_channel;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use crate::asyncio::running;
use crate::compiling::{Compiled, compiled};
use crate::console::{PyStream, Stream};
use crate::limit::Interrupter;
use crate::session::{self, Host, Session};
use crate::{
    asyncio, beside, clock, error, failure, machine, nesting, top_level, traceback, wall_time,
    warning,
};

/// A Python program.
#[derive(Clone, Debug)]
pub struct Program {
    /// The name of its file, as tracebacks and the trace have it.
    pub file: String,
    /// Its text.
    pub source: String,
}

impl Program {
    /// Executes the program, and returns how it ended. `run` is its loop, which has not begun.
    ///
    /// What it raised was written to the standard error then, as Python writes it.
    pub fn play(&self, run: &Rc<Run>, host: Rc<dyn Host>) -> Outcome {
        let (sender, receiver) = user_signal_channel();
        let steps = Arc::new(AtomicU64::new(0));
        host.watch(Interrupter {
            sender,
            steps: steps.clone(),
        });
        let interpreter = machine::interpreter(&self.file, receiver);
        let ended = failure::guarded(interpreter, &*host, |vm| self.played(run, &host, steps, vm));
        run.stop();
        ended
    }

    fn played(
        &self,
        run: &Rc<Run>,
        host: &Rc<dyn Host>,
        steps: Arc<AtomicU64>,
        vm: &VirtualMachine,
    ) -> Outcome {
        let session = match self.prepare(run, host.clone(), steps, vm) {
            Ok(session) => session,
            Err(exception) => return self.raised(&**host, &exception, vm),
        };
        // Should the interpreter fail, the tasks are not taken apart.
        let kept = ManuallyDrop::new(session.clone());
        let ended = session::with(&session, || {
            let result = self.execute(vm);
            if session.run.begin_exit() {
                session.host.drive(&session.run);
            }
            session.console.finish(vm);
            let ended = self.end(&session, result, vm);
            session.is_ending.set(true);
            session.tasks.take();
            session.ended.take();
            session.current_task.take();
            session.exception_handler.take();
            ended
        });
        drop(ManuallyDrop::into_inner(kept));
        ended
    }

    fn prepare(
        &self,
        run: &Rc<Run>,
        host: Rc<dyn Host>,
        steps: Arc<AtomicU64>,
        vm: &VirtualMachine,
    ) -> PyResult<Rc<Session>> {
        // The names of encodings, for which `re` asks.
        vm.import("encodings", 0)?;
        let asyncio = vm.import("asyncio", 0)?;
        let cancelled_error = asyncio.get_attr("CancelledError", vm)?;
        let session = Session {
            run: run.clone(),
            host,
            console: Default::default(),
            event_loop: OnceCell::new(),
            is_closed: Cell::new(false),
            is_running: Cell::new(false),
            tasks: RefCell::default(),
            current_task: RefCell::default(),
            ended: RefCell::default(),
            generators: RefCell::default(),
            steps,
            program: self.clone(),
            is_known: Cell::new(false),
            exception_handler: RefCell::default(),
            waits: vm.ctx.new_list(vec![]).into(),
            cancelled_error: cancelled_error
                .downcast()
                .map_err(|_| vm.new_runtime_error("no class CancelledError".to_owned()))?,
            loops: Cell::new(0),
            mains: Cell::new(0),
            is_ending: Cell::new(false),
        };
        for (name, stream) in [("stdout", Stream::Output), ("stderr", Stream::Error)] {
            let stream = PyStream::new_ref(stream, vm);
            vm.sys_module.set_attr(name, stream, vm)?;
        }
        clock::install(vm)?;
        wall_time::install(vm)?;
        nesting::guard(vm)?;
        warning::watch_coroutines(vm);
        asyncio::generators::watch(vm);
        Ok(Rc::new(session))
    }

    fn execute(&self, vm: &VirtualMachine) -> PyResult<()> {
        let scope = vm.new_scope_with_main()?;
        beside::watch(self, scope.globals.clone(), vm)?;
        let globals = scope.globals.clone();
        let Compiled { code, is_coroutine } = compiled(self, vm)?;
        vm.run_code_obj(code, scope)?;
        if is_coroutine {
            let main = globals.get_item(top_level::NAME, vm)?;
            globals.del_item(top_level::NAME, vm)?;
            running::run(main.call((), vm)?, vm)?;
        }
        Ok(())
    }

    fn end(&self, session: &Session, result: PyResult<()>, vm: &VirtualMachine) -> Outcome {
        if let Some(limit) = session.inner_loop().limit() {
            return Outcome::Limit(limit);
        }
        if let Some(outcome @ (Outcome::Limit(_) | Outcome::Stopped)) = session.run.outcome() {
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

    fn raised(
        &self,
        host: &dyn Host,
        exception: &PyBaseExceptionRef,
        vm: &VirtualMachine,
    ) -> Outcome {
        host.write_error(&traceback::text(exception, vm));
        Outcome::Raised(error::of_exception(exception.clone(), vm))
    }
}

/// What `sys.exit` asked for: a number, nothing, or a text that goes to the standard error.
fn exited(session: &Session, exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Outcome {
    let code = exception.get_arg(0).filter(|code| !vm.is_none(code));
    let code = match code {
        None => 0,
        Some(code) => code.try_to_value::<i64>(vm).unwrap_or_else(|_| {
            let text = error::text_of(&code, vm);
            session.host.write_error(&format!("{text}\n"));
            1
        }),
    };
    match code {
        0 => Outcome::Finished,
        code => Outcome::Raised(Error::raised("SystemExit", code.to_string())),
    }
}
