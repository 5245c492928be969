//! A difference between judge and candidate, told so that one sees at once where it begins.

use std::fmt::{self, Write};
use std::path::PathBuf;

use crate::outcome::Outcome;
use crate::program::{Origin, Program};

/// Lines before the first that differs, and after it.
const CONTEXT: (usize, usize) = (4, 3);

/// A difference between judge and candidate.
#[derive(Debug)]
pub struct Difference {
    /// The program's name.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Where the program was kept.
    pub file: PathBuf,
    /// What the judge says.
    pub expected: Outcome,
    /// What the candidate did, or why it could not.
    pub found: Result<Outcome, String>,
}

impl Difference {
    /// Describes the difference of a program that was kept in a file.
    #[must_use]
    pub fn new(
        program: &Program,
        file: PathBuf,
        expected: Outcome,
        found: Result<Outcome, String>,
    ) -> Self {
        Self {
            name: program.name.clone(),
            origin: program.origin,
            file,
            expected,
            found,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "-- {}  {}", self.name, self.file.display())?;
        let (option, seed) = match self.origin {
            Origin::Seed(seed) => ("seeds", seed),
            Origin::Language(seed) => ("language", seed),
            Origin::Written | Origin::Listing => ("only", 0),
        };
        if option != "only" {
            let next = seed + 1;
            writeln!(f, "   again: cargo xtask compare --{option} {seed}..{next}")?;
        }
        match &self.found {
            Err(error) => writeln!(f, "   did not run: {error}"),
            Ok(found) => f.write_str(&told(&self.expected, found)),
        }
    }
}

/// Tells where two outcomes part.
fn told(expected: &Outcome, found: &Outcome) -> String {
    let mut text = String::new();
    let lines = |outcome: &Outcome| -> Vec<String> {
        outcome.stdout.split('\n').map(str::to_owned).collect()
    };
    let (wanted, got) = (lines(expected), lines(found));
    if wanted != got {
        let same = wanted
            .iter()
            .zip(&got)
            .take_while(|(one, other)| one == other);
        let first = same.count();
        for (line, content) in wanted[..first]
            .iter()
            .enumerate()
            .skip(first.saturating_sub(CONTEXT.0))
        {
            let _ = writeln!(text, "   {:>4}  {content}", line + 1);
        }
        for (sign, side) in [('-', &wanted), ('+', &got)] {
            let end = side.len().min(first + CONTEXT.1);
            for (line, content) in side[..end].iter().enumerate().skip(first) {
                let _ = writeln!(text, " {sign} {:>4}  {content}", line + 1);
            }
        }
    }
    if expected.seconds.to_bits() != found.seconds.to_bits() {
        let _ = writeln!(text, " - {} s\n + {} s", expected.seconds, found.seconds);
    }
    let ending = |outcome: &Outcome| match &outcome.error {
        Some(error) => format!("{:?}, {}: {}", outcome.status, error.kind, error.text),
        None => format!("{:?}", outcome.status),
    };
    if ending(expected) != ending(found) {
        let _ = writeln!(text, " - {}\n + {}", ending(expected), ending(found));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Status;

    fn outcome(stdout: &str) -> Outcome {
        Outcome {
            stdout: stdout.to_owned(),
            seconds: 1.0,
            error: None,
            status: Status::Finished,
        }
    }

    #[test]
    fn the_first_line_that_differs_is_shown_with_those_before_it() {
        let (one, other) = (outcome("a\nb\nc\n"), outcome("a\nc\nb\n"));
        assert_eq!(
            told(&one, &other),
            "      1  a\n -    2  b\n -    3  c\n -    4  \n +    2  c\n +    3  b\n +    4  \n"
        );
    }
}
