//! Groups of tasks that end together: asyncio's `TaskGroup`.
//!
//! ```text
//!  New ──1──► Entered ──2──► Aborting
//!                └──────3──────┴───► Exiting ──4──► Finished
//! ```
//! 1. [`TaskGroup::enter`], in the parent task.
//! 2. `Shared::abort`: a task failed, or the block did, before the exit or during it. The other tasks
//!    are cancelled.
//! 3. [`TaskGroup::exit`]: the block is over, and the parent waits for the tasks.
//! 4. All tasks are done: the exit returns, or raises their errors.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::runtime::core::{AnyTask, current};
use crate::runtime::{
    DoneFuture, Error, Event, EventLoop, Future, IntoTask, Result, SourceLocation, Task, TaskId,
    Wait,
};

/// Tasks for which their parent waits together; if one fails, the others are cancelled: asyncio's
/// `TaskGroup`. Clones are the same group.
#[derive(Clone, Default)]
pub struct TaskGroup(Rc<Shared>);

#[derive(Default)]
struct Shared {
    /// The task that entered the group.
    parent: RefCell<Option<AnyTask>>,
    is_exiting: Cell<bool>,
    is_aborting: Cell<bool>,
    /// Whether the group itself asked its parent to stop.
    parent_cancel_requested: Cell<bool>,
    /// The tasks that are not done, in the order of creation.
    tasks: RefCell<BTreeMap<TaskId, Rc<dyn DoneFuture>>>,
    errors: RefCell<Vec<Error>>,
    /// The tasks that ended with these errors.
    raisers: RefCell<Vec<TaskId>>,
    /// The first `KeyboardInterrupt` or `SystemExit`, which is raised by itself.
    base_error: RefCell<Option<Error>>,
    on_completed: RefCell<Option<Rc<Future<()>>>>,
}

impl TaskGroup {
    /// Makes a group.
    pub fn new() -> TaskGroup {
        TaskGroup::default()
    }

    /// Enters the group in the running task: `__aenter__`.
    ///
    /// # Errors
    /// `RuntimeError` if the group was entered before, or if no task runs.
    pub fn enter(&self) -> Result<()> {
        if self.is_entered() {
            return Err(self.wrong("has already been entered"));
        }
        let parent = current::event_loop().running_state();
        let parent = parent.ok_or_else(|| self.wrong("cannot determine the parent task"))?;
        *self.0.parent.borrow_mut() = Some(parent);
        Ok(())
    }

    /// Returns how many of the group's tasks are not done.
    pub fn len(&self) -> usize {
        self.0.tasks.borrow().len()
    }

    /// Returns whether all of the group's tasks are done.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Creates a task in the group.
    ///
    /// # Errors
    /// As [`TaskGroup::check_open`].
    #[track_caller]
    pub fn create_task<I: IntoTask>(&self, coroutine: I) -> Result<Task<I::Output>> {
        let location = SourceLocation::caller();
        self.check_open()?;
        let task = coroutine.into_task(location);
        self.adopt(task.future().clone(), ());
        Ok(task)
    }

    /// Checks that tasks may be created in the group.
    ///
    /// # Errors
    /// `RuntimeError` if the group was not entered, is finished, or is shutting down.
    pub fn check_open(&self) -> Result<()> {
        let shared = &self.0;
        if !self.is_entered() {
            Err(self.wrong("has not been entered"))
        } else if shared.is_exiting.get() && shared.tasks.borrow().is_empty() {
            Err(self.wrong("is finished"))
        } else if shared.is_aborting.get() {
            Err(self.wrong("is shutting down"))
        } else {
            Ok(())
        }
    }

    /// Adds a task that was just created for the group. As asyncio's set of tasks holds its tasks, the
    /// group holds the task's `object` in another language until the group has seen how the task ended.
    pub fn adopt(&self, future: Rc<dyn DoneFuture>, object: impl Any) {
        let Some(task) = future.core().task() else {
            return;
        };
        let (shared, done) = (self.0.clone(), future.clone());
        self.0.tasks.borrow_mut().insert(task, future.clone());
        let task_done = move |event_loop: &Rc<EventLoop>| {
            shared.task_done(event_loop, task, &*done);
            drop(object);
        };
        let core = future.core();
        core.add_done_callback(&current::event_loop(), task_done);
    }

    /// Ends the group with the error of its block, once all tasks are done: `__aexit__`.
    ///
    /// # Errors
    /// `ExceptionGroup` of the errors of the block and the tasks, or the cancellation of the block if
    /// the group did not request that cancellation itself.
    ///
    /// # Cancel safety
    /// A cancelled exit cancels the tasks, and waits for them nevertheless.
    #[track_caller]
    pub fn exit(
        &self,
        raised: Option<Error>,
    ) -> impl std::future::Future<Output = Result<()>> + use<> {
        let (shared, location) = (self.0.clone(), SourceLocation::caller());
        async move { shared.exit(raised, location).await }
    }

    /// Writes the group as Python's `repr` does.
    pub fn repr(&self) -> String {
        let shared = &self.0;
        let (tasks, errors) = (shared.tasks.borrow().len(), shared.errors.borrow().len());
        let mut text = String::from("<TaskGroup");
        if tasks > 0 {
            text += &format!(" tasks={tasks}");
        }
        if errors > 0 {
            text += &format!(" errors={errors}");
        }
        if shared.is_aborting.get() {
            text += " cancelling";
        } else if self.is_entered() {
            text += " entered";
        }
        text + ">"
    }

    fn is_entered(&self) -> bool {
        self.0.parent.borrow().is_some()
    }

