//! Asynchronous code that shows itself.
