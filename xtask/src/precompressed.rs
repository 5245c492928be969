//! The precompressed file `x.br` beside each file `x` of the site, so that the command never compresses.
//!
//! Node's own brotli does the work: it is fast from the start, where a crate would first have to
//! be compiled, and with optimisation.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::effort::Effort;
use crate::node;
use crate::process;
use crate::project::Project;
use crate::site;
use crate::stage::Outcome;
use crate::stamp;

/// What is precompressed; other files are compressed by their own format.
const COMPRESSED: [&str; 11] = [
    "html",
    "js",
    "css",
    "wasm",
    "ftl",
    "svg",
    "json",
    "txt",
    "webmanifest",
    "recording",
    "rs",
];

/// Compresses every file of the site whose present content is not precompressed.
///
/// # Errors
/// When the site cannot be read, or Node fails.
pub(crate) fn compress(project: &Project, effort: Effort) -> Result<Outcome> {
    let quality = effort.brotli_quality();
    let record = project.scratch().join("precompressed");
    let done = Record::read(&record);
    let mut present = Record::default();
    let mut stale = Vec::new();
    for path in site::listing(&project.site())? {
        if !site::has_extension(&path, &COMPRESSED) {
            continue;
        }
        let digest = stamp::digest([fs::read(&path)?.as_slice()]);
        let best = done.quality(&path, &digest).filter(|best| *best >= quality);
        present.insert(&path, &digest, best.unwrap_or(quality));
        if best.is_none() {
            stale.push(path);
        }
    }
    if stale.is_empty() {
        return Ok(Outcome::Unchanged);
    }
    let mut command = node::node(project);
    command
        .arg("xtask/brotli.mjs")
        .arg(quality.to_string())
        .args(stale);
    process::run(&mut command)?;
    present.write(&record)?;
    Ok(Outcome::Made)
}

/// Which content each file was compressed from, and how well.
#[derive(Default)]
struct Record(BTreeMap<PathBuf, (String, u32)>);

impl Record {
    /// Reads a record; what cannot be read was not done.
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let entry = |line: &str| {
            let mut words = line.splitn(3, ' ');
            let (digest, quality) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
            Some((PathBuf::from(words.next()?), (digest, quality)))
        };
        Self(text.lines().filter_map(entry).collect())
    }

    /// Returns how well the content with this digest is compressed, if the compressed file is there.
    fn quality(&self, path: &Path, digest: &str) -> Option<u32> {
        let (done, quality) = self.0.get(path)?;
        (done == digest && compressed(path).exists()).then_some(*quality)
    }

    fn insert(&mut self, path: &Path, digest: &str, quality: u32) {
        self.0.insert(path.to_owned(), (digest.to_owned(), quality));
    }

    fn write(&self, path: &Path) -> Result<()> {
        let line = |(path, (digest, quality)): (&PathBuf, &(String, u32))| {
            format!("{digest} {quality} {}\n", path.display())
        };
        Ok(fs::write(
            path,
            self.0.iter().map(line).collect::<String>(),
        )?)
    }
}

fn compressed(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(site::PRECOMPRESSED);
    PathBuf::from(name)
}
