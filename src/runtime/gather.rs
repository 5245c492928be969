//! Waiting for several tasks at once.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::current;
use super::error::{Error, Result};
use super::event::{Place, StepEnd};
use super::event_loop::EventLoop;
use super::future::{Callback, Cancelling, Core, DoneFuture, Future, UntilDone};
use super::repr::Repr;
use super::task::IntoTask;

/// Makes a task of each coroutine, at once, and waits for all: asyncio's `gather`.
///
/// Results come in the order of the arguments. The first error is raised to the awaiter; the
/// other tasks go on, and what cancels them is the end of main. Cancelling the gather cancels
/// every task in it.
///
/// # Panics
/// Outside of a run, as asyncio raises "no running event loop".
#[track_caller]
pub fn gather<I>(coroutines: I) -> Gather<<I::Item as IntoTask>::Output>
where
    I: IntoIterator,
    I::Item: IntoTask,
{
    let place = Place::caller();
    let event_loop = current::event_loop();
    let tasks: Vec<_> = coroutines
        .into_iter()
        .map(|item| item.into_task(place))
        .collect();
    // A task that is given twice is waited for once.
    let mut ids: Vec<_> = tasks.iter().map(|task| task.id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let distinct = ids.len();
    let gathering = Rc::new(Gathering {
        core: Core::new(None),
        children: tasks.iter().map(|task| task.future.clone()).collect(),
        left: Cell::new(distinct),
        first_error: RefCell::new(None),
        errors: Cell::new(Errors::Undecided),
        is_cancelling: Cell::new(false),
    });
    let mut is_seen = vec![false; distinct];
    for task in &tasks {
        let Ok(index) = ids.binary_search(&task.id.0) else {
            continue;
        };
        if std::mem::replace(&mut is_seen[index], true) {
            continue;
        }
        let (gathering, child) = (gathering.clone(), task.future.clone());
        if child.core().is_done() {
            gathering.child_done(&event_loop, &child);
        } else {
            let call = Callback::Call(Box::new(move |event_loop| {
                gathering.child_done(event_loop, &child);
            }));
            task.future.core().add_callback(&event_loop, call);
        }
    }
    Gather { gathering, place }
}

/// Tasks that are waited for together.
#[must_use = "a gather waits only when it is awaited"]
pub struct Gather<T> {
    gathering: Rc<Gathering<T>>,
    place: Place,
}

impl<T: Repr> Gather<T> {
    /// Gives errors as results instead of raising the first: `return_exceptions=True`.
    pub fn return_exceptions(self) -> Settled<T> {
        Settled {
            until_done: self.until_done(Errors::Return),
            gathering: self.gathering,
        }
    }

    fn until_done(&self, errors: Errors) -> UntilDone {
        self.gathering.errors.set(errors);
        self.gathering.settle(&current::event_loop(), None);
        let tasks = self.gathering.left.get() as u32;
        UntilDone::new(
            self.gathering.clone(),
            StepEnd::WaitsForGather { tasks },
            self.place,
        )
    }
}

impl<T: Repr> IntoFuture for Gather<T> {
    type Output = Result<Vec<T>>;
    type IntoFuture = All<T>;

    fn into_future(self) -> All<T> {
        All {
            until_done: self.until_done(Errors::Raise),
            gathering: self.gathering,
        }
    }
}

/// What a gather does with errors.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Errors {
    /// It was made and not yet awaited, so nobody waits for it yet.
    Undecided,
    Raise,
    Return,
}

/// The future of a gather: asyncio's `_GatheringFuture`.
struct Gathering<T> {
    core: Core,
    children: Vec<Rc<Future<T>>>,
    /// How many tasks are not done.
    left: Cell<usize>,
    first_error: RefCell<Option<Error>>,
    errors: Cell<Errors>,
    is_cancelling: Cell<bool>,
}

