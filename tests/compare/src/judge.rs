//! Finds the CPython that judges: 3.13 or newer.
//!
//! `INTERLEAVE_PYTHON` names it; else it is the newest of those on the path and of pyenv's.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

/// The oldest version whose asyncio is the one that we follow.
const OLDEST: Version = Version(3, 13, 0);

/// A version of Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(u32, u32, u32);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// The CPython that judges.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Its program.
    pub python: PathBuf,
    /// Its version.
    pub version: Version,
    /// The folder of its standard library.
    pub library: PathBuf,
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CPython {} ({})", self.version, self.python.display())
    }
}

impl Judge {
    /// Finds one; none where the machine has no CPython that is new enough.
    ///
    /// # Errors
    /// When `INTERLEAVE_PYTHON` names what is none.
    pub fn find() -> Result<Option<Self>> {
        if let Some(named) = env::var_os("INTERLEAVE_PYTHON").filter(|named| !named.is_empty()) {
            let asked = Self::ask(Path::new(&named));
            let Some(judge) = asked.filter(|judge| judge.version >= OLDEST) else {
                bail!(
                    "INTERLEAVE_PYTHON names {}, which is no CPython {OLDEST} or newer",
                    Path::new(&named).display()
                );
            };
            return Ok(Some(judge));
        }
        let mut found: Vec<_> = places().iter().filter_map(|path| Self::ask(path)).collect();
        found.retain(|judge| judge.version >= OLDEST);
        // Stable: of equal versions the first on the path stays first.
        found.sort_by_key(|judge| std::cmp::Reverse(judge.version));
        Ok(found.into_iter().next())
    }

    /// Finds one, and says which it is.
    ///
    /// # Errors
    /// When there is none.
    pub fn required() -> Result<Self> {
        let Some(judge) = Self::find()? else {
            bail!("no CPython 3.13 or newer here; INTERLEAVE_PYTHON may name one");
        };
        eprintln!("judge: {judge}");
        Ok(judge)
    }

    /// Asks a program whether it is CPython, which version, and where its library is.
    fn ask(python: &Path) -> Option<Self> {
        let question = "import sys, os; \
            print(sys.implementation.name, *sys.version_info[:3], os.path.dirname(os.__file__))";
        let output = Command::new(python)
            .args(["-c", question])
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let answer = String::from_utf8(output.stdout).ok()?;
        let mut words = answer.trim_end().splitn(5, ' ');
        if words.next()? != "cpython" {
            return None;
        }
        let mut number = || words.next()?.parse().ok();
        let version = Version(number()?, number()?, number()?);
        Some(Self {
            python: python.to_owned(),
            version,
            library: PathBuf::from(words.next()?),
        })
    }
}

/// Returns the programs that may be one.
fn places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    let path = env::var_os("PATH").unwrap_or_default();
    for folder in env::split_paths(&path) {
        for name in programs_of(&folder) {
            places.push(folder.join(name));
        }
    }
    let home = env::home_dir().unwrap_or_default();
    let Ok(versions) = fs::read_dir(home.join(".pyenv/versions")) else {
        return places;
    };
    let mut pyenv: Vec<_> = versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin/python")))
        .filter(|python| python.exists())
        .collect();
    pyenv.sort();
    places.extend(pyenv);
    places
}

/// Returns `python3` and `python3.13` and up, as far as the folder has them.
fn programs_of(folder: &Path) -> Vec<OsString> {
    let names = ["python3".to_owned()].into_iter();
    let minors = (OLDEST.1..OLDEST.1 + 8).map(|minor| format!("python3.{minor}"));
    names
        .chain(minors)
        .map(|name| OsString::from(name + env::consts::EXE_SUFFIX))
        .filter(|name| folder.join(name).exists())
        .collect()
}
