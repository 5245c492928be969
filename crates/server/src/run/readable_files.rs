//! The files that a Python program may read: those beside it, where its reader allows it.

use std::fs;
use std::path::{Path, PathBuf};

use interleave_python::Found;

/// The largest file that is read, in megabytes.
const SIZE_MAX_MB: u64 = 4;

/// Whether the reader of a program allows it to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Reading {
    Allowed,
    #[default]
    Refused,
}

/// The files below a program's folder.
#[derive(Debug, Clone)]
pub(super) struct ReadableFiles {
    /// Where relative paths begin.
    pub(super) folder: PathBuf,
    pub(super) reading: Reading,
}

impl ReadableFiles {
    /// Looks at a path. Links are followed, and what they name has to lie in the folder, too.
    pub(super) fn look(&self, path: &str) -> Found {
        // A file without a folder in its name lies in the present one.
        let folder = match self.folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => &self.folder,
        };
        let path = folder.join(path);
        // A name that cannot be looked at, such as one below a file, names nothing.
        let (Ok(real), Ok(metadata)) = (fs::canonicalize(&path), fs::metadata(&path)) else {
            return Found::Nothing;
        };
        if !fs::canonicalize(folder).is_ok_and(|folder| real.starts_with(folder)) {
            return Found::Outside("it lies outside of the program's folder".to_owned());
        }
        if self.reading == Reading::Refused {
            let how = "interleave run --allow-read lets a program read the files beside it";
            return Found::Refused(how.to_owned());
        }
        if metadata.is_dir() {
            return Found::Folder;
        }
        if !metadata.is_file() {
            return Found::Refused("it is no file".to_owned());
        }
        if metadata.len() > SIZE_MAX_MB << 20 {
            return Found::Refused(format!("it is larger than {SIZE_MAX_MB} MB"));
        }
        fs::read(&real).map_or_else(
            |error| Found::Refused(format!("it cannot be read: {error}")),
            Found::File,
        )
    }
}
