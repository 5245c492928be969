//! Modules of the library, and what is in them.

use rustpython_vm::{PyResult, VirtualMachine};

/// Returns a module, which is imported.
pub(super) fn module(name: &'static str, vm: &VirtualMachine) -> PyResult {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    if let Ok(module) = modules.get_item(name, vm) {
        return Ok(module);
    }
    vm.import(vm.ctx.intern_str(name), 0)?;
    modules.get_item(name, vm)
}

/// Returns an attribute of a module, which is imported.
pub(super) fn attribute(name: &'static str, attribute: &str, vm: &VirtualMachine) -> PyResult {
    module(name, vm)?.get_attr(vm.ctx.intern_str(attribute), vm)
}
