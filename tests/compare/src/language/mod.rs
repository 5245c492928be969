//! Programs of the language and its library at random: a seed gives a program, the same for ever.
//!
//! A program is some parts out of the tables (`classes.rs`, `errors.rs`, `functions.rs`, `library.rs`, `tasks.rs`,
//! `texts.rs`, `values.rs`), each a function of its own; `grammar.rs` fills the holes of a part with expressions out of
//! `expressions.rs`. A part that raises prints its error, and the program goes on.
//!
//! Threads and queues between them have no table yet: they come beside `tasks.rs` once a thread's time is its own.
//!
//! Left out, as the interpreter is known to differ there (`docs/fidelity.md`): the order of sets of numbers, which CPython
//! keeps by their values; words that changed with CPython 3.14, and "Did you mean"; an `except*` that raises; `super()` out
//! of a class; tracebacks through an import that fails; `#` in a text within an f-string; arithmetic with `False` and a
//! negative zero; a bool that `itertools.count` begins with.

mod classes;
mod errors;
mod expressions;
mod functions;
mod grammar;
mod library;
mod tasks;
mod texts;
mod values;

use std::collections::BTreeSet;

use crate::generator::random::Random;
use grammar::Grammar;

/// A part: what it imports, and its lines with holes.
pub(crate) struct Part {
    imports: &'static str,
    lines: &'static str,
}

/// A part that imports nothing.
pub(crate) const fn part(lines: &'static str) -> Part {
    with("", lines)
}

/// A part that imports some modules.
pub(crate) const fn with(imports: &'static str, lines: &'static str) -> Part {
    Part { imports, lines }
}

/// The tables, and how often a part is taken out of each.
const TABLES: &[(usize, &[Part])] = &[
    (3, values::PARTS),
    (3, texts::PARTS),
    (4, classes::PARTS),
    (4, functions::PARTS),
    (3, errors::PARTS),
    (4, library::PARTS),
    (2, tasks::PARTS),
];

/// Returns the source of a seed's program.
#[must_use]
pub fn program(seed: u64) -> String {
    // Other numbers than those of the scheduling programs of the seed.
    let mut random = Random::new(seed ^ 0x6c61_6e67_7561_6765);
    let mut imports = BTreeSet::new();
    let mut functions = String::new();
    let count = random.between(3, 6);
    for number in 1..=count {
        let table = random.weighed(TABLES.iter().map(|(weight, _)| *weight));
        let parts = TABLES[table].1;
        let part = &parts[random.below(parts.len())];
        imports.extend(part.imports.split(';').filter(|line| !line.is_empty()));
        functions += &format!("\n\ndef part_{number}():\n");
        for line in Grammar::new(&mut random).filled(part.lines).lines() {
            let indented = if line.is_empty() { "" } else { "    " };
            functions += &format!("{indented}{line}\n");
        }
    }
    let imports: String = imports
        .iter()
        .map(|line| format!("{}\n", line.trim()))
        .collect();
    let calls: Vec<_> = (1..=count).map(|number| format!("part_{number}")).collect();
    format!(
        "\"\"\"Program {seed} of the language.\"\"\"\n\n{imports}{functions}\n\nfor part in ({}):\n    try:\n        part()\n    \
         except Exception as error:\n        print(part.__name__, type(error).__name__)\n",
        calls.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_program() {
        for seed in 0..50 {
            assert_eq!(program(seed), program(seed));
            assert!(!program(seed).contains('$'), "seed {seed} has a hole");
        }
    }
}
