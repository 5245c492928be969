//! A link that shares what is shown: what follows the `#`, version 2.
//!
//! It is `name=value` pairs, and where they are long one pair, `z`, with all others deflated. Whoever opens
//! a link did not write it: so what it may hold is bounded, also once it is unpacked; it names no address to
//! which a run would connect; and whatever of it makes no sense is named, while the rest is shown.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::Serialize;

use super::names_address;

/// The version of links that are written.
const VERSION: u64 = 2;

/// How a link of this version begins.
const BEGIN: &str = "v=2&";

/// The longest link, in bytes behind the `#`.
pub const LINK_MAX: usize = 65_536;

/// The most that a link may hold once it is unpacked, in bytes.
pub const UNPACKED_MAX: usize = 262_144;

/// From so many bytes on a link is packed: shorter ones can be read by people.
pub const PACKED_FROM: usize = 1_000;

/// The last step that a link may name.
const STEP_MAX: u32 = 1 << 31;

/// How much of what a stranger wrote is quoted, in characters, and how often.
const QUOTED_MAX: usize = 40;
const UNKNOWN_MAX: usize = 4;

/// How thoroughly a link is packed, of 10.
const EFFORT: u8 = 9;

/// What a link shows. Texts are as they were written: what of them makes no sense the element says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedLink {
    /// The lesson's name; empty for the page's own first.
    pub lesson: String,
    /// A program, which is shown in place of a lesson; empty for none.
    pub program: String,
    /// The values that differ from the lesson's own.
    pub params: Vec<(String, String)>,
    /// What it is compared with, as the attribute `compare` says it; empty for nothing.
    pub compare: String,
    /// In what the code is shown.
    pub code: String,
    /// What runs from left to right.
    pub axis: String,
    /// The clock.
    pub clock: String,
    /// How much of the element is shown.
    pub view: String,
    /// The number of the stop, from 1; none for the end of the run.
    pub step: Option<u32>,
    /// The language of the texts; none for the reader's.
    pub lang: Option<String>,
}

impl Default for SharedLink {
    fn default() -> SharedLink {
        SharedLink {
            lesson: String::new(),
            program: String::new(),
            params: Vec::new(),
            compare: String::new(),
            code: "python".to_owned(),
            axis: "auto".to_owned(),
            clock: "simulated".to_owned(),
            view: "full".to_owned(),
            step: None,
            lang: None,
        }
    }
}

/// What of a link makes no sense, or is not taken from one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "about", rename_all = "kebab-case")]
pub enum LinkNotice {
    /// It is of a later version, which this page cannot read: the number of the version.
    Newer(String),
    /// It is cut off or was changed.
    Broken,
    /// It is longer than a link may be, or holds more.
    Large,
    /// It says something that links do not say: the name of that.
    Unknown(String),
    /// It names an address to connect to: the name of the parameter.
    Address(String),
    /// It names a step that is no number: what it says instead.
    Step(String),
}

impl LinkNotice {
    /// Whether nothing of the link could be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(
            self,
            LinkNotice::Newer(_) | LinkNotice::Broken | LinkNotice::Large
        )
    }
}

/// A link as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReadLink {
    /// What it shows; the default if nothing of it could be read.
    pub link: SharedLink,
    /// What of it was left out.
    pub notices: Vec<LinkNotice>,
}

impl ReadLink {
    fn unread(notice: LinkNotice) -> ReadLink {
        ReadLink {
            link: SharedLink::default(),
            notices: vec![notice],
        }
    }
}

/// Reads what follows the `#` of a link.
#[must_use]
pub fn read_link(fragment: &str) -> ReadLink {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LINK_MAX {
        return ReadLink::unread(LinkNotice::Large);
    }
    let first = |name: &str| pairs(fragment).find(|(key, _)| key == name);
    match first("v").map(|(_, version)| version.parse::<u64>()) {
        Some(Ok(VERSION)) => {}
        Some(Ok(version)) if version > VERSION => {
            return ReadLink::unread(LinkNotice::Newer(version.to_string()));
        }
        _ => return ReadLink::unread(LinkNotice::Broken),
    }
    let Some((_, packed)) = first("z") else {
        return read_pairs(fragment);
    };
    match unpacked(&packed) {
        // What was packed beside other things is the whole link all the same.
        Ok(text) => read_pairs(&text),
        Err(notice) => ReadLink::unread(notice),
    }
}

