//! Fills the holes of a text.
//!
//! A hole is `$` with a letter: an expression of a kind, drawn out of `expressions.rs`, whose own holes are filled until
//! it is deep enough. `$[a|b|c]` stands for one of the choices, and `$?` at the beginning of a line for the line or nothing.

use super::expressions;
use crate::generator::random::Random;

/// How deep expressions nest.
const DEEPEST: usize = 3;

pub(super) struct Grammar<'a> {
    random: &'a mut Random,
}

impl<'a> Grammar<'a> {
    pub(super) fn new(random: &'a mut Random) -> Self {
        Self { random }
    }

    /// Returns a text whose holes are filled.
    pub(super) fn filled(&mut self, text: &str) -> String {
        let mut filled = String::new();
        for line in text.trim_matches('\n').lines() {
            let begin = line.trim_start();
            let rest = match begin.strip_prefix("$?") {
                Some(_) if self.random.chance(50) => continue,
                Some(rest) => rest,
                None => begin,
            };
            let indent = &line[..line.len() - begin.len()];
            filled += &format!("{indent}{}\n", self.expression(rest, 0));
        }
        filled
    }

    fn expression(&mut self, text: &str, depth: usize) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('$') {
            filled += before;
            if let Some(choices) = after.strip_prefix('[') {
                let (choices, after) = choices.split_once("]$").unwrap_or((choices, ""));
                let choices: Vec<_> = choices.split('|').collect();
                let chosen = self.random.pick(&choices);
                filled += &self.expression(chosen, depth);
                rest = after;
            } else {
                let mut letters = after.chars();
                let kind = letters.next().unwrap_or(' ');
                filled += &self.of_kind(kind, depth);
                rest = letters.as_str();
            }
        }
        filled + rest
    }

    fn of_kind(&mut self, kind: char, depth: usize) -> String {
        let (simple, composed) = expressions::of_kind(kind);
        let is_simple = composed.is_empty() || depth >= DEEPEST || self.random.chance(35);
        let choices = if is_simple { simple } else { composed };
        let choices: Vec<_> = choices.trim().split(['¦', '\n']).map(str::trim).collect();
        let chosen = self.random.pick(&choices);
        self.expression(chosen, depth + 1)
    }
}
