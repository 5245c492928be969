//! The console of a run: what its tasks print.

use super::current;
use super::event::{Event, Place};

/// Prints a line to the run's console.
#[track_caller]
pub fn print(text: &str) {
    let place = Place::caller();
    let event_loop = current::event_loop();
    event_loop.emit(Event::Printed {
        task: event_loop.running(),
        thread: None,
        text,
        place,
    });
    event_loop.count_line();
}

/// Prints a line to the run's console, formatted as the standard `println!` formats it.
#[doc(hidden)]
#[macro_export]
macro_rules! run_println {
    ($($arg:tt)*) => { $crate::runtime::print(&format!($($arg)*)) };
}

pub use crate::run_println as println;