/// Packs what follows the `#` of a link, if that is long and becomes shorter by it.
#[must_use]
pub fn pack_link(fragment: &str) -> String {
    let Some(rest) = fragment.strip_prefix(BEGIN) else {
        return fragment.to_owned();
    };
    if fragment.len() < PACKED_FROM {
        return fragment.to_owned();
    }
    let packed = URL_SAFE_NO_PAD.encode(compress_to_vec(rest.as_bytes(), EFFORT));
    let packed = format!("{BEGIN}z={packed}");
    if packed.len() < fragment.len() {
        packed
    } else {
        fragment.to_owned()
    }
}

fn unpacked(packed: &str) -> Result<String, LinkNotice> {
    let bytes = URL_SAFE_NO_PAD
        .decode(packed.trim_end_matches('='))
        .map_err(|_| LinkNotice::Broken)?;
    let bytes = decompress_to_vec_with_limit(&bytes, UNPACKED_MAX).map_err(|error| {
        if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            LinkNotice::Large
        } else {
            LinkNotice::Broken
        }
    })?;
    String::from_utf8(bytes).map_err(|_| LinkNotice::Broken)
}

fn pairs(text: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    form_urlencoded::parse(text.as_bytes())
}

/// Reads the pairs; of those with one name the first counts, as in every address.
fn read_pairs(text: &str) -> ReadLink {
    let mut read = ReadLink::default();
    let mut seen: Vec<String> = Vec::new();
    for (name, value) in pairs(text) {
        if seen.iter().any(|other| *other == name) {
            continue;
        }
        if read.take(&name, value.into_owned()) {
            seen.push(name.into_owned());
        }
    }
    read
}

impl ReadLink {
    /// Takes a pair. Returns whether links have one of this name.
    fn take(&mut self, name: &str, value: String) -> bool {
        match name {
            "v" => {}
            "lesson" => self.link.lesson = value,
            "program" => self.link.program = value,
            "params" => self.link.params = self.values(&value),
            "compare" => self.link.compare = self.compared(value),
            "code" => self.link.code = value,
            "axis" => self.link.axis = value,
            "clock" => self.link.clock = value,
            "view" => self.link.view = value,
            "lang" => self.link.lang = Some(value),
            "step" => {
                let step = value.trim().parse().ok().filter(|step| *step > 0);
                if step.is_none() {
                    self.notices.push(LinkNotice::Step(quoted(&value)));
                }
                // What is no number of a step is the first: the end would give the run away.
                self.link.step = Some(step.unwrap_or(1).min(STEP_MAX));
            }
            _ => {
                self.unknown(name);
                return false;
            }
        }
        true
    }

    fn unknown(&mut self, name: &str) {
        let notice = LinkNotice::Unknown(quoted(name));
        let count = |notice: &&LinkNotice| matches!(notice, LinkNotice::Unknown(_));
        if !self.notices.contains(&notice)
            && self.notices.iter().filter(count).count() < UNKNOWN_MAX
        {
            self.notices.push(notice);
        }
    }

    /// Reads values of parameters, without those that are addresses.
    fn values(&mut self, text: &str) -> Vec<(String, String)> {
        let mut values: Vec<(String, String)> = Vec::new();
        for (name, value) in pairs(text) {
            let notice = LinkNotice::Address(quoted(&name));
            if !names_address(&name) {
                // Of values with one name the last counts, as in the attribute.
                values.retain(|(other, _)| *other != name);
                values.push((name.into_owned(), value.into_owned()));
            } else if !self.notices.contains(&notice) {
                self.notices.push(notice);
            }
        }
        values
    }

    /// Reads what is compared: a lesson, and its values behind a `?`.
    fn compared(&mut self, text: String) -> String {
        let Some((lesson, params)) = text.split_once('?') else {
            return text;
        };
        let mut written = form_urlencoded::Serializer::new(String::new());
        let written = written.extend_pairs(self.values(params)).finish();
        if written.is_empty() {
            lesson.to_owned()
        } else {
            format!("{lesson}?{written}")
        }
    }
}

/// Returns what is quoted of a text.
fn quoted(text: &str) -> String {
    let mut quoted: String = text.chars().take(QUOTED_MAX).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    quoted
}
