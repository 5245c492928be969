//! What the whole house promises.

mod languages;
mod reader_texts;
mod rooms;
