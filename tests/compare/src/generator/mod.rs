//! Programs at random: a seed gives an asyncio program, the same for ever.
//!
//! Read `maker.rs` first: it makes statements out of the table in `subjects.rs`, which has a file
//! for each part of asyncio. `tree.rs` is what they are made into, `render.rs` the way to source.
//!
//! Programs print which task does what when, with values and errors, so that any other order shows. They
//! avoid what CPython leaves open: addresses, the iteration of sets of their own, moments of the
//! garbage collection.

mod endings;
mod guards;
mod maker;
pub(crate) mod random;
mod render;
mod scope;
mod subjects;
mod tree;
mod workers;

mod barriers;
mod callbacks;
mod cancelling;
mod conditions;
mod contexts;
mod errors;
mod events;
mod executors;
mod futures;
mod gathering;
mod groups;
mod iterating;
mod locks;
mod managers;
mod queues;
mod shielding;
mod sleeping;
mod tasks;
mod timeouts;
mod waiting;

use maker::Maker;
use scope::Scope;
use tree::{Program, define, simple};

/// Returns the source of a seed's program.
#[must_use]
pub fn program(seed: u64) -> String {
    let mut maker = Maker::new(seed);
    let about = maker.emphasised();
    let title = if about.is_empty() {
        format!("Program {seed}.")
    } else {
        format!("Program {seed}: {}.", about.join(", "))
    };
    let mut scope = Scope::of_function(0);
    let mut main = vec![
        simple("global START"),
        simple("START = asyncio.get_running_loop().time()"),
    ];
    // Main goes on until the budget is spent; the functions that it calls take their share.
    while maker.left > 0 {
        main.extend(maker.body(&mut scope, 4));
    }
    main.extend(maker.farewell(&mut scope));
    let last = maker.start();
    let mut definitions = vec![say()];
    definitions.append(&mut maker.definitions);
    definitions.push(define("async def main()", main));
    let program = Program {
        title,
        imports: maker.imports.iter().map(ToString::to_string).collect(),
        globals: maker.globals,
        definitions,
        last,
    };
    render::source(&program)
}

/// The function by which all else prints: the time, the task, the text.
fn say() -> tree::Definition {
    define(
        "def say(*words)",
        vec![
            simple("task = asyncio.current_task()"),
            simple("name = task.get_name() if task else \"loop\""),
            simple("now = asyncio.get_running_loop().time() - START"),
            simple("print(f\"{now:.3f} {name}:\", *words)"),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_program() {
        for seed in 0..50 {
            assert_eq!(program(seed), program(seed));
        }
    }
}
