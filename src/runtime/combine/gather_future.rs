//! A future that is done when others are: asyncio's `gather` and its `_GatheringFuture`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::runtime::core::{Callback, Children, Gathered, Parent, ParentRef, Source, current};
use crate::runtime::{Core, DoneFuture, Error, Event, EventLoop, Future, Repr, TaskId};

/// What a gather does with errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// Raises the first one: `return_exceptions=False`.
    Raise,
    /// Waits for all, and gives errors as results: `return_exceptions=True`.
    Return,
}

/// The untyped half of a gather.
pub(super) struct Gathering {
    children: Box<dyn Children>,
    /// How many children are not done.
    left: Cell<u32>,
    /// None as long as that is not decided: a Rust gather decides at its await.
    errors: Cell<Option<Errors>>,
    /// The first error that came while that was not decided.
    first_error: RefCell<Option<Error>>,
    is_cancelling: Cell<bool>,
}

impl Gathered for Gathering {
    fn left(&self) -> u32 {
        self.left.get()
    }

    fn begin_cancel(&self) {
        self.is_cancelling.set(true);
    }

    fn children(&self) -> &dyn Children {
        &*self.children
    }
}

impl Gathering {
    /// Returns the cancellation of the gather: that of the last child in order, whichever ended
    /// last, as `_done_callback` does. A child may have returned although it was asked to stop.
    fn cancelled(&self) -> Error {
        let last = self.children.count().saturating_sub(1);
        let child = self.children.core(last);
        let error = child.is_cancelled().then(|| child.error()).flatten();
        error.unwrap_or_else(|| Error::cancelled(child.cancel_message()))
    }

    /// Counts the children, and adds a callback to each that is not done. Returns the others.
    fn add_callbacks(&self, event_loop: &EventLoop, parent: &ParentRef) -> Vec<u32> {
        let mut done = Vec::new();
        // Where each child is a task that was created after the child before, no child comes twice,
        // and a million children need no sorting.
        let (mut last, mut repeats) = (None, None);
        let mut tasks = Run::default();
        for (number, child) in self.children.cores().enumerate() {
            let task = child.task();
            if task <= last {
                repeats.get_or_insert_with(|| self.repeats());
            }
            last = last.max(task);
            let is_repeat = |repeats: &Vec<_>| repeats.binary_search(&(number as u64, 0)).is_ok();
            if repeats.as_ref().is_some_and(is_repeat) {
                continue;
            }
            self.left.set(self.left.get() + 1);
            if child.is_done() {
                done.push(number as u32);
            } else {
                let callback = Callback::Child(parent.clone(), number as u32);
                child.add_callback(event_loop, callback);
                tasks.add(event_loop, task);
            }
        }
        tasks.emit(event_loop);
        done
    }

    /// Returns the numbers of the children that were given before, each with a zero, in order.
    fn repeats(&self) -> Vec<(u64, u64)> {
        let address = |child: &Core| std::ptr::from_ref(child).addr() as u64;
        let mut known: Vec<_> = self.children.cores().map(address).zip(0_u64..).collect();
        known.sort_unstable();
        let pairs = known.windows(2);
        let again = pairs.filter(|pair| pair[0].0 == pair[1].0);
        let mut repeats: Vec<_> = again.map(|pair| (pair[1].1, 0)).collect();
        // Pairs again, so that the page's module holds the code of sorting for one type only.
        repeats.sort_unstable();
        repeats
    }
}

/// Gathered tasks that follow each other by their numbers: a million are one event.
#[derive(Default)]
struct Run {
    first: Option<TaskId>,
    count: u32,
}

impl Run {
    fn add(&mut self, event_loop: &EventLoop, task: Option<TaskId>) {
        let next = self.first.map(|first| TaskId(first.0 + self.count));
        if task.is_none() || task != next {
            self.emit(event_loop);
            *self = Run {
                first: task,
                count: 0,
            };
        }
        self.count += 1;
    }

    fn emit(&self, event_loop: &EventLoop) {
        if let Some(task) = self.first {
            let count = self.count;
            event_loop.emit(Event::GatheredTasks { task, count });
        }
    }
}

impl EventLoop {
    /// Records the tasks that a gather of another language waits for, in order; none for what is no task.
    pub fn record_gathered(&self, children: impl IntoIterator<Item = Option<TaskId>>) {
        let mut tasks = Run::default();
        for task in children {
            tasks.add(self, task);
        }
        tasks.emit(self);
    }
}

impl Children for Vec<Rc<dyn DoneFuture>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn core(&self, number: usize) -> &Core {
        self[number].core()
    }

    fn future(&self, number: usize) -> Rc<dyn DoneFuture> {
        self[number].clone()
    }
}

