//! A recorded crawl: pages with the time each took, played back on a simulated clock.
//!
//! The replay of the demo site ships with Interleave, so that an article works offline and a crawl
//! repeats. The command has it compiled in; a page loads it for the lessons that fetch. The file is
//! text between entries and bytes inside of them:
//!
//! ```text
//! interleave-recording 1
//! PATH STATUS LATENCY_MS LENGTH CONTENT-TYPE
//! LENGTH bytes of body, and a line break
//! ```

use std::rc::Rc;

use crate::runtime::{Completion, Fetch, FetchError, Nanos, Request, Response, Transfer};

/// One recorded answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayedAnswer {
    /// The address without its origin, from the first `/`.
    pub path: String,
    /// The HTTP status.
    pub status: u16,
    /// From the request to the whole answer, in milliseconds.
    pub latency_ms: u32,
    /// The media type with its parameters.
    pub content_type: String,
    /// The body.
    pub body: Rc<[u8]>,
}

impl ReplayedAnswer {
    /// Returns the headers that a recording knows.
    fn headers(&self) -> Vec<(String, String)> {
        let header = |name: &str, value: String| (name.to_owned(), value);
        vec![
            header("content-type", self.content_type.clone()),
            header("content-length", self.body.len().to_string()),
        ]
    }
}

/// The answers of one site, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// The origin for which the answers are given, like `http://127.0.0.1:8082`.
    origin: String,
    entries: Vec<ReplayedAnswer>,
}

/// Why bytes are not a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the recorded crawl is damaged at byte {0}; record it again")]
pub struct ReplayError(pub usize);

const HEAD: &[u8] = b"interleave-recording 1\n";

impl Replay {
    /// Makes a replay of answers, given for `origin`.
    pub fn new(origin: &str, entries: Vec<ReplayedAnswer>) -> Replay {
        let origin = origin.trim_end_matches('/').to_string();
        Replay { origin, entries }
    }

    /// Returns the replay of the demo site, given for the site at `address`.
    ///
    /// # Panics
    /// Never: a test reads the same bytes.
    pub fn of_demo_site(address: &str) -> Replay {
        Replay::of_site(address, include_bytes!("demo-site.recording"))
            .expect("the replay that is compiled in is complete")
    }

    /// Reads a replay, given for the site that has `address`.
    ///
    /// # Errors
    /// [`ReplayError`] with the offset of the damage.
    pub fn of_site(address: &str, bytes: &[u8]) -> Result<Replay, ReplayError> {
        Replay::decode(origin_of(address).unwrap_or(address), bytes)
    }

    /// Reads a replay, given for `origin`.
    ///
    /// # Errors
    /// [`ReplayError`] with the offset of the damage.
    pub fn decode(origin: &str, bytes: &[u8]) -> Result<Replay, ReplayError> {
        let mut rest = bytes.strip_prefix(HEAD).ok_or(ReplayError(0))?;
        let mut entries = Vec::new();
        while !rest.is_empty() {
            let at = ReplayError(bytes.len() - rest.len());
            let (entry, left) = decode_entry(rest).ok_or(at)?;
            entries.push(entry);
            rest = left;
        }
        Ok(Replay::new(origin, entries))
    }

    /// Writes the replay to bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = HEAD.to_vec();
        for entry in &self.entries {
            let (path, status, latency_ms) = (&entry.path, entry.status, entry.latency_ms);
            let (length, content_type) = (entry.body.len(), &entry.content_type);
            out.extend(format!("{path} {status} {latency_ms} {length} {content_type}\n").bytes());
            out.extend(entry.body.iter());
            out.push(b'\n');
        }
        out
    }

    /// Returns the answer that was recorded for an address.
    pub fn answer(&self, url: &str) -> Option<&ReplayedAnswer> {
        let path = url.strip_prefix(&self.origin)?;
        let path = if path.is_empty() { "/" } else { path };
        self.entries.iter().find(|entry| entry.path == path)
    }
}

fn decode_entry(bytes: &[u8]) -> Option<(ReplayedAnswer, &[u8])> {
    let line_end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(&bytes[..line_end]).ok()?;
    let mut words = line.splitn(5, ' ');
    let path = words.next()?.to_string();
    let status = words.next()?.parse().ok()?;
    let latency_ms = words.next()?.parse().ok()?;
    let length: usize = words.next()?.parse().ok()?;
    let content_type = words.next()?.to_string();
    let (body, rest) = bytes.get(line_end + 1..)?.split_at_checked(length)?;
    let rest = rest.strip_prefix(b"\n")?;
    let entry = ReplayedAnswer {
        path,
        status,
        latency_ms,
        content_type,
        body: body.into(),
    };
    Some((entry, rest))
}

/// Returns the scheme, host and port of an address.
fn origin_of(address: &str) -> Option<&str> {
    let host = address.find("://")? + 3;
    let end = address[host..].find(['/', '?', '#']);
    Some(&address[..end.map_or(address.len(), |end| host + end)])
}

impl Fetch for Replay {
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer> {
        let url = &*request.url;
        let found = self.answer(url).filter(|_| request.is_plain());
        let latency_ms = found.map_or(0, |entry| entry.latency_ms);
        let response = found.map(|entry| Response {
            url: url.to_string(),
            status: entry.status,
            content_type: entry.content_type.clone(),
            headers: entry.headers(),
            body: entry.body.clone(),
        });
        let answer = response.ok_or_else(|| FetchError::NotRecorded(url.to_string()));
        completion.complete_after(Nanos(u64::from(latency_ms) * 1_000_000), answer);
        Box::new(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Replay, ReplayError, ReplayedAnswer};

    #[test]
    fn reads_what_it_writes() {
        let entry = ReplayedAnswer {
            path: "/a?b".into(),
            status: 200,
            latency_ms: 7,
            content_type: "text/html; charset=utf-8".into(),
            body: b"one\ntwo".as_slice().into(),
        };
        let replay = Replay::new("http://example.com/", vec![entry.clone(), entry]);
        let bytes = replay.encode();
        assert_eq!(
            Replay::decode("http://example.com", &bytes),
            Ok(replay.clone())
        );
        assert!(replay.answer("http://example.com/a?b").is_some());
        assert!(replay.answer("http://example.org/a?b").is_none());
        let cut = &bytes[..bytes.len() - 3];
        assert!(matches!(Replay::decode("", cut), Err(ReplayError(at)) if at > 0));
    }
}
