//! The precompressed file `x.br` beside each file `x` of the site, so that the command never compresses.
//!
//! Node's own brotli does the work: it is fast from the start, where a crate would first have to
//! be compiled, and with optimisation.

use std::fs;

use anyhow::Result;

use super::effort::Effort;
use crate::folder::{has_extension, listing};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, digest};

/// What is precompressed; other files are compressed by their own format.
pub(crate) const COMPRESSED: [&str; 10] = [
    "bin",
    "html",
    "js",
    "css",
    "wasm",
    "svg",
    "json",
    "txt",
    "webmanifest",
    "recording",
];

/// Compresses every file of the site whose present content is not precompressed so well.
///
/// A record has a line for each file: the digest of what was compressed, and the quality.
pub(super) fn compress(project: &Project, effort: Effort) -> Result<Outcome> {
    let quality = effort.brotli_quality();
    let record = project.scratch().join("precompressed");
    let done = fs::read_to_string(&record).unwrap_or_default();
    let (mut present, mut stale) = (String::new(), Vec::new());
    let site = listing(&project.site())?.into_iter();
    for path in site.filter(|path| has_extension(path, &COMPRESSED)) {
        let digest = digest([fs::read(&path)?]);
        let line = |quality| format!("{digest} {quality} {}\n", path.display());
        let mut lines = [Effort::Full.brotli_quality(), quality]
            .into_iter()
            .map(line);
        let compressed = path.with_added_extension("br").exists();
        let best = lines.find(|line| compressed && done.contains(line));
        present += &best.clone().unwrap_or_else(|| line(quality));
        if best.is_none() {
            stale.push(path);
        }
    }
    if stale.is_empty() {
        return Ok(Outcome::Unchanged);
    }
    let mut brotli = node::node(project);
    brotli.arg("xtask/brotli.mjs").arg(quality.to_string());
    brotli.args(stale).run()?;
    fs::write(record, present)?;
    Ok(Outcome::Made)
}
