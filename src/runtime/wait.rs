//! What a task waits for: one type, from the await in the runtime to the label in the picture.
//!
//! Everything that names a way to wait derives from the table below: the code in a trace, the name
//! in an exported run, the keys of the messages, the label of a span, the sentence of a stop. A new
//! way to wait costs the file that awaits it, one row here, and its messages (`end-NAME`,
//! `state-NAME` and `label-NAME` in each language); where another task ends the wait, also the sentence
//! of what that task did (`woken` in `src/story/event_sentences.rs`).

use crate::runtime::{FetchId, QueueId, TaskId};

/// What a [`Wait`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing that has a number.
    None,
    /// A task.
    Task(TaskId),
    /// A number of tasks that are not done.
    Tasks(u32),
    /// A queue.
    Queue(QueueId),
    /// A fetch.
    Fetch(FetchId),
}

impl Subject {
    /// Returns the number that a trace keeps of the subject.
    pub fn number(self) -> u32 {
        match self {
            Subject::None => 0,
            Subject::Tasks(number)
            | Subject::Task(TaskId(number))
            | Subject::Queue(QueueId(number))
            | Subject::Fetch(FetchId(number)) => number,
        }
    }
}

macro_rules! waits {
    ($($(#[$doc:meta])* $name:ident $(($kind:ident: $type:ident))? = $code:literal, $key:literal, $text:literal;)*) => {
        /// What a task waits for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Wait {
            $($(#[$doc])* $name $(($type))?,)*
        }

        impl Wait {
            /// Every way to wait, each with the number 0.
            pub const ALL: &[Wait] = &[$(Wait::$name $(($type(0)))?,)*];

            /// The keys of the labels' messages, in the order of [`Wait::ALL`].
            pub const LABEL_KEYS: &[&str] = &[$(concat!("label-", $key),)*];

            /// Returns the wait with a code of a trace; none if no wait has the code.
            pub const fn of_code(code: u8, subject: u32) -> Option<Wait> {
                let _ = subject;
                match code {
                    $($code => Some(Wait::$name $(($type(subject)))?),)*
                    _ => None,
                }
            }

            /// Returns the code of the wait in a trace, which never changes.
            pub const fn code(self) -> u8 {
                match self {
                    $(Wait::$name { .. } => $code,)*
                }
            }

            /// Returns the name of the wait in an exported run.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Wait::$name { .. } => $key,)*
                }
            }

            /// Returns the wait in plain English, `{}` for its subject.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Wait::$name { .. } => $text,)*
                }
            }

            /// Returns the key of the sentence for a step that ends with the wait.
            pub const fn end_key(self) -> &'static str {
                match self {
                    $(Wait::$name { .. } => concat!("end-", $key),)*
                }
            }

            /// Returns the key of the sentence for a task in this wait.
            pub const fn state_key(self) -> &'static str {
                match self {
                    $(Wait::$name { .. } => concat!("state-", $key),)*
                }
            }

            /// Returns what the wait is about.
            pub fn subject(self) -> Subject {
                $($(if let Wait::$name(subject) = self {
                    return Subject::$kind(subject);
                })?)*
                Subject::None
            }
        }
    };
}

/// Returns the number of tasks that are not done. The table calls it by the name of its type, as it
/// calls the constructors of identifiers.
const fn u32(tasks: u32) -> u32 {
    tasks
}

waits! {
    /// For another task.
    Task(Task: TaskId) = 9, "waits-for-task", "waits for {}";
    /// For several tasks, gathered: how many of them are not done.
    Gather(Tasks: u32) = 10, "waits-for-gather", "waits for {} tasks";
    /// For a future that none of the other waits is about.
    Future = 11, "waits-for-future", "waits";
    /// For an item of a queue.
    Get(Queue: QueueId) = 12, "waits-to-get", "waits for an item";
    /// For a free slot in a queue.
    Put(Queue: QueueId) = 13, "waits-to-put", "waits for a free slot";
    /// For an answer from the network.
    Fetch(Fetch: FetchId) = 14, "fetches", "fetches {}";
    /// For a permit of a semaphore.
    Permit = 33, "waits-for-permit", "waits for a permit";
    /// For a lock.
    Lock = 34, "waits-for-lock", "waits for a lock";
    /// For an event to be set.
    Event = 35, "waits-for-event", "waits for an event";
    /// For the notification of a condition.
    Condition = 36, "waits-for-condition", "waits for a condition";
    /// For other tasks to come to a barrier.
    Barrier = 37, "waits-for-barrier", "waits at a barrier";
    /// Until every item of a queue is processed.
    Join(Queue: QueueId) = 38, "waits-to-join", "waits for all items of a queue";
    /// For the first of several tasks, or for some of them, as older recordings say: how many are not done.
    Any(Tasks: u32) = 39, "waits-for-any", "waits for one of {} tasks";
    /// For the tasks of a group: how many are not done.
    Group(Tasks: u32) = 40, "waits-for-group", "waits for the {} tasks of its group";
    /// For a job in a thread.
    Thread = 41, "waits-for-thread", "waits for a thread";
    /// For the next of several tasks that is done: how many are not.
    Next(Tasks: u32) = 56, "waits-for-next", "waits for the next of {} tasks";
    /// For the first of several tasks that is done: how many are not.
    First(Tasks: u32) = 57, "waits-for-first", "waits for the first of {} tasks";
    /// For the first of several tasks that raises, or until all are done: how many are not.
    Error(Tasks: u32) = 58, "waits-for-error", "waits for an error of {} tasks, or for all";
    /// For all of several tasks, not gathered: how many are not done.
    Every(Tasks: u32) = 59, "waits-for-every", "waits for all {} tasks";
}

#[cfg(test)]
mod tests {
    use super::{Subject, Wait};

    #[test]
    fn a_trace_gives_back_the_wait_that_it_was_given() {
        for (number, wait) in (7..).zip(Wait::ALL) {
            let subject = if wait.subject() == Subject::None {
                0
            } else {
                number
            };
            let of_code = Wait::of_code(wait.code(), subject);
            assert_eq!(of_code.map(Wait::code), Some(wait.code()));
            assert_eq!(of_code.map(|wait| wait.subject().number()), Some(subject));
        }
        assert_eq!(Wait::of_code(0, 0), None);
    }

    #[test]
    fn no_two_waits_share_a_code_or_a_name() {
        for (number, wait) in Wait::ALL.iter().enumerate() {
            for other in &Wait::ALL[..number] {
                assert_ne!(wait.code(), other.code());
                assert_ne!(wait.name(), other.name());
            }
        }
    }
}
