//! A release, made for its tests: twice, the second time from nothing and from a copy of the sources in another
//! folder, which must give the same bytes; and the release after it, to which the first is updated.
//!
//! The command is left out: it takes minutes to compile, and is the one that all other tests run.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use super::{browser, recipes};
use crate::build::{self, Effort};
use crate::dist::{self, Plan};
use crate::folder;
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, stage};

/// The mdBook that the example of it is built with.
const MDBOOK: &str = "0.5.4";

/// Makes all that `tests/e2e/full/release` and its like look at.
pub(super) fn make(project: &Project) -> Result<()> {
    let made = folder_of(project);
    let one = made.join("dist");
    dist::write(project, &one, Plan::default())?;
    let again = recipes::copy_in(&made.join("copy"));
    stage("copy", || recipes::copy_sources(project, &again))?;
    // What cargo has compiled for an older copy it compiles anew; all else goes.
    folder::make_empty(&again.scratch())?;
    build::packed_site(&again, Effort::Full)?;
    dist::write(&again, &made.join("again"), Plan::default())?;
    let differs = dist::differences(&one, &made.join("again"))?;
    ensure!(
        differs.is_empty(),
        "a release that was made once more has other bytes in {}",
        differs
            .iter()
            .map(|path| path.display().to_string())
            .collect::<Vec<_>>()
            .join(", ")
    );
    recipes::build(project)?;
    let after = recipes::copy(project);
    dist::write_site(&after, &made.join("after"), Plan::default())?;
    let before = one.join("site");
    let keeping = Plan {
        keep: Some(&before),
        ..Plan::default()
    };
    dist::write_site(&after, &made.join("after-keeping"), keeping)?;
    stage("tools", || {
        browser::find_or_install("NGINX", "nginx", "nginx-light")?;
        install_mdbook(project)?;
        install_docusaurus(project)?;
        node::install_in(&tools(project))
    })
}

/// Installs the packages of the example for Docusaurus, in the folder to which its test copies the rest. They are more than
/// a thousand, and the test has but so much time.
fn install_docusaurus(project: &Project) -> Result<Outcome> {
    let folder = project.scratch().join("authors/docusaurus");
    fs::create_dir_all(&folder)?;
    for name in ["package.json", "package-lock.json"] {
        let example = project.root.join("examples/docusaurus").join(name);
        fs::copy(example, folder.join(name))?;
    }
    node::install_in(&folder)
}

/// Builds mdBook, for the example of it, unless this version is there. It takes minutes.
fn install_mdbook(project: &Project) -> Result<()> {
    if mdbook(project).exists() {
        return Ok(());
    }
    let version = format!("mdbook@{MDBOOK}");
    let mut cargo = project.cargo(["install", &version, "--locked", "--no-default-features"]);
    cargo.arg("--root").arg(mdbook_folder(project));
    cargo
        .arg("--target-dir")
        .arg(project.scratch().join("authors/mdbook-build"));
    cargo.run()
}

fn mdbook_folder(project: &Project) -> PathBuf {
    project.scratch().join(format!("authors/mdbook-{MDBOOK}"))
}

fn mdbook(project: &Project) -> PathBuf {
    let name = format!("mdbook{}", std::env::consts::EXE_SUFFIX);
    mdbook_folder(project).join("bin").join(name)
}

/// Tells scripts where the release is, and the tools of its tests.
pub(super) fn tell(project: &Project, command: &mut Command) {
    command.env("INTERLEAVE_RELEASE", folder_of(project));
    command.env("INTERLEAVE_RELEASE_TOOLS", tools(project));
    command.env("INTERLEAVE_MDBOOK", mdbook(project));
}

fn folder_of(project: &Project) -> PathBuf {
    project.scratch().join("release")
}

fn tools(project: &Project) -> PathBuf {
    project.root.join("tests/release")
}
