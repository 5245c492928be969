//! The threads of a run: which one runs, and what makes one wait and go on.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use interleave::runtime::{
    Answer, Event, EventLoop, Nanos, Request, SourceLocation, ThreadId, Waited,
};
use rustpython_vm::{PyResult, VirtualMachine};

use super::handle::PyThreadHandle;
use super::stack::{Stacks, give_control_back};
use super::thread::{MAIN, Thread, Wait, Woken};
use crate::session::{self, Session, check_limits};

/// A function that hears which thread had control, and which one gets it.
type OnSwitch = Box<dyn Fn(u64, u64)>;

/// The threads of a run.
pub(crate) struct Threads {
    main: Rc<Thread>,
    running: RefCell<Rc<Thread>>,
    last_number: Cell<u64>,
    stacks: Stacks,
    /// The ends of the threads for which the program waits when it ends.
    pub(super) awaited: RefCell<Vec<rustpython_vm::PyRef<PyThreadHandle>>>,
    /// The waits that others have ended, of threads that have not gone on.
    woken: RefCell<VecDeque<Wait>>,
    /// How many threads have begun and not ended.
    pub(super) count: Cell<usize>,
    on_switch: RefCell<Vec<OnSwitch>>,
}

/// Returns the threads of a session.
pub(crate) fn threads(session: &Session) -> Rc<Threads> {
    let mut slot = session.threads.borrow_mut();
    let any = slot.get_or_insert_with(|| Rc::new(Threads::new()));
    let known = any.clone().downcast::<Threads>();
    known.unwrap_or_else(|_| Rc::new(Threads::new()))
}

impl Threads {
    fn new() -> Threads {
        let main = Thread::new(MAIN, None);
        Threads {
            running: RefCell::new(main.clone()),
            main,
            last_number: Cell::new(MAIN),
            stacks: Stacks::default(),
            awaited: RefCell::default(),
            woken: RefCell::default(),
            count: Cell::new(0),
            on_switch: RefCell::default(),
        }
    }

    /// Returns the number of the running thread.
    pub(crate) fn current(&self) -> u64 {
        self.running.borrow().number
    }

    pub(crate) fn is_in_main(&self) -> bool {
        self.current() == MAIN
    }

    /// Calls a function whenever another thread gets control.
    pub(crate) fn on_switch(&self, function: impl Fn(u64, u64) + 'static) {
        self.on_switch.borrow_mut().push(Box::new(function));
    }

    pub(super) fn next_number(&self) -> u64 {
        self.last_number.set(self.last_number.get() + 1);
        self.last_number.get()
    }

    /// Starts a thread, whose first turn is when the running thread waits.
    /// Errors: `RuntimeError` where no stack is left.
    pub(super) fn start(
        self: &Rc<Self>,
        session: &Session,
        (number, id): (u64, ThreadId),
        job: impl FnOnce(&VirtualMachine) + 'static,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let stack = self.stacks.take(vm)?;
        stack.give(job);
        let thread = Thread::new(number, Some(id));
        let _ = thread.stack.set(stack);
        self.count.set(self.count.get() + 1);
        let this = self.clone();
        let now = session.runtime_loop().time();
        session
            .runtime_loop()
            .call_for_thread(now, move |event_loop| this.step(&thread, event_loop));
        Ok(())
    }

    /// Gives a thread control until it waits or ends.
    fn step(&self, thread: &Rc<Thread>, event_loop: &Rc<EventLoop>) {
        let (Some(stack), Some(id)) = (thread.stack.get(), thread.id) else {
            return;
        };
        if let Some(session) = session::open() {
            let steps = &session.interrupter.steps;
            steps.fetch_add(1, Ordering::Relaxed);
        }
        let before = self.running.replace(thread.clone());
        self.tell_switch(before.number, thread.number);
        let has_ended = event_loop.step_thread(id, || stack.go_on());
        self.tell_switch(thread.number, before.number);
        self.running.replace(before);
        if has_ended {
            self.count.set(self.count.get().saturating_sub(1));
            self.stacks.give_back(stack.clone());
        }
    }

    fn tell_switch(&self, from: u64, to: u64) {
        for function in &*self.on_switch.borrow() {
            function(from, to);
        }
    }

    /// Makes the running thread ready to wait.
    pub(super) fn begin_wait(&self) -> Wait {
        self.running.borrow().begin_wait()
    }

    /// Waits in the running thread, until another one wakes it or a moment has come. `is_sleep` says
    /// that only the moment ends the wait.
    /// Errors: `SystemExit` where the run has reached a limit, which may be that no thread can go on.
    pub(super) fn wait(
        self: &Rc<Self>,
        wait: &Wait,
        until: Option<Nanos>,
        session: &Session,
        vm: &VirtualMachine,
    ) -> PyResult<Woken> {
        let event_loop = session.runtime_loop();
        let alarm = until.map(|moment| {
            let (this, wait) = (self.clone(), wait.clone());
            event_loop.call_for_thread(moment, move |event_loop| {
                this.go_on(&wait, Woken::ByTime, event_loop);
            })
        });
        let thread = &wait.thread;
        if Rc::ptr_eq(thread, &self.main) {
            session.mark_location(vm);
            let location = SourceLocation::NOWHERE;
            event_loop.stand_still(None, location, || thread.is_woken());
            event_loop.set_location(None);
        } else {
            give_control_back();
        }
        if let Some(alarm) = alarm {
            alarm.cancel();
        }
        let woken = thread.end_wait();
        check_limits(session, vm)?;
        Ok(woken.unwrap_or(Woken::ByTime))
    }

