//! Barriers: nobody goes on before all have come.
//!
//! ```text
//!  Filling ──1──► Draining ──2──► Filling
//!     ├─3─► Resetting ──2──► Filling
//!     └─4─► Broken, for good until a reset of an empty barrier
//! ```
//! 1. The last of the parties has come ([`Barrier::wait`]): all are woken.
//! 2. The last one has left.
//! 3. [`Barrier::reset`] while some wait: they raise `BrokenBarrierError`.
//! 4. [`Barrier::abort`].

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::error::{Error, Result};
use crate::runtime::event::SourceLocation;
use crate::runtime::sync::condition::Condition;
use crate::runtime::wait::Wait;

/// Where a number of tasks wait for each other: asyncio's `Barrier`. Clones are the same.
#[derive(Clone, Debug)]
pub struct Barrier {
    shared: Rc<Shared>,
}

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

/// What the trace says of a task at a barrier, whatever part of it holds the task up.
const WAITS: (Wait, Wait) = (Wait::Barrier, Wait::Barrier);

impl Barrier {
    /// Makes a barrier for a number of parties.
    ///
    /// # Errors
    /// `ValueError` if there is none.
    pub fn new(parties: usize) -> Result<Barrier> {
        if parties == 0 {
            return Err(Error::raised("ValueError", "parties must be > 0"));
        }
        let shared = Shared {
            condition: Condition::new(),
            parties,
            state: Cell::new(State::Filling),
            count: Cell::new(0),
        };
        Ok(Barrier {
            shared: Rc::new(shared),
        })
    }

    /// Returns how many tasks pass it together.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.shared.parties
    }

    /// Returns how many wait at it: asyncio's `n_waiting`.
    #[must_use]
    pub fn waiting(&self) -> usize {
        match self.shared.state.get() {
            State::Filling => self.shared.count.get(),
            _ => 0,
        }
    }

    /// Returns how many tasks are inside, waiting or leaving.
    #[must_use]
    pub fn count(&self) -> usize {
        self.shared.count.get()
    }

    /// Returns the name of the state, as asyncio's `__repr__` says it.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match self.shared.state.get() {
            State::Filling => "filling",
            State::Draining => "draining",
            State::Resetting => "resetting",
            State::Broken => "broken",
        }
    }

    /// Says whether it was aborted: asyncio's `broken`.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.shared.state.get() == State::Broken
    }

    /// Waits until all parties have come. Returns how many had come before, from 0.
    ///
    /// # Errors
    /// `BrokenBarrierError` if the barrier is aborted, or reset while this waits.
    #[track_caller]
    pub fn wait(&self) -> impl std::future::Future<Output = Result<usize>> + use<> {
        let (shared, location) = (self.shared.clone(), SourceLocation::caller());
        async move {
            let condition = &shared.condition;
            let _held = condition.lock().acquire_as(WAITS.1, location).await?;
            let is_ready = || !matches!(shared.state.get(), State::Draining | State::Resetting);
            condition.wait_for_as(is_ready, WAITS, location).await?;
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

    /// Empties the barrier: those who wait raise `BrokenBarrierError`.
    #[track_caller]
    pub fn reset(&self) -> impl std::future::Future<Output = Result<()>> + use<> {
        let (shared, location) = (self.shared.clone(), SourceLocation::caller());
        async move {
            let _held = shared
                .condition
                .lock()
                .acquire_as(WAITS.1, location)
                .await?;
            shared.turn(if shared.count.get() > 0 {
                State::Resetting
            } else {
                State::Filling
            })
        }
    }

    /// Breaks the barrier: those who wait, and those who come, raise `BrokenBarrierError`.
    #[track_caller]
    pub fn abort(&self) -> impl std::future::Future<Output = Result<()>> + use<> {
        let (shared, location) = (self.shared.clone(), SourceLocation::caller());
        async move {
            let _held = shared
                .condition
                .lock()
                .acquire_as(WAITS.1, location)
                .await?;
            shared.turn(State::Broken)
        }
    }
}

impl Shared {
    /// Changes the state, and has all look at it.
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

    /// Lets in those who wait outside, now that the last one has left.
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
