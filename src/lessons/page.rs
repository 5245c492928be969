//! Simulated pages: each has a name, and takes some seconds. Lists of them are read and written here,
//! and nowhere else.
//!
//! A list is names with commas between them: `url_1,url_2:2.5`. A page takes the seconds after its
//! colon; without a colon it takes those after the last underscore of its name. So a page keeps its
//! name while its seconds change, and a list without colons means what it always did.

use super::listing::quoted;
use super::number::{ascii, read_seconds};
use super::parameter::Expected;
use crate::runtime::Nanos;

/// A simulated page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name, which is that of its task.
    pub name: String,
    /// How long it takes.
    pub seconds: Nanos,
}

/// Splits a list into names and seconds, in turn, as they are written: right or wrong. The seconds of
/// a page that has none are empty.
pub fn split_pages(list: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for item in items(list) {
        let (name, seconds) = split(&item);
        parts.extend([name.to_string(), seconds.to_string()]);
    }
    parts
}

/// Writes a list of names and seconds, in turn, in the shortest way: seconds that the name says are
/// left out. What is wrong is written as it is, so that nothing of it is lost.
pub fn join_pages(parts: &[String]) -> String {
    let mut list = String::new();
    for page in parts.chunks_exact(2) {
        let (name, seconds) = (page[0].trim(), ascii(&page[1]));
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(name);
        let said = seconds_of(name);
        if said.is_none() || said != read_seconds(&seconds) {
            list.push(':');
            list.push_str(&seconds);
        }
    }
    list
}

/// Writes pages as Python does: a list of pairs of a name and seconds.
pub(super) fn pairs(pages: &[Page]) -> String {
    let mut list = String::from("[");
    for page in pages {
        let comma = if list.len() > 1 { ", (" } else { "(" };
        for part in [
            comma,
            &quoted(&page.name),
            ", ",
            &page.seconds.short(9),
            ")",
        ] {
            list.push_str(part);
        }
    }
    list.push(']');
    list
}

/// Reads a list of pages.
///
/// # Errors
/// What is wrong with the first page that is wrong, or with how many there are.
pub(super) fn read_pages(
    list: &str,
    count_max: usize,
    seconds_max: u32,
) -> Result<Vec<Page>, Expected> {
    let items = items(list);
    let count = items.len();
    if count == 0 || count > count_max {
        let max = count_max;
        return Err(Expected::UrlCount { count, max });
    }
    let mut pages = Vec::with_capacity(count);
    for url in items {
        let (name, seconds) = split(&url);
        let (name, seconds, max) = (name.to_string(), read_seconds(seconds), seconds_max);
        match seconds {
            Some(seconds) if seconds > Nanos::from_seconds(max.into()) => {
                return Err(Expected::UrlSeconds { url, max });
            }
            Some(seconds) if !name.is_empty() => pages.push(Page { name, seconds }),
            _ => return Err(Expected::UrlNumber { url }),
        }
    }
    Ok(pages)
}

/// Writes pages as [`read_pages`] reads them.
pub(super) fn write_pages(pages: &[Page]) -> String {
    let mut parts = Vec::new();
    for page in pages {
        parts.extend([page.name.clone(), page.seconds.short(9)]);
    }
    join_pages(&parts)
}

/// Splits a list into pages, without blanks and without what is between two commas. A Chinese keyboard
/// has commas and colons of its own.
fn items(list: &str) -> Vec<String> {
    let plain = |character| match character {
        '，' => ',',
        '：' => ':',
        other => other,
    };
    let list: String = list.chars().map(plain).collect();
    let items = list.split(',').map(str::trim);
    let items = items.filter(|item| !item.is_empty());
    items.map(String::from).collect()
}

/// Splits a page into its name and its seconds, which are empty if it has none. A colon with a slash
/// somewhere behind it belongs to a name that is an address.
fn split(item: &str) -> (&str, &str) {
    match item.rsplit_once(':') {
        Some((name, seconds)) if !seconds.contains('/') => (name.trim(), seconds.trim()),
        _ => {
            let seconds = item.rsplit_once('_').map_or("", |(_, seconds)| seconds);
            let is_time = read_seconds(seconds).is_some();
            (item, if is_time { seconds } else { "" })
        }
    }
}

/// Returns the seconds after the last underscore of a name.
fn seconds_of(name: &str) -> Option<Nanos> {
    read_seconds(name.rsplit_once('_')?.1)
}
