//! The kinds of event, as numbers that never change their meaning.

use crate::runtime::{FetchMeasure, Wait};

pub(super) const TICK_BEGAN: u8 = 0;
pub(super) const TASK_CREATED: u8 = 1;
pub(super) const SCHEDULED_BY_LOOP: u8 = 2;
pub(super) const SCHEDULED_BY_TASK: u8 = 3;
pub(super) const SCHEDULED_BY_TIMER: u8 = 4;
pub(super) const SCHEDULED_BY_FETCH: u8 = 5;
pub(super) const STEP_BEGAN: u8 = 6;
pub(super) const END_YIELDS: u8 = 7;
pub(super) const END_SLEEPS: u8 = 8;
pub(super) const END_RETURNED: u8 = 15;
pub(super) const END_RAISED: u8 = 16;
pub(super) const END_CANCELLED: u8 = 17;
pub(super) const TIMER_FIRED: u8 = 18;
pub(super) const BLOCKED: u8 = 19;
pub(super) const PRINTED: u8 = 20;
pub(super) const LOGGED: u8 = 21;
pub(super) const CALLED_BACK: u8 = 22;
pub(super) const CANCEL_REQUESTED_BY_LOOP: u8 = 23;
pub(super) const CANCEL_REQUESTED_BY_TASK: u8 = 24;
pub(super) const CANCEL_DELIVERED: u8 = 25;
pub(super) const QUEUE_CREATED: u8 = 26;
pub(super) const QUEUE_PUT: u8 = 27;
pub(super) const QUEUE_GOT: u8 = 28;
pub(super) const FETCH_BEGAN: u8 = 29;
pub(super) const FETCH_ENDED: u8 = 30;
pub(super) const MAIN_ENDED: u8 = 31;
pub(super) const LIMIT_REACHED: u8 = 32;
pub(super) const THREAD_CREATED: u8 = 42;
pub(super) const JOB_BEGAN: u8 = 43;
pub(super) const JOB_ENDED: u8 = 44;
pub(super) const PRINTED_BY_THREAD: u8 = 45;
pub(super) const SCHEDULED_BY_THREAD: u8 = 46;
pub(super) const RAISED_INTO: u8 = 47;
pub(super) const LOOP_CLOSED: u8 = 49;
pub(super) const CALLBACK_READY: u8 = 50;
pub(super) const CALLBACK_ENDED: u8 = 51;
pub(super) const DEADLINE_SET: u8 = 52;
pub(super) const DEADLINE_REMOVED: u8 = 53;
pub(super) const DEADLINE_PASSED: u8 = 54;
pub(super) const GATHERED: u8 = 55;
pub(super) const WARNED: u8 = 60;
pub(super) const GATHERED_TASKS: u8 = 61;
/// One more than the last kind. The kinds of waits, 9 to 14, 33 to 41 and 56 to 59, are in [`Wait`], and those of
/// measures, 48, in [`FetchMeasure`]. A new kind of any sort takes the number after the last of all.
pub(super) const END: u8 = 62;

/// Returns whether an event may have this kind.
pub(super) fn is_known(kind: u8) -> bool {
    kind < END || Wait::of_code(kind, 0).is_some() || FetchMeasure::of_code(kind).is_some()
}
