//! The lab: the interpreter for a page, a module of its own, which a worker loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use super::effort::Effort;
use super::wasm::{BARE, FEATURES, STANDARD_LIBRARY, TARGET};
use super::{beats, library};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, digest, unless_done};

/// The package, which has a profile of its own: what is small and quick to build here.
const PACKAGE: &str = "interleave-lab";

/// The name of its files in the site.
const NAME: &str = "lab";

/// The files of the library in the site: what most programs import, and the rest.
const LIBRARY: [&str; 2] = ["lab-library.bin", "lab-more-library.bin"];

/// The modules that most programs import, a line each.
const FIRST_MODULES: &str = include_str!("first_modules.txt");

/// Panics are traps without texts; what writes values for debugging stays, since the interpreter says some of it.
const RUSTFLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// Compiles the lab.
pub(super) fn compile(project: &Project) -> Result<Outcome> {
    let mut cargo = project.cargo(["rustc", "--lib", "--crate-type=cdylib", "-p", PACKAGE]);
    cargo.args(["--profile=lab", "--target", TARGET]);
    // The text of a panic has no reader, as in the page's module.
    cargo.args(STANDARD_LIBRARY);
    cargo.env("RUSTFLAGS", RUSTFLAGS);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.run()?;
    Ok(Outcome::Made)
}

/// Makes the module, the JavaScript and TypeScript that speak to it, and the library beside it, in `www/pkg/`.
pub(super) fn bind(project: &Project) -> Result<Outcome> {
    let compiled = project.target.join(TARGET).join("lab/interleave_lab.wasm");
    let module = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let folder = project.www().join("pkg");
    let mut outputs = ["lab.js", "lab.d.ts", "lab_bg.wasm"]
        .map(|name| folder.join(name))
        .to_vec();
    outputs.extend(LIBRARY.map(|name| folder.join(name)));
    let ways = [
        include_str!("beats.rs"),
        include_str!("lab.rs"),
        include_str!("library.rs"),
        FIRST_MODULES,
    ];
    let digest = digest([&module, ways.concat().as_bytes()]);
    let stamp = folder.join(".made-lab");
    unless_done(&stamp, &digest, &outputs, || {
        let mut module = Module::from_buffer(&module)?;
        let section = module.customs.remove_raw(library::SECTION);
        let section = section.context("the module has no library")?;
        let is_first = |name: &str| FIRST_MODULES.lines().any(|known| known == name);
        for (name, part) in LIBRARY.iter().zip(library::split(&section.data, is_first)?) {
            fs::write(folder.join(name), part)?;
        }
        take_out_foreign(&mut module);
        for memory in module.memories.iter_mut() {
            memory.maximum = Some(MEMORY_PAGES_MAX);
        }
        beats::add(&mut module, is_endless)?;
        Bindgen::new()
            .input_module(NAME, module)
            .out_name(NAME)
            .web(true)?
            .typescript(true)
            .omit_default_module_path(true)
            .remove_producers_section(true)
            .generate(&folder)?;
        make_again(&folder.join("lab.js"))
    })
}

/// Lets the script make an instance with each call that initialises it: each plays one program.
fn make_again(script: &Path) -> Result<()> {
    let text = fs::read_to_string(script)?;
    let once = "if (wasm !== undefined) return wasm;";
    ensure!(text.contains(once), "wasm-bindgen's script is another");
    Ok(fs::write(script, text.replace(once, ""))?)
}

/// How much memory an instance may have, in pages of 64 KB: a little more than a program may (`crates/lab/src/memory.rs`).
const MEMORY_PAGES_MAX: u64 = 18 << 10;

/// Takes out what libraries export for programs in C.
fn take_out_foreign(module: &mut Module) {
    let exports = module.exports.iter();
    let foreign = exports.filter(|export| export.name.starts_with("lzma_"));
    let foreign: Vec<_> = foreign.map(walrus::Export::id).collect();
    foreign.into_iter().for_each(|id| module.exports.delete(id));
    walrus::passes::gc::run(module);
}

/// The crates in whose loops a program may stay for ever, or for very long: the interpreter's own loop, iterators
/// without end, regular expressions that explode, numbers of millions of digits.
const ENDLESS: [&str; 5] = [
    "interleave_python",
    "rustpython_vm",
    "rustpython_stdlib",
    "rustpython_sre_engine",
    "malachite_nz",
];

/// Says of a function, by its name, whether its loops count.
fn is_endless(name: &str) -> bool {
    ENDLESS.iter().any(|known| name.contains(known))
}

/// Makes the module smaller.
pub(super) fn optimise(project: &Project) -> Result<Outcome> {
    let input = project.www().join("pkg/lab_bg.wasm");
    let output = optimised(project);
    let module = fs::read(&input).with_context(|| format!("reading {}", input.display()))?;
    let digest = digest([
        &module,
        SMALL.concat().as_bytes(),
        FEATURES.concat().as_bytes(),
    ]);
    let stamp = output.with_file_name("wasm-opt-lab.stamp");
    fs::create_dir_all(project.scratch())?;
    unless_done(&stamp, &digest, std::slice::from_ref(&output), || {
        let mut command = node::tool(project, "wasm-opt");
        command.args(SMALL).arg("--mvp-features").args(FEATURES);
        command.args(BARE).arg(&input).arg("-o").arg(&output).run()
    })
}

/// How wasm-opt makes the module small.
const SMALL: [&str; 1] = ["-Oz"];

/// Returns the lab's files as the site has them, with what the effort made of them.
pub(super) fn files(project: &Project, effort: Effort) -> Vec<PathBuf> {
    let folder = project.www().join("pkg");
    let module = match effort {
        Effort::Fast => folder.join("lab_bg.wasm"),
        Effort::Full => optimised(project),
    };
    let library = LIBRARY.map(|name| folder.join(name));
    [vec![module], library.to_vec()].concat()
}

fn optimised(project: &Project) -> PathBuf {
    project.scratch().join("lab_bg.wasm")
}
