//! What is IPython's and not Python's in a program's text: magics, and lines for a shell.
//!
//! `%time` and `%%time` tell how long something took on the run's clock. All else that IPython
//! takes for a command is refused, with a sentence. A magic gives way to as many letters of
//! Python, so every line and column stays what it is; what is timed is known by its line.

use rustpython_ruff_python_ast::token::TokenKind;
use rustpython_ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use rustpython_ruff_text_size::Ranged;

/// As long as `%time `, and what follows it may be any simple statement.
const LINE: &str = "if 1: ";

/// As long as `%%time`.
const CELL: &str = "pass  ";

const NO_SHELL: &str = "there is no shell here, and nothing to install with; remove the line";

/// A program's text in Python alone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Notebook {
    pub(crate) text: String,
    /// The lines of `%time`, from 1.
    pub(crate) lines: Vec<usize>,
    /// For each `%%time` its line, and the first line that is not of its cell any more.
    pub(crate) cells: Vec<(usize, usize)>,
}

impl Notebook {
    /// Says whether anything in it is timed.
    pub(crate) fn is_timed(&self) -> bool {
        !self.lines.is_empty() || !self.cells.is_empty()
    }
}

/// A command of IPython's that is not here.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// Its first column, in letters, from 1.
    pub(crate) column: usize,
    /// The command as it is written.
    pub(crate) command: String,
    /// What to do instead.
    pub(crate) instead: &'static str,
}

/// Takes the magics out of a text.
///
/// # Errors
/// The first command that is not here.
pub(crate) fn read(source: &str) -> Result<Notebook, Refused> {
    let mut notebook = Notebook {
        text: source.to_owned(),
        ..Notebook::default()
    };
    if !source.lines().any(may_command) {
        return Ok(notebook);
    }
    // Only the lexer knows what is a command, and what is an operator or the inside of a string.
    let parsed = parse_unchecked(source, ParseOptions::from(Mode::Ipython));
    for token in parsed.tokens().iter() {
        if token.kind() == TokenKind::IpyEscapeCommand {
            notebook.take(source, token.start().to_usize(), token.end().to_usize())?;
        }
    }
    Ok(notebook)
}

/// Says whether a line may have a command of IPython's in it.
fn may_command(line: &str) -> bool {
    line.split('=')
        .any(|part| part.trim_start().starts_with(['%', '!']))
}

impl Notebook {
    /// Takes one command out, which stands at these bytes.
    fn take(&mut self, source: &str, start: usize, end: usize) -> Result<(), Refused> {
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = source[..start].matches('\n').count() + 1;
        let before = &source[line_start..start];
        let command = source[start..end].trim_end();
        let refused = |instead| Refused {
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
            "%time" if before.trim().is_empty() => {
                self.text.replace_range(start..start + LINE.len(), LINE);
                self.lines.push(line);
            }
            "%time" => {
                let blank = " ".repeat(LINE.len());
                self.text.replace_range(start..start + LINE.len(), &blank);
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

/// Returns the first line behind a cell: that of the next cell's mark or magic, or one behind all.
fn end_of_cell(source: &str, line: usize) -> usize {
    let marks = ["# %%", "#%%", "# In[", "# <codecell>", "%%"];
    let mut lines = source.lines().enumerate().skip(line);
    let next = lines.find(|(_, text)| marks.iter().any(|mark| text.starts_with(mark)));
    next.map_or(usize::MAX, |(index, _)| index + 1)
}

/// Says what there is instead of a command.
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
    use super::{Notebook, Refused, read};

    #[test]
    fn a_magic_gives_way_and_every_letter_keeps_its_place() {
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
    fn python_is_no_magic() {
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
    fn what_is_not_here_is_refused_at_its_line() {
        let check = |source: &str, line, column, command: &str, instead: &str| {
            let refused = read(source).expect_err(source);
            let Refused {
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
