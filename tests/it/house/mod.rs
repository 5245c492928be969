//! What the whole house promises.

mod languages;
mod rooms;
