//! What the fuzzer kept (`cargo xtask fuzz python`): each program ends, and no panic is ours.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use std::{fs, thread};

use interleave::runtime::{Limit, Limits, Outcome, Run, RunOptions};
use interleave_python::{Host, Interrupter, Program};

/// How long a program may compute, in seconds of real time: none needs one.
const STEP_MAX: Duration = Duration::from_secs(5);

/// The main thread of a program has as much; a test's own has a quarter.
const STACK_BYTES: usize = 8 << 20;

/// Plays programs, and ends those that compute for ever.
struct Here {
    is_over: Arc<AtomicBool>,
    errors: RefCell<String>,
}

impl Host for Here {
    fn drive(&self, run: &Run) {
        run.turns();
    }

    fn write_error(&self, text: &str) {
        self.errors.borrow_mut().push_str(text);
    }

    fn watch(&self, interrupter: Interrupter) {
        let (is_over, began) = (self.is_over.clone(), Instant::now());
        thread::spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                thread::park_timeout(Duration::from_millis(20));
                if began.elapsed() > STEP_MAX {
                    interrupter.reach(Limit::Step(STEP_MAX.as_secs()), STEP_MAX);
                }
            }
        });
    }
}

fn play(source: &str) -> Outcome {
    let run = Rc::new(Run::idle(RunOptions {
        limits: Limits {
            steps: 20_000,
            tasks: 2_000,
            events: 100_000,
            lines: 1_000,
            queued: 2_000,
        },
        ..RunOptions::default()
    }));
    let program = Program {
        file: "program.py".to_owned(),
        source: source.to_owned(),
    };
    let is_over = Arc::new(AtomicBool::new(false));
    let host = Here {
        is_over: is_over.clone(),
        errors: RefCell::default(),
    };
    let outcome = program.play(&run, Rc::new(host));
    is_over.store(true, Ordering::Relaxed);
    outcome
}

#[test]
fn what_the_fuzzer_kept_ends() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/python");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    // Where an interpreter failed, no other runs on its thread.
    while !files.is_empty() {
        let (done, over) = channel();
        let left = files.clone();
        let player = thread::Builder::new().stack_size(STACK_BYTES);
        let play_all = move || {
            let count = left.iter().take_while(|file| plays_on(file)).count();
            let _ = done.send(count + 1);
            // What the interpreter left to the thread is not dropped.
            loop {
                thread::park();
            }
        };
        player.spawn(play_all).unwrap();
        let count = over.recv().unwrap().min(files.len());
        files.drain(..count);
    }
}

/// Plays a file. Returns whether another may follow.
fn plays_on(file: &Path) -> bool {
    let Ok(source) = fs::read_to_string(file) else {
        return true;
    };
    let outcome = play(&source);
    assert!(!matches!(outcome, Outcome::Stopped), "{}", file.display());
    !matches!(outcome, Outcome::Raised(error) if error.is_kind("InterpreterError"))
}
