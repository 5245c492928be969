//! Where things are put: the standard output, a file that is there whole or not at all, notes.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process::{self, ExitCode},
};

use super::failure::Failure;

/// Where a document goes.
pub(super) enum Output {
    Standard,
    File(Growing),
}

impl Output {
    /// Opens a file, or the standard output if there is none.
    ///
    /// # Errors
    /// [`Failure::Unwritable`], before anything was run for nothing.
    pub(super) fn open(file: Option<&Path>) -> Result<Self, Failure> {
        match file {
            None => Ok(Self::Standard),
            Some(path) => Growing::open(path).map(Self::File).map_err(at(path)),
        }
    }

    /// Puts a document there.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be written. Nobody left to read it is no failure.
    pub(super) fn put(self, document: &str) -> Result<(), Failure> {
        match self {
            Self::Standard => print(document).map_err(Failure::Output),
            Self::File(mut file) => {
                let put = file.put(document);
                put.map_err(at(&file.path))
            }
        }
    }
}

/// Prints a text as it is.
///
/// # Errors
/// What the system says, but not that nobody reads on: `interleave … | head` is right use.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Prints a document; gives 0, or 2 with a note if it cannot be written.
pub(crate) fn put_out(document: &str) -> ExitCode {
    match Output::Standard.put(document) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            note(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

/// Writes a line for the person at the terminal.
pub(super) fn note(text: &str) {
    // There is no place left to say that this could not be said.
    let _ = writeln!(io::stderr(), "{text}");
}

/// A file that takes its name once it is whole; dropped before, it leaves nothing.
pub(super) struct Growing {
    path: PathBuf,
    file: File,
    /// Where it grows; none if it is a pipe or a device, which must not be replaced.
    part: Option<PathBuf>,
}

impl Growing {
    fn open(path: &Path) -> io::Result<Self> {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let part = match path.exists() && !path.is_file() {
            true => None,
            false => Some(part_of(&path)),
        };
        let file = match &part {
            Some(part) => File::create(part)?,
            None => File::options().write(true).open(&path)?,
        };
        Ok(Self { path, file, part })
    }

    fn put(&mut self, document: &str) -> io::Result<()> {
        self.file.write_all(document.as_bytes())?;
        if let Some(part) = &self.part {
            self.file.sync_all()?;
            fs::rename(part, &self.path)?;
            self.part = None;
        }
        Ok(())
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        if let Some(part) = &self.part {
            // Its name says what it is, should it stay.
            let _ = fs::remove_file(part);
        }
    }
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_path_buf();
    |error| Failure::Unwritable { path, error }
}
