//! Compiles a program's text.
//!
//! The interpreter's own compiler takes the text of a program in plain Python. It takes a program
//! that has IPython's magics, or that awaits at its top level, as a tree in which both are replaced
//! by plain Python.

use ruff_python_ast::{Mod, ModModule};
use ruff_python_parser::parse_module;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::compiler::codegen::compile::compile_top;
use rustpython_vm::compiler::core::{SourceFile, SourceFileBuilder};
use rustpython_vm::compiler::{CompileError, Mode};
use rustpython_vm::vm::VmCompileError;
use rustpython_vm::{AsObject, PyRef, PyResult, VirtualMachine};

use super::displays;
use super::nesting;
use super::notebook::{self, Notebook, RefusedCommand};
use super::timed_blocks::time_marked;
use super::top_level_await;
use super::top_level_scan::TopLevelScan;
use crate::bridge::new_exception;
use crate::session::Program;

pub(crate) struct Compiled {
    pub(crate) code: PyRef<PyCode>,
    /// Whether the code only defines a coroutine function of the program, under the name
    /// [`MAIN`](top_level_await::MAIN).
    pub(crate) is_coroutine: bool,
}

/// Compiles a program.
/// Errors: `SyntaxError`, with the location in the text as it is written.
pub(crate) fn compile_program(program: &Program, vm: &VirtualMachine) -> PyResult<Compiled> {
    nesting::check(&program.source, vm)?;
    let notebook = notebook::read(&program.source).map_err(|it| to_exception(&it, program, vm))?;
    let text = &notebook.text;
    let module = parse_module(text).map(|parsed| parsed.into_syntax()).ok();
    let module = module.map(|module| (TopLevelScan::of(&module), module));
    match module {
        Some((scan, module)) if scan.awaits || notebook.is_timed() => {
            compile_tree(module, scan, text, &notebook, program, vm).map_err(VmCompileError::from)
        }
        // A text that cannot be parsed comes here, too: the compiler says why.
        module => {
            compile_text(text, module.map(|(_, module)| module), &program.file, vm).map(|code| {
                Compiled {
                    code,
                    is_coroutine: false,
                }
            })
        }
    }
    .map_err(|error| told(error, &program.source, vm))
}

/// Compiles the text of a module beside the program.
/// Errors: `SyntaxError`.
pub(crate) fn compile_module(
    source: &str,
    file: &str,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyCode>> {
    nesting::check(source, vm)?;
    let module = parse_module(source).map(|parsed| parsed.into_syntax()).ok();
    compile_text(source, module, file, vm).map_err(|error| told(error, source, vm))
}

/// Compiles a text, from the interpreter's tree of it if it has displays to rewrite; all that the compiler
/// says of the text it says first.
fn compile_text(
    text: &str,
    module: Option<ModModule>,
    file: &str,
    vm: &VirtualMachine,
) -> Result<PyRef<PyCode>, VmCompileError> {
    let code = vm.compile(text, Mode::Exec, file.to_owned())?;
    let Some(mut module) = module else {
        return Ok(code);
    };
    if !displays::rewrite(&mut module) {
        return Ok(code);
    }
    let file = SourceFileBuilder::new(file, text).finish();
    let rewritten = compile_top(Mod::Module(module), file, Mode::Exec, vm.compile_opts());
    Ok(rewritten.map_or(code, |it| PyCode::new_ref_from_bytecode(vm, it)))
}

/// Makes the exception of an error of the compiler. The interpreter looks for the line of some errors in
/// the file, which is not there.
fn told(error: VmCompileError, source: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let exception = error.into_pyexception(vm, Some(source));
    let get = |name: &'static str| exception.as_object().get_attr(name, vm).ok();
    let line = get("lineno").and_then(|line| line.try_to_value::<usize>(vm).ok());
    let is_without = get("text").is_some_and(|text| vm.is_none(&text));
    if let (Some(line), true) = (line, is_without)
        && let Some(text) = source.lines().nth(line.wrapping_sub(1))
    {
        let text = vm.ctx.new_str(format!("{text}\n"));
        // If this fails, the line is not shown, and nothing else.
        let _ = exception.as_object().set_attr("text", text, vm);
    }
    exception
}

fn compile_tree(
    mut module: ModModule,
    scan: TopLevelScan,
    text: &str,
    notebook: &Notebook,
    program: &Program,
    vm: &VirtualMachine,
) -> Result<Compiled, CompileError> {
    let file = SourceFileBuilder::new(program.file.as_str(), text).finish();
    let compile = |module: ModModule, file: SourceFile| {
        compile_top(Mod::Module(module), file, Mode::Exec, vm.compile_opts())
    };
    if let Some(statement) = scan.function_only {
        // In a module of this statement alone, the compiler refuses this statement first.
        module.body = [statement].into_iter().collect();
        compile(module.clone(), file.clone())?;
    }
    if notebook.is_timed() {
        time_marked(&mut module, text, notebook);
    }
    displays::rewrite(&mut module);
    let code = if scan.awaits {
        let module = top_level_await::wrapped(module, &file)?;
        top_level_await::unwrapped(compile(module, file)?)
    } else {
        compile(module, file)?
    };
    Ok(Compiled {
        code: PyCode::new_ref_from_bytecode(vm, code),
        is_coroutine: scan.awaits,
    })
}

/// Makes the `SyntaxError` for a refused command of IPython's.
fn to_exception(
    refused: &RefusedCommand,
    program: &Program,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    let message = format!("{}: {}", refused.command, refused.instead);
    let line = program.source.lines().nth(refused.line - 1).unwrap_or("");
    let end = refused.column + refused.command.chars().count();
    let location = vm.ctx.new_tuple(vec![
        vm.ctx.new_str(program.file.as_str()).into(),
        vm.ctx.new_int(refused.line).into(),
        vm.ctx.new_int(refused.column).into(),
        vm.ctx.new_str(line).into(),
        vm.ctx.new_int(refused.line).into(),
        vm.ctx.new_int(end).into(),
    ]);
    let class = vm.ctx.exceptions.syntax_error.to_owned();
    new_exception(class, (message, location), vm)
}
