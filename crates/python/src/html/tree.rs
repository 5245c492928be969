//! The tree of the standard, which browsers make of a page.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, QualName, TokenizerResult, ns};

use super::event::{Event, StartKind, pairs, push_text};
use super::older::{Older, name_in_page};

/// Parses a page, and writes its tree as events.
pub(crate) fn tree(text: &str) -> Vec<Event> {
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let older = Older::new(TreeBuilder::new(Sink::new(), options));
    let tokenizer = Tokenizer::new(older, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    // Scripts are not run: the tokenizer stops behind each, and is told to go on.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.sink.sink.events()
}

/// Returns the name that an element has in the page.
fn name_of(name: &QualName) -> String {
    name_in_page(&name.local).to_owned()
}

/// A node's index among all nodes.
type Id = usize;

const DOCUMENT: Id = 0;

struct Node {
    parent: Option<Id>,
    children: Vec<Id>,
    content: Content,
}

enum Content {
    Document,
    Element(QualName, Vec<Attribute>),
    Text(StrTendril),
    Comment(StrTendril),
    Doctype([StrTendril; 3]),
}

/// The tree while it is made.
struct Sink(RefCell<Vec<Node>>);

impl Sink {
    fn new() -> Self {
        let sink = Sink(RefCell::default());
        sink.make(Content::Document);
        sink
    }

    fn make(&self, content: Content) -> Id {
        let mut nodes = self.0.borrow_mut();
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            content,
        });
        nodes.len() - 1
    }

    /// Puts a node, or text, among a parent's children, before the child with an index.
    fn insert(&self, parent: Id, at: usize, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1);
                let before = before.map(|at| self.0.borrow()[parent].children[at]);
                if before.is_some_and(|before| self.join(before, &text)) {
                    return;
                }
                self.make(Content::Text(text))
            }
        };
        let mut nodes = self.0.borrow_mut();
        nodes[child].parent = Some(parent);
        let children = &mut nodes[parent].children;
        children.insert(at.min(children.len()), child);
    }

    /// Adds text to a node, if that is one of text.
    fn join(&self, node: Id, text: &StrTendril) -> bool {
        match &mut self.0.borrow_mut()[node].content {
            Content::Text(before) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    fn detach(&self, node: Id) {
        let mut nodes = self.0.borrow_mut();
        if let Some(parent) = nodes[node].parent.take() {
            nodes[parent].children.retain(|child| *child != node);
        }
    }

    fn place_of(&self, node: Id) -> Option<(Id, usize)> {
        let nodes = self.0.borrow();
        let parent = nodes[node].parent?;
        let at = nodes[parent].children.iter().position(|it| *it == node)?;
        Some((parent, at))
    }

    fn events(self) -> Vec<Event> {
        let nodes = self.0.into_inner();
        let mut events = Vec::new();
        // Whether the node's children are written already. Pages nest deeply: no call within a call.
        let mut open = vec![(DOCUMENT, 0)];
        while let Some((node, next)) = open.pop() {
            let Some(child) = nodes[node].children.get(next) else {
                if let Content::Element(name, _) = &nodes[node].content {
                    events.push(Event::End(name_of(name)));
                }
                continue;
            };
            open.push((node, next + 1));
            match &nodes[*child].content {
                Content::Document => {}
                Content::Element(name, attributes) => {
                    let is_html = name.ns == ns!(html);
                    let namespace = (!is_html).then(|| name.ns.to_string());
                    events.push(Event::Start {
                        name: name_of(name),
                        attributes: pairs(attributes.clone()),
                        kind: StartKind::Node { namespace },
                    });
                    open.push((*child, 0));
                }
                Content::Text(text) => push_text(&mut events, text),
                Content::Comment(text) => events.push(Event::Comment(text.to_string())),
                Content::Doctype(parts) => {
                    let [name, public, system] = parts.clone().map(|part| part.to_string());
                    let [public, system] = [public, system].map(|part| {
                        // The parser does not tell a missing identifier from an empty one.
                        (!part.is_empty()).then_some(part)
                    });
                    events.push(Event::Doctype([Some(name), public, system]));
                }
            }
        }
        events
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = ();
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) {}

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.0.borrow(), |nodes| match &nodes[*target].content {
            Content::Element(name, _) => name,
            _ => unreachable!("the parser asks for names of elements alone"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.make(Content::Element(name, attributes))
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        self.make(Content::Comment(text))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> Id {
        self.make(Content::Comment(data))
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let end = self.0.borrow()[*parent].children.len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.0.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        let doctype = self.make(Content::Doctype([name, public, system]));
        self.append(&DOCUMENT, NodeOrText::AppendNode(doctype));
    }

    /// The parser meets no template: see [`Older`].
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(*node);
        }
        if let Some((parent, at)) = self.place_of(*sibling) {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Content::Element(_, known) = &mut self.0.borrow_mut()[*target].content {
            for attribute in attributes {
                if known.iter().all(|it| it.name != attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let children = std::mem::take(&mut self.0.borrow_mut()[*node].children);
        let mut nodes = self.0.borrow_mut();
        for child in children {
            nodes[child].parent = Some(*parent);
            nodes[*parent].children.push(child);
        }
    }
}
