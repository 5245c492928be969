//! Bars on their way to their places, as far as they have come by now.

use crate::browser::run::page_ms;
use crate::timeline::Transition;

/// How long bars are on their way.
const WAY_MS: f64 = 120.0;

/// Bars on their way to their places.
pub(super) struct Sliding {
    pub(super) transition: Transition,
    /// When the first picture of the way was painted.
    began_ms: Option<f64>,
}

impl Sliding {
    pub(super) fn new(transition: Transition) -> Sliding {
        let began_ms = None;
        Sliding {
            transition,
            began_ms,
        }
    }

    /// Goes on to now; returns none once the bars are at their places.
    pub(super) fn go_on(mut self) -> Option<Sliding> {
        let now_ms = page_ms();
        let began_ms = *self.began_ms.get_or_insert(now_ms);
        let share = (now_ms - began_ms) / WAY_MS;
        self.transition.go_to(share);
        (share < 1.0).then_some(self)
    }
}
