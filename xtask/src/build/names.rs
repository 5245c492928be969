//! What files are called in the site: nearly all have a digest of their content in their names, or in that of
//! their folder. So a browser may keep them for good, and no page gets a part of another version.
//!
//! The languages and the lessons are a folder each, since a list of their digests would weigh a kilobyte in
//! each first view.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What pages of other origins, or a reader, name: it has the same name for ever.
const ENTRIES: [&str; 4] = ["index.html", "embed.html", "define.js", "interleave.py"];

/// The letters of a digest: those that esbuild takes for the chunks.
const LETTERS: [u8; 32] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Eight of them are forty bits.
const LENGTH: usize = 8;

/// Says whether the name of a file right in the site stays as it is: that of an entry, or one that esbuild has
/// given a digest.
pub(super) fn is_final(name: &str) -> bool {
    ENTRIES.contains(&name) || has_digest(name)
}

/// Says whether there is a digest in a path: after a dash, and before the first dot or the end of a name.
pub(crate) fn has_digest(path: &str) -> bool {
    path.split('/').any(|part| {
        let stem = part.split('.').next().unwrap_or(part);
        let end = stem.rsplit_once('-').map_or("", |(_, end)| end);
        end.len() == LENGTH && end.bytes().all(|letter| LETTERS.contains(&letter))
    })
}

/// Returns a name, or a path, with a digest: before the first dot or the first slash.
pub(crate) fn with_digest(name: &str, digest: &str) -> String {
    let end = name.find(['.', '/']).unwrap_or(name.len());
    let (stem, rest) = name.split_at(end);
    format!("{stem}-{digest}{rest}")
}

/// Returns the digest in a file's name, if without it the file is called so.
pub(super) fn digest_in<'a>(file: &'a str, name: &str) -> Option<&'a str> {
    let (stem, extension) = name.split_once('.')?;
    let digest = file.strip_prefix(stem)?.strip_prefix('-')?;
    let digest = digest.strip_suffix(extension)?.strip_suffix('.')?;
    (digest.len() == LENGTH && has_digest(file)).then_some(digest)
}

/// Digests the content of a file.
pub(crate) fn digest_of(content: &[u8]) -> String {
    letters(&Sha256::digest(content))
}

/// Digests the content of a folder: the names of its files, and what is in them.
pub(super) fn digest_of_all(files: &BTreeMap<impl AsRef<Path>, Vec<u8>>) -> String {
    let mut digest = Sha256::new();
    for (name, content) in files {
        digest.update(name.as_ref().as_os_str().as_encoded_bytes());
        // A name has no zero, and a digest is always as long.
        digest.update([0]);
        digest.update(Sha256::digest(content));
    }
    letters(&digest.finalize())
}

fn letters(bytes: &[u8]) -> String {
    let bits = bytes[..5]
        .iter()
        .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |at: usize| LETTERS[(bits >> (35 - 5 * at) & 31) as usize];
    (0..LENGTH).map(|at| char::from(letter(at))).collect()
}

/// Returns what a browser checks a file by: the value of an attribute `integrity`.
pub(super) fn integrity_of(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_stands_before_the_first_dot_or_slash() {
        assert_eq!(
            with_digest("runtime_bg.wasm", "ABCDEFGH"),
            "runtime_bg-ABCDEFGH.wasm"
        );
        assert_eq!(
            with_digest("languages/en.json", "ABCDEFGH"),
            "languages-ABCDEFGH/en.json"
        );
        assert_eq!(with_digest("lessons", "ABCDEFGH"), "lessons-ABCDEFGH");
    }

    #[test]
    fn a_digest_is_the_beginning_of_sha_256_in_base32() {
        // `printf abc | sha256sum`: ba7816bf8f…
        assert_eq!(digest_of(b"abc"), "XJ4BNP4P");
        assert!(has_digest(&with_digest("page.js", &digest_of(b"abc"))));
        assert_eq!(
            integrity_of(b"abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
    }

    #[test]
    fn entries_and_what_esbuild_names_stay_as_they_are() {
        for name in [
            "define.js",
            "chunk-VS7UJ6WS.js",
            "chunk-VS7UJ6WS.js.LEGAL.txt",
        ] {
            assert!(is_final(name), "{name}");
        }
        for name in ["page.js", "demo-site.recording", "code_values-readable.js"] {
            assert!(!is_final(name), "{name}");
        }
    }

    #[test]
    fn a_folder_has_another_digest_when_a_file_of_it_changes_or_has_another_name() {
        let folder = |name: &'static str, content: &str| {
            digest_of_all(&BTreeMap::from([(name, content.as_bytes().to_vec())]))
        };
        assert_eq!(folder("en.json", "{}"), folder("en.json", "{}"));
        assert_ne!(folder("en.json", "{}"), folder("en.json", "[]"));
        assert_ne!(folder("en.json", "{}"), folder("de.json", "{}"));
    }
}
