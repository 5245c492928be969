//! IPython's `%time`, as far as it is true here: how long something took on the run's clock.
//!
//! IPython prints the processor's time, too. Computing takes no time on the simulated clock, so
//! that line is left out. As in IPython, what raises is not told of.

use std::cell::Cell;

use interleave::runtime::Nanos;
use rustpython_ruff_python_ast::name::Name;
use rustpython_ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use rustpython_ruff_python_ast::{
    Arguments, AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, ModModule, Stmt, StmtIf,
    StmtWith, WithItem,
};
use rustpython_ruff_text_size::{Ranged, TextRange};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::compiler::core::LineIndex;
use rustpython_vm::{PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use crate::notebook::Notebook;
use crate::session;

/// What a program calls without having written it.
const NAME: &str = "__wall_time__";

/// Puts what was timed by a magic into a block of its own, which tells how long it took.
pub(crate) fn time(module: &mut ModModule, text: &str, notebook: &Notebook) {
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
        let behind = module.body.iter().position(|stmt| at(stmt) >= end);
        let behind = behind.unwrap_or(module.body.len());
        let cell: Vec<Stmt> = module.body.drain(start..behind).collect();
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

fn timed(body: Vec<Stmt>, range: TextRange) -> Stmt {
    let start = TextRange::empty(range.start());
    // The test keeps the end of the block alive, as `mending` says.
    let inner = Stmt::If(StmtIf {
        node_index: AtomicNodeIndex::NONE,
        range,
        test: Box::new(name("__name__", start)),
        body,
        elif_else_clauses: vec![],
    });
    let begin = Expr::Call(ExprCall {
        node_index: AtomicNodeIndex::NONE,
        range: start,
        func: Box::new(name(NAME, start)),
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

/// Gives programs what the magics call.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    PyWallTime::make_static_type();
    let begin = vm.new_function(NAME, || PyWallTime {
        began: Cell::new(Nanos(0)),
    });
    vm.builtins.set_attr(NAME, begin, vm)
}

/// A block whose time is told.
#[pyclass(module = false, name = "wall_time")]
#[derive(Debug, PyPayload)]
struct PyWallTime {
    began: Cell<Nanos>,
}

#[pyclass]
impl PyWallTime {
    #[pymethod(name = "__enter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyResult<()> {
        self.began.set(session::current(vm)?.run.now());
        Ok(())
    }

    #[pymethod(name = "__exit__")]
    fn exit(
        &self,
        class: PyObjectRef,
        _exception: PyObjectRef,
        _traceback: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if !vm.is_none(&class) {
            return Ok(());
        }
        let took = session::current(vm)?.run.now().0 - self.began.get().0;
        let text = format!("Wall time: {}\n", shown(took, vm)?);
        let stdout = vm.sys_module.get_attr("stdout", vm)?;
        vm.call_method(&stdout, "write", (text,)).map(drop)
    }
}

/// Returns a length of time as IPython writes it: `_format_time` of its magics.
fn shown(nanos: u64, vm: &VirtualMachine) -> PyResult<String> {
    if nanos >= 60_000_000_000 {
        return Ok(parts(nanos / 1_000_000_000));
    }
    let (unit, length) = match nanos {
        0..1_000 => ("ns", 1.0),
        1_000..1_000_000 => ("μs", 1e3),
        1_000_000..1_000_000_000 => ("ms", 1e6),
        _ => ("s", 1e9),
    };
    let number = vm.ctx.new_float(nanos as f64 / length);
    let format = vm.ctx.new_str("%.3g");
    let number = vm.call_method(format.as_ref(), "__mod__", (number,))?;
    Ok(format!("{} {unit}", crate::error::text_of(&number, vm)))
}

fn parts(seconds: u64) -> String {
    let mut left = seconds;
    let mut parts = Vec::new();
    for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)] {
        if left >= length {
            parts.push(format!("{}{unit}", left / length));
            left %= length;
        }
    }
    parts.join(" ")
}
