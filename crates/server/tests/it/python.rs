//! `interleave run FILE.py`: what it prints, and that what never ends does end.

use interleave::runtime::{Limit, Outcome};
use interleave_server::run::PythonFile;

fn outcome(source: &str) -> Outcome {
    PythonFile::of_text("endless.py", source)
        .simulated()
        .outcome
}

#[test]
fn a_queue_that_only_grows_ends_the_run() {
    let program = "import asyncio
async def main():
    queue = asyncio.Queue()
    while True:
        queue.put_nowait(1)
asyncio.run(main())
";
    assert_eq!(outcome(program), Outcome::Limit(Limit::Queued(1_000_000)));
}

#[test]
fn lines_without_end_end_the_run() {
    let program = "while True:\n    print('again')\n";
    assert_eq!(outcome(program), Outcome::Limit(Limit::Lines(100_000)));
}

/// The watchdog looks from another thread, and gives a step ten seconds.
#[test]
fn a_step_without_an_await_ends_the_run_with_its_trace() {
    let program = "import asyncio
async def main():
    print('begins')
    await asyncio.sleep(1)
    while True:
        pass
asyncio.run(main())
";
    let played = PythonFile::of_text("endless.py", program).simulated();
    assert_eq!(played.outcome, Outcome::Limit(Limit::Step(10)));
    assert_eq!(played.summary.console.len(), 1);
    assert_eq!(played.summary.seconds, 1.0);
}
