//! The location of an event in the program: the line and column of the running frame.

use std::cell::RefCell;
use std::collections::BTreeSet;

use interleave::runtime::SourceLocation;
use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::frame::{FrameObject, FrameObjectRef};
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, Py, PyObject, VirtualMachine};

thread_local! {
    /// The names of files that locations were in. The trace refers to them for as long as the
    /// process lives, so each name is leaked once.
    static FILE_NAMES: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// Returns the location of the innermost frame that belongs to the program and not to the library.
pub(crate) fn program_location(vm: &VirtualMachine) -> Option<SourceLocation> {
    let mut frame = vm.current_frame();
    while let Some(inner) = frame {
        if let Some(location) = location_of_frame(&inner) {
            return Some(location);
        }
        frame = inner.f_back(vm);
    }
    None
}

/// Returns the frame of a coroutine that has not ended. It says where the coroutine ends: the coroutine
/// itself gives the frame away then.
pub(crate) fn frame_of_coroutine(coroutine: &PyObject) -> Option<FrameObjectRef> {
    coroutine
        .downcast_ref::<PyCoroutine>()?
        .as_coro()
        .frame_opt()
}

/// Returns the location of a frame, if the frame belongs to the program and has started.
pub(crate) fn location_of_frame(frame: &Py<FrameObject>) -> Option<SourceLocation> {
    let code = frame.iframe().code();
    let file = code.source_path().as_str();
    if is_library(file) || frame.lasti() == 0 {
        return None;
    }
    // A frame object of a running function stands for another frame, which alone knows its instruction.
    let offset = thread::with_current_vm(|vm| {
        let offset = frame.as_object().get_attr("f_lasti", vm)?;
        offset.try_to_value::<usize>(vm)
    });
    let (location, _) = code.locations.get(offset.ok()? / 2)?;
    Some(SourceLocation {
        file: interned(file),
        line: location.line.get() as u32,
        column: location.character_offset.get() as u32,
    })
}

/// Says whether a file belongs to the standard library of the crate: a frozen module has its name
/// for a path.
fn is_library(file: &str) -> bool {
    file.starts_with('<') || !file.ends_with(".py")
}

fn interned(file: &str) -> &'static str {
    FILE_NAMES.with_borrow_mut(|files| match files.get(file) {
        Some(known) => known,
        None => {
            let name: &'static str = Box::leak(file.to_owned().into_boxed_str());
            files.insert(name);
            name
        }
    })
}
