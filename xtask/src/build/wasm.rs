//! From `src/` to the WebAssembly module that the page loads, and its TypeScript bindings.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, iter};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::effort::Effort;
use super::parts::{is_around, is_late, is_of_hands};
use super::{imports, late, places};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, digest, unless_done};

/// The target that the page's part of the workspace is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What rustc 1.96 emits for `TARGET` unasked. wasm-opt must know it to read the module, and may
/// not use more, since the page promises no more to the browser.
pub(super) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How cargo is asked to compile the standard library as well: for size, as the rest.
pub(super) const STANDARD_LIBRARY: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// Panics without texts: in a page the text of a panic has no reader, since the target has no standard
/// error. A panic is the trap itself, and what would put its text together is left out, with what writes
/// values for debugging, which the page's own code does nowhere (`tests/it/house/rooms.rs`). Positions in
/// the source stay, since the lines of lessons are some.
///
/// Functions that are the same are not merged, since the name of each says which part of the module it is
/// for; wasm-opt merges them within a part.
const RUSTFLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none \
                         -Zmerge-functions=disabled";

/// How wasm-opt makes the module small; see [`optimise`].
///
/// The lowest kilobyte of memory is the far end of the stack, and nothing is at an address there before
/// the stack overflows: so an offset can go into the load that it is added for.
const SMALL: [&str; 9] = [
    "--one-caller-inline-max-function-size=15",
    "--always-inline-max-function-size=4",
    "--low-memory-unused",
    "--skip-pass=local-cse",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
];

/// What no browser reads is left out.
pub(super) const BARE: [&str; 3] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// A module that the page loads, and the package that it is made of.
struct Module {
    package: &'static str,
    /// The name of its files in the site, without what wasm-bindgen adds.
    name: &'static str,
    /// Its later parts, in the order in which they are split off: each needs those behind it.
    parts: &'static [Part],
}

/// A later part of a module.
struct Part {
    /// The name of its file in the site, without what wasm-bindgen adds.
    name: &'static str,
    /// Says of a function, by its name, whether it is in the part.
    has: fn(&str) -> bool,
}

/// The modules: the page's own, and the one that is loaded when a reader exports a run.
const MODULES: [Module; 2] = [
    Module {
        package: "interleave",
        name: "runtime",
        parts: &[
            Part {
                name: "lessons",
                has: is_late,
            },
            Part {
                name: "hands",
                has: is_of_hands,
            },
            Part {
                name: "around",
                has: is_around,
            },
        ],
    },
    Module {
        package: "interleave-exports",
        name: "exports",
        parts: &[],
    },
];

/// Returns the modules as the site has them, with what the effort made of them.
pub(super) fn files(project: &Project, effort: Effort) -> Vec<PathBuf> {
    let made = match effort {
        Effort::Fast => bound,
        Effort::Full => optimised,
    };
    names().map(|name| made(project, name)).collect()
}

/// Returns the names of all modules and parts of modules.
fn names() -> impl Iterator<Item = &'static str> {
    MODULES
        .iter()
        .flat_map(|module| iter::once(module.name).chain(module.parts.iter().map(|part| part.name)))
}

/// Returns where a module is as wasm-bindgen left it, under its name in the site.
fn bound(project: &Project, name: &str) -> PathBuf {
    project.www().join("pkg").join(format!("{name}_bg.wasm"))
}

/// Returns where a module is as wasm-opt left it, under its name in the site.
fn optimised(project: &Project, name: &str) -> PathBuf {
    project.scratch().join(format!("{name}_bg.wasm"))
}

/// Adds the standard library to the toolchain, for `TARGET` and as source, where it is not there.
pub(crate) fn add_target(project: &Project) -> Result<Outcome> {
    let tool = |name: &str, arguments: &[&str]| {
        let mut command = Command::new(name);
        command.args(arguments).current_dir(&project.root);
        command
    };
    let sysroot = tool("rustc", &["--print", "sysroot"]).printed()?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib");
    let mut outcome = Outcome::Unchanged;
    for (part, add) in [
        (TARGET, ["target", "add", TARGET]),
        ("src/rust", ["component", "add", "rust-src"]),
    ] {
        if !library.join(part).exists() {
            tool("rustup", &add).run()?;
            outcome = Outcome::Made;
        }
    }
    Ok(outcome)
}

/// Compiles the modules, in the profile `site`: one after the other, since each has other features.
///
/// Only here are the packages modules: a library that says so itself is one for each that uses it,
/// too, and of those the last would take the place of the page's.
pub(super) fn compile(project: &Project, effort: Effort) -> Result<Outcome> {
    for module in MODULES {
        let mut cargo = project.cargo([
            "rustc",
            "--lib",
            "--crate-type=cdylib",
            "-p",
            module.package,
        ]);
        for_page(&mut cargo, effort).run()?;
    }
    Ok(Outcome::Made)
}

