//! From the syntax tree to Python source.

use std::fmt::Write;

use super::tree::{Clause, Definition, Program, Statement};

/// Returns the source of a program.
pub(super) fn source(program: &Program) -> String {
    let mut text = format!("\"\"\"{}\"\"\"\n\n", program.title);
    for import in &program.imports {
        line(&mut text, 0, import);
    }
    if !program.globals.is_empty() {
        text.push('\n');
    }
    for global in &program.globals {
        line(&mut text, 0, global);
    }
    for definition in &program.definitions {
        text.push_str("\n\n");
        define(&mut text, definition);
    }
    text.push_str("\n\n");
    statements(&mut text, 0, &program.last);
    text
}

fn define(text: &mut String, definition: &Definition) {
    if let Some(decorator) = definition.decorator {
        line(text, 0, decorator);
    }
    clause(text, 0, &definition.clause);
}

fn clause(text: &mut String, depth: usize, clause: &Clause) {
    line(text, depth, &format!("{}:", clause.head));
    if clause.body.is_empty() {
        line(text, depth + 1, "pass");
    }
    statements(text, depth + 1, &clause.body);
}

fn statements(text: &mut String, depth: usize, body: &[Statement]) {
    for statement in body {
        match statement {
            Statement::Simple(content) => line(text, depth, content),
            Statement::Compound(clauses) => clauses.iter().for_each(|it| clause(text, depth, it)),
        }
    }
}

fn line(text: &mut String, depth: usize, content: &str) {
    let indent = 4 * depth;
    writeln!(text, "{:indent$}{content}", "").expect("a String takes all text");
}