    fn wrong(&self, what: &str) -> Error {
        Error::raised("RuntimeError", format!("TaskGroup {} {what}", self.repr()))
    }
}

impl Shared {
    async fn exit(&self, raised: Option<Error>, location: SourceLocation) -> Result<()> {
        self.is_exiting.set(true);
        if let Some(error) = raised.as_ref() {
            self.note_base_error(error);
            if !self.is_aborting.get() {
                self.abort();
            }
        }
        let mut cancelled = self.wait_for_tasks(location).await?;
        if let Some(error) = self.base_error.take() {
            return Err(error);
        }
        cancelled = cancelled.or_else(|| raised.clone().filter(Error::is_cancelled));
        let parent = self.parent.borrow().clone();
        let is_own = || parent.as_ref().is_some_and(|parent| parent.uncancel() == 0);
        if self.parent_cancel_requested.get() && is_own() {
            cancelled = None;
        }
        if let Some(error) = cancelled.filter(|_| self.errors.borrow().is_empty()) {
            return Err(error);
        }
        let mut errors = self.errors.take();
        errors.extend(raised.clone().filter(|error| !error.is_cancelled()));
        if errors.is_empty() {
            return raised.map_or(Ok(()), Err);
        }
        Err(self.raise_together(errors, parent))
    }

    /// Waits until all tasks are done. Returns the cancellation that made this abort the group.
    async fn wait_for_tasks(&self, location: SourceLocation) -> Result<Option<Error>> {
        let mut cancelled = None;
        while !self.tasks.borrow().is_empty() {
            let known = self.on_completed.borrow().clone();
            let completed = known.unwrap_or_else(Future::new);
            *self.on_completed.borrow_mut() = Some(completed.clone());
            let wait = Wait::Group(self.tasks.borrow().len() as u32);
            match completed.wait_as(wait, location).await {
                Err(error) if !error.is_cancelled() => return Err(error),
                Err(error) if !self.is_aborting.get() => {
                    cancelled = Some(error);
                    self.abort();
                }
                _ => {}
            }
            self.on_completed.take();
        }
        Ok(cancelled)
    }

    /// Makes the error of the group, and records which tasks raised its members.
    fn raise_together(&self, errors: Vec<Error>, parent: Option<AnyTask>) -> Error {
        let event_loop = current::event_loop();
        // A request to stop that came from outside is repeated, for the next await to raise.
        if let Some(parent) = parent.filter(|parent| parent.cancels.get() > 0) {
            parent.uncancel();
            self.cancel_parent(&event_loop);
        }
        for raiser in self.raisers.take() {
            event_loop.emit_raised_by(raiser);
        }
        Error::unhandled_in_group(errors)
    }

    fn note_base_error(&self, error: &Error) {
        let mut base_error = self.base_error.borrow_mut();
        if error.is_exit() && base_error.is_none() {
            *base_error = Some(error.clone());
        }
    }

    /// Cancels all tasks, in the order of creation (asyncio's is that of a set).
    fn abort(&self) {
        self.is_aborting.set(true);
        let event_loop = current::event_loop();
        let tasks: Vec<_> = self.tasks.borrow().values().cloned().collect();
        for task in tasks {
            if !task.core().is_done() {
                task.cancel(&event_loop, None);
            }
        }
    }

    /// asyncio's `_on_task_done`.
    fn task_done(&self, event_loop: &Rc<EventLoop>, task: TaskId, future: &dyn DoneFuture) {
        self.tasks.borrow_mut().remove(&task);
        if self.tasks.borrow().is_empty() {
            let completed = self.on_completed.borrow().clone();
            if let Some(completed) = completed {
                completed.set_result(event_loop, ());
            }
        }
        let core = future.core();
        // The error of a cancellation is given once, and is for the awaiter: it is not asked for here.
        let error = (!core.is_cancelled()).then(|| core.error()).flatten();
        let Some(error) = error else {
            return;
        };
        self.errors.borrow_mut().push(error.clone());
        self.raisers.borrow_mut().push(task);
        self.note_base_error(&error);
        let is_ended = |parent: &AnyTask| parent.is_ended();
        if self.parent.borrow().as_ref().is_none_or(is_ended) {
            let text = format!("A task of a group has errored out but its parent is done: {error}");
            let task = Some(task);
            event_loop.emit(Event::Logged { task, text: &text });
        } else if !self.is_aborting.get() && !self.parent_cancel_requested.get() {
            self.abort();
            self.parent_cancel_requested.set(true);
            self.cancel_parent(event_loop);
        }
    }

    fn cancel_parent(&self, event_loop: &Rc<EventLoop>) {
        let parent = self.parent.borrow().clone();
        if let Some(parent) = parent.filter(|parent| !parent.is_ended()) {
            parent.future().cancel(event_loop, None);
        }
    }
}

impl std::fmt::Debug for TaskGroup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.repr())
    }
}

/// Runs a block that creates tasks in a group, and waits for them all: `async with TaskGroup()`.
///
/// # Errors
/// As [`TaskGroup::exit`].
#[track_caller]
pub fn task_group<T>(
    block: impl AsyncFnOnce(TaskGroup) -> Result<T>,
) -> impl std::future::Future<Output = Result<T>> {
    let location = SourceLocation::caller();
    async move {
        let group = TaskGroup::new();
        group.enter()?;
        let (value, raised) = match block(group.clone()).await {
            Ok(value) => (Some(value), None),
            Err(error) => (None, Some(error)),
        };
        group.0.exit(raised.clone(), location).await?;
        value.ok_or_else(|| raised.unwrap_or(Error::cancelled(None)))
    }
}
