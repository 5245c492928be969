//! Sets the folder from which the page's site is embedded, and lists the page's languages.
//!
//! `INTERLEAVE_SITE` names the folder, and `cargo xtask build` sets it. Without it an empty folder
//! is embedded, so that the command builds where no page was built.
//!
//! A language is a file of `www/languages`, named with its tag.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// The folder of the languages, from this crate's.
const LANGUAGES: &str = "../../www/languages";

/// The language that comes first, and stands in for what another lacks.
const FIRST: &str = "en";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=INTERLEAVE_SITE");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let folder = match env::var_os("INTERLEAVE_SITE").filter(|folder| !folder.is_empty()) {
        Some(folder) => fs::canonicalize(&folder)
            .map_err(|error| format!("INTERLEAVE_SITE names {}: {error}", folder.display()))?,
        None => {
            let empty = out.join("no-site");
            fs::create_dir_all(&empty)?;
            empty
        }
    };
    println!("cargo::rerun-if-changed={}", folder.display());
    println!(
        "cargo::rustc-env=INTERLEAVE_SITE_FOLDER={}",
        folder.display()
    );
    println!("cargo::rerun-if-changed={LANGUAGES}");
    fs::write(
        out.join("languages.rs"),
        languages(&fs::canonicalize(LANGUAGES)?)?,
    )?;
    Ok(())
}

/// Writes the list of the languages in a folder as Rust: the tag of each and its Fluent file.
fn languages(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(tag) = path
            .file_stem()
            .filter(|_| path.extension() == Some("ftl".as_ref()))
        {
            languages.push((tag.to_string_lossy().into_owned(), path));
        }
    }
    languages.sort_by_key(|(tag, _)| (tag != FIRST, tag.clone()));
    let mut list = String::from("[\n");
    for (tag, path) in languages {
        list += &format!("    Tag {{ tag: {tag:?}, source: include_str!({path:?}) }},\n");
    }
    Ok(list + "]\n")
}
