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
    items(list)
        .flat_map(|item| {
            let (name, seconds) = split(item);
            [name.to_string(), seconds.to_string()]
        })
        .collect()
}

/// Writes a list of names and seconds, in turn, in the shortest way: seconds that the name says are
/// left out. What is wrong is written as it is, so that nothing of it is lost.
pub fn join_pages(parts: &[String]) -> String {
    let pages = parts.chunks_exact(2).map(|page| {
        let (name, seconds) = (page[0].trim(), ascii(&page[1]));
        match seconds_of(name) {
            said @ Some(_) if said == read_seconds(&seconds) => name.to_string(),
            _ => format!("{name}:{seconds}"),
        }
    });
    pages.collect::<Vec<_>>().join(",")
}

/// Writes pages as Python does: a list of pairs of a name and seconds.
pub(super) fn pairs(pages: &[Page]) -> String {
    let pairs = pages.iter().map(|page| {
        let (name, seconds) = (quoted(&page.name), page.seconds.short(9));
        format!("({name}, {seconds})")
    });
    format!("[{}]", pairs.collect::<Vec<_>>().join(", "))
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
    let count = items(list).count();
    if count == 0 || count > count_max {
        let max = count_max;
        return Err(Expected::UrlCount { count, max });
    }
    let page = |item: &str| {
        let (name, seconds) = split(item);
        let (url, max) = (item.to_string(), seconds_max);
        match read_seconds(seconds) {
            Some(seconds) if seconds > Nanos::from_seconds(max.into()) => {
                Err(Expected::UrlSeconds { url, max })
            }
            Some(seconds) if !name.is_empty() => {
                let name = name.to_string();
                Ok(Page { name, seconds })
            }
            _ => Err(Expected::UrlNumber { url }),
        }
    };
    items(list).map(page).collect()
}

/// Writes pages as [`read_pages`] reads them.
pub(super) fn write_pages(pages: &[Page]) -> String {
    let parts = pages
        .iter()
        .flat_map(|page| [page.name.clone(), page.seconds.short(9)]);
    join_pages(&parts.collect::<Vec<_>>())
}

/// Splits a list into pages, without blanks and without what is between two commas.
fn items(list: &str) -> impl Iterator<Item = &str> {
    let items = list.split([',', '，']).map(str::trim);
    items.filter(|item| !item.is_empty())
}

/// Splits a page into its name and its seconds, which are empty if it has none. A colon with a slash
/// somewhere behind it belongs to a name that is an address.
fn split(item: &str) -> (&str, &str) {
    match item.rsplit_once([':', '：']) {
        Some((name, seconds)) if !seconds.contains('/') => (name.trim(), seconds.trim()),
        _ => {
            let seconds = item.rsplit_once('_').map_or("", |(_, seconds)| seconds);
            (
                item,
                if seconds_of(item).is_some() {
                    seconds
                } else {
                    ""
                },
            )
        }
    }
}

/// Returns the seconds after the last underscore of a name.
fn seconds_of(name: &str) -> Option<Nanos> {
    read_seconds(name.rsplit_once('_')?.1)
}
