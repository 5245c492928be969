//! The console of a run: what its tasks and threads print.

use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::{Event, EventLoop, SourceLocation, ThreadId};

/// Prints a line to the run's console.
#[track_caller]
pub fn print(text: &str) {
    current::event_loop().print(text, SourceLocation::caller());
}

/// Warns as Python does, on the standard error and once for each line of the program:
/// `RuntimeWarning: …`. Rust's futures say nothing when they are thrown away.
#[track_caller]
pub fn warn(text: &str) {
    let (event_loop, location) = (current::event_loop(), SourceLocation::caller());
    if !event_loop.warned_at.borrow().contains(&location) {
        event_loop.warned_at.borrow_mut().push(location);
        event_loop.warn(text, location);
    }
}

impl EventLoop {
    /// Prints a line that the program printed at a location. A thread's line appears when the
    /// loop's time has reached the thread's moment.
    pub fn print(self: &Rc<Self>, text: &str, location: SourceLocation) {
        let location = self.location.get().unwrap_or(location);
        let thread = self.current_thread();
        if thread.is_some() && self.thread_time() > self.time() {
            let text: Rc<str> = text.into();
            self.call_for_thread(self.thread_time(), move |event_loop| {
                event_loop.print_now(thread, &text, location);
            });
        } else {
            self.print_now(thread, text, location);
        }
    }

    /// Warns of what stands at a location of the program.
    pub fn warn(&self, text: &str, location: SourceLocation) {
        self.emit(Event::Warned {
            task: self.current_task(),
            text,
            location: self.location.get().unwrap_or(location),
        });
        self.count_line();
    }

    fn print_now(&self, thread: Option<ThreadId>, text: &str, location: SourceLocation) {
        self.emit(Event::Printed {
            task: self.current_task(),
            thread,
            text,
            location,
        });
        self.count_line();
    }
}

/// Prints a line to the run's console, formatted as the standard `println!` formats it.
#[doc(hidden)]
#[macro_export]
macro_rules! run_println {
    ($($arg:tt)*) => { $crate::runtime::print(&format!($($arg)*)) };
}

pub use crate::run_println as println;
