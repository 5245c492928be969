//! The stacks of threads: a thread gives control away in the middle of its calls, and goes on there.
//!
//! The interpreter compares the address of the system's stack with the end of that of its own thread,
//! to find recursion that is too deep. So the stacks of a program's threads must lie above it:
//! [`with_stacks`] keeps a range of addresses free there.

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use generator::{Generator, Gn};
use memmap2::MmapOptions;
use rustpython_vm::vm::thread as interpreter_thread;
use rustpython_vm::{PyResult, VirtualMachine};

use super::machine::Machine;

/// The size of a thread's stack in words: 8 MiB, as a thread of the system has it.
const STACK_WORDS: usize = 8 * 1024 * 1024 / size_of::<usize>();

/// How many bytes of addresses are kept free for stacks, or what a system allows of that. What is not used costs
/// nothing.
const RANGES: [usize; 3] = [16 << 30, 1 << 30, 1 << 27];

/// The stack of the thread that runs the interpreter, in bytes. The interpreter keeps away from its end, and raises
/// `RecursionError` instead; but not all of its functions look: a chain of a hundred thousand iterators, each
/// over the next, is walked down without a question.
const MAIN_STACK: usize = 48 << 20;

/// How many threads are started at most until one is where it has to be.
const ATTEMPTS: usize = 64;

type Job = Box<dyn FnOnce()>;

static ONLY: Mutex<()> = Mutex::new(());

thread_local! {
    /// The address below which a stack is of no use.
    static LOWEST: Cell<usize> = const { Cell::new(usize::MAX) };
    /// The job that the next stack to go on begins with.
    static JOB: Cell<Option<Job>> = const { Cell::new(None) };
}

/// What a stack tells when it gives control back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    IsReady(usize),
    Waits,
    HasEnded,
}

/// Calls a function on a thread of the system of its own, on which Python programs may start threads.
///
/// # Errors
/// The system's, if it starts no thread.
pub fn with_stacks<R: Send + 'static>(
    function: impl FnOnce() -> R + Send + 'static,
) -> io::Result<R> {
    // One at a time: they would take each other's addresses.
    let _only = ONLY.lock().unwrap_or_else(PoisonError::into_inner);
    // Addresses are handed out from the top down: what is freed later lies above a stack that is made now.
    let range = RANGES.into_iter().find_map(|length| {
        let range = MmapOptions::new().len(length).no_reserve_swap().map_anon();
        range.ok()
    });
    // Without a range there are no stacks, and any thread will do.
    let start = range
        .as_ref()
        .map_or(usize::MAX, |range| range.as_ptr().addr());
    // A thread whose stack has found room above the range keeps that until another one is below.
    let mut waiting = Vec::new();
    let (give, started) = loop {
        let (address, give, started) = start_thread()?;
        if address < start || waiting.len() == ATTEMPTS {
            break (give, started);
        }
        waiting.push((give, started));
    };
    drop((range, waiting));
    // The thread takes it: it waits for nothing else.
    let _ = give.send(function);
    match started.join() {
        Ok(Some(result)) => Ok(result),
        Ok(None) => Err(io::Error::other("the thread got nothing to do")),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// What a thread is given to do, and the thread.
type Started<F, R> = (usize, Sender<F>, JoinHandle<Option<R>>);

/// Starts a thread, and returns the address of its stack with it.
fn start_thread<R: Send + 'static, F: FnOnce() -> R + Send + 'static>() -> io::Result<Started<F, R>>
{
    let (tell, told) = channel();
    let (give, given) = channel::<F>();
    let started = thread::Builder::new()
        .name("interleave".to_owned())
        .stack_size(MAIN_STACK)
        .spawn(move || {
            let here = 0_u8;
            LOWEST.set(std::ptr::from_ref(&here).addr());
            // Without a listener nothing is given either.
            let _ = tell.send(LOWEST.get());
            given.recv().ok().map(|function| function())
        })?;
    let address = told.recv().map_err(io::Error::other)?;
    Ok((address, give, started))
}

/// Stacks that no thread uses at present.
#[derive(Default)]
pub(super) struct Stacks {
    free: RefCell<Vec<Rc<Stack>>>,
    unsuited: RefCell<Vec<Rc<Stack>>>,
}

impl Stacks {
    /// Returns a stack for a thread.
    /// Errors: `RuntimeError` where no address is left for one.
    pub(super) fn take(&self, vm: &VirtualMachine) -> PyResult<Rc<Stack>> {
        let known = self.free.borrow_mut().pop();
        if let Some(stack) = known {
            return Ok(stack);
        }
        let stack = Rc::new(Stack::new(vm));
        let is_suited = match stack.generator.borrow_mut().resume() {
            Some(Told::IsReady(address)) => address > LOWEST.get(),
            _ => false,
        };
        if is_suited {
            return Ok(stack);
        }
        self.unsuited.borrow_mut().push(stack);
        Err(vm.new_runtime_error("can't start new thread"))
    }

    pub(super) fn give_back(&self, stack: Rc<Stack>) {
        self.free.borrow_mut().push(stack);
    }

    /// Ends the stacks that no thread uses.
    pub(super) fn close(&self) {
        let all = self.free.take().into_iter().chain(self.unsuited.take());
        for stack in all {
            // Without a job the stack's function returns.
            drop(JOB.take());
            let _ = stack.generator.borrow_mut().resume();
        }
    }
}

/// A stack, with the state of the interpreter for the thread that runs on it.
pub(super) struct Stack {
    /// A thread that never ends is not dropped: its calls would have to be unwound.
    generator: RefCell<std::mem::ManuallyDrop<Generator<'static, (), Told>>>,
    machine: Machine,
    job: Cell<Option<Job>>,
}

impl Stack {
    fn new(vm: &VirtualMachine) -> Stack {
        let generator = Gn::new_opt(STACK_WORDS, || {
            let here = 0_u8;
            tell(Told::IsReady(std::ptr::from_ref(&here).addr()));
            while let Some(job) = JOB.take() {
                job();
                tell(Told::HasEnded);
            }
            Told::HasEnded
        });
        Stack {
            generator: RefCell::new(std::mem::ManuallyDrop::new(generator)),
            machine: Machine::new(vm),
            job: Cell::new(None),
        }
    }

    /// Gives the stack the job that it begins with when it goes on.
    pub(super) fn give(&self, job: impl FnOnce(&VirtualMachine) + 'static) {
        let job = move || interpreter_thread::with_current_vm(|vm| job(vm));
        self.job.set(Some(Box::new(job)));
    }

    /// Lets what runs on the stack go on until it waits. Returns whether its job has ended.
    pub(super) fn go_on(&self) -> bool {
        if let Some(job) = self.job.take() {
            JOB.set(Some(job));
        }
        let told = self.machine.enter(|| self.generator.borrow_mut().resume());
        told != Some(Told::Waits)
    }
}

/// Gives control back in the middle of what runs on a stack.
pub(super) fn give_control_back() {
    tell(Told::Waits);
}

/// Gives control back with a word.
fn tell(told: Told) {
    // The scope that the library would have used is at the stack's beginning, far below.
    #[expect(deprecated, reason = "see above")]
    generator::yield_with(told);
}
