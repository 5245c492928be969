//! Which modules a program imports, wherever in it.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{ModModule, Stmt};
use ruff_python_parser::parse_module;

use super::notebook;

/// Modules that do something when they are imported: a program has to import them itself.
const TELLING: [&str; 2] = ["antigravity", "this"];

/// Returns the names of the modules that a program imports, in the order of the alphabet; none of a program that
/// cannot be read.
pub fn imports_of(source: &str) -> Vec<String> {
    let Ok(notebook) = notebook::read(source) else {
        return Vec::new();
    };
    let parsed = parse_module(&notebook.text);
    parsed.map_or_else(|_| Vec::new(), |parsed| Imported::of(parsed.syntax()))
}

#[derive(Default)]
struct Imported(BTreeSet<String>);

impl Imported {
    fn of(module: &ModModule) -> Vec<String> {
        let mut found = Self::default();
        found.visit_body(&module.body);
        let Self(mut names) = found;
        names.retain(|name| !TELLING.contains(&name.as_str()));
        names.into_iter().collect()
    }
}

impl<'a> Visitor<'a> for Imported {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                let names = import.names.iter().map(|alias| alias.name.to_string());
                self.0.extend(names);
            }
            Stmt::ImportFrom(import) if import.level == 0 => {
                self.0.extend(import.module.iter().map(ToString::to_string));
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_found_wherever_they_stand() {
        let source = "import json, os.path as path\ndef f():\n    from a.b import c\n    from . import d\nimport this\n";
        assert_eq!(imports_of(source), ["a.b", "json", "os.path"]);
        assert_eq!(imports_of("import ("), [""; 0]);
    }
}
