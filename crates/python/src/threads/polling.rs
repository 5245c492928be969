//! A thread that computes until another one changes something: `while not done: pass`.
//!
//! Computing takes no time, and gives no control away. So a host that sees a program compute for long lets the
//! others go on, as if the thread slept until one of them does.

use std::time::Duration;

use interleave::runtime::Nanos;
use rustpython_vm::{PyResult, VirtualMachine};

use super::table::{sleep, threads};
use crate::session::{Interrupter, Session};

impl Interrupter {
    /// Lets the other threads of the program go on, at the instruction where it is. Does nothing where there
    /// are none, or where none ever goes on, or if the program reaches no instruction within `patience`.
    pub fn let_others_go_on(&self, patience: Duration) {
        self.interrupt(patience, let_others_go_on);
    }
}

fn let_others_go_on(session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    let event_loop = session.runtime_loop();
    // While the main thread computes, no timer of its loop fires.
    let next = if threads(session).is_in_main() {
        event_loop.next_turn_of_threads()
    } else {
        event_loop.next_turn_of_any()
    };
    let Some(next) = next else {
        return Ok(());
    };
    let now = event_loop.time();
    let length = if next > now {
        next.since(now)
    } else {
        Nanos::ZERO
    };
    sleep(length, session, vm).map(drop)
}
