//! Sets the folder from which the page's site is embedded.
//!
//! `INTERLEAVE_SITE` names it, and `cargo xtask build` sets it. Without it an empty folder
//! is embedded, so that the command builds where no page was built.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=INTERLEAVE_SITE");
    let folder = match env::var_os("INTERLEAVE_SITE").filter(|folder| !folder.is_empty()) {
        Some(folder) => fs::canonicalize(&folder)
            .map_err(|error| format!("INTERLEAVE_SITE names {}: {error}", folder.display()))?,
        None => {
            let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
            let empty = folder.join("no-site");
            fs::create_dir_all(&empty)?;
            empty
        }
    };
    println!("cargo::rerun-if-changed={}", folder.display());
    println!(
        "cargo::rustc-env=INTERLEAVE_SITE_FOLDER={}",
        folder.display()
    );
    Ok(())
}
