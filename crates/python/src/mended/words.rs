//! Errors in CPython's words.

use std::cell::Cell;

use rustpython_vm::builtins::{PyBaseException, PyStr, PyStrRef, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::bridge::text_of;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type Concat = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult;

thread_local! {
    static OBJECT_NEW: Cell<Option<New>> = const { Cell::new(None) };
    static LIST_CONCAT: Cell<Option<Concat>> = const { Cell::new(None) };
    static TUPLE_CONCAT: Cell<Option<Concat>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    OBJECT_NEW.set(types.object_type.slots.new.swap(Some(object_new)));
    let list = &types.list_type.slots.as_sequence;
    LIST_CONCAT.set(list.concat.swap(Some(list_concat)));
    let tuple = &types.tuple_type.slots.as_sequence;
    TUPLE_CONCAT.set(tuple.concat.swap(Some(tuple_concat)));
    let exceptions = &vm.ctx.exceptions;
    for class in [
        exceptions.unbound_local_error,
        exceptions.type_error,
        exceptions.recursion_error,
    ] {
        class.slots.repr.store(Some(reworded_repr));
        let text = |object: PyObjectRef, vm: &VirtualMachine| reworded_text(&object, vm);
        let text = vm.new_method("__str__", class, text);
        class.set_attr(vm.ctx.intern_str("__str__"), text.into());
    }
    let proxy = types.mappingproxy_type;
    let text = vm.new_method("__str__", proxy, mapping_text);
    proxy.set_attr(vm.ctx.intern_str("__str__"), text.into());
    not_in_list(
        types.list_type,
        "remove",
        "list.remove(x): x not in list",
        vm,
    );
    not_in_list(types.list_type, "index", "list.index(x): x not in list", vm);
}

/// Makes an object; for an abstract class it says so as CPython does, with the names in order.
fn object_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(original) = OBJECT_NEW.get() else {
        return Err(vm.new_system_error("object.__new__ is not there"));
    };
    original(class, args, vm).map_err(|exception| {
        let text = text_of(exception.as_object(), vm);
        let Some((class, methods)) = text.split_once(" without an implementation for abstract ")
        else {
            return exception;
        };
        let Some((noun, names)) = methods.split_once(' ') else {
            return exception;
        };
        let mut names: Vec<_> = names.trim_matches('\'').split("', '").collect();
        names.sort_unstable();
        let names = names.join("', '");
        vm.new_type_error(format!(
            "Can't instantiate abstract {class} without an implementation for abstract {noun} '{names}'"
        ))
    })
}

/// Returns the text of a mapping behind a proxy, which is that of the mapping itself.
fn mapping_text(proxy: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    vm.call_method(&proxy, "copy", ())?.str(vm)
}

fn list_concat(sequence: PySequence<'_>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    concat(
        LIST_CONCAT.get(),
        vm.ctx.types.list_type,
        sequence,
        other,
        vm,
    )
}

fn tuple_concat(sequence: PySequence<'_>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    concat(
        TUPLE_CONCAT.get(),
        vm.ctx.types.tuple_type,
        sequence,
        other,
        vm,
    )
}

fn concat(
    original: Option<Concat>,
    class: &Py<PyType>,
    sequence: PySequence<'_>,
    other: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    match original {
        Some(original) if other.fast_isinstance(class) => original(sequence, other, vm),
        _ => Err(vm.new_type_error(format!(
            "can only concatenate {0} (not \"{1}\") to {0}",
            class.name(),
            other.class().name()
        ))),
    }
}

