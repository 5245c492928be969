//! What `lessons` promises.

mod asked;
mod drag_solver;
mod listings;
mod manifest;
mod questions;
mod refusals;
mod sleeps;
mod tutorial;
