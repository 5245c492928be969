//! What is sent to a site.

use std::rc::Rc;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method, in capitals.
    pub method: String,
    /// The address.
    pub url: String,
    /// The headers, beside those that a network adds of its own.
    pub headers: Vec<(String, String)>,
    /// The body; empty if there is none.
    pub body: Rc<[u8]>,
    /// What becomes of a redirect.
    pub redirects: Redirects,
}

/// What becomes of a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// The network follows it, and answers with the last page.
    Followed,
    /// It is the answer. A network that follows by itself, as a page's does, may still follow.
    Shown,
}

impl Request {
    /// Makes a GET that follows redirects.
    pub fn get(url: &str) -> Request {
        Request {
            method: "GET".into(),
            url: url.into(),
            headers: Vec::new(),
            body: Rc::new([]),
            redirects: Redirects::Followed,
        }
    }

    /// Says whether the request is no more than a GET of its address.
    pub fn is_plain(&self) -> bool {
        self.method == "GET" && self.body.is_empty()
    }
}
