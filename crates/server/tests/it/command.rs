//! The command as a user at a terminal has it.

use std::process::{Command, Output, Stdio};

/// What a use of the command gave.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Makes the command with its arguments, separated by blanks.
pub fn interleave(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
    command.args(arguments.split_whitespace());
    command.stdin(Stdio::null());
    command
}

/// Uses the command.
pub fn said(arguments: &str) -> Said {
    interleave(arguments).output().unwrap().into()
}

/// The lessons that Python warns of, at their defaults, once each.
const WARNED: [&str; 2] = ["never-awaited", "loop-in-a-loop"];

/// Uses the command, which ends well and says nothing besides, but for what Python warns of.
pub fn printed(arguments: &str) -> String {
    let said = said(arguments);
    let is_warned = WARNED.iter().any(|slug| arguments.contains(slug));
    let warning = match is_warned {
        true => "RuntimeWarning: coroutine 'crawl_page' was never awaited\n",
        false => "",
    };
    let found = (said.code, said.err.as_str());
    assert_eq!(found, (0, warning), "{arguments}");
    said.out
}
