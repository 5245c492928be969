//! What a release has inside that others have written: the crates of the page and of the command, and the npm
//! packages of the scripts.
//!
//! A crate is inside if it is reached by plain dependencies: what builds, tests or writes code is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::build::wasm;
use crate::process::Run;
use crate::project::Project;

/// Where something is inside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// The modules of the page.
    Page,
    /// The scripts of the page.
    Scripts,
    /// The command.
    Command,
}

impl Place {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "WebAssembly modules",
            Self::Scripts => "scripts",
            Self::Command => "command",
        }
    }
}

/// A library that is inside.
pub(super) struct Library {
    /// Its address among packages: `pkg:cargo/serde@1.0.0`.
    pub(super) purl: String,
    pub(super) name: String,
    pub(super) version: String,
    /// The licence, as its author says it: an SPDX expression, more or less.
    pub(super) licence: String,
    /// Where its files are; none of the standard library's.
    pub(super) folder: Option<PathBuf>,
    /// The digest that a lock file has of it: the algorithm, as CycloneDX names it, and hexadecimal digits.
    pub(super) digest: Option<(&'static str, String)>,
    pub(super) places: BTreeSet<Place>,
}

/// All libraries that are inside, by name and version.
pub(super) struct Inside {
    pub(super) libraries: BTreeMap<(String, String), Library>,
}

impl Inside {
    pub(super) fn find(project: &Project) -> Result<Self> {
        let mut inside = Self {
            libraries: BTreeMap::new(),
        };
        let compiler = Command::new("rustc").arg("-vV").printed()?;
        let said = |name: &str| {
            let line = compiler.lines().find_map(|line| line.strip_prefix(name));
            line.context("rustc does not say what it is")
        };
        let checksums = checksums(project)?;
        let page = ["interleave", "interleave-exports", "interleave-lab"];
        inside.add_crates(project, wasm::TARGET, &page, Place::Page, &checksums)?;
        let host = said("host: ")?;
        let command = ["interleave-server"];
        inside.add_crates(project, host, &command, Place::Command, &checksums)?;
        inside.add_packages(project)?;
        inside.add_standard_library(said("release: ")?);
        Ok(inside)
    }

    fn add(&mut self, library: Library, place: Place) {
        let key = (library.name.clone(), library.version.clone());
        let known = self.libraries.entry(key).or_insert(library);
        known.places.insert(place);
    }

    /// Adds the crates that packages of the workspace are made of on a platform.
    fn add_crates(
        &mut self,
        project: &Project,
        platform: &str,
        roots: &[&str],
        place: Place,
        checksums: &BTreeMap<(String, String), String>,
    ) -> Result<()> {
        let arguments = ["metadata", "--format-version=1", "--locked"];
        let mut cargo = project.cargo(arguments);
        cargo.args(["--filter-platform", platform]);
        let metadata: Value = serde_json::from_str(&cargo.printed()?)?;
        for package in reached(&metadata, roots) {
            // What is of this workspace has no source, and no author but the project.
            if package["source"].is_null() {
                continue;
            }
            let (name, version) = (text(&package["name"]), text(&package["version"]));
            let manifest = PathBuf::from(text(&package["manifest_path"]));
            let digest = checksums.get(&(name.clone(), version.clone()));
            let library = Library {
                purl: format!("pkg:cargo/{name}@{version}"),
                licence: text(&package["license"]),
                folder: manifest.parent().map(Path::to_owned),
                digest: digest.map(|digits| ("SHA-256", digits.clone())),
                places: BTreeSet::new(),
                name,
                version,
            };
            self.add(library, place);
        }
        Ok(())
    }

