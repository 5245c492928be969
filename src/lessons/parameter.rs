//! Parameters: what a reader may change, within which bounds, and the message for a wrong value.

use std::fmt;

use super::number::{read_count, read_seconds};
use super::page::{read_pages, write_pages};
use crate::runtime::Nanos;

/// The demo movie site of `interleave serve`, at its default port.
pub const DEMO_SITE: &str = "http://127.0.0.1:8082/";

/// The proxy of `interleave serve`, at its default port.
pub const PROXY: &str = "http://127.0.0.1:8081/";

/// By how much a length of time is changed at a time.
pub const SECONDS_STEP: Nanos = Nanos(100_000_000);

/// Something of a lesson that the reader may change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name, as the code has it.
    pub name: &'static str,
    /// What it is, with its bounds and its default.
    pub kind: Kind,
}

/// The pages of most lessons.
pub(super) const URLS: Parameter = urls("url_1,url_2,url_3,url_4");

/// When `asyncio.wait` returns.
pub(super) const RETURN_WHEN: Parameter = choice(
    "return_when",
    "FIRST_COMPLETED",
    &["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"],
);

/// The list page of a crawl.
pub(super) const SITE: Parameter = of("site", Kind::Address { default: DEMO_SITE });

/// The proxy through which a page crawls.
pub(super) const PROXY_ADDRESS: Parameter = of("proxy", Kind::Address { default: PROXY });

/// Says whether a parameter of this name is an address to connect to, which no link may say.
#[must_use]
pub fn names_address(name: &str) -> bool {
    name == SITE.name || name == PROXY_ADDRESS.name
}

/// How many pages of a list are crawled.
pub(super) const LIMIT: Parameter = count("limit", 12, 1, 50);

/// How many of them at once.
pub(super) const CONCURRENCY: Parameter = count("concurrency", 12, 1, 50);

const fn of(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind }
}

pub(super) const fn urls(default: &'static str) -> Parameter {
    let kind = Kind::Urls {
        default,
        count_max: 200,
        seconds_max: 60,
    };
    of("urls", kind)
}

pub(super) const fn seconds(name: &'static str, default: &'static str) -> Parameter {
    of(name, Kind::Seconds { default, max: 20 })
}

pub(super) const fn count(name: &'static str, default: u64, min: u64, max: u64) -> Parameter {
    of(name, Kind::Count { default, min, max })
}

pub(super) const fn choice(
    name: &'static str,
    default: &'static str,
    options: &'static [&'static str],
) -> Parameter {
    of(name, Kind::Choice { default, options })
}

/// What a parameter is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A length of time in seconds, from 0.
    Seconds {
        /// Where it starts, as a reader would type it.
        default: &'static str,
        /// The longest.
        max: u32,
    },
    /// A whole number.
    Count {
        /// Where it starts.
        default: u64,
        /// The smallest.
        min: u64,
        /// The largest.
        max: u64,
    },
    /// One of a few words.
    Choice {
        /// Where it starts.
        default: &'static str,
        /// The words.
        options: &'static [&'static str],
    },
    /// Simulated pages, each with a name and the seconds that it takes: `url_1,url_2:2.5` (`page.rs`).
    Urls {
        /// Where it starts.
        default: &'static str,
        /// The most pages.
        count_max: usize,
        /// The longest that one may take.
        seconds_max: u32,
    },
    /// The address of a site or a proxy: an http or https URL.
    Address {
        /// Where it starts.
        default: &'static str,
    },
}

impl Kind {
    /// Returns the value at which the parameter starts, as a reader would type it.
    pub fn default_text(&self) -> String {
        match self {
            Kind::Count { default, .. } => default.to_string(),
            Kind::Seconds { default, .. }
            | Kind::Choice { default, .. }
            | Kind::Urls { default, .. }
            | Kind::Address { default } => (*default).to_string(),
        }
    }

