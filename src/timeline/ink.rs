//! Inks: what a shape is for.

/// What a shape is for; the palette says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named by what is drawn with it")]
pub enum Ink {
    Text,
    Muted,
    Line,
    Column,
    Running,
    Ready,
    Sleeping,
    SleepingText,
    Waiting,
    WaitingText,
    Fetching,
    FetchingText,
    Blocking,
    BlockingText,
    BlockedShade,
    Working,
    WorkingText,
    Returned,
    Failed,
    Cancelled,
    Arrow,
    Level,
    Playhead,
    Hover,
    Lit,
}
