//! IPython's commands in a program's text: magics, and lines for a shell.
//!
//! `%time` and `%%time` print how long a statement or a cell took on the run's clock. Every other
//! command of IPython's is refused, with a sentence. A magic is replaced by as many letters of
//! Python, so every line and column stays what it is; a timed statement is known by its line.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// Replaces `%time `: as long, and any simple statement may follow.
const LINE: &str = "if 1: ";

/// Replaces `%time ` within a statement: as long.
const BLANK: &str = "      ";

/// Replaces `%%time`: as long.
const CELL: &str = "pass  ";

const NO_SHELL: &str = "there is no shell here, and nothing to install with; remove the line";

/// A program's text without IPython's commands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Notebook {
    pub(super) text: String,
    /// The lines of `%time`, from 1.
    pub(super) lines: Vec<usize>,
    /// For each `%%time` its line, and the first line after its cell.
    pub(super) cells: Vec<(usize, usize)>,
}

impl Notebook {
    pub(super) fn is_timed(&self) -> bool {
        !self.lines.is_empty() || !self.cells.is_empty()
    }
}

/// A command of IPython's that Interleave does not have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RefusedCommand {
    /// The command's line, from 1.
    pub(super) line: usize,
    /// The command's first column, in letters, from 1.
    pub(super) column: usize,
    /// The command as it is written.
    pub(super) command: String,
    pub(super) instead: &'static str,
}

/// Replaces the magics of a text.
/// Errors: the first command that Interleave does not have.
pub(super) fn read(source: &str) -> Result<Notebook, RefusedCommand> {
    let mut notebook = Notebook {
        text: source.to_owned(),
        ..Notebook::default()
    };
    if !source.lines().any(may_have_command) {
        return Ok(notebook);
    }
    // Only the lexer tells a command from an operator and from the inside of a string.
    let parsed = parse_unchecked(source, ParseOptions::from(Mode::Ipython));
    for token in parsed.tokens().iter() {
        if token.kind() == TokenKind::IpyEscapeCommand {
            notebook.replace(source, token.start().to_usize(), token.end().to_usize())?;
        }
    }
    Ok(notebook)
}

/// Says whether a line may contain a command of IPython's.
fn may_have_command(line: &str) -> bool {
    line.split('=')
        .any(|part| part.trim_start().starts_with(['%', '!']))
}

impl Notebook {
    /// Replaces the command between these bytes.
    fn replace(&mut self, source: &str, start: usize, end: usize) -> Result<(), RefusedCommand> {
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = source[..start].matches('\n').count() + 1;
        let before = &source[line_start..start];
        let command = source[start..end].trim_end();
        let refused = |instead| RefusedCommand {
            line,
            column: before.chars().count() + 1,
            command: command.to_owned(),
            instead,
        };
        let (name, rest) = match command.split_once(char::is_whitespace) {
            Some((name, rest)) => (name, rest.trim()),
            None => (command, ""),
        };
        match name {
            "%time" if rest.is_empty() => {
                return Err(refused("write what is timed behind it, in the same line"));
            }
            "%time" => {
                let is_statement = before.trim().is_empty();
                let instead = if is_statement { LINE } else { BLANK };
                self.text.replace_range(start..start + LINE.len(), instead);
                self.lines.push(line);
            }
            "%%time" if !before.is_empty() || !rest.is_empty() => {
                return Err(refused("it stands alone in the first line of its cell"));
            }
            "%%time" => {
                self.text.replace_range(start..start + CELL.len(), CELL);
                self.cells.push((line, end_of_cell(source, line)));
            }
            name => return Err(refused(instead_of(name))),
        }
        Ok(())
    }
}

/// Returns the first line after a cell: the next cell's mark or magic, or a line after the last.
fn end_of_cell(source: &str, line: usize) -> usize {
    let marks = ["# %%", "#%%", "# In[", "# <codecell>", "%%"];
    let mut lines = source.lines().enumerate().skip(line);
    let next = lines.find(|(_, text)| marks.iter().any(|mark| text.starts_with(mark)));
    next.map_or(usize::MAX, |(index, _)| index + 1)
}

fn instead_of(name: &str) -> &'static str {
    match name {
        name if name.starts_with('!') => NO_SHELL,
        "%pip" | "%conda" | "%mamba" | "%uv" | "%sx" | "%system" | "%%bash" | "%%sh"
        | "%%script" => NO_SHELL,
        "%timeit" | "%%timeit" => {
            "on simulated time each turn takes as long as the last; %time tells how long"
        }
        "%matplotlib" | "%pylab" => {
            "a program draws nothing here; remove the line, and let --format svg draw its tasks"
        }
        _ => "of IPython's magics only %time and %%time are here; remove the line",
    }
}

#[cfg(test)]
mod tests {
    use super::{Notebook, RefusedCommand, read};

    #[test]
    fn a_magic_is_replaced_and_every_letter_keeps_its_place() {
        let source = "%%time\na = 1\n# %%\nif a:\n    %time f(); g()\nb =  %time h()\n";
        let text = "pass  \na = 1\n# %%\nif a:\n    if 1: f(); g()\nb =        h()\n";
        let notebook = Notebook {
            text: text.to_owned(),
            lines: vec![5, 6],
            cells: vec![(1, 3)],
        };
        assert_eq!(read(source), Ok(notebook));
    }

    #[test]
    fn plain_python_has_no_magic() {
        for source in [
            "x = (a\n    % b)\n",
            "s = '''\n%time f()\n!ls\n'''\n",
            "x = f'{a!r}' != b\n",
        ] {
            let notebook = Notebook {
                text: source.to_owned(),
                ..Notebook::default()
            };
            assert_eq!(read(source), Ok(notebook));
        }
    }

    #[test]
    fn other_commands_are_refused_at_their_line() {
        let check = |source: &str, line, column, command: &str, instead: &str| {
            let refused = read(source).expect_err(source);
            let RefusedCommand {
                line: l, column: c, ..
            } = refused;
            assert_eq!((l, c, refused.command.as_str()), (line, column, command));
            assert!(refused.instead.contains(instead), "{}", refused.instead);
        };
        check("!pip install x\n", 1, 1, "!pip install x", "no shell");
        check("a = 1\nb = !ls\n", 2, 5, "!ls", "no shell");
        check("\n%matplotlib inline\n", 2, 1, "%matplotlib inline", "svg");
        check(
            "if 1:\n    %timeit f()\n",
            2,
            5,
            "%timeit f()",
            "%time tells",
        );
        check("%load_ext a\n", 1, 1, "%load_ext a", "only %time");
        check("%time\n", 1, 1, "%time", "behind it");
        check("%%time f()\n", 1, 1, "%%time f()", "alone");
    }
}
