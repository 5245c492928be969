//! From `src/` to the WebAssembly module that the page loads, and its TypeScript bindings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::effort::Effort;
use crate::imports;
use crate::node;
use crate::panics;
use crate::process;
use crate::project::Project;
use crate::stage::Outcome;
use crate::stamp;

/// The target that the page's part of the workspace is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What rustc 1.95 emits for `TARGET` unasked. wasm-opt must know it to read the module, and may
/// not use more, since the page promises no more to the browser.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How wasm-opt makes the module small; see [`optimise`].
const SMALL: [&str; 2] = ["-Oz", "--one-caller-inline-max-function-size=15"];

/// Adds the standard library for `TARGET` to the toolchain, if it is not there.
///
/// # Errors
/// When rustc or rustup cannot be started, or rustup fails.
pub(crate) fn add_target(project: &Project) -> Result<Outcome> {
    let mut rustc = Command::new("rustc");
    let sysroot = process::output(
        rustc
            .args(["--print", "sysroot"])
            .current_dir(project.root()),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET)
        .exists()
    {
        return Ok(Outcome::Unchanged);
    }
    let mut rustup = Command::new("rustup");
    process::run(
        rustup
            .args(["target", "add", TARGET])
            .current_dir(project.root()),
    )?;
    Ok(Outcome::Made)
}

/// Compiles the root package for the page, in the profile `site`.
///
/// # Errors
/// When cargo fails.
pub(crate) fn compile(project: &Project, effort: Effort) -> Result<Outcome> {
    let arguments = [
        "build",
        "--profile=site",
        "--target",
        TARGET,
        "--lib",
        "-p",
        "interleave",
    ];
    process::run(effort.set(&mut project.cargo(&arguments)))?;
    Ok(Outcome::Made)
}

/// Makes `www/pkg/`: the module, and the JavaScript and TypeScript that speak to it.
///
/// # Errors
/// When the module was not compiled, or wasm-bindgen refuses it.
pub(crate) fn bind(project: &Project) -> Result<Outcome> {
    let compiled = project.target().join(TARGET).join("site/interleave.wasm");
    let module = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let folder = project.www().join("pkg");
    let outputs = ["runtime.js", "runtime.d.ts", "runtime_bg.wasm"].map(|name| folder.join(name));
    let ways = [include_str!("panics.rs"), include_str!("imports.rs")].map(str::as_bytes);
    let digest = stamp::digest([module.as_slice(), ways[0], ways[1]]);
    stamp::unless_done(&folder.join(".made"), &digest, &outputs, || {
        Bindgen::new()
            .input_bytes("runtime", panics::without_words(&module)?)
            .out_name("runtime")
            .web(true)?
            .typescript(true)
            // So that the page may load the module without saying where it is.
            .omit_default_module_path(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)?;
        let (script, module) = (&outputs[0], &outputs[2]);
        let (short, text) = imports::shorten(&fs::read(module)?, &fs::read_to_string(script)?)?;
        fs::write(module, short)?;
        Ok(fs::write(script, text)?)
    })
}

/// Compiles the module that measures the loop in a browser, in the profile of the page's, and makes
/// `loop.js` and `loop_bg.wasm` in a folder.
///
/// # Errors
/// When cargo fails, or wasm-bindgen refuses the module.
pub(crate) fn loop_bench(project: &Project, folder: &Path) -> Result<()> {
    let package = ["--lib", "-p", "interleave-loop-bench"];
    let mut cargo = project.cargo(&["build", "--profile=site", "--target", TARGET]);
    process::run(cargo.args(package))?;
    let compiled = project.target().join(TARGET).join("site");
    Bindgen::new()
        .input_path(compiled.join("interleave_loop_bench.wasm"))
        .out_name("loop")
        .no_modules(true)?
        .typescript(false)
        .generate(folder)
}

/// Returns where the module is as wasm-bindgen left it.
pub(crate) fn bound_module(project: &Project) -> PathBuf {
    project.www().join("pkg/runtime_bg.wasm")
}

/// Returns where the module is as wasm-opt left it.
pub(crate) fn optimised_module(project: &Project) -> PathBuf {
    project.scratch().join("runtime_bg.wasm")
}

/// Makes the module smaller.
///
/// Of `-Oz`, `-Os`, `-O2`, `-O3` and pairs of them `-Oz` compresses smallest, by 2 %, and is as quick.
/// Unless told otherwise it puts every function that has one caller into that, whatever its size;
/// such a function has so many locals that the module compresses worse by 4 %.
///
/// # Errors
/// When there is no module, or wasm-opt fails.
pub(crate) fn optimise(project: &Project) -> Result<Outcome> {
    let (input, output) = (bound_module(project), optimised_module(project));
    let module = fs::read(&input).with_context(|| format!("reading {}", input.display()))?;
    let digest = stamp::digest([
        module.as_slice(),
        SMALL.concat().as_bytes(),
        FEATURES.concat().as_bytes(),
    ]);
    fs::create_dir_all(project.scratch())?;
    let stamp = project.scratch().join("wasm-opt.stamp");
    stamp::unless_done(&stamp, &digest, std::slice::from_ref(&output), || {
        let mut command = node::tool(project, "wasm-opt");
        command.args(SMALL).arg("--mvp-features").args(FEATURES);
        process::run(command.arg(&input).arg("-o").arg(&output))
    })
}
