//! What a task waits for, in the words of the trace.

use interleave::runtime::{SourceLocation, StepEnd, Wait};
use rustpython_vm::builtins::{PyAsyncGen, PyCode, PyCoroutine, PyGenerator};
use rustpython_vm::frame::FrameObjectRef;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::asyncio::core::PyTask;
use crate::asyncio::core::{PyFuture, Source};
use crate::asyncio::state::State;
use crate::asyncio::trace::known_code::Kind;
use crate::asyncio::trace::queues;
use crate::session::location_of_frame;

/// Returns how the step of a task ends that waits for a future.
pub(in crate::asyncio) fn of_future(
    task: &PyTask,
    future: &Py<PyFuture>,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<StepEnd<'static>> {
    match &*future.source.borrow() {
        Source::Timer(until) => return Ok(StepEnd::Sleeps { until: *until }),
        Source::Runtime(_, wait) => return Ok(StepEnd::Waits(*wait)),
        Source::Thread => return Ok(StepEnd::Waits(Wait::Thread)),
        Source::Anybody => {}
    }
    let awaited = of_awaited(future.as_object(), state, vm)?;
    if awaited != Wait::Future {
        return Ok(StepEnd::Waits(awaited));
    }
    let wait = match task.coroutine() {
        Some(coroutine) => of_coroutine(&coroutine, state, vm)?,
        None => Wait::Future,
    };
    Ok(StepEnd::Waits(wait))
}

