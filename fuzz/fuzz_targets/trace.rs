//! Any bytes as a recorded run: they are refused, or told and drawn, and nothing panics.
#![no_main]

#[path = "../../tests/support/any_trace.rs"]
mod any_trace;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    any_trace::check(data, &["program.py", ""]);
});
