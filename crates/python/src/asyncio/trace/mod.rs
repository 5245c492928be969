//! What the trace shows of CPython's own modules: what a task waits for, whose error is raised where,
//! which callbacks are the program's, what goes through queues, and which deadlines are set.

pub(super) mod deadlines;
pub(super) mod known_code;
pub(super) mod logged;
pub(super) mod queues;
