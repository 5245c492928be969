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
fn every_row_says_one_of_four_words() {
    for row in rows() {
        let known = ["same", "differs", "refuses", "missing"].contains(&row.word.as_str());
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

/// What a function that refuses is called with, where that is not one number for each parameter without
/// a default.
const ARGUMENTS: [(&str, &str); 9] = [
    ("asyncio.open_unix_connection", "'path'"),
    ("asyncio.start_unix_server", "int, 'path'"),
    ("asyncio.create_subprocess_exec", "'ls'"),
    ("asyncio.create_subprocess_shell", "'ls'"),
    ("loop.connect_read_pipe", "int, 1"),
    ("loop.connect_write_pipe", "int, 1"),
    ("loop.create_datagram_endpoint", "int, ('host', 1)"),
    ("loop.subprocess_exec", "int, 'ls'"),
    ("loop.subprocess_shell", "int, 'ls'"),
];

#[test]
fn what_refuses_raises_its_sentence_when_it_is_called() {
    let mut calls = String::new();
    for row in rows().iter().filter(|row| row.word == "refuses") {
        let given = ARGUMENTS.iter().find(|(name, _)| *name == row.name);
        let call = match given {
            Some((name, arguments)) => format!("{name}({arguments})"),
            None => format!("with_numbers({})", row.name),
        };
        calls += &format!("        (\"{}\", lambda: {call}),\n", row.name);
    }
    check(format!(
        "import asyncio, inspect\n\
         def with_numbers(function):\n\
         \x20   needed = [p for p in inspect.signature(function).parameters.values()\n\
         \x20             if p.default is p.empty and p.kind is not p.VAR_POSITIONAL]\n\
         \x20   return function(*range(len(needed)))\n\
         async def main():\n\
         \x20   loop = asyncio.get_running_loop()\n\
         \x20   for name, call in (\n{calls}    ):\n\
         \x20       try:\n\
         \x20           await call()\n\
         \x20       except Exception as error:\n\
         \x20           assert 'is missing: ' in str(error), (name, error)\n\
         \x20       else:\n\
         \x20           raise AssertionError(name)\n\
         asyncio.run(main())\n"
    ));
}

#[test]
fn what_is_missing_raises() {
    let mut source = "import asyncio\n".to_owned();
    for row in rows().iter().filter(|row| row.word == "missing") {
        let (object, name) = attribute(&row.name);
        source += &format!(
            "try:\n    getattr({object}, '{name}')\n\
             except AttributeError:\n    pass\n\
             else:\n    raise AssertionError('{name}')\n"
        );
    }
    check(source);
}
