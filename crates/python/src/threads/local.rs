//! `threading.local`: attributes that each thread has for itself.

use std::cell::RefCell;
use std::collections::HashMap;

use rustpython_vm::builtins::{PyDictRef, PyStr, PyType, PyTypeRef};
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::{GetAttr, SetAttr};
use rustpython_vm::{AsObject, Py, PyPayload, PyResult, VirtualMachine, pyclass};

use super::module::current;

/// `_thread._local`.
#[pyclass(module = "_thread", name = "_local")]
#[derive(PyPayload)]
pub(super) struct PyLocal {
    /// What a class of the program is made with anew in each thread.
    arguments: FuncArgs,
    attributes: RefCell<HashMap<u64, PyDictRef>>,
}

impl std::fmt::Debug for PyLocal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("_local")
    }
}

#[pyclass(flags(BASETYPE, HAS_WEAKREF), with(GetAttr, SetAttr))]
impl PyLocal {
    #[pyslot]
    fn slot_new(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if !arguments.is_empty() && !has_own_init(&class, vm) {
            return Err(vm.new_type_error("Initialization arguments are not supported"));
        }
        let local = PyLocal {
            arguments,
            attributes: RefCell::default(),
        };
        let local = local.into_ref_with_type(vm, class)?;
        // The class is about to be initialized in the thread that makes it.
        local.attributes_or_new(vm);
        Ok(local.into())
    }

    #[pygetset(name = "__dict__")]
    fn dict(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        zelf.of_thread(vm)
    }
}

impl PyLocal {
    /// Returns the running thread's attributes, and whether they were made now.
    fn attributes_or_new(&self, vm: &VirtualMachine) -> (PyDictRef, bool) {
        let thread = current();
        let known = self.attributes.borrow().get(&thread).cloned();
        if let Some(known) = known {
            return (known, false);
        }
        let new = vm.ctx.new_dict();
        self.attributes.borrow_mut().insert(thread, new.clone());
        (new, true)
    }
}

/// The attributes of the running thread, which the object is initialized for at its first use there.
trait OfThread {
    fn of_thread(&self, vm: &VirtualMachine) -> PyResult<PyDictRef>;
}

impl OfThread for Py<PyLocal> {
    fn of_thread(&self, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let (attributes, is_new) = self.attributes_or_new(vm);
        let init = self.class().slots.init.load();
        let init = init.filter(|_| is_new && has_own_init(self.class(), vm));
        let made = init.map(|init| init(self.as_object(), self.arguments.clone(), vm));
        if let Some(Err(exception)) = made {
            let removed = self.attributes.borrow_mut().remove(&current());
            drop(removed);
            return Err(exception);
        }
        Ok(attributes)
    }
}

/// Says whether a class has an `__init__` of the program.
fn has_own_init(class: &Py<PyType>, vm: &VirtualMachine) -> bool {
    let plain = vm.ctx.types.object_type.slots.init.load();
    let own = class.slots.init.load();
    own.map(|init| init as usize) != plain.map(|init| init as usize)
}

impl GetAttr for PyLocal {
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        let attributes = zelf.of_thread(vm)?;
        if name.as_bytes() == b"__dict__" {
            return Ok(attributes.into());
        }
        let object = zelf.as_object();
        let found = object.generic_getattr_opt(name, Some(attributes), vm)?;
        found.ok_or_else(|| {
            let class = zelf.class().slot_name();
            vm.new_attribute_error(format!("'{class}' object has no attribute '{name}'"))
        })
    }
}

impl SetAttr for PyLocal {
    fn setattro(
        zelf: &Py<Self>,
        name: &Py<PyStr>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let class = zelf.class().slot_name();
        if name.as_bytes() == b"__dict__" {
            let message = format!("'{class}' object attribute '__dict__' is read-only");
            return Err(vm.new_attribute_error(message));
        }
        let attributes = zelf.of_thread(vm)?;
        match value {
            PySetterValue::Assign(value) => attributes.set_item(name, value, vm),
            PySetterValue::Delete if attributes.contains_key(name, vm) => {
                attributes.del_item(name, vm)
            }
            PySetterValue::Delete => {
                let message = format!("'{class}' object has no attribute '{name}'");
                Err(vm.new_attribute_error(message))
            }
        }
    }
}
