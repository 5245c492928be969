//! Keeps the ends of `with` blocks reachable, in a program's text.
//!
//! RustPython 0.5 takes the end of a `with` block for dead code if the block ends by raising, and
//! in dead code it loses track of which handlers have ended: the code that follows may run a
//! `finally` twice, or forever. A test that is always true keeps the end reachable. So `raise`
//! becomes `if __name__: raise` and `while True` becomes `while __name__` inside of `with` blocks.
//! All lines keep their numbers, and everything that waits keeps its column.

use std::ops::Range;

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{Expr, Number, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

/// A test that is always true, which the compiler does not know.
pub(crate) const ALWAYS_TRUE: &str = "__name__";

/// Returns the text with all ends reachable. A text that cannot be parsed stays as it is: the
/// compiler says what is wrong with it.
pub(crate) fn with_reachable_ends(source: &str) -> String {
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
    finder.edits.sort_unstable_by_key(|(range, _)| range.start);
    for (range, instead) in finder.edits.into_iter().rev() {
        text.replace_range(range, &instead);
    }
    text
}

/// Finds the statements in `with` blocks that do not go on to the next statement.
struct Finder<'a> {
    source: &'a str,
    /// How many `with` blocks of the same function are around the visited statement.
    depth: usize,
    /// What is replaced in the text, and by what.
    edits: Vec<(Range<usize>, String)>,
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
                if self.is_first_in_line(at) {
                    self.edits.push((at..at, format!("if {ALWAYS_TRUE}: ")));
                }
            }
            Stmt::While(while_true) if self.depth > 0 && is_true(&while_true.test) => {
                let test = while_true.test.range().to_std_range();
                self.edits.push((test, ALWAYS_TRUE.to_owned()));
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

impl Finder<'_> {
    /// Says whether only space stands before a position in its line.
    fn is_first_in_line(&self, at: usize) -> bool {
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
    use super::with_reachable_ends;

    #[test]
    fn the_end_of_a_block_stays_reachable_and_every_line_in_its_place() {
        let check = |source: &str, text: &str| assert_eq!(with_reachable_ends(source), text);
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
