//! What `timeline` promises.

mod axis_labels;
mod collapsed_rows;
mod comparing;
mod layout;
mod queue_strips;
mod transition;
mod veil;
mod walk;
mod window;
