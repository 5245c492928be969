//! How deeply a text may nest.
//!
//! The interpreter's parser and compiler call themselves for each level of a text, without a limit:
//! a text that nests too deeply would end the process. So the tokens of a text are counted before,
//! against CPython's own limits: 200 brackets, 100 levels of indentation. A text that nests without
//! either, like `not not not …` and `1 + 1 + …`, has a limit of this crate's.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PyStr};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

// The limits of CPython's tokenizer.
const BRACKETS_MAX: usize = 200;
const INDENTATION_MAX: usize = 100;

/// How many operators may nest in each other. In a debug build a thousand levels of any kind take
/// less than the eight megabytes of a main thread's stack.
const OPERATORS_MAX: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TooDeep {
    Brackets,
    Indentation,
    Operators,
}

/// Checks that a text does not nest too deeply.
/// Errors: `SyntaxError`, `IndentationError` or `RecursionError`, in CPython's words.
pub(super) fn check(source: &str, vm: &VirtualMachine) -> PyResult<()> {
    measure(source).map_err(|too_deep| to_exception(too_deep, vm))
}

fn measure(source: &str) -> Result<(), TooDeep> {
    let mut lexer = lex(source, Mode::Module);
    let mut nesting = Nesting::default();
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return Ok(());
        }
        if let Some(too_deep) = nesting.take(kind) {
            return Err(too_deep);
        }
    }
}

/// An upper bound of an expression's depth, token by token.
#[derive(Default)]
struct Nesting {
    indentation: usize,
    /// For each open bracket the operators before the bracket, since the last comma.
    outside: Vec<usize>,
    /// The operators since the last comma of the innermost bracket.
    inside: usize,
    /// The operators of all brackets.
    all: usize,
}

impl Nesting {
    fn take(&mut self, kind: TokenKind) -> Option<TooDeep> {
        match kind {
            TokenKind::Indent => self.indentation += 1,
            TokenKind::Dedent => self.indentation = self.indentation.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi => {
                (self.outside, self.inside, self.all) = Default::default()
            }
            TokenKind::Comma => self.forget(),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                self.count();
                self.outside.push(std::mem::take(&mut self.inside));
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                self.forget();
                self.inside = self.outside.pop().unwrap_or(0);
            }
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::Comment
            | TokenKind::Equal
            | TokenKind::NonLogicalNewline => {}
            _ => self.count(),
        }
        if self.outside.len() > BRACKETS_MAX {
            Some(TooDeep::Brackets)
        } else if self.indentation >= INDENTATION_MAX {
            Some(TooDeep::Indentation)
        } else {
            (self.all > OPERATORS_MAX).then_some(TooDeep::Operators)
        }
    }

    fn count(&mut self) {
        self.inside += 1;
        self.all += 1;
    }

    fn forget(&mut self) {
        self.all -= std::mem::take(&mut self.inside);
    }
}

/// Lets Python's functions that compile a text check the text first.
pub(crate) fn guard_builtins(vm: &VirtualMachine) -> PyResult<()> {
    for name in ["compile", "eval", "exec"] {
        let original = vm.builtins.get_attr(name, vm)?;
        let guarded = vm.new_function(name, move |args: FuncArgs, vm: &VirtualMachine| {
            if let Some(text) = args.args.first().and_then(|text| source_of(text)) {
                check(&text, vm)?;
            }
            original.call(args, vm)
        });
        vm.builtins.set_attr(name, guarded, vm)?;
    }
    Ok(())
}

fn source_of(object: &PyObject) -> Option<String> {
    if let Some(text) = object.downcast_ref::<PyStr>() {
        return Some(text.to_string_lossy().into_owned());
    }
    let bytes = object.downcast_ref::<PyBytes>()?;
    Some(String::from_utf8_lossy(bytes.as_bytes()).into_owned())
}

fn to_exception(too_deep: TooDeep, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let exceptions = &vm.ctx.exceptions;
    let (class, message) = match too_deep {
        TooDeep::Brackets => (exceptions.syntax_error, "too many nested parentheses"),
        TooDeep::Indentation => (
            exceptions.indentation_error,
            "too many levels of indentation",
        ),
        TooDeep::Operators => (
            exceptions.recursion_error,
            "maximum recursion depth exceeded during compilation",
        ),
    };
    vm.new_exception_msg(class.to_owned(), message.into())
}

#[cfg(test)]
mod tests {
    use super::{TooDeep, measure};

    #[test]
    fn what_nests_too_deeply_is_found_whatever_it_nests_with() {
        let of = |text: String| measure(&text);
        assert_eq!(of("(".repeat(200)), Ok(()));
        assert_eq!(of("([{".repeat(67)), Err(TooDeep::Brackets));
        assert_eq!(of("f'{".repeat(201)), Err(TooDeep::Brackets));
        let blocks = (0..100).map(|depth| " ".repeat(depth) + "if 1:\n");
        let blocks: String = blocks.collect();
        assert_eq!(of(format!("{blocks}{}x", " ".repeat(99))), Ok(()));
        assert_eq!(
            of(format!("{blocks}{}x", " ".repeat(100))),
            Err(TooDeep::Indentation)
        );
        for operator in [
            "-",
            "not ",
            "x.",
            "x()",
            "x+",
            "x[0]",
            "lambda: ",
            "x if x else ",
        ] {
            assert_eq!(
                of(operator.repeat(1_001)),
                Err(TooDeep::Operators),
                "{operator}"
            );
        }
    }

    #[test]
    fn a_long_text_is_not_deep() {
        let long = format!("x = [{}]\n", "f(1, -2), {'a': 3}, ".repeat(10_000));
        assert_eq!(measure(&long), Ok(()));
        assert_eq!(measure(&"x = -1; y = f(x)\n".repeat(10_000)), Ok(()));
    }
}
