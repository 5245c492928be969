//! From a program's text to its code.
//!
//! A program in plain Python goes to the interpreter's own compiler. One with IPython's magics, or
//! that awaits at its top level, goes there as a tree, in which both are made Python. Two faults of
//! that compiler are mended, one in the text before and one in the code after.

use rustpython_ruff_python_ast::{Mod, ModModule};
use rustpython_ruff_python_parser::parse_module;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::bytecode::BasicBag;
use rustpython_vm::compiler::codegen::compile::compile_top;
use rustpython_vm::compiler::core::{SourceFile, SourceFileBuilder};
use rustpython_vm::compiler::{CompileError, Mode};
use rustpython_vm::{AsObject, PyRef, PyResult, VirtualMachine};

use crate::awaiting::TopLevel;
use crate::mending::mended;
use crate::notebook::{self, Notebook, Refused};
use crate::program::Program;
use crate::unwinding::unwound;
use crate::{nesting, top_level, wall_time};

/// A program's code.
pub(crate) struct Compiled {
    pub(crate) code: PyRef<PyCode>,
    /// Whether the code only makes a coroutine function, [`top_level::NAME`], of the program.
    pub(crate) is_coroutine: bool,
}

/// Compiles a program.
///
/// # Errors
/// `SyntaxError`, with the place in the text as it is written.
pub(crate) fn compiled(program: &Program, vm: &VirtualMachine) -> PyResult<Compiled> {
    nesting::check(&program.source).map_err(|it| nesting::error(it, vm))?;
    let notebook = notebook::read(&program.source).map_err(|it| refused(&it, program, vm))?;
    let text = mended(&notebook.text);
    let module = parse_module(&text).map(|parsed| parsed.into_syntax()).ok();
    let module = module.map(|module| (TopLevel::of(&module), module));
    match module {
        Some((top, module)) if top.awaits || notebook.is_timed() => {
            of_tree(module, top, &text, &notebook, program, vm)
        }
        // What cannot be parsed, too: the compiler says why.
        _ => vm
            .compile(&text, Mode::Exec, program.file.clone())
            .map(|code| Compiled {
                code: whole(code, vm),
                is_coroutine: false,
            }),
    }
    .map_err(|error| vm.new_syntax_error(&error, Some(&program.source)))
}

/// Compiles the text of a module beside the program.
///
/// # Errors
/// `SyntaxError`.
pub(crate) fn compiled_module(
    source: &str,
    file: &str,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyCode>> {
    nesting::check(source).map_err(|it| nesting::error(it, vm))?;
    let code = vm
        .compile(&mended(source), Mode::Exec, file.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(source)))?;
    Ok(whole(code, vm))
}

/// Mends the code that the interpreter's own way makes of a text.
fn whole(code: PyRef<PyCode>, vm: &VirtualMachine) -> PyRef<PyCode> {
    vm.ctx.new_code(unwound(code.map_clone_bag(&BasicBag)))
}

fn of_tree(
    mut module: ModModule,
    top: TopLevel,
    text: &str,
    notebook: &Notebook,
    program: &Program,
    vm: &VirtualMachine,
) -> Result<Compiled, CompileError> {
    let file = SourceFileBuilder::new(program.file.as_str(), text).finish();
    let compile = |module: ModModule, file: SourceFile| {
        compile_top(Mod::Module(module), file, Mode::Exec, vm.compile_opts())
    };
    if let Some(wrong) = top.wrong {
        // Alone it is what the compiler complains of first.
        module.body = vec![wrong];
        compile(module.clone(), file.clone())?;
    }
    if notebook.is_timed() {
        wall_time::time(&mut module, text, notebook);
    }
    let code = if top.awaits {
        let module = top_level::wrapped(module, &file)?;
        top_level::unwrapped(compile(module, file)?)
    } else {
        compile(module, file)?
    };
    Ok(Compiled {
        code: vm.ctx.new_code(unwound(code)),
        is_coroutine: top.awaits,
    })
}

/// Makes the error for a command of IPython's that is not here.
fn refused(refused: &Refused, program: &Program, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let message = format!("{}: {}", refused.command, refused.instead);
    let line = program.source.lines().nth(refused.line - 1).unwrap_or("");
    let end = refused.column + refused.command.chars().count();
    let place = vm.ctx.new_tuple(vec![
        vm.ctx.new_str(program.file.as_str()).into(),
        vm.ctx.new_int(refused.line).into(),
        vm.ctx.new_int(refused.column).into(),
        vm.ctx.new_str(line).into(),
        vm.ctx.new_int(refused.line).into(),
        vm.ctx.new_int(end).into(),
    ]);
    let class = vm.ctx.exceptions.syntax_error.as_object();
    let made = class.call((message, place), vm);
    match made.map(|error| error.downcast()) {
        Ok(Ok(error)) => error,
        Ok(Err(_)) => vm.new_runtime_error("an error that is none".to_owned()),
        Err(error) => error,
    }
}
