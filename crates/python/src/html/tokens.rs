//! The tags, texts and comments of a page as they stand, without the rules for what belongs where.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::event::{Event, StartKind, pairs, push_text};

/// Reads the tokens of a page. What is in scripts, styles and the like is text.
pub(crate) fn tokens(text: &str) -> Vec<Event> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    // The sink never asks to stop, so that one call reads all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Sink(RefCell<Vec<Event>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut events = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return take_tag(&mut events, tag),
            Token::CharacterTokens(text) => push_text(&mut events, &text),
            Token::NullCharacterToken => push_text(&mut events, &"\u{fffd}".into()),
            Token::CommentToken(text) => events.push(Event::Comment(text.to_string())),
            Token::DoctypeToken(doctype) => {
                let parts = [doctype.name, doctype.public_id, doctype.system_id];
                let parts = parts.map(|part| part.map(|text| text.to_string()));
                events.push(Event::Doctype(parts));
            }
            Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn take_tag(events: &mut Vec<Event>, tag: Tag) -> TokenSinkResult<()> {
    let (name, closes_itself) = (tag.name.to_string(), tag.self_closing);
    if tag.kind == TagKind::EndTag {
        events.push(Event::End(name));
        return TokenSinkResult::Continue;
    }
    let next = match &*name {
        _ if closes_itself => TokenSinkResult::Continue,
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    };
    events.push(Event::Start {
        name,
        attributes: pairs(tag.attrs),
        kind: StartKind::Token { closes_itself },
    });
    next
}
