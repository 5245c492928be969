//! Where in the program an event happens: the line and column of the frame that is running.

use std::cell::RefCell;
use std::collections::BTreeSet;

use interleave::runtime::SourceLocation;
use rustpython_vm::VirtualMachine;
use rustpython_vm::frame::FrameRef;

thread_local! {
    /// The names of files that places were in. The trace keeps them for as long as the process
    /// lives, so each is kept once.
    static FILES: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// Returns the position of the innermost frame that is of the program, and not of the library.
pub(crate) fn here(vm: &VirtualMachine) -> Option<SourceLocation> {
    let mut frame = vm.current_frame();
    while let Some(inner) = frame {
        if let Some(place) = of_frame(&inner) {
            return Some(place);
        }
        frame = inner.f_back(vm);
    }
    None
}

/// Returns where a frame stands, if it is of the program.
pub(crate) fn of_frame(frame: &FrameRef) -> Option<SourceLocation> {
    let file = frame.code.source_path().as_str();
    if is_library(file) || frame.lasti() == 0 {
        return None;
    }
    let location = frame.current_location();
    Some(SourceLocation {
        file: interned(file),
        line: location.line.get() as u32,
        column: location.character_offset.get() as u32,
    })
}

/// Says whether a file is of the standard library that comes with the command: frozen modules are
/// compiled with their names for paths.
fn is_library(file: &str) -> bool {
    file.starts_with('<') || !file.ends_with(".py")
}

fn interned(file: &str) -> &'static str {
    FILES.with_borrow_mut(|files| match files.get(file) {
        Some(known) => known,
        None => {
            let name: &'static str = Box::leak(file.to_owned().into_boxed_str());
            files.insert(name);
            name
        }
    })
}
