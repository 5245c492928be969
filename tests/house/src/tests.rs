//! The bounds within which the sources stay, and what the measure itself must see.
//!
//! The bounds have no exceptions.

use std::sync::OnceLock;

use super::arrows::{Arrows, of_crates, of_page};
use super::checkout::Checkout;
use super::circles::{Circle, circles};
use super::command::ours;
use super::edit_way;
use super::report::LINES_MAX;
use super::rust_file;
use super::sources::{Source, folder_of};
use super::typescript;

/// The largest circle that the runtime may have: asyncio's loop, tasks, futures and timers know
/// each other.
const RUNTIME_CIRCLE_MAX: usize = 8;

/// A folder of more files is no longer seen at a glance.
const FOLDER_FILES_MAX: usize = 24;

/// The programs of lessons: one file each, as many as there are lessons.
const PROGRAMS: &str = "src/lessons/programs";

fn checkout() -> &'static Checkout {
    static CHECKOUT: OnceLock<Checkout> = OnceLock::new();
    CHECKOUT.get_or_init(|| Checkout::read(ours()).expect("all sources are read"))
}

// ---- the bounds

#[test]
fn no_circle_of_files_crosses_folders() {
    let circles = circles(&checkout().arrows);
    let crossing = circles.iter().filter(|circle| circle.crosses_folders());
    let crossing: Vec<_> = crossing.map(|circle| &circle.files).collect();
    assert!(crossing.is_empty(), "{crossing:#?}");
}

#[test]
fn the_circle_of_the_runtime_is_no_larger_than_it_must_be() {
    let circles = circles(&checkout().arrows);
    let is_runtime = |circle: &&Circle| {
        circle
            .files
            .iter()
            .any(|path| path.starts_with("src/runtime/"))
    };
    let largest = circles.iter().find(is_runtime);
    let files = largest.map(|circle| &circle.files);
    let files = files.expect("asyncio's loop and its tasks know each other");
    assert!(
        files.len() <= RUNTIME_CIRCLE_MAX,
        "{} files: {files:#?}",
        files.len()
    );
}

#[test]
fn no_function_is_long() {
    let long = checkout()
        .functions
        .iter()
        .filter(|function| function.lines > LINES_MAX);
    let long: Vec<_> = long
        .map(|function| (&function.name, &function.file, function.lines))
        .collect();
    assert!(long.is_empty(), "over {LINES_MAX} lines: {long:#?}");
}

#[test]
fn a_folder_is_seen_at_a_glance() {
    let mut counts = std::collections::BTreeMap::new();
    for source in &checkout().sources {
        *counts.entry(folder_of(&source.path)).or_insert(0) += 1;
    }
    counts.retain(|folder, count| *count > FOLDER_FILES_MAX && *folder != PROGRAMS);
    assert!(
        counts.is_empty(),
        "folders with too many files: {counts:#?}"
    );
}

#[test]
fn each_hop_of_an_edit_is_a_function() {
    let way = edit_way::read(&ours().join(edit_way::FILE)).expect("the list is read");
    let hops = edit_way::looked_up(&way, &checkout().functions);
    assert!(hops.expect("each hop is found").len() > 1);
}

// ---- the measure

fn sources(files: &[(&str, &str)]) -> Vec<Source> {
    let sources = files
        .iter()
        .map(|(path, text)| Source::new(path, text).expect("it counts"));
    sources.collect()
}

fn rust(files: &[(&str, &str)]) -> Vec<Arrows> {
    let mut sources = sources(files);
    of_crates(&rust_file::read_all(&mut sources).expect("it is Rust"))
}

fn lists(arrows: &Arrows) -> Vec<String> {
    let arrows = arrows.all.iter();
    arrows.map(|(from, to)| format!("{from} -> {to}")).collect()
}

#[test]
fn a_name_leads_to_the_file_that_defines_it() {
    let arrows = rust(&[
        ("a/src/lib.rs", "mod inner; mod user; pub use inner::*;"),
        (
            "a/src/inner/mod.rs",
            "mod one; mod two; pub use one::One as First; pub(crate) use two::two;",
        ),
        ("a/src/inner/one.rs", "pub struct One;"),
        (
            "a/src/inner/two.rs",
            "pub fn two() -> super::First { vec![crate::user::NUMBER]; todo() }",
        ),
        (
            "a/src/user.rs",
            "use crate::First; pub const NUMBER: u8 = 1; fn go() { crate::inner::two(); }",
        ),
    ]);
    let expected = [
        "a/src/inner/two.rs -> a/src/inner/one.rs",
        "a/src/inner/two.rs -> a/src/user.rs",
        "a/src/user.rs -> a/src/inner/one.rs",
        "a/src/user.rs -> a/src/inner/two.rs",
    ];
    assert_eq!(lists(&arrows[0]), expected);
    let circles = circles(&arrows);
    assert_eq!(circles.len(), 1);
    assert_eq!(
        circles[0].files.iter().collect::<Vec<_>>(),
        ["a/src/inner/two.rs", "a/src/user.rs"]
    );
    assert!(circles[0].crosses_folders());
}

#[test]
fn tests_do_not_count() {
    let mut sources = sources(&[
        ("a/src/lib.rs", "mod one;\n#[cfg(test)]\nmod checks;\n"),
        ("a/src/checks.rs", "use crate::one::One;\n"),
        (
            "a/src/one.rs",
            "pub struct One;\n\n#[cfg(test)]\nmod tests {\n    fn long() {}\n}\n",
        ),
    ]);
    let files = rust_file::read_all(&mut sources).expect("it is Rust");
    assert_eq!(files.iter().flat_map(|file| file.functions()).count(), 0);
    let lines = sources
        .iter()
        .map(|source| (source.path.as_str(), source.lines().all));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [("a/src/lib.rs", 1), ("a/src/one.rs", 2)]
    );
}

#[test]
fn functions_have_their_owners_name() {
    let mut sources = sources(&[
        (
            "a/src/lib.rs",
            "/// Doc.\nfn free() {}\nimpl Run {\n    fn turn(\n    ) {\n    }\n}\n",
        ),
        (
            "www/player.ts",
            "class Player {\n  #go() {\n    x(() => 1);\n  }\n}\nconst free = () => 1;\n",
        ),
    ]);
    let rust = rust_file::read_all(&mut sources).expect("it is Rust");
    let page = typescript::read_all(&sources).expect("it is TypeScript");
    let functions = rust.iter().flat_map(|file| file.functions());
    let functions = functions.chain(page.iter().flat_map(|file| file.functions()));
    let measured: Vec<_> = functions
        .map(|function| (function.name, function.lines))
        .collect();
    let expected = [
        ("free", 1),
        ("Run::turn", 3),
        ("Player.#go", 3),
        ("(no name)", 1),
        ("free", 1),
    ];
    assert_eq!(
        measured,
        expected.map(|(name, lines)| (name.to_owned(), lines))
    );
}

#[test]
fn a_circle_by_types_is_told_from_one_by_values() {
    let sources = sources(&[
        (
            "www/one.ts",
            "import { type Two } from \"./two.ts\";\nimport { three } from \"./sub/three.ts\";",
        ),
        ("www/two.ts", "import type { One } from \"./one.ts\";"),
        (
            "www/sub/three.ts",
            "export { one } from \"../one.ts\";\nimport(\"./pkg/made.js\");",
        ),
    ]);
    let files = typescript::read_all(&sources).expect("it is TypeScript");
    let circles = circles(&[of_page(&files)]);
    assert_eq!(circles.len(), 1);
    assert_eq!((circles[0].files.len(), circles[0].by_values), (3, 2));
}
