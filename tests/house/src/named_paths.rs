//! All paths that a module's code names: in `use` lines, in types and expressions, inside macros.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, Path, Visibility};

use super::use_leaves::{flatten, hands_on};

/// Lists the paths that items name, but for those of modules inside of them.
///
/// A `pub use` names nothing here: it hands on, and the file that says the name names its file.
pub(super) fn named_paths(items: &[Item]) -> Vec<Vec<String>> {
    let mut named = NamedPaths::default();
    items.iter().for_each(|item| named.visit_item(item));
    named.paths.sort();
    named.paths.dedup();
    named.paths
}

#[derive(Default)]
struct NamedPaths {
    paths: Vec<Vec<String>>,
}

impl NamedPaths {
    /// Takes paths out of a macro's arguments, which may be anything. A word alone counts if it may
    /// be a type or a constant; others are mostly variables.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.end(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        let is_upper = |word: &String| word.starts_with(char::is_uppercase);
        if path.len() > 1 || path.first().is_some_and(is_upper) {
            self.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for NamedPaths {
    fn visit_item_use(&mut self, import: &'ast ItemUse) {
        if import.leading_colon.is_some() || hands_on(&import.vis) {
            return;
        }
        let mut leaves = Vec::new();
        flatten(&import.tree, &mut Vec::new(), &mut leaves);
        self.paths.extend(leaves.into_iter().map(|leaf| leaf.path));
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let segments = path.segments.iter();
            let words = segments.map(|segment| segment.ident.to_string());
            self.paths.push(words.collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
