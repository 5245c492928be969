//! The libraries that programs fetch and read pages with: snippets, and what each prints.
//!
//! A set of snippets is a folder of `libraries/`; what the real libraries print is kept beside it, so that
//! a machine without them can compare. Snippets that fetch ask a small site on the loopback.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::judge::Judge;

/// The address that snippets have where the site's stands when they run.
const PLACEHOLDER: &str = "http://site.test";

/// An address at which nothing listens, which snippets ask in vain.
const NOTHING: &str = "http://127.0.0.1:1";

/// What a snippet printed, by its name.
pub type Printed = BTreeMap<String, String>;

/// A folder of snippets.
#[derive(Clone, Debug)]
pub struct Snippets {
    root: PathBuf,
    set: &'static str,
    /// The texts of the files, by their names.
    files: BTreeMap<String, String>,
}

impl Snippets {
    /// Reads a set; `root` is the folder of the checkout.
    pub fn read(root: &Path, set: &'static str) -> Result<Self> {
        let root = root.join("tests/compare");
        let folder = root.join("libraries").join(set);
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if let (Some(name), Some("py")) = (stem(&path), extension(&path)) {
                files.insert(name.to_owned(), fs::read_to_string(&path)?);
            }
        }
        Ok(Self { root, set, files })
    }

    /// Returns the program that runs all snippets, and tells them apart.
    pub fn program(&self) -> Result<String> {
        let runner = fs::read_to_string(self.root.join("judge/libraries/snippets.py"))?;
        // A text of JSON is also a text of Python.
        let files = serde_json::to_string(&serde_json::to_string(&self.files)?)?;
        Ok(runner.replacen("FILES = {}", &format!("FILES = json.loads({files})"), 1))
    }

    /// Reads what the real libraries printed.
    pub fn kept(&self) -> Result<Printed> {
        let file = self.kept_file();
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let kept: BTreeMap<String, Vec<String>> = serde_json::from_str(&text)?;
        Ok(kept
            .into_iter()
            .map(|(name, lines)| (name, lines.join("\n")))
            .collect())
    }

    /// Keeps what the real libraries printed.
    pub fn keep(&self, printed: &Printed) -> Result<()> {
        let lines: BTreeMap<_, Vec<_>> = printed
            .iter()
            .map(|(name, text)| (name, text.split('\n').collect()))
            .collect();
        let text = serde_json::to_string_pretty(&lines)? + "\n";
        Ok(fs::write(self.kept_file(), text)?)
    }

    fn kept_file(&self) -> PathBuf {
        self.root
            .join("libraries")
            .join(format!("{}.json", self.set))
    }
}

fn stem(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

/// Takes apart what the program of all snippets printed.
#[must_use]
pub fn apart(text: &str) -> Printed {
    let parts = text.strip_prefix("#: ").unwrap_or_default();
    let parts = parts.split("\n#: ").filter_map(|part| {
        let (name, printed) = part.split_once('\n').unwrap_or((part, ""));
        (!name.is_empty()).then(|| (name.to_owned(), printed.trim_end_matches('\n').to_owned()))
    });
    parts.collect()
}

/// The small site, while it serves.
#[derive(Debug)]
#[must_use = "the site ends when this is dropped"]
pub struct Site {
    process: Child,
    port: String,
}

impl Site {
    /// Starts the site under the judge's CPython.
    pub fn start(judge: &Judge, root: &Path) -> Result<Self> {
        let mut process = Command::new(&judge.python)
            .arg(root.join("tests/compare/judge/libraries/site.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = process.stdout.take().context("the site has no output")?;
        let mut port = String::new();
        BufReader::new(output).read_line(&mut port)?;
        let port = port.trim().to_owned();
        ensure!(!port.is_empty(), "the site did not start");
        Ok(Self { process, port })
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Writes the site's address into a program.
    #[must_use]
    pub fn put_into(&self, program: &str) -> String {
        program.replace(PLACEHOLDER, &self.origin())
    }

    /// Takes the site's port, another one each time, out of what was printed.
    #[must_use]
    pub fn taken_from(&self, printed: &str) -> String {
        printed.replace(&self.port, "PORT")
    }

    /// Returns what the command is told so that its program may fetch from the site.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        let words = ["--live", "--reach", &self.origin(), "--reach", NOTHING];
        words.map(str::to_owned).to_vec()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // The end of its input ends it.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// The CPython with the real libraries, in a folder of its own below cargo's target folder.
#[derive(Debug)]
pub struct Real {
    folder: PathBuf,
}

impl Real {
    /// Installs the libraries, where they are not yet.
    pub fn installed(judge: &Judge, root: &Path, folder: PathBuf) -> Result<Self> {
        let real = Self { folder };
        if !real.python().exists() {
            done(
                Command::new(&judge.python)
                    .args(["-m", "venv"])
                    .arg(&real.folder),
            )?;
        }
        let list = root.join("tests/compare/libraries/requirements.txt");
        done(
            Command::new(real.python())
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "-r",
                ])
                .arg(list),
        )?;
        // Trees of `html.parser` are compared as the newer Python makes them, whose library programs get here.
        let newer = real.newer().join("html");
        fs::create_dir_all(&newer)?;
        for entry in fs::read_dir(Path::new(rustpython_pylib::LIB_PATH).join("html"))? {
            let path = entry?.path();
            if let (Some(name), true) = (path.file_name(), path.is_file()) {
                fs::copy(&path, newer.join(name))?;
            }
        }
        Ok(real)
    }

    fn python(&self) -> PathBuf {
        self.folder.join("bin/python")
    }

    fn newer(&self) -> PathBuf {
        self.folder.join("newer")
    }

    /// Runs the program in a file, and returns what it printed.
    pub fn run(&self, file: &Path) -> Result<String> {
        let output = Command::new(self.python())
            .env("PYTHONPATH", self.newer())
            .arg(file)
            .output()?;
        ensure!(
            output.status.success(),
            "the real libraries: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(String::from_utf8(output.stdout)?)
    }
}

fn done(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}
