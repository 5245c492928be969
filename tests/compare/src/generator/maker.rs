//! Makes statements at random: the state that all subjects share while one program is made.

use std::collections::{BTreeMap, BTreeSet};

use super::random::Random;
use super::scope::Scope;
use super::subjects::{self, Subject};
use super::tree::{Definition, Statement};
use super::workers::Worker;

/// How many blocks may lie in each other.
const DEEPEST: usize = 3;

/// The program so far.
pub(super) struct Maker {
    pub(super) random: Random,
    pub(super) imports: BTreeSet<&'static str>,
    pub(super) globals: Vec<String>,
    pub(super) definitions: Vec<Definition>,
    pub(super) workers: Vec<Worker>,
    /// Statements that may still be made; functions that call functions would go on for ever.
    pub(super) left: usize,
    subjects: Vec<(usize, &'static Subject)>,
    /// The lengths of time of this program, few, so that deadlines tie.
    delays: Vec<&'static str>,
    defined: BTreeSet<String>,
    numbers: BTreeMap<&'static str, usize>,
}

impl Maker {
    /// Decides what the program of a seed is about.
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let delays = delays(&mut random);
        let weigh = |subject: &'static Subject| {
            let emphasis = [0, 0, 1, 4][random.below(4)].max(subject.least);
            (emphasis, subject)
        };
        let subjects = subjects::ALL.iter().map(weigh).collect();
        let left = random.between(4, 8);
        Self {
            random,
            imports: BTreeSet::from(["import asyncio"]),
            globals: Vec::new(),
            definitions: Vec::new(),
            workers: Vec::new(),
            left,
            subjects,
            delays,
            defined: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// Returns the subjects that the program dwells on.
    pub(super) fn emphasised(&self) -> Vec<&'static str> {
        let heavy = self.subjects.iter().filter(|(weight, _)| *weight == 4);
        heavy.map(|(_, subject)| subject.name).collect()
    }

    /// Makes about so many statements.
    pub(super) fn body(&mut self, scope: &mut Scope, size: usize) -> Vec<Statement> {
        let mut body = Vec::new();
        for _ in 0..size {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            body.extend(self.statement(scope));
        }
        if body.is_empty() {
            body.push(self.say("nothing to do"));
        }
        body
    }

    /// Makes what goes into a block: few statements, and no blocks below the deepest.
    pub(super) fn inner(&mut self, scope: &mut Scope) -> Vec<Statement> {
        let size = self.random.between(1, 3);
        scope.within(|scope| {
            if scope.depth >= DEEPEST {
                let delay = self.delay();
                return vec![super::tree::simple(format!("await asyncio.sleep({delay})"))];
            }
            self.body(scope, size)
        })
    }

    fn statement(&mut self, scope: &mut Scope) -> Vec<Statement> {
        // Some statements need what the scope lacks, a task to cancel for instance: those make
        // nothing, and another is tried.
        for _ in 0..20 {
            let weights = self.subjects.iter().map(|(weight, _)| *weight);
            let (_, subject) = self.subjects[self.random.weighed(weights)];
            let weights = subject.statements.iter().map(|(weight, _)| *weight);
            let (_, make) = subject.statements[self.random.weighed(weights)];
            let made = make(self, scope);
            if !made.is_empty() {
                return made;
            }
        }
        vec![self.say("on")]
    }

    /// Returns a new name that begins with this word.
    pub(super) fn fresh(&mut self, stem: &'static str) -> String {
        let number = self.numbers.entry(stem).or_insert(0);
        *number += 1;
        format!("{stem}_{number}")
    }

    /// Returns a length of time, most often one that others wait for too.
    pub(super) fn delay(&mut self) -> &'static str {
        self.random.pick(&self.delays)
    }

    /// Returns a length of time that is not zero.
    pub(super) fn pause(&mut self) -> &'static str {
        loop {
            let delay = self.delay();
            if delay != "0" {
                return delay;
            }
        }
    }

    /// Returns some text, in quotes.
    pub(super) fn word(&mut self) -> String {
        let words = [
            "tea", "salt", "corn", "lime", "mint", "plum", "rice", "sage", "leek", "fig",
        ];
        format!("\"{}\"", self.random.pick(&words))
    }

    /// A statement that prints some text with the task and the time.
    pub(super) fn say(&mut self, text: &str) -> Statement {
        super::tree::simple(format!("say(\"{text}\")"))
    }

    /// Defines a function or class once, under its name.
    pub(super) fn define_once(&mut self, name: &str, make: impl FnOnce() -> Definition) {
        if self.defined.insert(name.to_owned()) {
            self.definitions.push(make());
        }
    }

    /// Returns the name of a thing that all functions share, one of at most `most` of its kind.
    pub(super) fn shared(&mut self, stem: &'static str, most: usize, new: String) -> String {
        let name = format!("{stem}_{}", self.random.between(1, most));
        if self.defined.insert(name.clone()) {
            self.globals.push(format!("{name} = {new}"));
        }
        name
    }
}

/// Draws the lengths of time that a program uses: zero and multiples of one unit.
fn delays(random: &mut Random) -> Vec<&'static str> {
    let scales: [&[&'static str]; 5] = [
        &["0", "0.5", "1", "1.5", "2"],
        &["0", "0.25", "0.5", "0.75", "1"],
        &["0", "0.125", "0.25", "0.375", "0.5"],
        &["0", "0.1", "0.2", "0.3", "0.4"],
        &["0", "1", "1", "2", "3"],
    ];
    scales[random.below(scales.len())].to_vec()
}
