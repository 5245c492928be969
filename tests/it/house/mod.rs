//! What the whole house promises.

mod documents;
mod languages;
mod reader_texts;
mod rooms;
