//! What a reader does with a picture: point at a span, drag the end of a sleep, see the bars move, go
//! from stop to stop.

pub(super) mod drag_handles;
pub(super) mod facts;
pub(super) mod transition;
pub(super) mod walk;
