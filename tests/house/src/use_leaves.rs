//! The names that a `use` brings, one by one.

use syn::{UseTree, Visibility};

/// One name of a `use`: its path, and what it is called here; a glob has no name.
pub(super) struct Leaf {
    pub(super) path: Vec<String>,
    pub(super) name: Option<String>,
}

/// Lists the leaves of a `use`.
pub(super) fn flatten(tree: &UseTree, before: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Group(group) => {
            let trees = group.items.iter();
            trees.for_each(|tree| flatten(tree, before, leaves));
        }
        UseTree::Name(name) => leaves.push(leaf(before, &name.ident, None)),
        UseTree::Rename(name) => leaves.push(leaf(before, &name.ident, Some(&name.rename))),
        UseTree::Glob(_) => leaves.push(Leaf {
            path: before.clone(),
            name: None,
        }),
    }
}

fn leaf(before: &[String], ident: &syn::Ident, rename: Option<&syn::Ident>) -> Leaf {
    let mut path = before.to_vec();
    // `use a::b::{self}` names `a::b`.
    if ident != "self" || path.is_empty() {
        path.push(ident.to_string());
    }
    let name = rename
        .map(ToString::to_string)
        .or_else(|| path.last().cloned());
    Leaf { path, name }
}

/// Says whether a `use` only hands names on to others.
pub(super) fn hands_on(visibility: &Visibility) -> bool {
    !matches!(visibility, Visibility::Inherited)
}