/// Gives the `ValueError` of a method of `list` other words.
fn not_in_list(
    list: &'static Py<PyType>,
    name: &'static str,
    message: &'static str,
    vm: &VirtualMachine,
) {
    let interned = vm.ctx.intern_str(name);
    let Some(original) = list.get_attr(interned) else {
        return;
    };
    let mended = vm.new_method(name, list, move |args: FuncArgs, vm: &VirtualMachine| {
        original.call(args, vm).map_err(|exception| {
            let is_own = exception.class().is(vm.ctx.exceptions.value_error)
                && text_of(exception.as_object(), vm).ends_with("is not in list");
            if is_own {
                vm.new_value_error(message)
            } else {
                exception
            }
        })
    });
    list.set_attr(interned, mended.into());
}

/// What the interpreter says of a wrong type and the like, and CPython's words for it; a `*` stands for the rest.
const WRONG_TYPES: &[(&str, &str)] = &[
    (
        "exceptions must be classes or instances deriving from BaseException*",
        "exceptions must derive from BaseException",
    ),
    (
        "maximum recursion depth exceeded ",
        "maximum recursion depth exceeded",
    ),
    (
        "multiple bases have instance layout conflict",
        "multiple bases have instance lay-out conflict",
    ),
    (
        "map expected 1 argument, got 0",
        "map() must have at least two arguments.",
    ),
    (
        "cannot pickle 'lock' object",
        "cannot pickle '_thread.lock' object",
    ),
    (
        "cannot pickle 'RLock' object",
        "cannot pickle '_thread.RLock' object",
    ),
    (
        "cannot pickle 'Context' object",
        "cannot pickle '_contextvars.Context' object",
    ),
    (
        "cannot pickle 'Future' object",
        "cannot pickle '_asyncio.Future' object",
    ),
    (
        "cannot pickle 'Task' object",
        "cannot pickle '_asyncio.Task' object",
    ),
    (
        "callable expected 1 argument, got 0",
        "callable() takes exactly one argument (0 given)",
    ),
];

fn reworded_text(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    reword(object, vm)?;
    let base = vm.ctx.exceptions.base_exception_type;
    let text = base.as_object().get_attr("__str__", vm)?;
    text.call((object.to_owned(),), vm)?.try_into_value(vm)
}

fn reworded_repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    reword(object, vm)?;
    match vm.ctx.exceptions.base_exception_type.slots.repr.load() {
        Some(repr) => repr(object, vm),
        None => Ok(vm.ctx.empty_str.to_owned()),
    }
}

/// Gives an error that the interpreter has made CPython's words, when they are read.
fn reword(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(exception) = object.downcast_ref::<PyBaseException>() else {
        return Ok(());
    };
    let Some(text) = exception.get_arg(0) else {
        return Ok(());
    };
    if !text.downcastable::<PyStr>() {
        return Ok(());
    }
    let text = text_of(&text, vm);
    let Some(message) = unbound_words(&text)
        .or_else(|| words_of_patterns(&text))
        .or_else(|| words_of_wrong_type(&text))
    else {
        return Ok(());
    };
    let args = vm.ctx.new_tuple(vec![vm.ctx.new_str(message).into()]);
    object.set_attr("args", args, vm)
}

fn unbound_words(text: &str) -> Option<String> {
    let name = text.strip_prefix("local variable '")?;
    let name = name.strip_suffix("' referenced before assignment")?;
    Some(format!(
        "cannot access local variable '{name}' where it is not associated with a value"
    ))
}

/// What a regular expression says of what is no text.
fn words_of_patterns(text: &str) -> Option<String> {
    let kind = text.strip_prefix("expected string got '")?;
    let kind = kind.strip_suffix('\'')?;
    Some(match kind {
        "bytes" | "bytearray" => "cannot use a string pattern on a bytes-like object".to_owned(),
        _ => format!("expected string or bytes-like object, got '{kind}'"),
    })
}

fn words_of_wrong_type(text: &str) -> Option<String> {
    let known = WRONG_TYPES
        .iter()
        .find(|(ours, _)| match ours.strip_suffix('*') {
            Some(begin) => text.starts_with(begin),
            None => text == *ours,
        });
    known.map(|(_, words)| (*words).to_owned())
}
