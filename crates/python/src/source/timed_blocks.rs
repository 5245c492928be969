//! Puts statements and cells that a magic times into blocks: `with __wall_time__(): …`.

use std::iter;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{ModModule, Stmt, StmtWith, Suite, relocate};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};
use rustpython_vm::compiler::core::LineIndex;

use super::notebook::Notebook;

/// The function that such a block calls.
pub(crate) const WALL_TIME: &str = "__wall_time__";

/// Puts each timed statement, and each timed cell, into a block of its own.
pub(super) fn time_marked(module: &mut ModModule, text: &str, notebook: &Notebook) {
    let Some(block) = Block::new() else {
        return;
    };
    let index = LineIndex::from_source_text(text);
    let lines = Lines {
        index,
        notebook,
        block,
    };
    for stmt in &mut module.body {
        lines.visit_stmt(stmt);
    }
    for &(first, end) in &notebook.cells {
        let at = |stmt: &Stmt| lines.of(stmt);
        let Some(start) = module.body.iter().position(|stmt| at(stmt) == first) else {
            continue;
        };
        let after = module.body.iter().position(|stmt| at(stmt) >= end);
        let after = after.unwrap_or(module.body.len());
        let cell: Suite = module.body.drain(start..after).collect();
        let range = cell[0].range();
        module.body.insert(start, lines.block.around(cell, range));
    }
}

struct Lines<'a> {
    index: LineIndex,
    notebook: &'a Notebook,
    block: Block,
}

impl Lines<'_> {
    fn of(&self, stmt: &Stmt) -> usize {
        self.index.line_index(stmt.start()).get()
    }
}

impl Transformer for Lines<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if !self.notebook.lines.contains(&self.of(stmt)) {
            walk_stmt(self, stmt);
            return;
        }
        let range = stmt.range();
        let body = match stmt {
            Stmt::If(magic) => std::mem::take(&mut magic.body),
            _ => iter::once(stmt.clone()).collect(),
        };
        *stmt = self.block.around(body, range);
    }
}

/// The block without statements.
struct Block {
    outer: StmtWith,
}

impl Block {
    fn new() -> Option<Self> {
        let text = format!("with {WALL_TIME}(): pass");
        let mut module = parse_module(&text).ok()?.into_syntax();
        let mut outer = module.body.pop()?.with_stmt()?;
        outer.body.clear();
        Some(Self { outer })
    }

    fn around(&self, body: Suite, range: TextRange) -> Stmt {
        let start = TextRange::empty(range.start());
        let mut outer = self.outer.clone();
        outer.range = range;
        for item in &mut outer.items {
            item.range = start;
            relocate::relocate_expr(&mut item.context_expr, start);
        }
        outer.body = body;
        Stmt::With(outer)
    }
}
