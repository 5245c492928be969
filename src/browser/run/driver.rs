//! Driving a run on the browser's own event loop.
//!
//! A run is driven by one future under `spawn_local`. It takes turns, gives the browser its turn
//! at least every 8 ms, and waits on a gloo timer or for the network in between. Its timers are
//! guards: when the future ends, nothing of it is left.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::future::TimeoutFuture;

use super::clock::{Live, page_ms};
use crate::runtime::{Run, Turn};

/// The longest stretch without giving the browser its turn.
pub(in crate::browser) const SLICE_MS: f64 = 8.0;

/// Wakes a driver that waits.
#[derive(Default)]
pub(in crate::browser) struct Notify {
    is_notified: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Notify {
    /// Wakes the driver now, or as soon as it waits.
    pub(in crate::browser) fn notify(&self) {
        self.is_notified.set(true);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// Waits until it is notified, or for a number of milliseconds.
    async fn notified_within(&self, ms: Option<u32>) {
        let mut timeout = pin!(ms.map(TimeoutFuture::new));
        poll_fn(|cx| {
            if self.is_notified.take() {
                return Poll::Ready(());
            }
            *self.waker.borrow_mut() = Some(cx.waker().clone());
            match timeout.as_mut().as_pin_mut() {
                Some(timeout) => timeout.poll(cx),
                None => Poll::Pending,
            }
        })
        .await;
    }
}

/// Takes turns for at most one slice. Returns the last turn; `Busy` means there is more to do.
pub(in crate::browser) fn slice(run: &Run) -> Turn {
    let started_ms = page_ms();
    // Looking at the clock costs more than a turn, so it is looked at every 64 turns.
    loop {
        for _ in 0..64 {
            let turn = run.turn();
            if turn != Turn::Busy {
                return turn;
            }
        }
        if page_ms() - started_ms >= SLICE_MS {
            return Turn::Busy;
        }
    }
}

/// Drives a run to its end, and calls `on_turn` whenever something may have changed.
pub(in crate::browser) async fn drive(run: Rc<Run>, clock: Option<Rc<Live>>, notify: Rc<Notify>) {
    loop {
        match slice(&run) {
            Turn::Over => return,
            Turn::Busy => {
                TimeoutFuture::new(0).await;
                run.catch_up();
            }
            Turn::WaitOutside => notify.notified_within(None).await,
            Turn::WaitUntil(moment) => {
                let ms = clock.as_ref().map_or(0, |clock| clock.ms_until(moment));
                notify.notified_within(Some(ms)).await;
            }
        }
    }
}
