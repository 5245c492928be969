//! The lessons' programs: one file per lesson, and its Python listing beside it.
//!
//! The page shows these files as they are.

use super::{run_in_a_loop_of_its_own, seconds_in};

pub(super) mod await_in_turn;
pub(super) mod blocking;
pub(super) mod blocking_in_a_task;
pub(super) mod cancel_and_errors;
pub(super) mod done_callback;
pub(super) mod first_error;
pub(super) mod gather;
pub(super) mod loop_in_a_loop;
pub(super) mod movies_gather;
pub(super) mod movies_in_turn;
pub(super) mod never_awaited;
pub(super) mod no_gain_for_cpu;
pub(super) mod producer_consumer;
pub(super) mod rate_limit;
pub(super) mod retry;
pub(super) mod scheduled_not_started;
pub(super) mod semaphore;
pub(super) mod tasks;
pub(super) mod ten_thousand;
pub(super) mod threads;
pub(super) mod timeout;
pub(super) mod workers_as_tasks;
pub(super) mod workers_in_turn;