impl<T: Repr> Children for Rc<Vec<Rc<Future<T>>>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn core(&self, number: usize) -> &Core {
        self[number].core()
    }

    fn future(&self, number: usize) -> Rc<dyn DoneFuture> {
        self[number].clone()
    }
}

/// Waits for several futures together: asyncio's `gather`, for futures that exist already.
///
/// A future that is given twice is waited for once. `collect` makes the value once all are done;
/// `collect` may read the children, and is not called when the gather raises. A gather without
/// children is done at once. Cancelling the gather cancels every child that is not done.
pub fn gather_futures<V: Repr>(
    children: Vec<Rc<dyn DoneFuture>>,
    errors: Errors,
    collect: impl FnOnce() -> V + 'static,
) -> Rc<Future<V>> {
    let outer = gather_undecided(Box::new(children), Some(errors), collect);
    outer.future.clone()
}

/// The typed half of a gather: its future, and how to make the value.
pub(super) struct Outer<V> {
    pub(super) future: Rc<Future<V>>,
    gathering: Rc<Gathering>,
    collect: RefCell<Option<Box<dyn FnOnce() -> V>>>,
}

/// As [`gather_futures`], with a decision about errors that may come later.
pub(super) fn gather_undecided<V: Repr>(
    children: Box<dyn Children>,
    errors: Option<Errors>,
    collect: impl FnOnce() -> V + 'static,
) -> Rc<Outer<V>> {
    let event_loop = current::event_loop();
    let gathering = Rc::new(Gathering {
        children,
        left: Cell::new(0),
        errors: Cell::new(errors),
        first_error: RefCell::new(None),
        is_cancelling: Cell::new(false),
    });
    let outer = Rc::new(Outer {
        future: Future::of(Source::Gather(gathering.clone())),
        gathering: gathering.clone(),
        collect: RefCell::new(Some(Box::new(collect))),
    });
    let parent: ParentRef = Rc::new(outer.clone());
    let done = gathering.add_callbacks(&event_loop, &parent);
    let (task, count) = (event_loop.current_task(), gathering.left.get());
    event_loop.emit(Event::Gathered { task, count });
    // As in asyncio, children that are done already are counted as done last.
    for number in done {
        outer.child_done(&event_loop, number, false);
    }
    if gathering.children.count() == 0 {
        outer.complete(&event_loop);
    }
    outer
}

impl<V: Repr> Outer<V> {
    /// Decides what becomes of errors, also of those that came before.
    pub(super) fn decide(&self, event_loop: &Rc<EventLoop>, errors: Errors) {
        self.gathering.errors.set(Some(errors));
        if self.future.core().is_done() {
            return;
        }
        if errors == Errors::Raise
            && let Some(error) = self.gathering.first_error.take()
        {
            self.future.core().finish(event_loop, Err(error));
        } else if self.gathering.left.get() == 0 {
            self.complete(event_loop);
        }
    }

    fn complete(&self, event_loop: &Rc<EventLoop>) {
        if let Some(collect) = self.collect.take() {
            self.future.set_result(event_loop, collect());
        }
    }

    /// Reads the error of a child that is done, if there is one. Returns whether the gather is over.
    fn takes_error(&self, event_loop: &Rc<EventLoop>, child: &Core) -> bool {
        let gathering = &self.gathering;
        if self.future.core().is_done() {
            child.see_error();
            return true;
        }
        match gathering.errors.get() {
            Some(Errors::Raise) => {
                let Some(error) = child.error() else {
                    return false;
                };
                self.future.core().finish(event_loop, Err(error))
            }
            None if gathering.first_error.borrow().is_none() => {
                *gathering.first_error.borrow_mut() = child.error();
                false
            }
            _ => {
                child.see_error();
                false
            }
        }
    }
}

impl<V: Repr> Parent for Outer<V> {
    /// asyncio's `_done_callback`.
    fn child_done(&self, event_loop: &Rc<EventLoop>, number: u32, is_fine: bool) {
        let gathering = &self.gathering;
        gathering.left.set(gathering.left.get() - 1);
        if !is_fine && self.takes_error(event_loop, gathering.children.core(number as usize)) {
            return;
        }
        if self.future.core().is_done() || gathering.left.get() > 0 {
            return;
        }
        if gathering.is_cancelling.get() {
            let outcome = Err(gathering.cancelled());
            self.future.core().finish(event_loop, outcome);
        } else if gathering.errors.get().is_some() {
            self.complete(event_loop);
        }
    }
}
