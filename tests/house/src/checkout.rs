//! The sources of a checkout, with what is found in them.

use std::cmp::Reverse;
use std::path::Path;

use anyhow::Result;

use super::arrows::{self, Arrows};
use super::function::Function;
use super::rust_file::{self, RustFile};
use super::sources::{self, Source};
use super::typescript::{self, TypeScriptFile};

/// The sources of a checkout, parsed, without their tests.
pub(super) struct Checkout {
    pub(super) sources: Vec<Source>,
    pub(super) functions: Vec<Function>,
    pub(super) arrows: Vec<Arrows>,
}

impl Checkout {
    /// Reads the sources below a checkout's root.
    ///
    /// # Errors
    /// When one cannot be read or parsed.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut sources = sources::read(root)?;
        let rust = rust_file::read_all(&mut sources)?;
        let typescript = typescript::read_all(&sources)?;
        let functions = rust.iter().flat_map(RustFile::functions);
        let functions = functions.chain(typescript.iter().flat_map(TypeScriptFile::functions));
        let mut functions: Vec<_> = functions.collect();
        functions.sort_by_key(|function| Reverse(function.lines));
        let mut arrows = arrows::of_crates(&rust);
        arrows.push(arrows::of_page(&typescript));
        Ok(Self {
            sources,
            functions,
            arrows,
        })
    }
}
