//! `asyncio.Queue`, `LifoQueue` and `PriorityQueue`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use interleave::runtime::{Leftover, Queue, QueueError};
use rustpython_vm::builtins::{PyGenericAlias, PyTypeRef};
use rustpython_vm::class::StaticType;
use rustpython_vm::function::{FuncArgs, OptionalArg, PySetterValue};
use rustpython_vm::types::{
    Constructor, DefaultConstructor, Initializer, PyComparisonOp, Representable,
};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::queue_subclass::{self, Order, SubclassItems};
use super::waiters::{LoopBinding, placeholders};
use crate::asyncio::arguments::expected;
use crate::bridge::{checked, raised};
use crate::coroutines::{PyAwait, coroutine};
use crate::session;

/// A queue.
#[pyclass(module = "asyncio.queues", name = "Queue")]
#[derive(Debug, Default, PyPayload)]
#[repr(C)]
pub(crate) struct PyQueue {
    /// None before `__init__`.
    queue: OnceCell<Queue<PyObjectRef>>,
    /// The size as the program gave it, which may be no whole number.
    size_max: RefCell<Option<PyObjectRef>>,
    order: Order,
    /// The attribute `_queue` of a subclass that keeps the items itself.
    own_items: RefCell<Option<PyObjectRef>>,
    binding: LoopBinding,
}

#[derive(FromArgs)]
struct SizeArgument {
    #[pyarg(any, optional)]
    maxsize: OptionalArg<PyObjectRef>,
}

#[derive(FromArgs)]
struct ShutdownArgument {
    #[pyarg(any, default = false)]
    immediate: bool,
}

impl PyQueue {
    fn ordered(order: Order) -> PyQueue {
        PyQueue {
            order,
            ..PyQueue::default()
        }
    }

    fn queue(&self) -> &Queue<PyObjectRef> {
        self.queue.get_or_init(|| self.make(0))
    }

    fn make(&self, size_max: usize) -> Queue<PyObjectRef> {
        match self.order {
            Order::Fifo => Queue::new(size_max),
            Order::Lifo => Queue::lifo(size_max),
            Order::Priority => Queue::priority_by(size_max, less),
        }
    }
}

impl DefaultConstructor for PyQueue {}

impl Initializer for PyQueue {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let args: SizeArgument = expected("Queue.__init__", &["maxsize"], args, vm)?;
        session::current(vm)?.mark_location(vm);
        let given = args.maxsize.unwrap_or_else(|| vm.ctx.new_int(0).into());
        // A size of zero or less is no limit.
        let size_max = given.try_float(vm)?.to_f64().ceil().max(0.0) as usize;
        zelf.size_max.replace(Some(given.clone()));
        if queue_subclass::replaces_methods(zelf.class(), PyQueue::static_type(), vm) {
            let items = SubclassItems::of(zelf.as_object(), vm)?;
            let _ = zelf.queue.set(Queue::kept_by(size_max, Rc::new(items)));
            vm.call_method(zelf.as_object(), "_init", (given,))?;
        } else {
            // A second `__init__` changes nothing.
            let _ = zelf.queue.set(zelf.make(size_max));
        }
        Ok(())
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyQueue {
    #[pymethod]
    fn _init(zelf: &Py<Self>, _maxsize: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let items = queue_subclass::empty(zelf.order, vm)?;
        zelf.own_items.replace(Some(items));
        Ok(())
    }

    #[pymethod]
    fn _put(zelf: &Py<Self>, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        queue_subclass::put(zelf.order, &Self::_queue(zelf, vm), item, vm)
    }

    #[pymethod]
    fn _get(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        queue_subclass::get(zelf.order, &Self::_queue(zelf, vm), vm)
    }

    #[pymethod]
    fn qsize(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        let own_items = zelf.own_items.borrow().clone();
        match own_items {
            Some(items) => items.length(vm),
            None => Ok(zelf.queue().len()),
        }
    }

    #[pygetset]
    fn maxsize(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.size_max.borrow().clone()
    }

    #[pygetset]
    fn _maxsize(zelf: &Py<Self>) -> Option<PyObjectRef> {
        Self::maxsize(zelf)
    }

    #[pymethod]
    fn empty(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        let own_items = zelf.own_items.borrow().clone();
        match own_items {
            Some(items) => Ok(!items.try_to_bool(vm)?),
            None => Ok(zelf.queue().is_empty()),
        }
    }

    #[pymethod]
    fn full(zelf: &Py<Self>) -> bool {
        zelf.queue().is_full()
    }

    #[pymethod]
    fn put_nowait(zelf: &Py<Self>, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        session::current(vm)?.mark_location(vm);
        raised(zelf.queue().try_put(item).map_err(QueueError::into), vm)
    }

    #[pymethod]
    fn get_nowait(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        session::current(vm)?.mark_location(vm);
        raised(zelf.queue().try_get().map_err(QueueError::into), vm)
    }

    #[pymethod]
    fn put(zelf: PyRef<Self>, item: PyObjectRef) -> PyAwait {
        let put = zelf.queue().put(item);
        coroutine("Queue.put", async move {
            if zelf.queue().is_full() {
                zelf.binding.check(zelf.as_object())?;
            }
            put.await
        })
    }

    #[pymethod]
    fn get(zelf: PyRef<Self>) -> PyAwait {
        let get = zelf.queue().get();
        coroutine("Queue.get", async move {
            if zelf.queue().is_empty() {
                zelf.binding.check(zelf.as_object())?;
            }
            get.await
        })
    }

    #[pymethod]
    fn task_done(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.queue().task_done(), vm)
    }

