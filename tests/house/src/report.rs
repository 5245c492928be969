//! The tables of `docs/house.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::checkout::Checkout;
use super::circles::{Circle, circles};
use super::edit_way::{Does, Hop};
use super::function::Function;
use super::sources::{Language, Lines, Source, folder_of};

/// Functions of more lines are listed.
const LISTED_LINES: usize = 50;

/// No function should have more lines.
pub(super) const LINES_MAX: usize = 60;

/// Writes all tables.
pub(super) fn markdown(checkout: &Checkout, hops: &[Hop]) -> String {
    [
        totals(&checkout.sources),
        rooms(&checkout.sources),
        functions(&checkout.functions),
        circle_rows(&circles(&checkout.arrows)),
        way(hops),
    ]
    .join("\n")
}

/// Some files, counted together.
#[derive(Default)]
struct Count {
    files: usize,
    lines: Lines,
}

impl Count {
    fn of<'a>(sources: impl Iterator<Item = &'a Source>) -> Self {
        sources.fold(Self::default(), |mut count, source| {
            let lines = source.lines();
            count.files += 1;
            count.lines.all += lines.all;
            count.lines.comments += lines.comments;
            count.lines.blanks += lines.blanks;
            count
        })
    }

    fn row(&self, name: &str) -> String {
        let Lines {
            all,
            comments,
            blanks,
        } = self.lines;
        let code = all - comments - blanks;
        format!(
            "| {name} | {} | {all} | {code} | {comments} | {blanks} |\n",
            self.files
        )
    }
}

fn head(first: &str) -> String {
    format!("| {first} | files | lines | code | comments | blank |\n|---|--:|--:|--:|--:|--:|\n")
}

fn totals(sources: &[Source]) -> String {
    let of = |language| Count::of(sources.iter().filter(move |source| source.is(language)));
    let below = |folder: &'static str| {
        let is_below = move |source: &&Source| source.path.starts_with(folder);
        Count::of(sources.iter().filter(is_below))
    };
    [
        "### Lines without tests\n\n".to_owned(),
        head("what"),
        of(Language::Rust).row("Rust"),
        of(Language::TypeScript).row("TypeScript"),
        of(Language::Python).row("Python"),
        below("src/").row("in `src`"),
        below("crates/").row("in `crates`"),
        below("www/").row("in `www`"),
        below("xtask/").row("in `xtask`"),
        Count::of(sources.iter()).row("**all**"),
    ]
    .concat()
}

fn rooms(sources: &[Source]) -> String {
    let mut rooms: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
    for source in sources {
        rooms
            .entry(folder_of(&source.path))
            .or_default()
            .push(source);
    }
    let mut text = format!("### Rooms\n\n{}", head("room"));
    for (room, sources) in rooms {
        text += &Count::of(sources.into_iter()).row(&format!("`{room}`"));
    }
    text
}

fn functions(functions: &[Function]) -> String {
    let over = |limit| {
        functions
            .iter()
            .filter(move |function| function.lines > limit)
    };
    let mut text = format!(
        "### Longest functions\n\n{} functions; {} over {LISTED_LINES} lines, {} over {LINES_MAX}.\n\n\
         | function | file | lines |\n|---|---|--:|\n",
        functions.len(),
        over(LISTED_LINES).count(),
        over(LINES_MAX).count(),
    );
    for Function { file, name, lines } in over(LISTED_LINES) {
        let _ = writeln!(text, "| `{name}` | `{file}` | {lines} |");
    }
    text
}

fn circle_rows(circles: &[Circle]) -> String {
    let crossing = circles
        .iter()
        .filter(|circle| circle.crosses_folders())
        .count();
    let mut text = format!(
        "### Circles of files\n\n{} circles, {crossing} of them across folders.\n\n\
         | files | without types | room | names |\n|--:|--:|---|---|\n",
        circles.len(),
    );
    for circle in circles {
        let folders: Vec<_> = circle
            .folders()
            .into_iter()
            .map(|name| format!("`{name}`"))
            .collect();
        let names = circle
            .files
            .iter()
            .map(|path| name_in(path, &circle.folders()));
        let names: Vec<_> = names.collect();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            circle.files.len(),
            circle.by_values,
            folders.join(", "),
            names.join(", ")
        );
    }
    text
}

/// Shortens a path where all files are in one folder.
fn name_in<'a>(path: &'a str, folders: &BTreeSet<&str>) -> &'a str {
    match folders.len() {
        1 => path.rsplit('/').next().unwrap_or(path),
        _ => path,
    }
}

fn way(hops: &[Hop]) -> String {
    let count = |does| hops.iter().filter(|hop| hop.does == Some(does)).count();
    let mut text = format!(
        "### Hops of an edit\n\n{} hops, {} checks of the values, {} renders.\n\n",
        hops.len(),
        count(Does::Checks),
        count(Does::Renders),
    );
    for (number, hop) in hops.iter().enumerate() {
        let does = match hop.does {
            Some(Does::Checks) => ": checks",
            Some(Does::Renders) => ": renders",
            None => "",
        };
        let Hop { file, function, .. } = hop;
        let _ = writeln!(text, "{}. `{function}` in `{file}`{does}", number + 1);
    }
    text
}
