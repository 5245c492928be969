//! What `lessons` promises.

mod asked;
mod cancellations;
mod drag_solver;
mod link;
mod listings;
mod lit_lines;
mod manifest;
mod orders;
mod pages;
mod questions;
mod refusals;
mod sleeps;
mod tutorial;