    /// Reads a value, and writes it in the one way in which it is kept.
    ///
    /// # Errors
    /// What would have been right.
    pub fn read(&self, value: &str) -> Result<String, Expected> {
        let (kept, expected) = match *self {
            Kind::Seconds { max, .. } => {
                let longest = Nanos::from_seconds(max.into());
                let length = read_seconds(value).filter(|length| *length <= longest);
                let kept = length.map(|length| length.short(9));
                (kept, Expected::Seconds { max })
            }
            Kind::Count { min, max, .. } => {
                let count = read_count(value).filter(|count| (min..=max).contains(count));
                let kept = count.map(|count| count.to_string());
                (kept, Expected::Count { min, max })
            }
            Kind::Choice { options, .. } => {
                let kept = options.contains(&value).then(|| value.to_string());
                (kept, Expected::Choice { options })
            }
            Kind::Urls {
                count_max,
                seconds_max,
                ..
            } => return Ok(write_pages(&read_pages(value, count_max, seconds_max)?)),
            Kind::Address { .. } => {
                let kept = is_address(value).then(|| value.to_string());
                (kept, Expected::Address)
            }
        };
        kept.ok_or(expected)
    }
}

/// What would have been right in place of a wrong value.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// Seconds from 0 to `max`.
    Seconds {
        /// The longest.
        max: u32,
    },
    /// A whole number from `min` to `max`.
    Count {
        /// The smallest.
        min: u64,
        /// The largest.
        max: u64,
    },
    /// One of these words.
    Choice {
        /// The words.
        options: &'static [&'static str],
    },
    /// Between 1 and `max` pages.
    UrlCount {
        /// How many there were.
        count: usize,
        /// The most.
        max: usize,
    },
    /// A page's name and its seconds: after a colon, or after the last underscore of the name. This one
    /// lacks one of both.
    UrlNumber {
        /// The page.
        url: String,
    },
    /// A page that takes at most `max` seconds; this one takes longer.
    UrlSeconds {
        /// The page.
        url: String,
        /// The longest.
        max: u32,
    },
    /// An http or https address.
    Address,
    /// One of the lesson's parameters; there is none of this name.
    Parameter {
        /// Their names.
        names: Vec<&'static str>,
    },
}

impl Expected {
    /// Returns the name by which messages for it are found.
    pub fn name(&self) -> &'static str {
        match self {
            Expected::Seconds { .. } => "seconds",
            Expected::Count { .. } => "count",
            Expected::Choice { .. } => "choice",
            Expected::UrlCount { .. } => "url-count",
            Expected::UrlNumber { .. } => "url-number",
            Expected::UrlSeconds { .. } => "url-seconds",
            Expected::Address => "address",
            Expected::Parameter { .. } => "parameter",
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Seconds { max } => write!(f, "give seconds from 0 to {max}, like 1.5"),
            Expected::Count { min, max } => write!(f, "give a whole number from {min} to {max}"),
            Expected::Choice { options } => write!(f, "choose one of {}", options.join(", ")),
            Expected::UrlCount { count, max } => {
                write!(f, "give from 1 to {max} pages, not {count}")
            }
            Expected::UrlNumber { url } => {
                let what = "needs a name and seconds, like url_3 or page:1.5";
                write!(f, "'{url}' {what}")
            }
            Expected::UrlSeconds { url, max } => {
                write!(f, "'{url}' is too long; give at most {max} seconds")
            }
            Expected::Address => write!(f, "give an address like http://127.0.0.1:8082/"),
            Expected::Parameter { names } if names.is_empty() => {
                write!(f, "this lesson has no parameters")
            }
            Expected::Parameter { names } => {
                write!(f, "this lesson's parameters are {}", names.join(", "))
            }
        }
    }
}

/// A value that makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{name}={value} does not fit: {expected}")]
pub struct ParameterError {
    /// The parameter.
    pub name: String,
    /// The value that was given.
    pub value: String,
    /// What would be right.
    pub expected: Expected,
}

fn is_address(value: &str) -> bool {
    let after = |scheme| value.strip_prefix(scheme);
    let rest = after("http://").or_else(|| after("https://")).unwrap_or("");
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    !host.is_empty() && !value.contains(char::is_whitespace) && !host.contains('@')
}