    fn go_on(&self, wait: &Wait, why: Woken, event_loop: &Rc<EventLoop>) {
        if wait.end(why) && !Rc::ptr_eq(&wait.thread, &self.main) {
            self.step(&wait.thread, event_loop);
        }
    }

    /// Wakes a thread: it goes on when the running one waits.
    pub(super) fn wake(self: &Rc<Self>, wait: Wait, session: &Session) {
        let (this, event_loop) = (self.clone(), session.runtime_loop());
        self.woken.borrow_mut().push_back(wait.clone());
        event_loop.call_for_thread(event_loop.time(), move |event_loop| {
            let mut woken = this.woken.borrow_mut();
            woken.retain(|other| !other.is(&wait));
            drop(woken);
            this.go_on(&wait, Woken::ByOther, event_loop);
        });
    }

    /// Lets those go on at once that the running thread has woken.
    pub(crate) fn run_woken(&self, event_loop: &Rc<EventLoop>) {
        for wait in self.woken.take() {
            self.go_on(&wait, Woken::ByOther, event_loop);
        }
    }

    /// Wakes the first of those that wait.
    pub(super) fn wake_first(self: &Rc<Self>, waits: &RefCell<VecDeque<Wait>>, session: &Session) {
        let first = waits.borrow_mut().pop_front();
        if let Some(wait) = first {
            self.wake(wait, session);
        }
    }

    /// Drops what the threads of an ended run keep. A thread that has not ended never goes on.
    pub(crate) fn abandon(&self) {
        self.awaited.take();
        self.woken.take();
        self.on_switch.take();
        self.stacks.close();
    }
}

/// Begins a job of a pool in the running thread, or ends it.
pub(crate) fn set_in_job(is_in_job: InJob, session: &Session) {
    let threads = threads(session);
    let running = threads.running.borrow();
    running.skips_sleep.set(is_in_job == InJob::Yes);
}

/// Whether a thread is in a job of a pool.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InJob {
    Yes,
    No,
}

/// Sleeps in the running thread. Returns false if there is but the main thread, and it is for the caller
/// to block.
/// Errors: `SystemExit` where the run has reached a limit.
pub(crate) fn sleep(length: Nanos, session: &Session, vm: &VirtualMachine) -> PyResult<bool> {
    let threads = threads(session);
    if threads.is_in_main() && threads.count.get() == 0 {
        return Ok(false);
    }
    if length == Nanos::ZERO && threads.running.borrow().skips_sleep.take() {
        return Ok(true);
    }
    let event_loop = session.runtime_loop();
    let length = match length {
        Nanos::ZERO => threads.running.borrow().nap(event_loop.time()),
        length => length,
    };
    let until = event_loop.time().after(length);
    if threads.is_in_main() {
        session.mark_location(vm);
        let main = threads.main.clone();
        let wait = main.begin_wait();
        let alarm = event_loop.call_for_thread(until, move |_| {
            wait.end(Woken::ByTime);
        });
        let location = SourceLocation::NOWHERE;
        event_loop.stand_still(Some(until), location, || main.is_woken());
        event_loop.set_location(None);
        alarm.cancel();
        main.end_wait();
        check_limits(session, vm)?;
    } else {
        let wait = threads.begin_wait();
        threads.wait(&wait, Some(until), session, vm)?;
    }
    Ok(true)
}

/// How often a thread looks whether an answer has come.
const LOOK: Nanos = Nanos(1_000_000);

/// Sends a request in the running thread, while others go on, and waits for the answer, `limit` at most.
/// Returns nothing in the main thread.
/// Errors: `SystemExit` where the run has reached a limit.
pub(crate) fn send(
    request: &Request,
    limit: Option<Nanos>,
    session: &Session,
    vm: &VirtualMachine,
) -> PyResult<Option<Answer>> {
    if threads(session).is_in_main() {
        return Ok(None);
    }
    let event_loop = session.runtime_loop();
    let fetch = event_loop.begin_fetch(&request.url);
    let waited = match session.host.transfer(request, limit) {
        None => {
            let waited = event_loop.answer_at_once(request, limit);
            if let Some(length) = waited.simulated {
                sleep(length, session, vm)?;
            }
            waited
        }
        Some(mut pending) => loop {
            if let Some(answer) = pending.take() {
                let simulated = None;
                break Waited { answer, simulated };
            }
            sleep(LOOK, session, vm)?;
        },
    };
    event_loop.end_fetch(fetch, &waited);
    Ok(Some(waited.answer))
}

/// Returns the current session and its threads, if a session is current.
pub(super) fn open() -> Option<(Rc<Session>, Rc<Threads>)> {
    let session = session::open()?;
    let threads = threads(&session);
    Some((session, threads))
}

/// Records that a thread begins or ends its work, which is all that it runs.
pub(super) fn record(session: &Session, event: Event<'_>) {
    session.runtime_loop().record(event);
}

/// Begins a wait of the running thread.
pub(crate) fn begin(session: &Session) -> Wait {
    threads(session).begin_wait()
}

/// Waits until another thread wakes the running one, or a moment has come.
/// Errors: `SystemExit` where the run has reached a limit.
pub(crate) fn wait(
    wait: &Wait,
    until: Option<Nanos>,
    session: &Session,
    vm: &VirtualMachine,
) -> PyResult<()> {
    threads(session).wait(wait, until, session, vm).map(drop)
}

/// Wakes a thread that waits.
pub(crate) fn wake(wait: Wait, session: &Session) {
    threads(session).wake(wait, session);
}
