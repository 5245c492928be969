//! Parses pages with `encoding_rs` and `scraper`, where a page uses the browser's decoder and
//! parser.

use std::{cell::RefCell, rc::Rc};

use encoding_rs::{Encoding, UTF_8};
use interleave::{
    crawl::{Document, Html, NodeId, charset_label},
    runtime::Response,
};
use scraper::{ElementRef, Selector};
use url::Url;

/// The command's parser of pages.
#[derive(Debug, Default)]
pub struct ScraperHtml;

impl Html for ScraperHtml {
    fn parse(&self, response: &Response) -> Rc<dyn Document> {
        Rc::new(Parsed {
            html: scraper::Html::parse_document(&decode(response)),
            url: Url::parse(&response.url).ok(),
            elements: RefCell::default(),
        })
    }
}

fn decode(response: &Response) -> String {
    // Browsers have no decoder for these labels either.
    let encoding = |label: &str| Encoding::for_label_no_replacement(label.as_bytes());
    let is_known = |label: &str| encoding(label).is_some();
    let label = charset_label(&response.body, &response.content_type, is_known);
    let (text, ..) = encoding(&label).unwrap_or(UTF_8).decode(&response.body);
    text.into_owned()
}

struct Parsed {
    html: scraper::Html,
    /// The URL to which links are relative.
    url: Option<Url>,
    /// The elements found so far; a [`NodeId`] is an index into them.
    elements: RefCell<Vec<ego_tree::NodeId>>,
}

impl Parsed {
    fn element(&self, node: NodeId) -> Option<ElementRef<'_>> {
        let id = *self.elements.borrow().get(node.0)?;
        ElementRef::wrap(self.html.tree.get(id)?)
    }

    fn keep<'a>(&self, found: impl Iterator<Item = ElementRef<'a>>) -> Vec<NodeId> {
        let mut elements = self.elements.borrow_mut();
        let first = elements.len();
        elements.extend(found.map(|element| element.id()));
        (first..elements.len()).map(NodeId).collect()
    }
}

impl Document for Parsed {
    fn select(&self, within: Option<NodeId>, selector: &str) -> Vec<NodeId> {
        let Ok(selector) = Selector::parse(selector) else {
            return Vec::new();
        };
        match within.map(|node| self.element(node)) {
            None => self.keep(self.html.select(&selector)),
            Some(Some(element)) => self.keep(element.select(&selector)),
            Some(None) => Vec::new(),
        }
    }

    fn text(&self, node: NodeId) -> String {
        self.element(node)
            .map(|element| element.text().collect())
            .unwrap_or_default()
    }

    fn address(&self, node: NodeId, attribute: &str) -> Option<String> {
        let address = self.element(node)?.attr(attribute)?;
        Some(self.url.as_ref()?.join(address).ok()?.into())
    }
}
