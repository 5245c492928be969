//! The end of a trace whose run was cut off in the middle of a step.

use super::columns::Trace;
use crate::runtime::{Event, Limit, Nanos, Observer};

/// Ends a trace in the middle of a step, not before `now`, with the limit that was reached, if one was. Returns
/// the moment at which it ends, and how many steps and ticks it has.
pub fn cut_off(trace: &mut Trace, now: Nanos, limit: Option<Limit>) -> (Nanos, (u64, u64)) {
    let (mut end, mut steps, mut ticks) = (now, 0, 0);
    for (at, event) in trace.events() {
        end = end.max(at);
        match event {
            Event::StepBegan { .. } => steps += 1,
            Event::TickBegan => ticks += 1,
            _ => {}
        }
    }
    if let Some(limit) = limit {
        trace.observe(end, Event::LimitReached(limit));
    }
    (end, (steps, ticks))
}