    /// Adds the npm packages that the bundler has put into the scripts.
    fn add_packages(&mut self, project: &Project) -> Result<()> {
        let list = fs::read(project.scratch().join("bundle/packages.json"))?;
        let names: Vec<String> = serde_json::from_slice(&list)?;
        for name in names {
            let folder = project.www().join("node_modules").join(&name);
            let manifest: Value = serde_json::from_slice(&fs::read(folder.join("package.json"))?)?;
            let version = text(&manifest["version"]);
            let library = Library {
                // A scope begins with an @, which an address writes so.
                purl: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
                licence: text(&manifest["license"]),
                folder: Some(folder),
                digest: None,
                places: BTreeSet::new(),
                name,
                version,
            };
            self.add(library, Place::Scripts);
        }
        Ok(())
    }

    fn add_standard_library(&mut self, version: &str) {
        for place in [Place::Page, Place::Command] {
            let library = Library {
                purl: format!("pkg:generic/rust-std@{version}"),
                name: "Rust's standard library".to_owned(),
                version: version.to_owned(),
                licence: "MIT OR Apache-2.0".to_owned(),
                folder: None,
                digest: None,
                places: BTreeSet::new(),
            };
            self.add(library, place);
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Returns the packages that are reached from others by plain dependencies, without those that write code.
fn reached<'a>(metadata: &'a Value, roots: &[&str]) -> Vec<&'a Value> {
    let packages: BTreeMap<_, _> = list(&metadata["packages"])
        .map(|package| (package["id"].as_str(), package))
        .collect();
    let nodes: BTreeMap<_, _> = list(&metadata["resolve"]["nodes"])
        .map(|node| (node["id"].as_str(), node))
        .collect();
    let is_root = |package: &&&Value| {
        let name = package["name"].as_str().unwrap_or_default();
        package["source"].is_null() && roots.contains(&name)
    };
    let mut waiting: Vec<_> = packages.values().filter(is_root).copied().collect();
    let mut found = BTreeMap::new();
    while let Some(package) = waiting.pop() {
        let id = package["id"].as_str();
        let mut kinds = list(&package["targets"]).flat_map(|target| list(&target["kind"]));
        if kinds.any(|kind| kind == "proc-macro") || found.insert(id, package).is_some() {
            continue;
        }
        let is_plain =
            |needed: &&Value| list(&needed["dep_kinds"]).any(|kind| kind["kind"].is_null());
        let Some(node) = nodes.get(&id) else { continue };
        let needed = list(&node["deps"]).filter(is_plain);
        waiting.extend(needed.filter_map(|needed| packages.get(&needed["pkg"].as_str())));
    }
    found.into_values().collect()
}

/// Returns what the lock file says of each crate, by name and version.
fn checksums(project: &Project) -> Result<BTreeMap<(String, String), String>> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock"))?;
    let value = |entry: &str, name: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(name));
        line.map(|rest| rest.trim_matches([' ', '=', '"']).to_owned())
    };
    let entries = lock.split("[[package]]").skip(1);
    let known = entries.filter_map(|entry| {
        let name = value(entry, "name")?;
        Some(((name, value(entry, "version")?), value(entry, "checksum")?))
    });
    Ok(known.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_builds_tests_or_writes_code_is_not_inside() {
        let package = |id: &str, kind: &str| json!({"id": id, "name": id, "source": null, "targets": [{"kind": [kind]}]});
        let needs = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        let plain = Value::Null;
        let metadata = json!({
            "packages": [
                package("root", "lib"), package("inside", "lib"), package("macro", "proc-macro"),
                package("of-macro", "lib"), package("build", "lib"), package("test", "lib"),
            ],
            "resolve": {"nodes": [
                {"id": "root", "deps": [
                    needs("inside", plain.clone()), needs("macro", plain.clone()),
                    needs("build", json!("build")), needs("test", json!("dev")),
                ]},
                {"id": "macro", "deps": [needs("of-macro", plain)]},
            ]},
        });
        let names: Vec<_> = reached(&metadata, &["root"])
            .into_iter()
            .map(|package| text(&package["name"]))
            .collect();
        assert_eq!(names, ["inside", "root"]);
    }
}
