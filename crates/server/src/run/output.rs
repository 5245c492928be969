//! The command's output: the standard output, a file that is written completely or not at all, and
//! lines on the standard error.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{self, ExitCode};

use super::command_error::CommandError;

/// The destination of a document.
pub(crate) enum Output {
    Standard,
    File(PartialFile),
}

impl Output {
    /// Opens a file, or the standard output if there is none.
    /// Errors: [`CommandError::Unwritable`]. The file is opened before the run, so that no run is
    /// made in vain.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, CommandError> {
        match file {
            None => Ok(Self::Standard),
            Some(path) => PartialFile::open(path).map(Self::File).map_err(at(path)),
        }
    }

    /// Writes a document.
    /// Errors: [`CommandError`] if the document cannot be written. A closed pipe is no error.
    pub(crate) fn write(self, document: &str) -> Result<(), CommandError> {
        match self {
            Self::Standard => print(document).map_err(CommandError::Output),
            Self::File(mut file) => file.write(document).map_err(at(&file.path)),
        }
    }
}

/// Prints a text as it is.
/// Errors: the system's error, except for a closed pipe: `interleave … | head` is right use.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Prints a document. The exit code is 0, and 2 with a note if the document cannot be written.
pub(crate) fn print_document(document: &str) -> ExitCode {
    match Output::Standard.write(document) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            note(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

/// Writes a line to the standard error.
pub(crate) fn note(text: &str) {
    // If this fails, there is no other place for the line.
    let _ = writeln!(io::stderr(), "{text}");
}

/// A file that gets its name when it is complete. Dropped before, it leaves nothing behind.
pub(crate) struct PartialFile {
    path: PathBuf,
    file: File,
    /// The path of the incomplete file; none for a pipe or a device, which must not be replaced.
    part: Option<PathBuf>,
}

impl PartialFile {
    fn open(path: &Path) -> io::Result<Self> {
        // The target of a link is replaced, not the link.
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

    fn write(&mut self, document: &str) -> io::Result<()> {
        self.file.write_all(document.as_bytes())?;
        if let Some(part) = &self.part {
            self.file.sync_all()?;
            fs::rename(part, &self.path)?;
            self.part = None;
        }
        Ok(())
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if let Some(part) = &self.part {
            // If this fails, the name of the file says that it is incomplete.
            let _ = fs::remove_file(part);
        }
    }
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> CommandError {
    let path = path.to_path_buf();
    |error| CommandError::Unwritable(path, error)
}
