//! `asyncio.Queue`, `LifoQueue` and `PriorityQueue`.

use interleave::runtime::{Leftover, Queue, QueueError};
use rustpython_vm::builtins::{PyGenericAlias, PyType, PyTypeRef};
use rustpython_vm::function::OptionalArg;
use rustpython_vm::types::{Constructor, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use super::{checked, none_of, raised};
use crate::awaitable::{PyAwait, coroutine};
use crate::{place, session};

/// A queue.
#[pyclass(module = "asyncio.queues", name = "Queue")]
#[derive(Debug, PyPayload)]
#[repr(C)]
pub(crate) struct PyQueue {
    queue: Queue<PyObjectRef>,
    size_max: i64,
}

#[derive(FromArgs)]
pub(crate) struct SizeArgument {
    #[pyarg(any, optional)]
    maxsize: OptionalArg<i64>,
}

#[derive(FromArgs)]
struct ShutdownArgument {
    #[pyarg(any, default = false)]
    immediate: bool,
}

impl PyQueue {
    fn of(make: impl FnOnce(usize) -> Queue<PyObjectRef>, args: SizeArgument) -> PyQueue {
        let size_max = args.maxsize.unwrap_or(0);
        PyQueue {
            // Less than none means any number.
            queue: make(usize::try_from(size_max).unwrap_or(0)),
            size_max,
        }
    }

    fn place(vm: &VirtualMachine) -> PyResult<()> {
        let session = session::current(vm)?;
        session.inner_loop().set_place(place::here(vm));
        Ok(())
    }
}

impl Constructor for PyQueue {
    type Args = SizeArgument;

    fn py_new(_class: &Py<PyType>, args: SizeArgument, vm: &VirtualMachine) -> PyResult<Self> {
        PyQueue::place(vm)?;
        Ok(PyQueue::of(Queue::new, args))
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PyQueue {
    #[pymethod]
    fn qsize(&self) -> usize {
        self.queue.len()
    }

    #[pygetset]
    fn maxsize(&self) -> i64 {
        self.size_max
    }

    #[pymethod]
    fn empty(&self) -> bool {
        self.queue.is_empty()
    }

    #[pymethod]
    fn full(&self) -> bool {
        self.queue.is_full()
    }

    #[pymethod]
    fn put_nowait(&self, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        PyQueue::place(vm)?;
        raised(self.queue.try_put(item).map_err(QueueError::into), vm)
    }

    #[pymethod]
    fn get_nowait(&self, vm: &VirtualMachine) -> PyResult {
        PyQueue::place(vm)?;
        raised(self.queue.try_get().map_err(QueueError::into), vm)
    }

    #[pymethod]
    fn put(&self, item: PyObjectRef, vm: &VirtualMachine) -> PyAwait {
        let (put, none) = (self.queue.put(item), vm.ctx.none());
        coroutine("Queue.put", async move {
            put.await?;
            Ok(none)
        })
    }

    #[pymethod]
    fn get(&self) -> PyAwait {
        coroutine("Queue.get", self.queue.get())
    }

    #[pymethod]
    fn task_done(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.queue.task_done(), vm)
    }

    #[pymethod]
    fn join(&self, vm: &VirtualMachine) -> PyAwait {
        let (join, none) = (self.queue.join(), vm.ctx.none());
        coroutine("Queue.join", async move {
            join.await?;
            Ok(none)
        })
    }

    #[pymethod]
    fn shutdown(&self, args: ShutdownArgument) {
        self.queue.shut_down(if args.immediate {
            Leftover::Drop
        } else {
            Leftover::Keep
        });
    }

    #[pygetset]
    fn _queue(&self, vm: &VirtualMachine) -> PyObjectRef {
        let items = self.queue.look(|items| items.cloned().collect());
        vm.ctx.new_list(items).into()
    }

    #[pygetset]
    fn _getters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.queue.getters(), vm)
    }

    #[pygetset]
    fn _putters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.queue.putters(), vm)
    }

    #[pygetset]
    fn _unfinished_tasks(&self) -> usize {
        self.queue.unfinished()
    }

    #[pymethod]
    fn _format(&self, vm: &VirtualMachine) -> PyResult<String> {
        let mut text = format!("maxsize={}", self.size_max);
        if !self.queue.is_empty() {
            let items = self._queue(vm);
            text += &format!(" _queue={}", items.repr(vm)?);
        }
        for (name, n) in [
            ("getters", self.queue.getters()),
            ("putters", self.queue.putters()),
        ] {
            if n > 0 {
                text += &format!(" _{name}[{n}]");
            }
        }
        if self.queue.unfinished() > 0 {
            text += &format!(" tasks={}", self.queue.unfinished());
        }
        if self.queue.is_shut_down() {
            text += " shutdown";
        }
        Ok(text)
    }

    #[pymethod(name = "__str__")]
    fn text(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let class = zelf.as_object().class().name().to_string();
        Ok(format!("<{class} {}>", zelf._format(vm)?))
    }

    #[pyclassmethod]
    fn __class_getitem__(
        class: PyTypeRef,
        args: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyGenericAlias {
        PyGenericAlias::from_args(class, args, vm)
    }
}

impl Representable for PyQueue {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let (class, id) = (zelf.as_object().class(), zelf.as_object().get_id());
        Ok(format!(
            "<{} at {id:#x} {}>",
            class.name(),
            zelf._format(vm)?
        ))
    }
}

/// A queue whose newest item comes first.
#[pyclass(module = "asyncio.queues", name = "LifoQueue", base = PyQueue)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyLifoQueue(PyQueue);

impl Constructor for PyLifoQueue {
    type Args = SizeArgument;

    fn py_new(_class: &Py<PyType>, args: SizeArgument, vm: &VirtualMachine) -> PyResult<Self> {
        PyQueue::place(vm)?;
        Ok(PyLifoQueue(PyQueue::of(Queue::lifo, args)))
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyLifoQueue {}

/// A queue whose least item comes first.
#[pyclass(module = "asyncio.queues", name = "PriorityQueue", base = PyQueue)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyPriorityQueue(PyQueue);

impl Constructor for PyPriorityQueue {
    type Args = SizeArgument;

    fn py_new(_class: &Py<PyType>, args: SizeArgument, vm: &VirtualMachine) -> PyResult<Self> {
        PyQueue::place(vm)?;
        let make = |size| Queue::priority_by(size, less);
        Ok(PyPriorityQueue(PyQueue::of(make, args)))
    }
}

/// Compares two items as the program does, which may raise.
fn less(a: &PyObjectRef, b: &PyObjectRef) -> interleave::runtime::Result<bool> {
    checked(|vm| a.rich_compare_bool(b, PyComparisonOp::Lt, vm))
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyPriorityQueue {}
