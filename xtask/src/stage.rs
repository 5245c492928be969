//! A stage of the build: it runs, or finds that it has nothing to do, and prints one line.
//!
//! The lines go to stderr: the stdout of `cargo xtask serve` belongs to the command it serves with.
//! Whether a stage has something to do is told by content, never by time: a checkout or a branch change
//! touches files without changing them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

/// What a stage left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The stage did its work.
    Made,
    /// The inputs are those of the last time, so the outputs were left as they are.
    Unchanged,
}

/// Runs one stage of the build and prints its name, its duration and whether it did anything.
pub(crate) fn stage(name: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
    let start = Instant::now();
    let outcome = work().with_context(|| format!("{name} failed"))?;
    let note = match outcome {
        Outcome::Made => "",
        Outcome::Unchanged => "  unchanged",
    };
    eprintln!("{name:<12}{:>7.1} s{note}", start.elapsed().as_secs_f64());
    Ok(())
}

/// Digests the parts into a short word.
///
/// Another Rust release may digest differently; then the work is done once more.
pub(crate) fn digest<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        part.as_ref().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Does the work unless the stamp says it was done for this digest and all outputs are still there.
///
/// The stamp is written after the work, so work that failed is tried again.
pub(crate) fn unless_done(
    stamp: &Path,
    digest: &str,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<()>,
) -> Result<Outcome> {
    let done = fs::read_to_string(stamp).is_ok_and(|written| written == digest);
    if done && outputs.iter().all(|output| output.exists()) {
        return Ok(Outcome::Unchanged);
    }
    work()?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, digest)?;
    Ok(Outcome::Made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_where_one_part_ends() {
        let digest_of = |parts: &[&str]| digest(parts.iter().map(|part| part.as_bytes()));
        assert_ne!(digest_of(&["ab", "c"]), digest_of(&["a", "bc"]));
        assert_eq!(digest_of(&["ab", "c"]), digest_of(&["ab", "c"]));
    }

    #[test]
    fn work_is_done_once_for_one_digest_and_again_when_its_output_is_gone() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        let (stamp, output) = (folder.join("stamp"), folder.join("output"));
        let mut done = 0;
        let mut ask = |digest: &str| {
            unless_done(&stamp, digest, std::slice::from_ref(&output), || {
                done += 1;
                fs::create_dir_all(&folder)?;
                Ok(fs::write(&output, digest)?)
            })
        };
        ask("one")?;
        ask("one")?;
        ask("two")?;
        fs::remove_file(&output)?;
        ask("two")?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(done, 3);
        Ok(())
    }
}