    #[pymethod]
    fn join(zelf: &Py<Self>) -> PyAwait {
        coroutine("Queue.join", zelf.queue().join())
    }

    #[pymethod]
    fn shutdown(zelf: &Py<Self>, args: ShutdownArgument) {
        zelf.queue().shut_down(if args.immediate {
            Leftover::Drop
        } else {
            Leftover::Keep
        });
    }

    #[pygetset]
    fn _queue(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        if let Some(items) = zelf.own_items.borrow().as_ref() {
            return items.clone();
        }
        let items = zelf.queue().look(|items| items.cloned().collect());
        vm.ctx.new_list(items).into()
    }

    #[pygetset(setter)]
    fn set__queue(zelf: &Py<Self>, items: PySetterValue) {
        zelf.own_items.replace(items.into());
    }

    #[pygetset]
    fn _getters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.queue().getters(), vm)
    }

    #[pygetset]
    fn _putters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.queue().putters(), vm)
    }

    #[pygetset]
    fn _unfinished_tasks(zelf: &Py<Self>) -> usize {
        zelf.queue().unfinished()
    }

    #[pymethod]
    fn _format(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let size_max = vm.unwrap_or_none(Self::maxsize(zelf)).repr(vm)?;
        let mut text = format!("maxsize={size_max}");
        if !Self::empty(zelf, vm)? {
            let items: Vec<_> = Self::_queue(zelf, vm).try_to_value(vm)?;
            let items = vm.ctx.new_list(items);
            text += &format!(" _queue={}", items.as_object().repr(vm)?);
        }
        for (name, n) in [
            ("getters", zelf.queue().getters()),
            ("putters", zelf.queue().putters()),
        ] {
            if n > 0 {
                text += &format!(" _{name}[{n}]");
            }
        }
        if zelf.queue().unfinished() > 0 {
            text += &format!(" tasks={}", zelf.queue().unfinished());
        }
        if zelf.queue().is_shut_down() {
            text += " shutdown";
        }
        Ok(text)
    }

    #[pymethod(name = "__str__")]
    fn text(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let class = zelf.as_object().class().name().to_string();
        Ok(format!("<{class} {}>", Self::_format(zelf, vm)?))
    }

    #[pyclassmethod]
    fn __class_getitem__(
        class: PyTypeRef,
        args: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyGenericAlias> {
        PyGenericAlias::from_args(class, args, vm)
    }
}

impl Representable for PyQueue {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let (class, id) = (zelf.as_object().class(), zelf.as_object().get_id());
        Ok(format!(
            "<{} at {id:#x} {}>",
            class.name(),
            Self::_format(zelf, vm)?
        ))
    }
}

/// A queue that gives the newest item first.
#[pyclass(module = "asyncio.queues", name = "LifoQueue", base = PyQueue)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyLifoQueue(PyQueue);

impl Default for PyLifoQueue {
    fn default() -> Self {
        PyLifoQueue(PyQueue::ordered(Order::Lifo))
    }
}

impl DefaultConstructor for PyLifoQueue {}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyLifoQueue {}

/// A queue that gives the smallest item first.
#[pyclass(module = "asyncio.queues", name = "PriorityQueue", base = PyQueue)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyPriorityQueue(PyQueue);

impl Default for PyPriorityQueue {
    fn default() -> Self {
        PyPriorityQueue(PyQueue::ordered(Order::Priority))
    }
}

impl DefaultConstructor for PyPriorityQueue {}

fn less(a: &PyObjectRef, b: &PyObjectRef) -> interleave::runtime::Result<bool> {
    checked(|vm| a.rich_compare_bool(b, PyComparisonOp::Lt, vm))
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyPriorityQueue {}
