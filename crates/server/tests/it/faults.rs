//! What would end the process ends the program, with a sentence: texts and calls without a bound.

use interleave::runtime::{Error, Outcome};
use interleave_server::run::PythonFile;

/// Runs a program; returns the kind of the error that it ended with, and its console.
fn ended(source: &str) -> (String, usize) {
    let played = PythonFile::of_text("deep.py", source).simulated();
    let kind = match played.outcome {
        Outcome::Raised(Error::Raised(raised)) => raised.kind.clone(),
        other => format!("{other:?}"),
    };
    (kind, played.summary.console.len())
}

/// The interpreter's parser and compiler have no bound of their own.
#[test]
fn a_text_that_nests_too_deeply_is_refused() {
    let nested = |before: &str, after: &str| {
        let (before, after) = (before.repeat(10_000), after.repeat(10_000));
        ended(&format!("x = {before}1{after}\n")).0
    };
    assert_eq!(nested("(", ")"), "SyntaxError");
    assert_eq!(nested("f'{", "}'"), "SyntaxError");
    assert_eq!(nested("not ", ""), "RecursionError");
    assert_eq!(nested("", "()"), "RecursionError");
    assert_eq!(nested("1+", ""), "RecursionError");
    let blocks: String = (0..1_000)
        .map(|depth| " ".repeat(depth) + "if 1:\n")
        .collect();
    assert_eq!(ended(&blocks).0, "IndentationError");
}

/// What a program compiles by itself is looked at, too, and so is what it reads.
#[test]
fn a_program_catches_what_it_nests_itself() {
    let source = "import json
for act in eval, exec, lambda text: compile(text, 'f', 'eval'), json.loads:
    try:
        act('[' * 100_000)
    except (SyntaxError, RecursionError) as error:
        print(type(error).__name__)
";
    assert_eq!(ended(source), ("Finished".to_owned(), 4));
}

#[test]
fn calls_without_end_are_an_error_of_the_program() {
    let source = "def f():\n    return f()\nf()\n";
    assert_eq!(ended(source).0, "RecursionError");
}
