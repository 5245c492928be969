//! `cargo xtask dist`: what a release is made of, in `dist/`.
//!
//! ```text
//! dist/site/            a folder for any host, with twins packed by brotli and by gzip
//! dist/npm/             the package `interleave-playground`, for `npm pack` or `npm publish`
//! dist/*.whl            the package `interleave-playground` for Python: the element as a widget of notebooks
//! dist/interleave.html  the page in one file
//! dist/interleave       the command for this platform, as `cargo xtask build` leaves it
//! dist/nginx.conf       an example for a server; `site/_headers` says the same to hosts that read it
//! dist/sbom.cdx.json    what is inside of all this, for programs; THIRD-PARTY.txt, for people
//! ```
//! The same commit gives the same bytes: nothing here has a time in it, and all lists have an order.

mod documents;
mod hosting;
mod inside;
mod notices;
mod oembed;
mod sbom;
mod site;
mod wheel;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::json;

use crate::build::{self, Effort};
use crate::folder::{listing, make_empty};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, stage};
use inside::{Inside, Place};

/// What `cargo xtask dist` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder `site` of the release before: its files stay for a while, for pages that are still open
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Where to write, instead of `dist/`
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The address that the site will have: adds what hosts are told that turn links into frames (oEmbed)
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    /// Leave the command out
    #[arg(long)]
    without_command: bool,
}

/// What is special about the site of one release.
#[derive(Clone, Copy, Default)]
pub(crate) struct Plan<'a> {
    /// The site of the release before, whose files stay.
    pub(crate) keep: Option<&'a Path>,
    /// The address that the site will have, if that is known.
    pub(crate) address: Option<&'a str>,
}

/// Builds for readers and writes the release.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let out = options.out.clone();
    let out = out.unwrap_or_else(|| project.root.join("dist"));
    let out = std::path::absolute(out)?;
    if options.without_command {
        build::packed_site(project, Effort::Full)?;
    } else {
        build::command(project, Effort::Full)?;
    }
    let plan = Plan {
        keep: options.keep.as_deref(),
        address: options.address.as_deref(),
    };
    write(project, &out, plan)?;
    if !options.without_command {
        let command = project.command();
        let name = crate::folder::file_name(&command);
        fs::copy(&command, out.join(name)).context("copying the command")?;
    }
    println!("{}", out.display());
    Ok(())
}

/// Writes the release of a site that is built.
pub(crate) fn write(project: &Project, out: &Path, plan: Plan) -> Result<()> {
    if let Some(keep) = plan.keep {
        let own = out.join("site");
        ensure!(
            keep != own,
            "{} is about to be written anew",
            keep.display()
        );
    }
    make_empty(out)?;
    let mut inside = None;
    stage("inside", || {
        inside = Some(Inside::find(project)?);
        Ok(Outcome::Made)
    })?;
    let inside = inside.context("what is inside is known")?;
    let of_page = notices::of(&inside, &[Place::Page, Place::Scripts])?;
    stage("static site", || {
        site::write(project, &out.join("site"), &of_page, plan)
    })?;
    stage("npm, html", || packages(project, out, &of_page))?;
    stage("wheel", || {
        wheel::write(project, out, &of_page)?;
        Ok(Outcome::Made)
    })?;
    stage("papers", || {
        let all = [Place::Page, Place::Scripts, Place::Command];
        fs::write(out.join("THIRD-PARTY.txt"), notices::of(&inside, &all)?)?;
        fs::write(out.join("sbom.cdx.json"), sbom::of(&inside)?)?;
        fs::write(out.join("nginx.conf"), hosting::NGINX)?;
        fs::copy(project.root.join("LICENSE"), out.join("LICENSE"))?;
        Ok(Outcome::Made)
    })
}

/// Writes the static site alone, of a site that is built.
pub(crate) fn write_site(project: &Project, folder: &Path, plan: Plan) -> Result<()> {
    make_empty(folder)?;
    let of_page = notices::of(&Inside::find(project)?, &[Place::Page, Place::Scripts])?;
    stage("static site", || {
        site::write(project, folder, &of_page, plan)
    })
}

/// Makes the npm package and the page in one file.
fn packages(project: &Project, out: &Path, notices: &str) -> Result<Outcome> {
    let files = project.scratch().join("files");
    build::write_plain(project, &files)?;
    let told = json!({
        "files": files,
        "page": project.root.join("index.html"),
        "style": files.join("page.css"),
        "notices": notices,
        "package": out.join("npm"),
        "single": out.join("interleave.html"),
        "version": env!("CARGO_PKG_VERSION"),
    });
    // A command line is too short for the notices.
    let path = project.scratch().join("packages.json");
    fs::write(&path, told.to_string())?;
    let mut script = node::node(project);
    script.arg("xtask/packages/packages.mjs").arg(path);
    // What it prints is for people: stdout says where the release is.
    script.stdout(std::io::stderr()).run()?;
    Ok(Outcome::Made)
}

/// Returns the paths under two folders whose files differ, or that are in one alone.
pub(crate) fn differences(one: &Path, other: &Path) -> Result<Vec<PathBuf>> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let paths = listing(folder)?.into_iter();
        let names = paths.map(|path| Ok(path.strip_prefix(folder)?.to_owned()));
        names.collect()
    };
    let mut all = names(one)?;
    all.extend(names(other)?);
    all.sort();
    all.dedup();
    let differs = |name: &PathBuf| {
        let [one, other] = [one, other].map(|folder| fs::read(folder.join(name)).ok());
        one.is_none() || one != other
    };
    Ok(all.into_iter().filter(differs).collect())
}
