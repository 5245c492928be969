//! Any bytes as a Python program: nothing panics in our code, and everything ends.
//!
//! It runs as `interleave run` runs a program, with bounds that are soon reached. A panic of the
//! interpreter is no finding: `Program::play` makes an error of it.
#![no_main]

use std::cell::RefCell;
use std::panic;
use std::process;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{LazyLock, Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use interleave::runtime::{Limit, Limits, Outcome, Run, RunOptions};
use interleave::story::StoryBuilder;
use interleave::trace::TraceRecorder;
use interleave_python::{Host, Interrupter, Program};
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits {
    steps: 20_000,
    tasks: 2_000,
    events: 100_000,
    lines: 1_000,
    queued: 2_000,
};

/// How long a program may compute. To begin takes half a second on a slow machine.
const STEP_MAX: Duration = Duration::from_secs(5);

/// As much as a main thread has.
const STACK_BYTES: usize = 8 << 20;

/// The program that runs, and since when.
static WATCHED: Mutex<Option<(Interrupter, Instant)>> = Mutex::new(None);

struct Here {
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
        *watched() = Some((interrupter, Instant::now()));
    }
}

fn watched() -> std::sync::MutexGuard<'static, Option<(Interrupter, Instant)>> {
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets panics of others unwind, and begins to watch.
fn set_up() {
    let abort = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let theirs = info
            .location()
            .is_some_and(|at| at.file().contains("/registry/"));
        if !theirs {
            abort(info);
            process::abort();
        }
    }));
    thread::spawn(|| {
        loop {
            thread::sleep(Duration::from_millis(50));
            if let Some((interrupter, since)) = &*watched()
                && since.elapsed() > STEP_MAX
            {
                interrupter.reach(Limit::Step(1), Duration::from_secs(1));
            }
        }
    });
}

/// Plays a program. Returns whether another may follow on the same thread.
fn play(source: &str) -> bool {
    let recorder = TraceRecorder::default();
    let run = Rc::new(Run::idle(RunOptions {
        observer: Box::new(recorder.clone()),
        limits: LIMITS,
        ..RunOptions::default()
    }));
    let program = Program {
        file: "program.py".to_owned(),
        source: source.to_owned(),
    };
    let host = Rc::new(Here {
        errors: RefCell::default(),
    });
    let outcome = program.play(&run, host);
    *watched() = None;
    let _ = recorder.read(StoryBuilder::of);
    !matches!(outcome, Outcome::Raised(error) if error.is_kind("InterpreterError"))
}

/// Makes a thread that plays programs, one after the other: it takes their texts, and says after
/// each whether there may be another. The interpreter's types belong to the thread that made them.
fn player() -> (Sender<String>, Receiver<bool>) {
    let (texts, taken) = channel::<String>();
    let (done, over) = channel();
    let thread = thread::Builder::new().stack_size(STACK_BYTES);
    let played = move || {
        for text in taken {
            // No receiver is left once the fuzzer ends.
            let _ = done.send(play(&text));
        }
        loop {
            thread::park();
        }
    };
    thread.spawn(played).expect("the system gives a thread");
    (texts, over)
}

fuzz_target!(|data: &[u8]| {
    static ONCE: Once = Once::new();
    static PLAYER: LazyLock<Mutex<(Sender<String>, Receiver<bool>)>> =
        LazyLock::new(|| Mutex::new(player()));
    ONCE.call_once(set_up);
    let Ok(source) = str::from_utf8(data) else {
        return;
    };
    let mut player = PLAYER.lock().unwrap_or_else(PoisonError::into_inner);
    player.0.send(source.to_owned()).expect("the player lives");
    if !player.1.recv().expect("the player lives") {
        *player = self::player();
    }
});
