//! Circles of files: each file of one leads to each other of it.

use std::collections::{BTreeMap, BTreeSet};

use super::arrows::Arrows;
use super::sources::folder_of;

/// Files of which each names each other, directly or through others of them.
pub(super) struct Circle {
    pub(super) files: BTreeSet<String>,
    /// How many of them are still in one circle when imports of types are taken away.
    pub(super) by_values: usize,
}

impl Circle {
    /// Returns the folders in which the files are.
    pub(super) fn folders(&self) -> BTreeSet<&str> {
        self.files.iter().map(|path| folder_of(path)).collect()
    }

    /// Says whether its files are in more than one folder.
    pub(super) fn crosses_folders(&self) -> bool {
        self.folders().len() > 1
    }
}

/// Lists all circles, the largest first.
pub(super) fn circles(arrows: &[Arrows]) -> Vec<Circle> {
    let mut circles: Vec<_> = arrows.iter().flat_map(circles_among).collect();
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.files.len()));
    circles
}

fn circles_among(arrows: &Arrows) -> Vec<Circle> {
    let values = components(&arrows.values);
    let circles = components(&arrows.all).into_iter().map(|files| {
        let within = values.iter().filter(|some| some.is_subset(&files));
        let by_values = within.map(BTreeSet::len).max().unwrap_or(0);
        Circle { files, by_values }
    });
    circles.collect()
}

type Files<'a> = BTreeSet<&'a String>;

/// Returns the strongly connected components of more than one file.
fn components(arrows: &BTreeSet<(String, String)>) -> Vec<BTreeSet<String>> {
    let mut next: BTreeMap<&String, Files<'_>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().insert(to);
    }
    let reached: BTreeMap<_, _> = next
        .keys()
        .map(|from| (*from, reach(from, &next)))
        .collect();
    let mut seen = Files::new();
    let mut found = Vec::new();
    for (from, to) in &reached {
        let leads_back =
            |other: &&&String| reached.get(**other).is_some_and(|to| to.contains(from));
        let files: Files<'_> = to.iter().filter(leads_back).copied().collect();
        if files.len() > 1 && seen.insert(from) {
            seen.extend(&files);
            found.push(files.into_iter().cloned().collect());
        }
    }
    found
}

/// Returns all files to which a file leads.
fn reach<'a>(from: &'a String, next: &BTreeMap<&'a String, Files<'a>>) -> Files<'a> {
    let mut reached = Files::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        let others = next.get(file).into_iter().flatten();
        open.extend(others.filter(|other| reached.insert(other)));
    }
    reached
}
