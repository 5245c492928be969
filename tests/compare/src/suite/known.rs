//! Which tests are known not to pass, and why: `tests/compare/suite/known.txt`.

use std::path::Path;
use std::{fs, mem};

use anyhow::{Context, Result, bail};

/// What a test that does not pass says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its subject is not here: files, processes, what CPython's C code has inside.
    Absent,
    /// It asks for what 3.13 does, and 3.14 does otherwise, as is here.
    Newer,
    /// Its subject is here, and does otherwise.
    Differs,
}

/// Tests that are known not to pass for one reason.
#[derive(Clone, Debug)]
struct Reason {
    kind: Kind,
    text: String,
    /// Modules, and patterns for the names of their tests.
    tests: Vec<(String, String)>,
}

/// The tests that are known not to pass.
#[derive(Clone, Debug, Default)]
pub struct Known {
    reasons: Vec<Reason>,
}

impl Known {
    /// Reads the list; `root` is the folder of the checkout.
    ///
    /// # Errors
    /// When the list cannot be read, or a line of it means nothing.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join("tests/compare/suite/known.txt");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        let mut known = Self::default();
        for line in text.lines() {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if line.starts_with(' ') {
                let reason = known.reasons.last_mut();
                let test = words.split_once(' ');
                let (Some(reason), Some((module, pattern))) = (reason, test) else {
                    bail!("a module and a pattern, below a reason: {words}");
                };
                reason.tests.push((module.to_owned(), pattern.to_owned()));
                continue;
            }
            let (kind, text) = match words.split_once(": ") {
                Some(("absent", text)) => (Kind::Absent, text.to_owned()),
                Some(("newer", text)) => (Kind::Newer, text.to_owned()),
                Some(("differs", text)) => (Kind::Differs, text.to_owned()),
                _ => bail!("`absent: `, `newer: ` or `differs: `, and a reason: {words}"),
            };
            known.reasons.push(Reason {
                kind,
                text,
                tests: Vec::new(),
            });
        }
        Ok(known)
    }

    /// Returns why a test of a module is known not to pass, if it is.
    #[must_use]
    pub fn reason(&self, module: &str, test: &str) -> Option<(Kind, &str)> {
        let is_named = |(named, pattern): &(String, String)| {
            named == module && matches(pattern.as_bytes(), test.as_bytes())
        };
        let reason = self
            .reasons
            .iter()
            .find(|it| it.tests.iter().any(is_named))?;
        Some((reason.kind, &reason.text))
    }
}

/// Returns whether a name is like a pattern, in which `*` stands for any characters.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let mut possible = vec![false; name.len() + 1];
    possible[0] = true;
    for byte in pattern {
        let before = mem::replace(&mut possible, vec![false; name.len() + 1]);
        for end in 0..=name.len() {
            possible[end] = match byte {
                b'*' => before[end] || end > 0 && possible[end - 1],
                _ => end > 0 && before[end - 1] && name[end - 1] == *byte,
            };
        }
    }
    possible[name.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_found_by_pattern() -> Result<()> {
        let known = Known::parse(
            "# why\nabsent: no files\n  test_a A.*file*\n\ndiffers: words\n  test_b B.test_x\n",
        )?;
        assert_eq!(
            known.reason("test_a", "A.test_files"),
            Some((Kind::Absent, "no files"))
        );
        assert_eq!(
            known.reason("test_b", "B.test_x"),
            Some((Kind::Differs, "words"))
        );
        assert_eq!(known.reason("test_b", "B.test_xy"), None);
        assert_eq!(known.reason("test_b", "A.test_files"), None);
        Ok(())
    }
}
