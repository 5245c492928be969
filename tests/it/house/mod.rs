//! What the whole house promises.

mod authors;
mod documents;
mod languages;
mod reader_texts;
mod rooms;
