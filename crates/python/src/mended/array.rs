//! `repr` of an array of floats, which are written as floats.

use std::cell::Cell;

use rustpython_vm::builtins::{PyStrRef, PyType};
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use crate::bridge::text_of;

type Written = fn(&PyObject, &VirtualMachine) -> PyResult<PyStrRef>;

thread_local! {
    static WRITTEN: Cell<Option<Written>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) -> PyResult<()> {
    let class = vm.import("array", 0)?.get_attr("array", vm)?;
    if let Ok(class) = class.downcast::<PyType>() {
        WRITTEN.set(class.slots.repr.swap(Some(written)));
    }
    Ok(())
}

fn written(array: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    let code = text_of(&*array.get_attr("typecode", vm)?, vm);
    let items = vm.call_method(array, "tolist", ())?;
    let is_float = matches!(code.as_str(), "d" | "f") && array.length(vm)? > 0;
    match WRITTEN.get() {
        Some(original) if !is_float => original(array, vm),
        _ => {
            let items = items.repr(vm)?.to_string();
            Ok(vm.ctx.new_str(format!("array('{code}', {items})")))
        }
    }
}
