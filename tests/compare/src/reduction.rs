//! Makes a program that differs as small as it gets while it still differs.
//!
//! It works on the text: it takes out a line with all that is indented below it, or keeps what is
//! below and takes out only the head, and looks whether the two sides still disagree.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::batch::Batch;
use crate::candidate::Candidate;
use crate::difference::Difference;
use crate::outcome::Outcome;
use crate::program::Program;

/// Errors that say that too much was taken out.
const BROKEN: [&str; 5] = [
    "SyntaxError",
    "IndentationError",
    "NameError",
    "UnboundLocalError",
    "AttributeError",
];

/// The two sides, and where programs are put for them.
#[derive(Debug)]
pub struct Reduction<'a> {
    /// The judge at work.
    pub judge: Batch,
    /// The other side.
    pub candidate: &'a Candidate,
    /// The folder for programs.
    pub folder: &'a Path,
}

impl Reduction<'_> {
    /// Returns the smallest difference found; none if the program makes none.
    ///
    /// `progress` hears the number of lines whenever it has fallen.
    pub fn reduce(
        &mut self,
        program: &Program,
        mut progress: impl FnMut(usize),
    ) -> Result<Option<Difference>> {
        fs::create_dir_all(self.folder)?;
        let mut smallest = program.clone();
        smallest.name += "-small";
        if self.difference(&smallest)?.is_none() {
            return Ok(None);
        }
        loop {
            let before = lines(&smallest.source).len();
            self.pass(&mut smallest)?;
            let after = lines(&smallest.source).len();
            progress(after);
            if after == before {
                return self.difference(&smallest);
            }
        }
    }

    /// Goes through the program once, from its end, and takes out what is not needed.
    fn pass(&mut self, program: &mut Program) -> Result<()> {
        let mut line = lines(&program.source).len();
        while line > 0 {
            line -= 1;
            if lines(&program.source)[line].trim().is_empty() {
                continue;
            }
            for smaller in without(&program.source, line) {
                let attempt = Program {
                    source: smaller,
                    ..program.clone()
                };
                if self.difference(&attempt)?.is_some() {
                    *program = attempt;
                    break;
                }
            }
            line = line.min(lines(&program.source).len());
        }
        Ok(())
    }

    fn difference(&mut self, program: &Program) -> Result<Option<Difference>> {
        let expected = self.judge.run(program)?;
        if broken(&expected) {
            return Ok(None);
        }
        let file = self.folder.join(format!("{}.py", program.name));
        fs::write(&file, &program.source).with_context(|| file.display().to_string())?;
        let found = self.candidate.run(&file);
        let found = found.map_err(|error| format!("{error:#}"));
        let same = found
            .as_ref()
            .is_ok_and(|found| expected.agrees_with(found));
        Ok((!same).then(|| Difference::new(program, file, expected, found)))
    }
}

fn broken(outcome: &Outcome) -> bool {
    // Also where the error was caught and printed: then the program is about another thing.
    let raised = outcome.error.as_ref().map(|error| error.kind.as_str());
    BROKEN
        .iter()
        .any(|kind| raised == Some(kind) || outcome.stdout.contains(&format!("{kind}(")))
        || tells_address(outcome)
}

/// Tells whether an address was printed, which no two runs have in common.
fn tells_address(outcome: &Outcome) -> bool {
    let text = outcome.error.as_ref().map_or("", |error| &error.text);
    [text, &outcome.stdout]
        .iter()
        .any(|it| it.contains(" at 0x"))
}

fn lines(source: &str) -> Vec<&str> {
    source.lines().collect()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Returns the source without a line: with all below it, and, of a head, with what is below it
/// moved out.
fn without(source: &str, line: usize) -> Vec<String> {
    let lines = lines(source);
    let depth = indent(lines[line]);
    let below = lines[line + 1..].iter();
    let inside = below.take_while(|below| below.trim().is_empty() || indent(below) > depth);
    let end = line + 1 + inside.count();
    let text = |middle: &[&str]| {
        let parts = [&lines[..line], middle, &lines[end..]].concat();
        parts.join("\n") + "\n"
    };
    let mut smaller = vec![text(&[])];
    if end > line + 1 {
        let moved: Vec<_> = lines[line + 1..end]
            .iter()
            .map(|line| line.strip_prefix("    ").unwrap_or(line))
            .collect();
        smaller.push(text(&moved));
        // A body of one statement cannot go without its head.
        let pass = " ".repeat(depth + 4) + "pass";
        if end > line + 2 {
            smaller.push(text(&[lines[line], &pass]));
        }
    }
    smaller
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_with_what_is_below_it_or_without() {
        let source = "if a:\n    b\n    c\nd\n";
        assert_eq!(
            without(source, 0),
            ["d\n", "b\nc\nd\n", "if a:\n    pass\nd\n"]
        );
        assert_eq!(without(source, 1), ["if a:\n    c\nd\n"]);
    }
}
