//! A panic beneath the interpreter ends the program, and leaves the trace of what happened before.

use std::cell::RefCell;
use std::rc::Rc;

use interleave::runtime::{Event, Outcome, Run, RunOptions};
use interleave::trace::TraceRecorder;
use interleave_python::{Host, Program};

/// Takes a few turns, and fails then, as the interpreter may.
#[derive(Default)]
struct Failing {
    errors: RefCell<String>,
}

impl Host for Failing {
    fn drive(&self, run: &Run) {
        run.turns();
        panic!("a fault");
    }

    fn write_error(&self, text: &str) {
        self.errors.borrow_mut().push_str(text);
    }
}

/// Plays a program that prints a line in its loop, and another one after it.
fn play() -> (Outcome, String, Vec<String>) {
    let recorder = TraceRecorder::default();
    let run = Rc::new(Run::idle(RunOptions {
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    }));
    let program = Program {
        file: "program.py".to_owned(),
        source: "import asyncio
async def main():
    print('before')
asyncio.run(main())
print('after')
"
        .to_owned(),
    };
    let host = Rc::new(Failing::default());
    let outcome = program.play(&run, host.clone());
    let mut lines = Vec::new();
    recorder.read(|trace| {
        for (_, event) in trace.events() {
            if let Event::Printed { text, .. } = event {
                lines.push(text.to_owned());
            }
        }
    });
    (outcome, host.errors.take(), lines)
}

#[test]
fn a_panic_is_an_error_with_the_trace_so_far() {
    let (outcome, errors, lines) = play();
    assert!(matches!(outcome, Outcome::Raised(error) if error.is_kind("InterpreterError")));
    assert!(errors.starts_with("InterpreterError: the interpreter failed (a fault)"));
    assert_eq!(lines, ["before"]);
    // It may have left the thread in no state for another.
    let (outcome, errors, lines) = play();
    assert!(matches!(outcome, Outcome::Raised(error) if error.is_kind("InterpreterError")));
    assert!(errors.contains("before, on this thread"));
    assert!(lines.is_empty());
}
