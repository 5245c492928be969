//! Subclasses of `asyncio.Queue` with their own `_init`, `_put` and `_get`, which is asyncio's
//! documented way to other orders.
//!
//! The items of such a queue are in its attribute `_queue`, as in CPython, and the runtime calls
//! its methods. All other queues keep their items in the runtime, and do not need this file.

use interleave::runtime::{Result, Store};
use rustpython_vm::builtins::{PyType, PyWeak};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::bridge::checked;

/// The order in which the items of asyncio's own classes come out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    Fifo,
    Lifo,
    Priority,
}

/// The methods that a subclass may replace.
const METHODS: [&str; 5] = ["_init", "_put", "_get", "qsize", "empty"];

/// Says whether a class replaces a method of `base` that works on the items.
pub(super) fn replaces_methods(class: &Py<PyType>, base: &Py<PyType>, vm: &VirtualMachine) -> bool {
    METHODS.iter().any(|name| {
        let name = vm.ctx.intern_str(*name);
        match (class.get_attr(name), base.get_attr(name)) {
            (Some(own), Some(ours)) => !own.is(&ours),
            _ => false,
        }
    })
}

/// The items of a queue, behind its methods. The queue owns this object, so the reference to the
/// queue is weak.
#[derive(Debug)]
pub(super) struct SubclassItems(PyRef<PyWeak>);

impl SubclassItems {
    /// Makes the items of a queue.
    ///
    /// # Errors
    /// `TypeError` for a queue without weak references.
    pub(super) fn of(queue: &PyObject, vm: &VirtualMachine) -> PyResult<SubclassItems> {
        Ok(SubclassItems(queue.downgrade(None, vm)?))
    }

    fn call<T>(&self, f: impl FnOnce(PyObjectRef, &VirtualMachine) -> PyResult<T>) -> Result<T> {
        checked(|vm| {
            let gone = || vm.new_runtime_error("the queue is gone".to_owned());
            f(self.0.upgrade().ok_or_else(gone)?, vm)
        })
    }
}

impl Store<PyObjectRef> for SubclassItems {
    fn len(&self) -> usize {
        let size = self.call(|queue, vm| {
            let size = vm.call_method(&queue, "qsize", ())?;
            size.try_to_value::<usize>(vm)
        });
        size.unwrap_or(0)
    }

    fn is_empty(&self) -> bool {
        let is = self.call(|queue, vm| vm.call_method(&queue, "empty", ())?.try_to_bool(vm));
        is.unwrap_or(true)
    }

    fn put(&self, item: PyObjectRef) -> Result<()> {
        self.call(|queue, vm| vm.call_method(&queue, "_put", (item,)).map(drop))
    }

    fn get(&self) -> Result<PyObjectRef> {
        self.call(|queue, vm| vm.call_method(&queue, "_get", ()))
    }
}

/// `Queue._init` of asyncio's own classes: makes the collection of the items.
pub(super) fn empty(order: Order, vm: &VirtualMachine) -> PyResult {
    match order {
        Order::Fifo => vm
            .import("_collections", 0)?
            .get_attr("deque", vm)?
            .call((), vm),
        Order::Lifo | Order::Priority => Ok(vm.ctx.new_list(vec![]).into()),
    }
}

/// `Queue._put` of asyncio's own classes.
pub(super) fn put(
    order: Order,
    items: &PyObject,
    item: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    match order {
        Order::Fifo | Order::Lifo => vm.call_method(items, "append", (item,))?,
        Order::Priority => {
            let heapq = vm.import("heapq", 0)?;
            vm.call_method(&heapq, "heappush", (items.to_owned(), item))?
        }
    };
    Ok(())
}

/// `Queue._get` of asyncio's own classes.
pub(super) fn get(order: Order, items: &PyObject, vm: &VirtualMachine) -> PyResult {
    match order {
        Order::Fifo => vm.call_method(items, "popleft", ()),
        Order::Lifo => vm.call_method(items, "pop", ()),
        Order::Priority => {
            let heapq = vm.import("heapq", 0)?;
            vm.call_method(&heapq, "heappop", (items.to_owned(),))
        }
    }
}
