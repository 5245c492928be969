//! The module `asyncio` of the program: thin classes over the types of the runtime.

mod core;

mod combine;
mod sync;
mod threads;

mod arguments;
mod exceptions;
mod functions;
mod missing_names;

pub(crate) use core::entry_points::run;
pub(crate) use core::event_loop::new_event_loop;
pub(crate) use core::generators::watch_generators;
pub(crate) use functions::module_def;
