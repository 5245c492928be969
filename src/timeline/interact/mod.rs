//! What a reader does with a picture: point at a span, drag the end of a sleep, see the bars move.

pub(super) mod drag_handles;
pub(super) mod facts;
pub(super) mod transition;
