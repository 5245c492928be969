//! What a run of a program amounts to: what it printed, when it ended, and how.

use serde::{Deserialize, Serialize};

/// What a run of a program amounts to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// All that was printed, byte for byte.
    pub stdout: String,
    /// The simulated time at the end, in seconds.
    pub seconds: f64,
    /// The error that was not caught.
    pub error: Option<Failure>,
    /// How it ended.
    pub status: Status,
}

/// An error that was not caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Its class, as the last line of a traceback names it: `ValueError`,
    /// `asyncio.exceptions.CancelledError`.
    pub kind: String,
    /// Its text, as `str` gives it.
    pub text: String,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The program came to its end, or exited with success.
    Finished,
    /// An error ended it; `SystemExit` with anything but success is one.
    Raised,
    /// It waits for what can never come. asyncio would wait for ever.
    Stuck,
    /// It would not end.
    Limit,
}

impl Outcome {
    /// Tells whether two runs are the same to a reader.
    ///
    /// Times are compared as they are kept, in nanoseconds. A program that had to be ended is
    /// compared by what it printed until then; when it was ended is each side's own matter, and of
    /// a program without end so is where.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        if self.status != other.status {
            return false;
        }
        match self.status {
            Status::Finished | Status::Raised => {
                whole_lines(&self.stdout) == whole_lines(&other.stdout)
                    && nanos(self.seconds) == nanos(other.seconds)
                    && self.error.as_ref().map(Failure::told)
                        == other.error.as_ref().map(Failure::told)
            }
            Status::Stuck => whole_lines(&self.stdout) == whole_lines(&other.stdout),
            Status::Limit => {
                let common = self.stdout.len().min(other.stdout.len());
                self.stdout.as_bytes()[..common] == other.stdout.as_bytes()[..common]
            }
        }
    }
}

impl Failure {
    /// Returns the name of the class without its module, and the text: where a class is defined is
    /// no matter of the event loop.
    fn told(&self) -> (&str, &str) {
        let name = self.kind.rsplit('.').next().unwrap_or(&self.kind);
        (name, &self.text)
    }
}

/// Takes off the end of the last line: the command prints whole lines, so it gives an end to one
/// that has none.
fn whole_lines(stdout: &str) -> &str {
    stdout.strip_suffix('\n').unwrap_or(stdout)
}

fn nanos(seconds: f64) -> i64 {
    (seconds * 1e9).round() as i64
}
