//! Puts statements and cells that a magic times into blocks: `with __wall_time__(): …`.

use rustpython_ruff_python_ast::name::Name;
use rustpython_ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use rustpython_ruff_python_ast::{
    Arguments, AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, ModModule, Stmt, StmtIf,
    StmtWith, WithItem,
};
use rustpython_ruff_text_size::{Ranged, TextRange};
use rustpython_vm::compiler::core::LineIndex;

use super::compiler_workarounds::ALWAYS_TRUE;
use super::notebook::Notebook;

/// The function that such a block calls.
pub(crate) const WALL_TIME: &str = "__wall_time__";

/// Puts each timed statement, and each timed cell, into a block of its own.
pub(super) fn time_marked(module: &mut ModModule, text: &str, notebook: &Notebook) {
    let index = LineIndex::from_source_text(text);
    let lines = Lines { index, notebook };
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
        let cell: Vec<Stmt> = module.body.drain(start..after).collect();
        let range = cell[0].range();
        module.body.insert(start, timed(cell, range));
    }
}

struct Lines<'a> {
    index: LineIndex,
    notebook: &'a Notebook,
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
            _ => vec![stmt.clone()],
        };
        *stmt = timed(body, range);
    }
}

/// Makes the block `with __wall_time__(): if __name__: …` of these statements.
fn timed(body: Vec<Stmt>, range: TextRange) -> Stmt {
    let start = TextRange::empty(range.start());
    // The test keeps the end of the block reachable: see `compiler_workarounds`.
    let inner = Stmt::If(StmtIf {
        node_index: AtomicNodeIndex::NONE,
        range,
        test: Box::new(name(ALWAYS_TRUE, start)),
        body,
        elif_else_clauses: vec![],
    });
    let begin = Expr::Call(ExprCall {
        node_index: AtomicNodeIndex::NONE,
        range: start,
        func: Box::new(name(WALL_TIME, start)),
        arguments: Arguments {
            range: start,
            node_index: AtomicNodeIndex::NONE,
            args: Box::default(),
            keywords: Box::default(),
        },
    });
    Stmt::With(StmtWith {
        node_index: AtomicNodeIndex::NONE,
        range,
        is_async: false,
        items: vec![WithItem {
            range: start,
            node_index: AtomicNodeIndex::NONE,
            context_expr: begin,
            optional_vars: None,
        }],
        body: vec![inner],
    })
}

fn name(id: &str, range: TextRange) -> Expr {
    Expr::Name(ExprName {
        node_index: AtomicNodeIndex::NONE,
        range,
        id: Name::new(id),
        ctx: ExprContext::Load,
    })
}
