//! Python's texts of objects.

use rustpython_vm::{PyObject, PyObjectRef, VirtualMachine};

/// Returns Python's `str` of an object.
pub(crate) fn text_of(object: &PyObject, vm: &VirtualMachine) -> String {
    object
        .str(vm)
        .map_or_else(|_| "<no text>".to_owned(), |text| text.to_string())
}

/// Returns Python's `str` of an object, and nothing for `None`.
pub(crate) fn optional_text(object: Option<PyObjectRef>, vm: &VirtualMachine) -> Option<String> {
    object
        .filter(|object| !vm.is_none(object))
        .map(|object| text_of(&object, vm))
}
