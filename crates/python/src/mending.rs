//! Mending: a program's text as the interpreter's compiler compiles it right.
//!
//! RustPython 0.5 takes the end of a `with` block for dead code if the block ends by raising, and
//! for dead code it forgets which handlers are over: what follows may run a `finally` twice, or
//! for ever. A test that is always true keeps the end alive. So `raise` becomes
//! `if __name__: raise` and `while True` becomes `while __name__` inside of `with` blocks; the
//! lines stay what they are, and the columns of everything that waits.

use rustpython_ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use rustpython_ruff_python_ast::{Expr, Number, Stmt};
use rustpython_ruff_python_parser::parse_module;
use rustpython_ruff_text_size::Ranged;

/// Always true, and the compiler does not know.
const TRUE: &str = "__name__";

/// Mends a text. One that cannot be parsed stays as it is: the compiler says what is wrong.
pub(crate) fn mended(source: &str) -> String {
    if !source.contains("with") {
        return source.to_owned();
    }
    let Ok(parsed) = parse_module(source) else {
        return source.to_owned();
    };
    let mut finder = Finder {
        source,
        depth: 0,
        edits: Vec::new(),
    };
    finder.visit_body(&parsed.syntax().body);
    let mut text = source.to_owned();
    finder.edits.sort_unstable_by_key(|edit| edit.at);
    for edit in finder.edits.iter().rev() {
        text.replace_range(edit.at..edit.at + edit.length, &edit.text);
    }
    text
}

/// A stretch of the text that becomes another.
struct Edit {
    at: usize,
    length: usize,
    text: String,
}

/// Looks for statements without an end, inside of `with` blocks.
struct Finder<'a> {
    source: &'a str,
    /// How many `with` blocks of the same function we are in.
    depth: usize,
    edits: Vec<Edit>,
}

impl<'a> StatementVisitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::With(_) => {
                self.depth += 1;
                walk_stmt(self, stmt);
                self.depth -= 1;
                return;
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {
                let outside = std::mem::take(&mut self.depth);
                walk_stmt(self, stmt);
                self.depth = outside;
                return;
            }
            Stmt::Raise(raise) if self.depth > 0 => {
                let at = usize::from(raise.range().start());
                if self.begins_line(at) {
                    self.edits.push(Edit {
                        at,
                        length: 0,
                        text: format!("if {TRUE}: "),
                    });
                }
            }
            Stmt::While(endless) if self.depth > 0 && is_true(&endless.test) => {
                let test = endless.test.range();
                self.edits.push(Edit {
                    at: usize::from(test.start()),
                    length: usize::from(test.len()),
                    text: TRUE.to_owned(),
                });
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

impl Finder<'_> {
    /// Says whether nothing but space is before a position in its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.source[..at].rsplit('\n').next().unwrap_or("");
        before.trim().is_empty()
    }
}

/// Says whether a test is `True` or a number that is not zero.
fn is_true(test: &Expr) -> bool {
    match test {
        Expr::BooleanLiteral(literal) => literal.value,
        Expr::NumberLiteral(literal) => {
            matches!(&literal.value, Number::Int(int) if int.as_i64() != Some(0))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn keeps_the_end_of_a_block_alive_and_every_line_in_its_place() {
        let check = |source: &str, text: &str| assert_eq!(mended(source), text);
        check(
            "with a:\n    raise X\nraise Y\n",
            "with a:\n    if __name__: raise X\nraise Y\n",
        );
        check(
            "async def f():\n    async with a:\n        while True:\n            await b\n",
            "async def f():\n    async with a:\n        while __name__:\n            await b\n",
        );
        check(
            "with a:\n    def f():\n        raise X\n    x = 'raise'\n",
            "with a:\n    def f():\n        raise X\n    x = 'raise'\n",
        );
        check("with a: raise X\n", "with a: raise X\n");
        check("with (\n", "with (\n");
    }
}
