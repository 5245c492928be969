//! A program: its file's name and its text.

/// A Python program.
#[derive(Clone, Debug)]
pub struct Program {
    /// The name of the program's file, as tracebacks and the trace have it.
    pub file: String,
    /// The program's text.
    pub source: String,
}