/// Makes a call of cargo compile for the page, in the profile `site`.
///
/// The first view weighs 11 KB less, compressed, for the standard library that is compiled with the
/// module. Cargo and rustc do that only when told that what is unstable may be used.
fn for_page(cargo: &mut Command, effort: Effort) -> &mut Command {
    cargo.args(["--profile=site", "--target", TARGET]);
    if effort == Effort::Full {
        cargo.args(STANDARD_LIBRARY);
        cargo.env("RUSTFLAGS", RUSTFLAGS);
        cargo.env("RUSTC_BOOTSTRAP", "1");
    }
    cargo.envs(effort.settings())
}

/// Makes `www/pkg/`: the modules, and the JavaScript and TypeScript that speak to them.
///
/// In a hurry nothing is moved into later parts: functions that are the same are merged then.
pub(super) fn bind(project: &Project, effort: Effort) -> Result<Outcome> {
    each(&MODULES, |module| bind_one(project, module, effort))
}

/// Does something with each thing; says whether anything was made.
fn each<T>(
    things: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> Result<Outcome>,
) -> Result<Outcome> {
    let mut outcome = Outcome::Unchanged;
    for thing in things {
        if work(thing)? == Outcome::Made {
            outcome = Outcome::Made;
        }
    }
    Ok(outcome)
}

fn bind_one(project: &Project, module: &Module, effort: Effort) -> Result<Outcome> {
    let Module {
        package,
        name,
        parts,
    } = module;
    let file = format!("site/{}.wasm", package.replace('-', "_"));
    let compiled = project.target.join(TARGET).join(file);
    let module = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let folder = project.www().join("pkg");
    let mut outputs = [".js", ".d.ts"]
        .map(|end| folder.join(format!("{name}{end}")))
        .to_vec();
    outputs.push(bound(project, name));
    outputs.extend(parts.iter().map(|part| bound(project, part.name)));
    let ways = [
        include_str!("imports.rs"),
        include_str!("late.rs"),
        include_str!("parts.rs"),
        include_str!("places.rs"),
        include_str!("wasm.rs"),
    ];
    let digest = digest([&module, ways.concat().as_bytes()]);
    let stamp = folder.join(format!(".made-{name}"));
    unless_done(&stamp, &digest, &outputs, || {
        Bindgen::new()
            .input_bytes(name, module)
            .out_name(name)
            .web(true)?
            .typescript(true)
            // The page says where the module is: a digest is in its name.
            .omit_default_module_path(true)
            .remove_producers_section(true)
            .generate(&folder)?;
        let (script, module) = (&outputs[0], &outputs[2]);
        for (number, (part, output)) in parts.iter().zip(&outputs[3..]).enumerate() {
            let mut split = late::split(&fs::read(module)?, number, |name| {
                effort == Effort::Full && (part.has)(name)
            })?;
            fs::write(module, split.first.emit_wasm())?;
            fs::write(output, split.second.emit_wasm())?;
        }
        places::number_files(module, &outputs[3..])?;
        let (short, text) = imports::shorten(&fs::read(module)?, &fs::read_to_string(script)?)?;
        fs::write(module, short)?;
        Ok(fs::write(script, text)?)
    })
}

/// Compiles the module that measures the loop in a browser, in the profile of the page's, and makes
/// `loop.js` and `loop_bg.wasm` in a folder.
pub(crate) fn loop_bench(project: &Project, folder: &Path) -> Result<()> {
    let mut cargo = project.cargo(["build", "--lib", "-p", "interleave-bench"]);
    for_page(&mut cargo, Effort::Full).run()?;
    let compiled = project.target.join(TARGET).join("site");
    Bindgen::new()
        .input_path(compiled.join("interleave_bench.wasm"))
        .out_name("loop")
        .no_modules(true)?
        .typescript(false)
        .generate(folder)
}

/// Makes the modules smaller.
///
/// Of `-Oz`, `-Os`, `-O2`, `-O3` and pairs of them `-Oz` compresses smallest, by 2 %, and is as quick.
/// Unless told otherwise it puts every function that has one caller into that, whatever its size;
/// such a function has so many locals that the module compresses worse by 4 %.
///
/// LLVM's blocks, taken apart and put together once more before, make it compress better by 1 %, and so
/// do values that are computed twice instead of being kept in a local. Neither makes the module slower.
pub(super) fn optimise(project: &Project) -> Result<Outcome> {
    each(names(), |name| optimise_one(project, name))
}

fn optimise_one(project: &Project, name: &str) -> Result<Outcome> {
    let (input, output) = (bound(project, name), optimised(project, name));
    let stamp = output.with_file_name(format!("wasm-opt-{name}.stamp"));
    let module = fs::read(&input).with_context(|| format!("reading {}", input.display()))?;
    let ways = [SMALL.concat() + &BARE.concat(), FEATURES.concat()];
    let digest = digest([&module, ways[0].as_bytes(), ways[1].as_bytes()]);
    fs::create_dir_all(project.scratch())?;
    unless_done(&stamp, &digest, std::slice::from_ref(&output), || {
        let mut command = node::tool(project, "wasm-opt");
        command.args(SMALL).arg("--mvp-features").args(FEATURES);
        command.args(BARE).arg(&input).arg("-o").arg(&output).run()
    })
}
