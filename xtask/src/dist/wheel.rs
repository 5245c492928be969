//! The package for Python: a wheel, in which the widget's one script lies beside the class for notebooks.
//!
//! A wheel is an archive with three texts that describe it, in the formats of PyPA's specifications (core metadata
//! 2.4, binary distribution format 1.0). It is written here, so that making a release needs no Python, and so that
//! the same commit gives the same bytes: the order is that of the names, and every file is as old as the format
//! can say.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::site::slashes;
use crate::folder::{has_extension, listing};
use crate::project::Project;

/// Files by their paths in the archive.
type Files = BTreeMap<String, Vec<u8>>;

#[derive(Deserialize)]
struct Described {
    project: Metadata,
}

/// What `pyproject.toml` says of the package.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Metadata {
    name: String,
    #[serde(rename = "dynamic")]
    _dynamic: Vec<String>,
    description: String,
    readme: String,
    requires_python: String,
    license: String,
    license_files: Vec<String>,
    keywords: Vec<String>,
    classifiers: Vec<String>,
    dependencies: Vec<String>,
}

/// Writes the wheel into the folder of a release, whose npm package is there.
pub(super) fn write(project: &Project, out: &Path, notices: &str) -> Result<()> {
    let source = project.root.join("xtask/packages/python");
    let described = fs::read_to_string(source.join("pyproject.toml"))?;
    let Described { project: metadata } = toml::from_str(&described)?;
    let version = env!("CARGO_PKG_VERSION");
    let module = metadata.name.replace('-', "_");
    let mut files = module_files(&source, &module)?;
    let script = fs::read(out.join("npm/anywidget.js"))?;
    files.insert(format!("{module}/anywidget.js"), script);
    let described = format!("{module}-{version}.dist-info");
    let readme = fs::read_to_string(source.join(&metadata.readme))?;
    let license = fs::read(project.root.join("LICENSE"))?;
    for (name, content) in [
        ("METADATA", metadata.text(version, &readme).into_bytes()),
        ("WHEEL", wheel_text().into_bytes()),
        ("licenses/LICENSE", license),
        ("licenses/THIRD-PARTY.txt", notices.as_bytes().to_vec()),
    ] {
        files.insert(format!("{described}/{name}"), content);
    }
    let record = format!("{described}/RECORD");
    let text = record_text(&files, &record);
    let path = out.join(format!("{module}-{version}-py3-none-any.whl"));
    // The list of all files comes last, as the format advises.
    let last = (record, text.into_bytes());
    archive(&path, files.into_iter().chain([last])).with_context(|| format!("{}", path.display()))
}

/// Reads the files of the module, without what Python leaves beside them.
fn module_files(source: &Path, module: &str) -> Result<Files> {
    let mut paths = listing(&source.join(module))?;
    paths.retain(|path| !has_extension(path, &["pyc"]));
    let read =
        |path: &std::path::PathBuf| Ok((slashes(path.strip_prefix(source)?), fs::read(path)?));
    paths.iter().map(read).collect()
}

impl Metadata {
    /// Returns the core metadata, with the description below.
    fn text(&self, version: &str, readme: &str) -> String {
        let one = [
            ("Metadata-Version", "2.4"),
            ("Name", &self.name),
            ("Version", version),
            ("Summary", &self.description),
            ("Keywords", &self.keywords.join(",")),
            ("License-Expression", &self.license),
            ("Requires-Python", &self.requires_python),
            ("Description-Content-Type", "text/markdown"),
        ]
        .map(|(name, value)| format!("{name}: {value}\n"));
        let many = [
            ("License-File", &self.license_files),
            ("Classifier", &self.classifiers),
            ("Requires-Dist", &self.dependencies),
        ];
        let lines = many.into_iter().flat_map(|(name, values)| {
            let line = move |value| format!("{name}: {value}\n");
            values.iter().map(line)
        });
        let lines: String = one.into_iter().chain(lines).collect();
        format!("{lines}\n{readme}")
    }
}

fn wheel_text() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "Wheel-Version: 1.0\nGenerator: interleave {version}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
}

/// Returns the list of all files with their digests and sizes; its own are not in it.
fn record_text(files: &Files, record: &str) -> String {
    let line = |(name, content): (&String, &Vec<u8>)| {
        let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(content));
        format!("{name},sha256={digest},{}\n", content.len())
    };
    let lines: String = files.iter().map(line).collect();
    format!("{lines}{record},,\n")
}

fn archive(path: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(File::create(path)?);
    for (name, content) in files {
        archive.start_file(name, options)?;
        archive.write_all(&content)?;
    }
    archive.finish()?;
    Ok(())
}
