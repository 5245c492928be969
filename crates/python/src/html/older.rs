//! What the standard said when html5lib was written, where the parser follows what it says today.
//!
//! A `template` was an element like others. In a `select` there were options alone: other tags were left out.

use std::cell::Cell;

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

/// What the parser knows a `template` by.
const TEMPLATE: &str = "template";
const UNKNOWN: &str = "unknown-template";

/// Parts of a table, each of which ended a `select` in a cell.
const TABLE: [&str; 8] = [
    "caption", "table", "tbody", "tfoot", "thead", "tr", "td", "th",
];

/// What may be in a `select`.
const OPTIONS: [&str; 4] = ["option", "optgroup", "script", "html"];

/// What ends a `select` and stands behind it.
const FIELDS: [&str; 3] = ["input", "keygen", "textarea"];

/// Returns the name that an element has in the page.
pub(super) fn name_in_page(name: &str) -> &str {
    if name == UNKNOWN { TEMPLATE } else { name }
}

/// Hands tokens on to the parser, as the older standard had them.
pub(super) struct Older<S> {
    pub(super) sink: S,
    is_in_select: Cell<bool>,
    tables: Cell<u32>,
}

/// What becomes of a tag.
enum Fate {
    Taken,
    /// It is left out.
    LeftOut,
    /// A `select` ends before it.
    EndsSelect,
    /// It is the end of a `select`.
    IsEndOfSelect,
}

impl<S> Older<S> {
    pub(super) fn new(sink: S) -> Self {
        Self {
            sink,
            is_in_select: Cell::new(false),
            tables: Cell::new(0),
        }
    }

    fn fate(&self, tag: &Tag) -> Fate {
        let (name, is_start) = (&*tag.name, tag.kind == TagKind::StartTag);
        if !self.is_in_select.get() {
            self.is_in_select.set(is_start && name == "select");
            self.count_table(name, is_start);
            return Fate::Taken;
        }
        let is_table = TABLE.contains(&name) && self.tables.get() > 0;
        let fate = match (name, is_start) {
            ("select", true) => Fate::IsEndOfSelect,
            ("select", false) => Fate::Taken,
            _ if is_table => Fate::EndsSelect,
            _ if is_start && FIELDS.contains(&name) => Fate::EndsSelect,
            _ if OPTIONS.contains(&name) => return Fate::Taken,
            _ => return Fate::LeftOut,
        };
        self.is_in_select.set(false);
        self.count_table(name, is_start);
        fate
    }

    fn count_table(&self, name: &str, is_start: bool) {
        if name == "table" {
            let tables = self.tables.get();
            self.tables.set(match is_start {
                true => tables + 1,
                false => tables.saturating_sub(1),
            });
        }
    }
}

fn end_of_select() -> Token {
    Token::TagToken(Tag {
        kind: TagKind::EndTag,
        name: "select".into(),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    })
}

impl<S: TokenSink> TokenSink for Older<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        let Token::TagToken(mut tag) = token else {
            return self.sink.process_token(token, line);
        };
        if &*tag.name == TEMPLATE {
            tag.name = UNKNOWN.into();
        }
        match self.fate(&tag) {
            Fate::Taken => {}
            Fate::LeftOut => return TokenSinkResult::Continue,
            Fate::EndsSelect => drop(self.sink.process_token(end_of_select(), line)),
            Fate::IsEndOfSelect => return self.sink.process_token(end_of_select(), line),
        }
        self.sink.process_token(Token::TagToken(tag), line)
    }

    fn end(&self) {
        self.sink.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.sink
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