impl<T: Repr> Gathering<T> {
    fn child_done(&self, event_loop: &Rc<EventLoop>, child: &Future<T>) {
        self.left.set(self.left.get() - 1);
        // Looking at the error counts it as seen, also once the gather itself is done.
        let error = child.core().error();
        if self.core.is_done() {
            return;
        }
        if self.first_error.borrow().is_none() {
            self.first_error.replace(error.clone());
        }
        self.settle(event_loop, error);
    }

    /// Finishes the gather if it is to be finished now. `error` is that of the last task to end.
    fn settle(&self, event_loop: &Rc<EventLoop>, error: Option<Error>) {
        let raised = match self.errors.get() {
            Errors::Undecided => return,
            Errors::Raise => self.first_error.take(),
            Errors::Return => None,
        };
        if let Some(raised) = raised {
            self.core.finish(event_loop, Err(raised));
        } else if self.left.get() == 0 {
            let outcome = if self.is_cancelling.get() {
                Err(error
                    .filter(Error::is_cancelled)
                    .unwrap_or(Error::Cancelled(None)))
            } else {
                Ok(())
            };
            self.core.finish(event_loop, outcome);
        }
    }

    fn outcomes(&self) -> Vec<Result<T>> {
        self.children
            .iter()
            .filter_map(|child| child.result())
            .collect()
    }
}

impl<T: Repr> DoneFuture for Gathering<T> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn value_repr(&self) -> Cow<'static, str> {
        Cow::Borrowed("None")
    }

    fn begin_cancel(&self, _event_loop: &Rc<EventLoop>, _message: Option<Rc<str>>) -> Cancelling {
        let children = self.children.iter().map(|child| child.core());
        let left: Vec<_> = children
            .filter(|child| !child.is_done())
            .filter_map(Core::task)
            .collect();
        if self.core.is_done() || left.is_empty() {
            return Cancelling::TooLate;
        }
        self.is_cancelling.set(true);
        Cancelling::Ask(left)
    }
}

/// Waits for the results of all, or the first error.
#[must_use = "an await does nothing unless it is awaited"]
pub struct All<T> {
    gathering: Rc<Gathering<T>>,
    until_done: UntilDone,
}

impl<T: Repr> std::future::Future for All<T> {
    type Output = Result<Vec<T>>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.until_done.poll().map(|done| {
            done?;
            self.gathering.core.error().map_or(Ok(()), Err)?;
            self.gathering.outcomes().into_iter().collect()
        })
    }
}

/// Waits until all are done, however they ended.
#[must_use = "an await does nothing unless it is awaited"]
pub struct Settled<T> {
    gathering: Rc<Gathering<T>>,
    until_done: UntilDone,
}

impl<T: Repr> std::future::Future for Settled<T> {
    type Output = Result<Outcomes<T>>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.until_done.poll().map(|done| {
            done?;
            self.gathering.core.error().map_or(Ok(()), Err)?;
            Ok(Outcomes(self.gathering.outcomes()))
        })
    }
}

/// The version of Python as which a list of outcomes is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Python {
    /// Since 3.8 a gathered child that was cancelled has an empty message.
    #[default]
    V3_13,
    /// Up to 3.7 it has none.
    V3_7,
}

/// How gathered tasks ended, in the order of the arguments. Printed as Python prints the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes<T>(Vec<Result<T>>);

impl<T> Deref for Outcomes<T> {
    type Target = [Result<T>];

    fn deref(&self) -> &[Result<T>] {
        &self.0
    }
}

impl<T: Repr> Outcomes<T> {
    /// Returns the list as a version of Python prints it.
    #[must_use]
    pub fn printed_by(&self, python: Python) -> String {
        let empty: Rc<str> = "".into();
        let items = self.0.iter().map(|outcome| match (outcome, python) {
            (Err(Error::Cancelled(None)), Python::V3_13) => {
                Error::Cancelled(Some(empty.clone())).repr()
            }
            (outcome, _) => outcome.repr(),
        });
        format!("[{}]", items.collect::<Vec<_>>().join(", "))
    }
}

impl<T: Repr> fmt::Display for Outcomes<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed_by(Python::default()))
    }
}
