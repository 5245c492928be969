//! `ContextVar.get`, which remembers the value that it found last by the address of the context: another
//! context that lies there later would get it, too.

use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

pub(super) fn mend(vm: &VirtualMachine) -> PyResult<()> {
    let module = vm.import("_contextvars", 0)?;
    let class = module.get_attr("ContextVar", vm)?;
    let Ok(class) = class.downcast::<PyType>() else {
        return Ok(());
    };
    let name = vm.ctx.intern_str("get");
    let Some(original) = class.get_attr(name) else {
        return Ok(());
    };
    // It is there before any variable is, so that no value was found in a context of its address.
    let empty = module.get_attr("Context", vm)?.call((), vm)?;
    let object = vm.ctx.types.object_type;
    let mended = vm.new_method("get", object, move |args: FuncArgs, vm: &VirtualMachine| {
        if let Some(value) = args
            .args
            .first()
            .map(|it| found(it, vm))
            .transpose()?
            .flatten()
        {
            return Ok(value);
        }
        let mut all = args;
        all.prepend_arg(original.clone());
        vm.call_method(&empty, "run", all)
    });
    class.set_attr(name, mended.into());
    Ok(())
}

/// Returns the value of a variable in the present context.
fn found(variable: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let context = vm.context_stack.borrow().last().cloned();
    let Some(context) = context else {
        return Ok(None);
    };
    let nothing = vm
        .ctx
        .new_base_object(vm.ctx.types.object_type.to_owned(), None);
    let value = vm.call_method(&context, "get", (variable.clone(), nothing.clone()))?;
    Ok((!value.is(&nothing)).then_some(value))
}
