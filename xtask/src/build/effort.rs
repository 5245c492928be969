//! How much time a build may take to make the site small and the command fast.

/// Cargo's settings for a build in a hurry: of a crate that changed, only the changed parts are
/// compiled. With these a change in `src/` takes seconds, without them half a minute.
///
/// They override the profiles rather than being profiles of their own, so that the build scripts
/// and macros, and the command's libraries, are compiled only once for both efforts.
const HASTE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "true"),
    ("CARGO_PROFILE_SITE_INCREMENTAL", "true"),
    ("CARGO_PROFILE_SITE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_SITE_LTO", "off"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For the next look.
    Fast,
    /// For readers: as small as it gets.
    Full,
}

impl Effort {
    /// Returns the variables that make a call of cargo take this much effort.
    pub(crate) fn settings(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        HASTE.into_iter().filter(move |_| self == Self::Fast)
    }

    /// Returns the quality to compress with, as brotli counts, 0 to 11.
    pub(crate) fn brotli_quality(self) -> u32 {
        match self {
            Self::Fast => 5,
            Self::Full => 11,
        }
    }
}
