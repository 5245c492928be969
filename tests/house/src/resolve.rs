//! From a path in a module to the file that defines what it names.

use super::modules::{Crate, Name};

/// A chain of re-exports longer than this is one that goes round.
const DEPTH_MAX: usize = 16;

/// What a path leads to.
#[derive(Clone, Copy)]
enum Target {
    /// Something that this module's file defines.
    ItemOf(usize),
    Module(usize),
}

impl Crate<'_> {
    /// Returns the file that defines what a path names: not one that re-exports it. None if that is
    /// outside of the crate, or a module that was named by one word, which may be a variable, too.
    pub(super) fn file_named(&self, from: usize, path: &[String]) -> Option<&str> {
        match self.follow(from, path, 0)? {
            Target::ItemOf(module) => Some(self.modules[module].file),
            Target::Module(module) => (path.len() > 1).then(|| self.modules[module].file),
        }
    }

    fn follow(&self, from: usize, path: &[String], depth: usize) -> Option<Target> {
        let mut words = path.iter();
        let mut at = match self.start(from, words.next()?, depth)? {
            Target::Module(module) => module,
            item => return Some(item),
        };
        for word in words {
            let target = match word.as_str() {
                "self" => Target::Module(at),
                "super" => Target::Module(self.modules[at].parent?),
                _ => self.child(at, word, depth)?,
            };
            match target {
                Target::Module(module) => at = module,
                item => return Some(item),
            }
        }
        Some(Target::Module(at))
    }

    fn start(&self, from: usize, word: &str, depth: usize) -> Option<Target> {
        match word {
            "crate" => Some(Target::Module(0)),
            "self" => Some(Target::Module(from)),
            "super" => self.modules[from].parent.map(Target::Module),
            _ => self.child(from, word, depth),
        }
    }

    /// Looks a name up in a module: what it defines, then what it imports, then its globs.
    fn child(&self, module: usize, word: &str, depth: usize) -> Option<Target> {
        if depth > DEPTH_MAX {
            return None;
        }
        let names = self.modules[module].names.get(word);
        let named = names.into_iter().flatten().filter_map(|name| match name {
            Name::Item => Some(Target::ItemOf(module)),
            Name::Module(child) => Some(Target::Module(*child)),
            // `use serde;` names something outside, and not itself.
            Name::Import(path) if path[..] == [word] => None,
            Name::Import(path) => self.follow(module, path, depth + 1),
        });
        let globs = self.modules[module].globs.iter();
        let found = globs.filter_map(|glob| match self.follow(module, glob, depth + 1)? {
            Target::Module(other) if other != module => self.child(other, word, depth + 1),
            _ => None,
        });
        named.chain(found).next()
    }
}
