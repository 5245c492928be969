//! Pages, and what lessons read out of them.

use std::rc::Rc;

use crate::runtime::{Error, Response, Result, fetch};

/// A site that a lesson crawls: an address, and the parser of its pages.
#[derive(Clone)]
pub struct Site {
    address: String,
    html: Rc<dyn Html>,
}

impl Site {
    /// Makes a site of the address of its first page.
    pub fn new(address: &str, html: Rc<dyn Html>) -> Site {
        let address = address.to_string();
        Site { address, html }
    }

    /// Returns the address of the first page.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Fetches a page and parses it.
    ///
    /// # Errors
    /// As [`fetch`]; `HttpError` if the site answers with a status of 400 or more.
    #[track_caller]
    pub fn open(&self, url: &str) -> impl Future<Output = Result<Page>> + use<> {
        let (html, fetching) = (self.html.clone(), fetch(url));
        async move {
            let response = fetching.await?;
            if response.status >= 400 {
                let status = response.status.to_string();
                let message = format!("{} answered with status {status}", response.url);
                return Err(Error::raised_about("HttpError", message, status));
            }
            let (document, url) = (html.parse(&response), response.url.into());
            Ok(Page { document, url })
        }
    }
}

/// A parser of pages: the browser's, or the command's.
pub trait Html {
    /// Decodes and parses a page. Any bytes can be parsed; nonsense gives an empty page.
    fn parse(&self, response: &Response) -> Rc<dyn Document>;
}

/// An element of a document; only its document knows what the number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(pub usize);

/// A parsed page.
pub trait Document {
    /// Returns the elements inside of `within` (of the page, if none) that match a CSS selector, in the
    /// order of the page; no element if the selector is wrong.
    fn select(&self, within: Option<NodeId>, selector: &str) -> Vec<NodeId>;

    /// Returns the text inside of an element.
    fn text(&self, node: NodeId) -> String;

    /// Returns the address in an attribute, made absolute by the page's own.
    fn address(&self, node: NodeId, attribute: &str) -> Option<String>;
}

/// A page that was fetched and parsed.
#[derive(Clone)]
pub struct Page {
    document: Rc<dyn Document>,
    url: Rc<str>,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({})", self.url)
    }
}

impl Page {
    /// Returns the elements that match a CSS selector.
    ///
    /// # Errors
    /// `PageError` if there is none.
    pub fn all(&self, selector: &str) -> Result<Vec<Node>> {
        self.within(None, selector)
    }

    /// Returns the first element that matches a CSS selector.
    ///
    /// # Errors
    /// `PageError` if there is none.
    pub fn first(&self, selector: &str) -> Result<Node> {
        self.nth_within(None, selector, 0)
    }

    fn within(&self, within: Option<NodeId>, selector: &str) -> Result<Vec<Node>> {
        let found = self.document.select(within, selector);
        if found.is_empty() {
            return Err(self.missing(selector));
        }
        let node = |id| {
            let page = self.clone();
            Node { page, id }
        };
        Ok(found.into_iter().map(node).collect())
    }

    fn nth_within(&self, within: Option<NodeId>, selector: &str, index: usize) -> Result<Node> {
        let node = self.within(within, selector)?.into_iter().nth(index);
        node.ok_or_else(|| self.missing(selector))
    }

    fn missing(&self, what: &str) -> Error {
        let url = &self.url;
        let message = format!("{url} has no '{what}' where this lesson looks for one");
        Error::raised_about("PageError", message, &*self.url)
    }
}

/// An element of a page.
#[derive(Clone, Debug)]
pub struct Node {
    page: Page,
    id: NodeId,
}

impl Node {
    /// Returns the first element inside of this one that matches a CSS selector.
    ///
    /// # Errors
    /// `PageError` if there is none.
    pub fn first(&self, selector: &str) -> Result<Node> {
        self.nth(selector, 0)
    }

    /// Returns the element with an index, from 0, among those inside that match a CSS selector.
    ///
    /// # Errors
    /// `PageError` if there is none.
    pub fn nth(&self, selector: &str, index: usize) -> Result<Node> {
        self.page.nth_within(Some(self.id), selector, index)
    }

    /// Returns the text inside, with each run of white space as one space.
    pub fn text(&self) -> String {
        let text = self.page.document.text(self.id);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the address in an attribute, made absolute.
    ///
    /// # Errors
    /// `PageError` if there is no such attribute, or if it has no address.
    pub fn address(&self, attribute: &str) -> Result<String> {
        let address = self.page.document.address(self.id, attribute);
        address.ok_or_else(|| self.page.missing(attribute))
    }
}

/// A parser that gives empty pages, for programs that fetch nothing; and such a page.
#[derive(Debug, Default)]
pub struct NoHtml;

impl Html for NoHtml {
    fn parse(&self, _response: &Response) -> Rc<dyn Document> {
        Rc::new(NoHtml)
    }
}

impl Document for NoHtml {
    fn select(&self, _within: Option<NodeId>, _selector: &str) -> Vec<NodeId> {
        Vec::new()
    }

    fn text(&self, _node: NodeId) -> String {
        String::new()
    }

    fn address(&self, _node: NodeId, _attribute: &str) -> Option<String> {
        None
    }
}
