//! How programs end: what their names hold is finalized, and what ends at once is not.
//!
//! What each program of `tests/endings` prints was said by CPython 3.13. It is not among those that
//! `tests/compare` runs: there many programs share a process, which does not end with one of them.

use std::fs;
use std::path::Path;

use crate::command::{Said, interleave};

#[test]
fn programs_end_as_under_cpython() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/endings");
    let mut programs = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let program = entry.unwrap().path();
        if program
            .extension()
            .is_none_or(|extension| extension != "py")
        {
            continue;
        }
        let expected = fs::read_to_string(program.with_extension("out")).unwrap();
        let said: Said = interleave("run").arg(&program).output().unwrap().into();
        let printed = said.out.rsplit_once("Wall time:");
        let printed = printed.map_or(said.out.as_str(), |(printed, _)| printed);
        assert_eq!(printed, expected, "{}: {}", program.display(), said.err);
        let code = match program.file_stem().and_then(|stem| stem.to_str()) {
            Some("ended_at_once") => 3,
            Some("finalized_after_an_error" | "hook_for_errors") => 1,
            _ => 0,
        };
        assert_eq!(said.code, code, "{}", program.display());
        programs += 1;
    }
    assert_eq!(programs, 7);
}
