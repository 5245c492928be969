//! Waiting for all of several tasks: asyncio's `gather`.

use std::fmt;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use crate::runtime::combine::gather_future::{Outer, gather_undecided};
use crate::runtime::core::current;
use crate::runtime::{
    DoneFuture, Error, Errors, Future, FutureWait, IntoTask, Repr, Result, SourceLocation,
};

/// Makes a task of each coroutine, at once, and waits for all: asyncio's `gather`.
///
/// The results are in the order of the arguments. The first error is raised at the await; the other
/// tasks go on until they are done, or until main ends and the loop cancels them. Cancelling the
/// gather cancels every task in it.
///
/// # Panics
/// Outside of a run, as asyncio raises "no running event loop".
#[track_caller]
pub fn gather<I>(coroutines: I) -> Gather<<I::Item as IntoTask>::Output>
where
    I: IntoIterator,
    I::Item: IntoTask,
{
    let location = SourceLocation::caller();
    let tasks = coroutines.into_iter().map(|item| item.into_task(location));
    let children = Rc::new(tasks.map(|task| task.future).collect::<Vec<_>>());
    let outer = gather_undecided(Box::new(children.clone()), None, || ());
    Gather {
        children,
        outer,
        location,
    }
}

/// Tasks for which an await waits together.
#[must_use = "a gather waits only when it is awaited"]
pub struct Gather<T> {
    children: Rc<Vec<Rc<Future<T>>>>,
    outer: Rc<Outer<()>>,
    location: SourceLocation,
}

impl<T: Repr> Gather<T> {
    /// Gives errors as results instead of raising the first: `return_exceptions=True`.
    pub fn return_exceptions(self) -> Settled<T> {
        Settled(self.all(Errors::Return))
    }

    fn all(self, errors: Errors) -> All<T> {
        self.outer.decide(&current::event_loop(), errors);
        let (children, future) = (self.children, &self.outer.future);
        let wait = future.wait_as(future.core().awaited_as(), self.location);
        All { children, wait }
    }
}

impl<T: Repr> IntoFuture for Gather<T> {
    type Output = Result<Vec<T>>;
    type IntoFuture = All<T>;

    fn into_future(self) -> All<T> {
        self.all(Errors::Raise)
    }
}

/// Waits for the results of all, or the first error.
#[must_use = "an await does nothing unless it is awaited"]
pub struct All<T> {
    children: Rc<Vec<Rc<Future<T>>>>,
    wait: FutureWait<()>,
}

impl<T: Repr> std::future::Future for All<T> {
    type Output = Result<Vec<T>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.wait).poll(cx).map(|done| {
            done?;
            let results = self.children.iter().filter_map(|child| child.result());
            results.collect()
        })
    }
}

/// Waits until all are done, however they ended.
#[must_use = "an await does nothing unless it is awaited"]
pub struct Settled<T>(All<T>);

impl<T: Repr> std::future::Future for Settled<T> {
    type Output = Result<Outcomes<T>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0.wait).poll(cx).map(|done| {
            done?;
            let outcome = |child: &Rc<Future<T>>| {
                let core = child.core();
                if core.is_cancelled() {
                    // asyncio takes the message of the request, not of the error that was raised.
                    return Some(Err(Error::cancelled(core.cancel_message())));
                }
                child.result()
            };
            let outcomes = self.0.children.iter().filter_map(outcome);
            Ok(Outcomes(outcomes.collect()))
        })
    }
}

/// A version of Python, for how a list of outcomes is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Python {
    /// Since 3.8 a gathered child that was cancelled has an empty message.
    #[default]
    V3_13,
    /// Up to 3.7 such a child has no message.
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
    pub fn printed_by(&self, python: Python) -> String {
        let empty: Rc<str> = "".into();
        let items = self.0.iter().map(|outcome| match (outcome, python) {
            (Err(Error::Cancelled(message)), Python::V3_13) if message.is_none() => {
                Error::cancelled(Some(empty.clone())).repr()
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
