//! The interface of the page: what the element calls.

mod catalogue;
mod playground;

mod edits;
mod looks;
mod readings;

pub use crate::browser::viewport::WholePicture;
pub use playground::Playground;