/// Returns how many of a gather's children are not done.
fn left(gather: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<u32> {
    let children: Vec<PyObjectRef> = gather
        .as_object()
        .get_attr("_children", vm)?
        .try_to_value(vm)?;
    let mut seen = std::collections::HashSet::new();
    let mut is_left = |child: &PyObjectRef| {
        let future = child.downcast_ref::<PyFuture>();
        future.is_none_or(|future| !future.is_done()) && seen.insert(child.get_id())
    };
    Ok(children.iter().filter(|child| is_left(child)).count() as u32)
}

/// A coroutine in the chain of those that await one another.
struct Link {
    code: PyRef<PyCode>,
    frame: FrameObjectRef,
}

/// Returns the coroutines that await one another, from a task's own to the innermost.
fn chain(coroutine: &PyObject) -> Vec<Link> {
    let mut links = Vec::new();
    let mut next = Some(coroutine.to_owned());
    while let Some(object) = next {
        let inner = if let Some(coroutine) = object.downcast_ref::<PyCoroutine>() {
            coroutine.as_coro()
        } else if let Some(generator) = object.downcast_ref::<PyGenerator>() {
            generator.as_coro()
        } else if let Some(generator) = object.downcast_ref::<PyAsyncGen>() {
            generator.as_coro()
        } else {
            next = awaited_inside(&object);
            continue;
        };
        let Some(frame) = inner.frame_opt() else {
            break;
        };
        next = frame.yield_from_target();
        let code = inner.code();
        links.push(Link { code, frame });
    }
    links
}

/// Returns the coroutine or generator that an iterator of Python's own steps, as that of `__anext__`.
fn awaited_inside(object: &PyObject) -> Option<PyObjectRef> {
    let name = object.class().name().to_string();
    let is_own = [
        "coroutine_wrapper",
        "async_generator_asend",
        "async_generator_athrow",
        "anext_awaitable",
    ];
    if !is_own.contains(&name.as_str()) {
        return None;
    }
    let inside = object.gc_get_referents();
    let steps = |object: &PyObjectRef| {
        object.downcastable::<PyCoroutine>()
            || object.downcastable::<PyAsyncGen>()
            || is_own.contains(&object.class().name().to_string().as_str())
    };
    inside.into_iter().find(steps)
}

fn of_coroutine(coroutine: &PyObject, state: &State, vm: &VirtualMachine) -> PyResult<Wait> {
    let Some(known) = state.known_code.get() else {
        return Ok(Wait::Future);
    };
    let links = chain(coroutine);
    // Only the functions of asyncio between the program and the future count.
    let mut kinds = links.iter().rev().map_while(|link| {
        let is_program = location_of_frame(&link.frame).is_some();
        (!is_program).then(|| (known.kind(&link.code), link))
    });
    let Some((Some(kind), link)) = kinds.next() else {
        return Ok(Wait::Future);
    };
    let outer: Vec<Kind> = kinds.filter_map(|(kind, _)| kind).collect();
    let is_in = |kind| outer.contains(&kind);
    let find = |kind| {
        links
            .iter()
            .rev()
            .find(|link| known.kind(&link.code) == Some(kind))
    };
    Ok(match kind {
        Kind::Lock | Kind::Condition if is_in(Kind::Barrier) => Wait::Barrier,
        Kind::Lock => Wait::Lock,
        Kind::Permit => Wait::Permit,
        Kind::Event if is_in(Kind::Join) => match find(Kind::Join) {
            Some(link) => of_queue(link, Wait::Join, vm)?,
            None => Wait::Event,
        },
        Kind::Event => Wait::Event,
        Kind::Condition => Wait::Condition,
        Kind::Barrier => Wait::Barrier,
        Kind::Get if is_in(Kind::Next) => match find(Kind::Next) {
            Some(link) => {
                let todo = local(link, "self", vm)?.get_attr("_todo", vm)?;
                Wait::Next(todo.length(vm)? as u32)
            }
            None => Wait::Future,
        },
        Kind::Get => of_queue(link, Wait::Get, vm)?,
        Kind::Put => of_queue(link, Wait::Put, vm)?,
        Kind::Join | Kind::Next => Wait::Future,
        Kind::Group => {
            let tasks = local(link, "self", vm)?.get_attr("_tasks", vm)?;
            Wait::Group(tasks.length(vm)? as u32)
        }
        Kind::Wait => of_wait(link, vm)?,
        Kind::CancelAndWait => of_awaited(&*local(link, "fut", vm)?, state, vm)?,
    })
}

/// Returns the wait for an awaited object.
fn of_awaited(awaited: &PyObject, state: &State, vm: &VirtualMachine) -> PyResult<Wait> {
    if let Some(task) = awaited.downcast_ref::<PyTask>() {
        return Ok(Wait::Task(task.id()));
    }
    match awaited.downcast_ref::<PyFuture>() {
        Some(future) if future.class().is(&state.classes(vm)?.gathering_future) => {
            left(future, vm).map(Wait::Gather)
        }
        _ => Ok(Wait::Future),
    }
}

fn of_queue(
    link: &Link,
    wait: impl Fn(interleave::runtime::QueueId) -> Wait,
    vm: &VirtualMachine,
) -> PyResult<Wait> {
    let queue = local(link, "self", vm)?;
    let number = queues::number_of(&queue, vm)?;
    Ok(number.map_or(Wait::Future, wait))
}

fn of_wait(link: &Link, vm: &VirtualMachine) -> PyResult<Wait> {
    let until = crate::bridge::text_of(&*local(link, "return_when", vm)?, vm);
    let futures: Vec<PyObjectRef> = vm.extract_elements_with(&*local(link, "fs", vm)?, Ok)?;
    let is_left = |future: &&PyObjectRef| {
        let future = future.downcast_ref::<PyFuture>();
        future.is_none_or(|future| !future.is_done())
    };
    let left = futures.iter().filter(is_left).count() as u32;
    Ok(match until.as_str() {
        "FIRST_COMPLETED" => Wait::First(left),
        "FIRST_EXCEPTION" => Wait::Error(left),
        _ => Wait::Every(left),
    })
}

fn local(link: &Link, name: &'static str, vm: &VirtualMachine) -> PyResult {
    let frame: PyObjectRef = link.frame.clone().into();
    frame.get_attr("f_locals", vm)?.get_item(name, vm)
}

/// Returns the innermost await of the program in a coroutine.
pub(in crate::asyncio) fn location(coroutine: &PyObject) -> Option<SourceLocation> {
    let links = chain(coroutine);
    links
        .iter()
        .rev()
        .find_map(|link| location_of_frame(&link.frame))
}
