//! What a parser meets in a page.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ns};
use rustpython_vm::convert::ToPyObject;
use rustpython_vm::{PyObjectRef, VirtualMachine};

/// What a parser meets, in the order of the page. In Python it is a tuple that begins with a letter.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A start tag: `("s", name, attributes, whether it closes itself)`; in a tree
    /// `("s", name, namespace, attributes)`.
    Start {
        name: String,
        attributes: Vec<(String, String)>,
        kind: StartKind,
    },
    /// The end of an element: `("e", name)`.
    End(String),
    /// Text: `("d", text)`.
    Text(String),
    /// A comment: `("c", text)`.
    Comment(String),
    /// A document type: `("t", name, public, system)`.
    Doctype([Option<String>; 3]),
}

/// What is known of a start tag beside its name and attributes.
#[derive(Clone, Debug)]
pub(crate) enum StartKind {
    /// It stands in the page, and may close itself.
    Token { closes_itself: bool },
    /// It begins an element of a tree, with a namespace if that is not HTML's.
    Node { namespace: Option<String> },
}

/// Returns attributes as pairs; a name with a prefix has it before a colon.
pub(super) fn pairs(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    let pair = |attribute: Attribute| {
        let name = match &attribute.name.prefix {
            Some(prefix) if attribute.name.ns != ns!() => {
                format!("{prefix}:{}", attribute.name.local)
            }
            _ => attribute.name.local.to_string(),
        };
        (name, attribute.value.to_string())
    };
    attributes.into_iter().map(pair).collect()
}

/// Appends text to a list of events; texts side by side are one.
pub(super) fn push_text(events: &mut Vec<Event>, text: &StrTendril) {
    if let Some(Event::Text(before)) = events.last_mut() {
        before.push_str(text);
    } else {
        events.push(Event::Text(text.to_string()));
    }
}

impl ToPyObject for Event {
    fn to_pyobject(self, vm: &VirtualMachine) -> PyObjectRef {
        let text = |text: String| -> PyObjectRef { vm.ctx.new_str(text).into() };
        let optional = |value: Option<String>| value.map_or_else(|| vm.ctx.none(), text);
        let list = |attributes: Vec<(String, String)>| -> PyObjectRef {
            let pairs = attributes.into_iter();
            let pairs = pairs.map(|(name, value)| {
                let pair = vec![text(name), text(value)];
                vm.ctx.new_tuple(pair).into()
            });
            vm.ctx.new_list(pairs.collect()).into()
        };
        let letter = |letter: &str| text(letter.to_owned());
        let items = match self {
            Event::Start {
                name,
                attributes,
                kind: StartKind::Token { closes_itself },
            } => {
                let closes_itself = vm.ctx.new_bool(closes_itself).into();
                vec![letter("s"), text(name), list(attributes), closes_itself]
            }
            Event::Start {
                name,
                attributes,
                kind: StartKind::Node { namespace },
            } => vec![
                letter("s"),
                text(name),
                optional(namespace),
                list(attributes),
            ],
            Event::End(name) => vec![letter("e"), text(name)],
            Event::Text(data) => vec![letter("d"), text(data)],
            Event::Comment(data) => vec![letter("c"), text(data)],
            Event::Doctype([name, public, system]) => {
                vec![
                    letter("t"),
                    optional(name),
                    optional(public),
                    optional(system),
                ]
            }
        };
        vm.ctx.new_tuple(items).into()
    }
}
