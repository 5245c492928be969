//! The static site: what the command serves, for a host that serves files alone.
//!
//! Of the release before, the files stay that have a digest in their names: a page that is still open loads them.
//! Those of older releases go, since a list says which files are a release's own.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Plan, documents, hosting, oembed};
use crate::build::{self, COMPRESSED, Effort};
use crate::folder::{has_extension, listing};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::Outcome;

/// The list of a release's own files.
const LIST: &str = "files.txt";

/// Writes the site into a folder, with what is kept of the one before.
pub(super) fn write(
    project: &Project,
    folder: &Path,
    notices: &str,
    plan: Plan,
) -> Result<Outcome> {
    let built = project.site();
    for path in listing(&built)? {
        let name = path.strip_prefix(&built)?;
        if !has_extension(name, &["br"]) {
            copy(&path, &folder.join(name))?;
        }
    }
    fs::write(folder.join("THIRD-PARTY.txt"), notices)?;
    fs::write(folder.join("robots.txt"), "User-agent: *\nAllow: /\n")?;
    documents::write(project, &folder.join("docs"))?;
    if let Some(address) = plan.address {
        oembed::write(project, folder, address)?;
    }
    let own: BTreeSet<PathBuf> = names(folder)?;
    fs::write(folder.join("_headers"), hosting::headers(&own))?;
    let list: Vec<_> = own.iter().map(|name| slashes(name)).collect();
    fs::write(folder.join(LIST), list.join("\n") + "\n")?;
    pack(project, folder)?;
    if let Some(keep) = plan.keep {
        keep_files(keep, folder, &own)?;
    }
    Ok(Outcome::Made)
}

/// Writes the twins that are packed by brotli and by gzip, for hosts that send such.
fn pack(project: &Project, folder: &Path) -> Result<()> {
    let mut packed = listing(folder)?;
    packed.retain(|path| has_extension(path, &COMPRESSED));
    let mut brotli = node::node(project);
    let quality = Effort::Full.brotli_quality().to_string();
    brotli
        .args(["xtask/brotli.mjs", &quality])
        .args(&packed)
        .run()?;
    node::node(project)
        .arg("xtask/gzip.mjs")
        .args(&packed)
        .run()
}

/// Takes over the files of the release before that have digests in their names, with their twins.
fn keep_files(before: &Path, folder: &Path, own: &BTreeSet<PathBuf>) -> Result<()> {
    let list = before.join(LIST);
    let list = fs::read_to_string(&list).with_context(|| {
        let list = list.display();
        format!("{list} would say what the release before consists of; is this the folder `site` of one?")
    })?;
    for name in list.lines().map(Path::new) {
        if own.contains(name) || !build::has_digest(&slashes(name)) {
            continue;
        }
        for twin in ["", "br", "gz"] {
            let name = if twin.is_empty() {
                name.to_owned()
            } else {
                name.with_added_extension(twin)
            };
            if before.join(&name).exists() {
                copy(&before.join(&name), &folder.join(&name))?;
            }
        }
    }
    Ok(())
}

fn names(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let paths = listing(folder)?.into_iter();
    paths
        .map(|path| Ok(path.strip_prefix(folder)?.to_owned()))
        .collect()
}

/// Returns a path as addresses have it.
pub(super) fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_release_before_its_own_files_with_digests_stay_and_no_others() -> Result<()> {
        let root = std::env::temp_dir().join(format!("xtask-keep-{}", std::process::id()));
        let (before, now) = (root.join("before"), root.join("now"));
        let own = [
            "index.html",
            "page-ABCDEFGH.js",
            "texts-ABCDEFGH/en.json",
            "same-ABCDEFGH.css",
        ];
        // What the release before had kept of a third.
        let older = "page-22222222.js";
        for name in own.iter().chain([&older, &"page-ABCDEFGH.js.br"]) {
            let path = before.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&before))?;
            fs::write(path, "before")?;
        }
        fs::write(before.join(LIST), own.join("\n"))?;
        fs::create_dir_all(&now)?;
        let mine = BTreeSet::from(["index.html".into(), "same-ABCDEFGH.css".into()]);
        keep_files(&before, &now, &mine)?;
        let kept: Vec<_> = names(&now)?.iter().map(|name| slashes(name)).collect();
        fs::remove_dir_all(&root)?;
        assert_eq!(
            kept,
            [
                "page-ABCDEFGH.js",
                "page-ABCDEFGH.js.br",
                "texts-ABCDEFGH/en.json"
            ]
        );
        Ok(())
    }
}
