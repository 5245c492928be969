//! What docs/fidelity.md says of asyncio's names is true of the asyncio that programs import.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use interleave::runtime::{Outcome, Run, RunOptions};
use interleave_python::{Host, Program};

/// The names of CPython 3.13's `asyncio.__all__`, one a line.
const ALL: &str = include_str!("asyncio_all.txt");

/// A row of the document: a name, and whether it is here.
struct Row {
    name: String,
    word: String,
    instead: String,
}

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/fidelity.md");
    let text = fs::read_to_string(path).unwrap();
    let (names, _) = text.split_once("## The language").unwrap();
    let rows = names.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split('|');
        Some(Row {
            name: cells.next()?.trim().trim_end_matches('`').to_owned(),
            word: cells.next()?.trim().to_owned(),
            instead: cells.next()?.trim().to_owned(),
        })
    });
    rows.collect()
}

#[derive(Default)]
struct Quiet {
    errors: RefCell<String>,
}

impl Host for Quiet {
    fn drive(&self, run: &Run) {
        let _ = run.turns();
    }

    fn write_error(&self, text: &str) {
        self.errors.borrow_mut().push_str(text);
    }
}

/// Runs a program, which raises what is wrong.
pub(crate) fn check(source: String) {
    let host = Rc::new(Quiet::default());
    let run = Rc::new(Run::idle(RunOptions::default()));
    let program = Program {
        file: "check.py".to_owned(),
        source,
    };
    let outcome = program.play(&run, host.clone());
    let is_finished = matches!(outcome, Outcome::Finished);
    assert!(is_finished, "{}", host.errors.borrow());
}

/// The expression that has the attribute, and the attribute's name.
fn attribute(name: &str) -> (String, &str) {
    match name.split_once('.') {
        Some(("asyncio", name)) => ("asyncio".to_owned(), name),
        Some(("loop", name)) => ("asyncio.new_event_loop()".to_owned(), name),
        Some((class, name)) => (format!("asyncio.{class}"), name),
        None => panic!("{name}: a name of what?"),
    }
}

#[test]
fn every_public_name_of_asyncio_is_in_the_table() {
    let rows = rows();
    for name in ALL.lines() {
        let name = format!("asyncio.{name}");
        assert!(rows.iter().any(|row| row.name == name), "{name}");
    }
}

#[test]
fn every_row_says_one_of_three_words() {
    for row in rows() {
        let known = ["same", "differs", "missing"].contains(&row.word.as_str());
        assert!(known, "{}: {}", row.name, row.word);
        let is_told = row.word == "same" || !row.instead.is_empty();
        assert!(is_told, "{} {}, and how?", row.name, row.word);
    }
}

#[test]
fn what_is_the_same_or_differs_is_there() {
    let mut source = "import asyncio\n".to_owned();
    for row in rows().iter().filter(|row| row.word != "missing") {
        let (object, name) = attribute(&row.name);
        source += &format!("getattr({object}, '{name}')\n");
    }
    check(source);
}

#[test]
fn what_is_missing_raises_with_a_sentence() {
    let mut source = "import asyncio\n".to_owned();
    for row in rows().iter().filter(|row| row.word == "missing") {
        let (object, name) = attribute(&row.name);
        source += &format!(
            "try:\n    getattr({object}, '{name}')\n\
             except AttributeError as error:\n    assert 'is missing: ' in str(error), error\n\
             else:\n    raise AssertionError('{name}')\n"
        );
    }
    check(source);
}
