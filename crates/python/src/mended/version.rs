//! What `sys` says of its version: that of the language, and whose interpreter it is.

use rustpython_vm::builtins::{PyTuple, PyTypeRef};
use rustpython_vm::{AsObject, PyRef, PyResult, VirtualMachine};

/// The interpreter's own text tells of its build.
const VERSION: &str = "3.14.0 (interleave) [RustPython 0.6.0]";

/// 3.14.0, as one number.
const HEX_VERSION: u32 = 0x030e_00f0;

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let sys = &vm.sys_module;
    let class: PyTypeRef = sys.get_attr("version_info", vm)?.class().to_owned();
    let number = |number: i32| vm.ctx.new_int(number).into();
    // The interpreter is an alpha, and cannot make another value of the class from Python.
    let parts = vec![
        number(3),
        number(14),
        number(0),
        vm.ctx.new_str("final").into(),
        number(0),
    ];
    let parts = PyTuple::new_unchecked(parts.into_boxed_slice());
    let version = PyRef::new_ref(parts, class, None);
    sys.set_attr("version", vm.ctx.new_str(VERSION), vm)?;
    sys.set_attr("version_info", version.clone(), vm)?;
    sys.set_attr("hexversion", vm.ctx.new_int(HEX_VERSION), vm)?;
    // What programs ask for here is whether they may rely on CPython's ways.
    let implementation = sys.get_attr("implementation", vm)?;
    implementation.set_attr("name", vm.ctx.new_str("cpython"), vm)?;
    implementation.set_attr("version", version, vm)
}
