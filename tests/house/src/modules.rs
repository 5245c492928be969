//! The modules of a crate: which file each is in, and which names it has.

use std::collections::BTreeMap;

use syn::{Item, ItemMod, Meta};

use super::place::Place;
use super::rust_file::RustFile;
use super::sources::joined;
use super::use_leaves::{Leaf, flatten};

/// A crate's modules; the first is its root.
pub(super) struct Crate<'a> {
    pub(super) modules: Vec<Module<'a>>,
}

/// A module, in a file of its own or inside of another's.
pub(super) struct Module<'a> {
    pub(super) file: &'a str,
    pub(super) parent: Option<usize>,
    pub(super) items: &'a [Item],
    pub(super) names: BTreeMap<String, Vec<Name>>,
    /// The modules and enums of which all names are imported.
    pub(super) globs: Vec<Vec<String>>,
}

/// What a name in a module stands for.
#[derive(Clone)]
pub(super) enum Name {
    /// Something that the module's file defines.
    Item,
    Module(usize),
    Import(Vec<String>),
}

impl<'a> Crate<'a> {
    /// Follows the `mod` lines from a crate's root file.
    pub(super) fn of_root(root: &'a RustFile, files: &'a [RustFile]) -> Self {
        let mut found = Self {
            modules: Vec::new(),
        };
        found.add(
            &root.path,
            &root.items,
            &Place::of_file(&root.path),
            None,
            files,
        );
        found
    }

    fn add(
        &mut self,
        file: &'a str,
        items: &'a [Item],
        place: &Place,
        parent: Option<usize>,
        files: &'a [RustFile],
    ) -> usize {
        let number = self.modules.len();
        self.modules.push(Module {
            file,
            parent,
            items,
            names: BTreeMap::new(),
            globs: Vec::new(),
        });
        for item in items {
            match item {
                Item::Mod(child) => self.add_child(number, child, place, files),
                Item::Use(import) => {
                    let module = &mut self.modules[number];
                    let mut leaves = Vec::new();
                    flatten(&import.tree, &mut Vec::new(), &mut leaves);
                    leaves.into_iter().for_each(|leaf| module.import(leaf));
                }
                _ => {
                    if let Some(name) = name_of(item) {
                        self.modules[number].name(name, Name::Item);
                    }
                }
            }
        }
        number
    }

    fn add_child(
        &mut self,
        parent: usize,
        child: &'a ItemMod,
        place: &Place,
        files: &'a [RustFile],
    ) {
        let name = child.ident.to_string();
        let number = match &child.content {
            Some((_, items)) => {
                let file = self.modules[parent].file;
                Some(self.add(file, items, &place.within(&name), Some(parent), files))
            }
            None => file_of(child, place, files).map(|file| {
                let place = Place::of_file(&file.path);
                self.add(&file.path, &file.items, &place, Some(parent), files)
            }),
        };
        if let Some(number) = number {
            self.modules[parent].name(name, Name::Module(number));
        }
    }
}

impl Module<'_> {
    fn name(&mut self, name: String, stands_for: Name) {
        self.names.entry(name).or_default().push(stands_for);
    }

    fn import(&mut self, leaf: Leaf) {
        match leaf.name {
            Some(name) => self.name(name, Name::Import(leaf.path)),
            None => self.globs.push(leaf.path),
        }
    }
}

/// Says whether a file only declares modules and re-exports: a table of contents.
pub(super) fn is_contents(file: &RustFile) -> bool {
    file.items.iter().all(|item| match item {
        Item::Mod(module) => module.content.is_none(),
        Item::Use(_) | Item::ExternCrate(_) => true,
        _ => false,
    })
}

fn file_of<'a>(module: &ItemMod, place: &Place, files: &'a [RustFile]) -> Option<&'a RustFile> {
    let paths = match path_attribute(module) {
        Some(path) => vec![joined(&place.own, &path)],
        None => place.files_of(&module.ident.to_string()).to_vec(),
    };
    files.iter().find(|file| paths.contains(&file.path))
}

/// Returns the text of `#[path = "…"]`.
fn path_attribute(module: &ItemMod) -> Option<String> {
    let attribute = module
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("path"))?;
    match &attribute.meta {
        Meta::NameValue(pair) => match &pair.value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}
