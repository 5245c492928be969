//! What a reader does to a picture: points at it, drags in it, and sees it change.

pub(super) mod drag_handles;
pub(super) mod hit;
pub(super) mod transition;
