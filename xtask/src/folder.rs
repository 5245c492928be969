//! What is in a folder, in the order of the names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Returns what is right in the folder; nothing if there is no folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    if folder.exists() {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            paths.push(entry?.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// Returns the files right in the folder whose names end in one of the extensions.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.is_file() && has_extension(path, extensions));
    Ok(paths)
}

/// Returns every file under the folder.
pub(crate) fn listing(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            paths.extend(listing(&path)?);
        } else {
            paths.push(path);
        }
    }
    Ok(paths)
}

pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

/// Returns the last part of a path.
pub(crate) fn file_name(path: &Path) -> &Path {
    path.file_name().map_or(path, Path::new)
}

pub(crate) fn make_empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
