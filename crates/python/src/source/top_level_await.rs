//! Programs that await at their top level, as notebooks and `python -m asyncio` allow.
//!
//! CPython has a flag to compile such a module as a coroutine; the interpreter has none. So the
//! module's statements become the body of an `async def <module>` in which every name is global,
//! and this function gives the main coroutine of the run. Statements keep their lines and columns.
//! Statements that a module may have and a function may not are rewritten: annotations of names,
//! and `import *`.

use ruff_python_ast::visitor::transformer::{self, Transformer};
use ruff_python_ast::{
    Expr, Identifier, ModModule, Stmt, StmtAssign, StmtExpr, StmtFunctionDef, StmtGlobal,
    StmtImportFrom, StmtPass, Suite, relocate,
};
use ruff_python_parser::{parse_expression, parse_module};
use ruff_text_size::Ranged;
use rustpython_vm::compiler::codegen::symboltable::SymbolTable;
use rustpython_vm::compiler::core::SourceFile;
use rustpython_vm::compiler::core::bytecode::{CodeFlags, ConstantData};
use rustpython_vm::compiler::{CodeObject, CompileError};

use super::constants::{with_constants, with_functions};

/// The function's name: CPython's name for a module's code, which no program can write as a name.
pub(crate) const MAIN: &str = "<module>";

/// The prefix that the wrapping adds to the names of all functions of the program.
const PREFIX: &str = "<module>.<locals>.";

/// Makes one coroutine function of a module that awaits.
/// Errors: the compiler's error for names that are both global and local.
pub(super) fn wrapped(mut module: ModModule, file: &SourceFile) -> Result<ModModule, CompileError> {
    for stmt in &mut module.body {
        Rewriter.visit_stmt(stmt);
    }
    let first = module
        .body
        .iter()
        .take_while(|stmt| stays_outside(stmt))
        .count();
    let body = module.body.split_off(first);
    module.body.extend(function(body));
    let table = SymbolTable::scan_program(&module, file.clone())
        .map_err(|error| error.into_codegen_error(file.name().to_owned()))?;
    let inner = table.sub_tables.last();
    let symbols = inner.into_iter().flat_map(|table| &table.symbols);
    let bound = symbols.filter(|(_, symbol)| symbol.is_bound());
    let names = bound.map(|(name, _)| name.as_str()).collect();
    if let Some(Stmt::FunctionDef(function)) = module.body.last_mut() {
        make_global(function, names);
    }
    Ok(module)
}

/// Says whether a statement stays outside of the function: the docstring, and imports that must
/// come first.
fn stays_outside(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr) => expr.value.is_string_literal_expr(),
        Stmt::ImportFrom(import) => import.module.as_deref() == Some("__future__"),
        _ => false,
    }
}

/// Makes the coroutine function of these statements.
fn function(body: Suite) -> Option<Stmt> {
    let made = parse_module("async def f(): pass").ok()?;
    let Some(Stmt::FunctionDef(mut function)) = made.into_syntax().body.pop() else {
        return None;
    };
    function.range = body.first()?.range();
    function.name = Identifier::new(MAIN, function.range);
    function.body = body;
    Some(Stmt::FunctionDef(function))
}

fn make_global(function: &mut StmtFunctionDef, names: Vec<&str>) {
    if names.is_empty() {
        return;
    }
    let range = function.range;
    let names = names.into_iter();
    let global = StmtGlobal {
        node_index: Default::default(),
        range,
        names: names.map(|name| Identifier::new(name, range)).collect(),
    };
    function.body.insert(0, Stmt::Global(global));
}

/// Rewrites the statements that a function may not have.
struct Rewriter;

impl Transformer for Rewriter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let range = stmt.range();
        let pass = || {
            Stmt::Pass(StmtPass {
                node_index: Default::default(),
                range,
            })
        };
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::Global(_) => *stmt = pass(),
            Stmt::AnnAssign(annotated) if annotated.target.is_name_expr() => {
                *stmt = match annotated.value.take() {
                    None => pass(),
                    Some(value) => Stmt::Assign(StmtAssign {
                        node_index: Default::default(),
                        range,
                        targets: vec![(*annotated.target).clone()],
                        value,
                        runtime_targets: None,
                        runtime_type_comment: None,
                        runtime_type_comment_bytes: None,
                    }),
                };
            }
            Stmt::ImportFrom(import) if import.names.iter().any(|name| &name.name == "*") => {
                if let Some(value) = import_all(import) {
                    *stmt = Stmt::Expr(StmtExpr {
                        node_index: Default::default(),
                        range,
                        value: Box::new(value),
                    });
                }
            }
            _ => transformer::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&self, _: &mut Expr) {}
}

fn import_all(import: &StmtImportFrom) -> Option<Expr> {
    let dots = ".".repeat(import.level as usize);
    let module = import.module.as_deref().unwrap_or("");
    let call = format!("exec('from {dots}{module} import *', globals())");
    let mut call = *parse_expression(&call).ok()?.into_syntax().body;
    relocate::relocate_expr(&mut call, import.range);
    Some(call)
}

/// Makes the compiled function look like a module: `locals()` are the globals, and the functions
/// and classes in it are named as those of a module.
pub(super) fn unwrapped(code: CodeObject) -> CodeObject {
    with_functions(code, |function| {
        if function.obj_name != MAIN {
            return function;
        }
        let mut main = without_prefix(function);
        main.flags
            .remove(CodeFlags::NEWLOCALS | CodeFlags::OPTIMIZED);
        main
    })
}

fn without_prefix(mut code: CodeObject) -> CodeObject {
    if let Some(name) = code.qualname.strip_prefix(PREFIX) {
        code.qualname = name.to_owned();
    }
    let code = with_constants(code, |mut constant| {
        if let ConstantData::Str { value } = &mut constant
            && let Ok(text) = value.as_str()
            && let Some(short) = text.strip_prefix(PREFIX)
        {
            *value = short.into();
        }
        constant
    });
    with_functions(code, without_prefix)
}
