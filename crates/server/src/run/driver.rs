//! Drives a run on tokio's event loop, as the page drives its runs on the browser's.

use std::time::{Duration, Instant};

use interleave::runtime::{Run, Turn};
use tokio::task::yield_now;

use super::{interrupt::Interrupt, live_clock::LiveClock};

/// How long the run keeps the thread before tokio's own tasks get it.
const SLICE: Duration = Duration::from_millis(8);

/// Drives a run until the run has ended, or has been stopped.
pub(super) async fn drive(run: &Run, clock: &LiveClock, interrupt: &Interrupt) {
    loop {
        let turn = slice(run, interrupt);
        if interrupt.is_raised() {
            run.stop();
            return;
        }
        match turn {
            Turn::Over => return,
            Turn::Busy => {
                yield_now().await;
                run.catch_up();
            }
            Turn::WaitOutside => interrupt.woken().await,
            Turn::WaitUntil(moment) => interrupt.woken_within(clock.until(moment)).await,
        }
    }
}

/// Takes turns for at most one slice, and returns the last turn; after `Busy` more can be done.
fn slice(run: &Run, interrupt: &Interrupt) -> Turn {
    let started = Instant::now();
    // Reading the clock takes longer than a turn, so the clock is read every 64 turns.
    loop {
        for _ in 0..64 {
            if interrupt.is_raised() {
                return Turn::Busy;
            }
            let turn = run.turn();
            if turn != Turn::Busy {
                return turn;
            }
        }
        if started.elapsed() >= SLICE {
            return Turn::Busy;
        }
    }
}
