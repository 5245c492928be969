//! Reading pages with the browser's own decoder and parser.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, NodeList, TextDecoder, Url};

use crate::crawl::{Document, Html, NodeId, charset_label};
use crate::runtime::Response;

thread_local! {
    /// What makes a document of a text. The page brings it, with all else that lessons that fetch need.
    static PARSER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes what makes a document of a text, by the browser's `DOMParser`; without it pages are empty.
#[wasm_bindgen(js_name = "setHtmlParser")]
pub fn set_html_parser(
    #[wasm_bindgen(unchecked_param_type = "(text: string) => Document")] parser: Function,
) {
    PARSER.set(Some(parser));
}

fn parsed(text: &str) -> Option<web_sys::Document> {
    PARSER.with_borrow(|parser| {
        let document = parser.as_ref()?.call1(&JsValue::NULL, &text.into());
        Some(document.ok()?.unchecked_into())
    })
}

/// `TextDecoder` and `DOMParser`. Scripts of a parsed page do not run, and nothing of it is ever
/// moved into the page that shows it.
pub(in crate::browser) struct BrowserHtml;

impl Html for BrowserHtml {
    fn parse(&self, response: &Response) -> Rc<dyn Document> {
        let text = decode(response);
        Rc::new(Parsed {
            document: parsed(&text),
            url: response.url.clone(),
            elements: RefCell::default(),
        })
    }
}

fn decode(response: &Response) -> String {
    let is_known = |label: &str| TextDecoder::new_with_label(label).is_ok();
    let label = charset_label(&response.body, &response.content_type, is_known);
    TextDecoder::new_with_label(&label)
        .and_then(|decoder| decoder.decode_with_u8_array(&response.body))
        .unwrap_or_default()
}

struct Parsed {
    document: Option<web_sys::Document>,
    url: String,
    /// The elements that were found; a [`NodeId`] is an index into them.
    elements: RefCell<Vec<Element>>,
}

impl Parsed {
    fn element(&self, node: NodeId) -> Option<Element> {
        self.elements.borrow().get(node.0).cloned()
    }

    fn keep(&self, found: &NodeList) -> Vec<NodeId> {
        let mut elements = self.elements.borrow_mut();
        let found = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok());
        found
            .map(|element: Element| {
                elements.push(element);
                NodeId(elements.len() - 1)
            })
            .collect()
    }
}

impl Document for Parsed {
    fn select(&self, within: Option<NodeId>, selector: &str) -> Vec<NodeId> {
        let found = match (within, &self.document) {
            (Some(node), _) => self
                .element(node)
                .and_then(|element| element.query_selector_all(selector).ok()),
            (None, Some(document)) => document.query_selector_all(selector).ok(),
            (None, None) => None,
        };
        found.map(|found| self.keep(&found)).unwrap_or_default()
    }

    fn text(&self, node: NodeId) -> String {
        self.element(node)
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }

    fn address(&self, node: NodeId, attribute: &str) -> Option<String> {
        let address = self.element(node)?.get_attribute(attribute)?;
        Some(Url::new_with_base(&address, &self.url).ok()?.href())
    }
}
