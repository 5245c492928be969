//! What `timeline` promises.

mod collapsed_rows;
mod comparing;
mod layout;
mod queue_strips;
mod transition;
mod window;
