//! The files that a program may read: the host knows them.

use rustpython_vm::{PyResult, VirtualMachine};

use crate::session::{self, Found};

/// Looks at a path, for `_disk.py`. The program's own file is known in any case.
pub(crate) fn look(path: &str, vm: &VirtualMachine) -> PyResult {
    let session = session::current(vm)?;
    let program = &session.program;
    let refused = |is_beside: bool, why: String| {
        let parts = vec![
            vm.ctx.new_bool(is_beside).into(),
            vm.ctx.new_str(why).into(),
        ];
        vm.ctx.new_tuple(parts).into()
    };
    if path.trim_start_matches('/') == program.file.trim_start_matches('/') {
        return Ok(vm.ctx.new_bytes(program.source.clone().into_bytes()).into());
    }
    Ok(match session.host.look(path) {
        Found::Nothing => vm.ctx.none(),
        Found::Folder => vm.ctx.new_bool(true).into(),
        Found::File(content) => vm.ctx.new_bytes(content).into(),
        Found::Refused(why) => refused(true, why),
        Found::Outside(why) => refused(false, why),
    })
}
