//! Rust files, parsed: their items without tests, and their functions.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Meta};

use super::function::Function;
use super::place::Place;
use super::sources::{Language, Source};

/// A file without its tests.
pub(super) struct RustFile {
    pub(super) path: String,
    pub(super) items: Vec<Item>,
}

/// Parses all Rust files, tells each source where its tests are, and leaves out files of tests.
///
/// # Errors
/// When a file is no Rust.
pub(super) fn read_all(sources: &mut Vec<Source>) -> Result<Vec<RustFile>> {
    let mut files = BTreeMap::new();
    let mut test_files = Vec::new();
    for source in sources
        .iter_mut()
        .filter(|source| source.is(Language::Rust))
    {
        let parsed = syn::parse_file(&source.text);
        let mut items = parsed
            .with_context(|| format!("parsing {}", source.path))?
            .items;
        let mut tests = Tests::default();
        tests.take_out(&mut items);
        source.tests = tests.lines;
        let place = Place::of_file(&source.path);
        test_files.extend(tests.modules.iter().flat_map(|name| place.files_of(name)));
        let path = source.path.clone();
        files.insert(path.clone(), RustFile { path, items });
    }
    for path in &test_files {
        files.remove(path);
    }
    sources.retain(|source| !test_files.contains(&source.path));
    Ok(files.into_values().collect())
}

impl RustFile {
    /// Lists the functions that have a body. Those inside of a macro's braces are not seen.
    pub(super) fn functions(&self) -> Vec<Function> {
        let mut functions = Functions {
            file: &self.path,
            owner: String::new(),
            found: Vec::new(),
        };
        self.items
            .iter()
            .for_each(|item| functions.visit_item(item));
        functions.found
    }
}

/// What is taken out of a file because it is there for tests only.
#[derive(Default)]
struct Tests {
    lines: Vec<Range<usize>>,
    /// Modules of tests that have a file of their own.
    modules: Vec<String>,
}

impl Tests {
    fn take_out(&mut self, items: &mut Vec<Item>) {
        items.retain(|item| !self.takes(attributes(item), item));
        for item in items {
            match item {
                Item::Mod(module) => {
                    if let Some((_, items)) = &mut module.content {
                        self.take_out(items);
                    }
                }
                Item::Impl(block) => block.items.retain(|item| match item {
                    ImplItem::Fn(function) => !self.takes_lines(&function.attrs, function),
                    _ => true,
                }),
                _ => {}
            }
        }
    }

    fn takes(&mut self, attributes: &[Attribute], item: &Item) -> bool {
        let takes = self.takes_lines(attributes, item);
        match item {
            Item::Mod(module) if takes && module.content.is_none() => {
                self.modules.push(module.ident.to_string());
            }
            _ => {}
        }
        takes
    }

    fn takes_lines(&mut self, attributes: &[Attribute], item: &impl Spanned) -> bool {
        let takes = attributes.iter().any(is_for_tests);
        if takes {
            let span = item.span();
            self.lines.push(span.start().line - 1..span.end().line);
        }
        takes
    }
}

/// Says whether an attribute is `#[test]`, `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    let path = attribute.path();
    if path.is_ident("test") {
        return true;
    }
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let condition = list.tokens.to_string().replace(' ', "");
    let words = condition.strip_prefix("all(").unwrap_or(&condition);
    path.is_ident("cfg") && words.split([',', ')']).any(|word| word == "test")
}

/// Returns the attributes of the items that may be there for tests only.
fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

struct Functions<'a> {
    file: &'a str,
    /// The type whose functions are listed, with `::` behind it.
    owner: String,
    found: Vec<Function>,
}

impl Functions<'_> {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.span().start().line;
        let last = block.brace_token.span.close().end().line;
        self.found.push(Function {
            file: self.file.to_owned(),
            name: format!("{}{}", self.owner, signature.ident),
            lines: last + 1 - first,
        });
    }

    fn within(&mut self, owner: String, list: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.owner, owner);
        list(self);
        self.owner = before;
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        self.within(String::new(), |list| visit::visit_item_fn(list, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_item_impl(&mut self, block: &'ast syn::ItemImpl) {
        let owner = match &*block.self_ty {
            syn::Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let owner = owner.map_or(String::new(), |segment| format!("{}::", segment.ident));
        self.within(owner, |list| visit::visit_item_impl(list, block));
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        let owner = format!("{}::", item.ident);
        self.within(owner, |list| visit::visit_item_trait(list, item));
    }
}
