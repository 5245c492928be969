//! What a host is told of the site: headers in a file that many hosts read, and an example for nginx.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::site::slashes;
use crate::build;

/// The example for nginx.
pub(super) const NGINX: &str = include_str!("nginx.conf");

/// What every answer has.
const EVERYWHERE: &str = "\
/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
img-src 'self' data: https:; connect-src 'self' https:; base-uri 'none'; form-action 'none'
";

/// What a browser may keep for good.
const FOR_GOOD: &str = "  Cache-Control: public, max-age=31536000, immutable\n";

/// Writes the file `_headers`, as Netlify and Cloudflare Pages read it.
///
/// Neither takes back a header that another rule has set, so the short-lived files have no rule: those hosts
/// let browsers ask for them each time unless told otherwise.
pub(super) fn headers(files: &BTreeSet<PathBuf>) -> String {
    let top = |path: &Path| {
        let path = slashes(path);
        match path.split_once('/') {
            Some((folder, _)) if build::has_digest(folder) => format!("{folder}/*"),
            _ => path,
        }
    };
    let kept: BTreeSet<_> = files.iter().map(|path| top(path)).collect();
    let kept = kept.iter().filter(|path| build::has_digest(path));
    let rules = kept.map(|path| format!("/{path}\n{FOR_GOOD}"));
    EVERYWHERE.to_owned() + &rules.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_a_digest_is_one_rule_and_an_entry_none() {
        let files = [
            "define.js",
            "page-ABCDEFGH.js",
            "texts-ABCDEFGH/de.json",
            "texts-ABCDEFGH/en.json",
        ];
        let written = headers(&files.into_iter().map(PathBuf::from).collect());
        let rules: Vec<_> = written
            .lines()
            .filter(|line| line.starts_with('/'))
            .collect();
        assert_eq!(rules, ["/*", "/page-ABCDEFGH.js", "/texts-ABCDEFGH/*"]);
    }
}
