//! Copies the modules that programs may import into one folder, to be compiled into the crate: the
//! part of RustPython's copy of the standard library that `library.txt` names, with the seams of
//! the folder `build`, and the modules of this crate.

#[path = "build/late_seams.rs"]
mod late_seams;
#[path = "build/library_seams.rs"]
mod library_seams;
#[path = "build/seams.rs"]
mod seams;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The list of modules, one a line.
const LIST: &str = "library.txt";

/// Modules of the library that have another name here: a module of this crate has theirs, and imports them
/// where a program needs them.
const RENAMED: [(&str, &str); 1] = [("asyncio/selector_events.py", "asyncio/_connections.py")];

/// The folder of this crate's modules.
const OWN_MODULES: &str = "modules";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LIST}");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let library = out.join("library");
    if library.exists() {
        fs::remove_dir_all(&library)?;
    }
    for line in fs::read_to_string(LIST)?.lines() {
        let name = line.split('#').next().unwrap_or_default().trim();
        if !name.is_empty() {
            copy_module(Path::new(rustpython_pylib::LIB_PATH), &library, name)?;
        }
    }
    for (file, name) in RENAMED {
        let from = Path::new(rustpython_pylib::LIB_PATH).join(file);
        copy_with_seams(&from, &library.join(name), file)?;
    }
    println!("cargo:rerun-if-changed={OWN_MODULES}");
    copy_folder(Path::new(OWN_MODULES), &library)?;
    let path = library
        .to_str()
        .ok_or("the build folder's path is not UTF-8")?;
    let frozen = format!("rustpython_vm::py_freeze!(dir = {path:?})");
    let is_for_page = env::var("CARGO_CFG_TARGET_FAMILY")? == "wasm";
    let text = if is_for_page {
        in_section(&frozen)
    } else {
        format!("const LIBRARY: &FrozenLib = {frozen};")
    };
    fs::write(out.join("library.rs"), text)?;
    Ok(())
}

/// Returns the items that put the library into a section of the module that is no part of its memory: the
/// build takes it out (`xtask/src/build/library.rs`), and a page gives it back where it is needed.
fn in_section(frozen: &str) -> String {
    format!(
        "const FROZEN: &FrozenLib = {frozen};
        /// The library, for the build alone.
        #[unsafe(link_section = \"interleave.library\")]
        pub static LIBRARY_SECTION: [u8; FROZEN.bytes.len()] = match FROZEN.bytes.first_chunk() {{
            Some(bytes) => *bytes,
            None => panic!(),
        }};
        const LIBRARY: &FrozenLib = FrozenLib::from_ref(b\"\\0\\0\\0\\0\");"
    )
}

/// Copies a module, or a package with the modules directly in it.
fn copy_module(from: &Path, to: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let path = name.replace('.', "/");
    let file = format!("{path}.py");
    if from.join(&file).is_file() {
        return copy_with_seams(&from.join(&file), &to.join(&file), &file);
    }
    let package = from.join(&path);
    if !package.is_dir() {
        return Err(format!("{LIST}: there is no module '{name}'").into());
    }
    for entry in fs::read_dir(&package)? {
        let entry = entry?.path();
        let file = entry.file_name().and_then(|name| name.to_str());
        let Some(file) = file else { continue };
        if file.ends_with(".py") {
            copy_with_seams(
                &entry,
                &to.join(&path).join(file),
                &format!("{path}/{file}"),
            )?;
        }
    }
    Ok(())
}

/// Copies a folder of modules with its subfolders.
fn copy_folder(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(from)? {
        let entry = entry?.path();
        let Some(name) = entry.file_name() else {
            continue;
        };
        if entry.is_dir() {
            copy_folder(&entry, &to.join(name))?;
        } else {
            copy_file(&entry, &to.join(name))?;
        }
    }
    Ok(())
}

/// Copies a file of the library, and makes its seams.
fn copy_with_seams(from: &Path, to: &Path, file: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let source = seams::with_seams(file, fs::read_to_string(from)?)?;
    fs::write(to, source)?;
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)?;
    Ok(())
}
