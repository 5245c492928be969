//! A Python object as a value of the runtime.

use std::borrow::Cow;

use interleave::runtime::Repr;
use rustpython_vm::builtins::{PyDict, PyList, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, VirtualMachine, vm::thread};

use crate::session;

/// A Python object that a task or a future of the runtime holds.
#[derive(Clone, Debug)]
pub(crate) struct Value(pub(crate) PyObjectRef);

/// How deep a result is written out; what is deeper is `...`.
const DEPTH_MAX: usize = 3;

/// How many items of a collection are written out.
const ITEMS_MAX: usize = 20;

impl Repr for Value {
    /// Writes the value as Python does, without running code of the program: a `__repr__` of the
    /// program may print, and a run must not change because it is recorded.
    fn repr(&self) -> Cow<'static, str> {
        if session::open().is_none() {
            return Cow::Borrowed("...");
        }
        thread::with_current_vm(|vm| written(&self.0, 0, vm))
    }
}

fn written(object: &PyObject, depth: usize, vm: &VirtualMachine) -> Cow<'static, str> {
    if vm.is_none(object) {
        return Cow::Borrowed("None");
    }
    if is_plain(object, vm) {
        let text = object.repr(vm).map(|text| text.to_string());
        return Cow::Owned(text.unwrap_or_else(|_| "...".to_owned()));
    }
    if depth >= DEPTH_MAX {
        return Cow::Borrowed("...");
    }
    let inner = |object: &PyObject| written(object, depth + 1, vm);
    let list = |items: &[PyObjectRef]| {
        let shown = items.iter().take(ITEMS_MAX);
        let texts: Vec<_> = shown.map(|item| inner(item)).collect();
        let more = if items.len() > ITEMS_MAX { ", ..." } else { "" };
        format!("{}{more}", texts.join(", "))
    };
    if let Some(items) = object.downcast_ref_if_exact::<PyList>(vm) {
        return Cow::Owned(format!("[{}]", list(&items.borrow_vec())));
    }
    if let Some(items) = object.downcast_ref_if_exact::<PyTuple>(vm) {
        let comma = if items.len() == 1 { "," } else { "" };
        return Cow::Owned(format!("({}{comma})", list(items.as_slice())));
    }
    if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
        let dict: PyRef<PyDict> = dict.to_owned();
        let shown = dict.into_iter().take(ITEMS_MAX);
        let texts: Vec<_> = shown
            .map(|(key, value)| format!("{}: {}", inner(&key), inner(&value)))
            .collect();
        return Cow::Owned(format!("{{{}}}", texts.join(", ")));
    }
    if object.fast_isinstance(vm.ctx.exceptions.base_exception_type) {
        return Cow::Owned(format!("{}(...)", object.class().name()));
    }
    Cow::Owned(format!("<{} object>", object.class().name()))
}

/// Says whether the object's `__repr__` is Python's own.
fn is_plain(object: &PyObject, vm: &VirtualMachine) -> bool {
    let types = &vm.ctx.types;
    [
        types.bool_type,
        types.int_type,
        types.float_type,
        types.complex_type,
        types.str_type,
        types.bytes_type,
        types.range_type,
        types.ellipsis_type,
    ]
    .iter()
    .any(|plain| object.class().is(*plain))
}
