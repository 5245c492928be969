//! Driving a run on tokio's event loop, as the page drives its runs on the browser's.

use std::time::{Duration, Instant};

use interleave::runtime::{Run, Turn};
use tokio::task::yield_now;

use super::{clock::Live, interrupt::Interrupt};

/// The longest stretch without letting the network have its turn.
const SLICE: Duration = Duration::from_millis(8);

/// Drives a run until it is over, or was asked to stop.
pub(super) async fn drive(run: &Run, clock: &Live, interrupt: &Interrupt) {
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
            Turn::WaitOutside => interrupt.rung().await,
            Turn::WaitUntil(moment) => interrupt.rung_within(clock.until(moment)).await,
        }
    }
}

/// Takes turns for at most one slice. Returns the last turn; `Busy` means there is more to do.
fn slice(run: &Run, interrupt: &Interrupt) -> Turn {
    let started = Instant::now();
    // Looking at the clock costs more than a turn, so it is looked at every 64 turns.
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
