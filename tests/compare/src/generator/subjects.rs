//! The table of subjects: what a statement may be about.

use super::maker::Maker;
use super::scope::Scope;
use super::tree::Statement;
use super::{
    barriers, callbacks, cancelling, conditions, contexts, errors, events, executors, futures,
    gathering, groups, iterating, locks, managers, queues, shielding, sleeping, tasks, timeouts,
    waiting,
};

/// Makes one statement, or several that belong together; none where the scope lacks something.
pub(super) type Make = fn(&mut Maker, &mut Scope) -> Vec<Statement>;

/// A part of asyncio and the statements about it, each with its weight.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) name: &'static str,
    /// The weight in programs that are not about it.
    pub(super) least: usize,
    pub(super) statements: &'static [(usize, Make)],
}

const fn about(name: &'static str, least: usize, statements: &'static [(usize, Make)]) -> Subject {
    Subject {
        name,
        least,
        statements,
    }
}

/// All subjects. Their order is part of what a seed means.
pub(super) static ALL: [Subject; 20] = [
    about("sleep", 1, sleeping::STATEMENTS),
    about("task", 3, tasks::STATEMENTS),
    about("cancel", 1, cancelling::STATEMENTS),
    about("error", 0, errors::STATEMENTS),
    about("gather", 0, gathering::STATEMENTS),
    about("wait", 0, waiting::STATEMENTS),
    about("timeout", 0, timeouts::STATEMENTS),
    about("shield", 0, shielding::STATEMENTS),
    about("group", 0, groups::STATEMENTS),
    about("queue", 0, queues::STATEMENTS),
    about("lock", 0, locks::STATEMENTS),
    about("event", 0, events::STATEMENTS),
    about("condition", 0, conditions::STATEMENTS),
    about("barrier", 0, barriers::STATEMENTS),
    about("future", 0, futures::STATEMENTS),
    about("callback", 0, callbacks::STATEMENTS),
    about("iteration", 0, iterating::STATEMENTS),
    about("manager", 0, managers::STATEMENTS),
    about("context", 0, contexts::STATEMENTS),
    about("thread", 0, executors::STATEMENTS),
];
