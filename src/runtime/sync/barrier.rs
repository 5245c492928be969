//! Barriers: no task goes on before all parties have come.
//!
//! ```text
//!  Filling ──1──► Draining ──2──► Filling
//!     ├─3─► Resetting ──2──► Filling
//!     └─4─► Broken, for good until a reset of an empty barrier
//! ```
//! 1. The last of the parties has come ([`Barrier::wait`]): all are woken.
//! 2. The last task has left (`Shared::leave_empty`).
//! 3. [`Barrier::reset`] while tasks wait: they raise `BrokenBarrierError`.
//! 4. [`Barrier::abort`]: tasks that wait, and tasks that come, raise `BrokenBarrierError`.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::{Condition, Error, Held, Result, SourceLocation, Wait};

/// A point at which a number of tasks wait for each other: asyncio's `Barrier`. Clones are the same
/// barrier.
#[derive(Clone, Debug)]
pub struct Barrier(Rc<Shared>);

#[derive(Debug)]
struct Shared {
    condition: Condition,
    parties: usize,
    state: Cell<State>,
    /// How many tasks are inside.
    count: Cell<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Filling,
    Draining,
    Resetting,
    Broken,
}

/// What the trace records as the wait of a task at a barrier, for the condition as for the lock.
const WAITS: (Wait, Wait) = (Wait::Barrier, Wait::Barrier);

impl Barrier {
    /// Makes a barrier for a number of parties.
    ///
    /// # Errors
    /// `ValueError` if `parties` is 0.
    pub fn new(parties: usize) -> Result<Barrier> {
        if parties == 0 {
            return Err(Error::raised("ValueError", "parties must be > 0"));
        }
        Ok(Barrier(Rc::new(Shared {
            condition: Condition::new(),
            parties,
            state: Cell::new(State::Filling),
            count: Cell::new(0),
        })))
    }

    /// Returns how many tasks pass the barrier together.
    pub fn parties(&self) -> usize {
        self.0.parties
    }

    /// Returns how many tasks wait at the barrier: asyncio's `n_waiting`.
    pub fn waiting(&self) -> usize {
        let is_filling = self.0.state.get() == State::Filling;
        if is_filling { self.count() } else { 0 }
    }

    /// Returns how many tasks are inside, waiting or leaving.
    pub fn count(&self) -> usize {
        self.0.count.get()
    }

    /// Returns the name of the state, as in asyncio's `__repr__`.
    pub fn state(&self) -> &'static str {
        match self.0.state.get() {
            State::Filling => "filling",
            State::Draining => "draining",
            State::Resetting => "resetting",
            State::Broken => "broken",
        }
    }

    /// Returns whether the barrier was aborted: asyncio's `broken`.
    pub fn is_broken(&self) -> bool {
        self.0.state.get() == State::Broken
    }

    /// Waits until all parties have come. Returns how many had come before, from 0.
    ///
    /// # Errors
    /// `BrokenBarrierError` if the barrier is aborted, or reset during the wait, and the cancellation
    /// of the wait.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Result<usize>> + use<> {
        let (shared, location) = (self.0.clone(), SourceLocation::caller());
        async move {
            let _held = shared.hold(location).await?;
            let is_ready = || !matches!(shared.state.get(), State::Draining | State::Resetting);
            shared
                .condition
                .wait_for_as(is_ready, WAITS, location)
                .await?;
            if shared.state.get() == State::Broken {
                return Err(broken("Barrier aborted"));
            }
            let index = shared.count.replace(shared.count.get() + 1);
            let passed = if index + 1 == shared.parties {
                shared.turn(State::Draining)
            } else {
                shared.wait_filling(location).await
            };
            shared.count.set(shared.count.get() - 1);
            if shared.count.get() == 0 {
                shared.leave_empty()?;
            }
            passed.map(|()| index)
        }
    }

    /// Empties the barrier: the tasks that wait raise `BrokenBarrierError`.
    ///
    /// # Errors
    /// The cancellation of the wait for the barrier's lock.
    #[track_caller]
    pub fn reset(&self) -> impl Future<Output = Result<()>> + use<> {
        let (shared, location) = (self.0.clone(), SourceLocation::caller());
        async move {
            let _held = shared.hold(location).await?;
            let is_empty = shared.count.get() == 0;
            shared.turn(if is_empty {
                State::Filling
            } else {
                State::Resetting
            })
        }
    }

    /// Breaks the barrier: the tasks that wait, and those that come, raise `BrokenBarrierError`.
    ///
    /// # Errors
    /// The cancellation of the wait for the barrier's lock.
    #[track_caller]
    pub fn abort(&self) -> impl Future<Output = Result<()>> + use<> {
        let (shared, location) = (self.0.clone(), SourceLocation::caller());
        async move {
            let _held = shared.hold(location).await?;
            shared.turn(State::Broken)
        }
    }
}

impl Shared {
    async fn hold(&self, location: SourceLocation) -> Result<Held> {
        self.condition.lock().acquire_as(WAITS.1, location).await
    }

    /// Changes the state, and wakes all tasks inside to read it.
    fn turn(&self, state: State) -> Result<()> {
        self.state.set(state);
        self.condition.notify_all()
    }

    async fn wait_filling(&self, location: SourceLocation) -> Result<()> {
        let is_over = || self.state.get() != State::Filling;
        self.condition.wait_for_as(is_over, WAITS, location).await?;
        match self.state.get() {
            State::Broken | State::Resetting => Err(broken("Abort or reset of barrier")),
            State::Filling | State::Draining => Ok(()),
        }
    }

    /// Lets the tasks in that wait outside, now that the last task has left.
    fn leave_empty(&self) -> Result<()> {
        match self.state.get() {
            State::Resetting | State::Draining => self.turn(State::Filling),
            State::Filling | State::Broken => self.condition.notify_all(),
        }
    }
}

fn broken(message: &str) -> Error {
    Error::raised("BrokenBarrierError", message)
}
