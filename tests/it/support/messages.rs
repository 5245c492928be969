//! The messages of a language file, read as plainly as a test needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use interleave::story::{Phrase, Word};
use interleave::timeline::LabelTexts;

/// Messages by their keys, each as it is written.
pub struct Messages(pub BTreeMap<String, String>);

impl Messages {
    /// Reads `www/languages/LANGUAGE.ftl`.
    pub fn of(language: &str) -> Messages {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = root.join(format!("www/languages/{language}.ftl"));
        let text = std::fs::read_to_string(path).unwrap();
        let mut messages = BTreeMap::new();
        let mut last = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (key, value) = line.split_once('=').unwrap();
                last = key.trim().to_string();
                let before = messages.insert(last.clone(), value.trim().to_string());
                assert_eq!(before, None, "{language}: {last} is there twice");
            } else if let Some(message) = messages.get_mut(&last) {
                *message += line;
            }
        }
        Messages(messages)
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Returns the names of what is filled into a message, and into the messages that it contains.
    pub fn variables(&self, key: &str) -> BTreeSet<&str> {
        let message = &self.0[key];
        let parts = message.split('$').skip(1);
        let own = parts.map(|part| part.split([' ', '}', ',', ')']).next().unwrap());
        let inner = message
            .split("{ ")
            .filter_map(|part| part.split_once(" }"))
            .filter(|(name, _)| self.has(name))
            .flat_map(|(name, _)| self.variables(name));
        own.chain(inner).collect()
    }

    /// Returns the labels of a picture.
    pub fn words(&self) -> LabelTexts {
        LabelTexts::from_messages(|key| self.0[key].replace("{ $", "{").replace(" }", "}"))
    }
}

/// How the words of a sentence are filled in.
impl Messages {
    /// Returns sentences as the page says them.
    pub fn say(&self, phrases: &[Phrase]) -> String {
        let said = phrases.iter().map(|phrase| self.sentence(phrase));
        let said: Vec<_> = said.collect();
        said.join(&self.fill("{ sentence-space }", &[]))
    }

    /// Returns a sentence as the page says it.
    pub fn sentence(&self, phrase: &Phrase) -> String {
        let words = phrase.arguments.iter().map(|(name, word)| {
            let word = match word {
                Word::Text(text) => text.clone(),
                Word::Number(number) => number.to_string(),
                Word::Seconds(seconds) => {
                    let value = ("value", format!("{seconds:.2}"));
                    self.fill(&self.0["seconds"], &[value])
                }
                Word::Names(names) => names.join(", "),
            };
            (*name, word)
        });
        self.fill(&self.0[phrase.key], &words.collect::<Vec<_>>())
    }

    /// Fills in a pattern of a message.
    fn fill(&self, pattern: &str, words: &[(&str, String)]) -> String {
        let Some((before, rest)) = pattern.split_once('{') else {
            return pattern.to_string();
        };
        let (inner, after) = rest.split_at(end_of_braces(rest));
        let filled = self.fill_in(inner.trim(), words);
        format!("{before}{filled}{}", self.fill(&after[1..], words))
    }

    fn fill_in(&self, inner: &str, words: &[(&str, String)]) -> String {
        let value = |name: &str| {
            let word = words.iter().find(|(known, _)| *known == name);
            word.unwrap_or_else(|| panic!("{name} is not among {words:?}"))
        };
        if let Some((name, variants)) = inner.split_once("->") {
            let chosen = variant(variants, &value(name.trim().trim_start_matches('$')).1);
            return self.fill(chosen.trim(), words);
        }
        match inner.strip_prefix('$') {
            Some(name) => value(name).1.clone(),
            None if inner.starts_with('"') => inner.trim_matches('"').to_string(),
            None => self.fill(&self.0[inner], words),
        }
    }
}

/// Returns where the brace is closed that was opened before a text.
fn end_of_braces(text: &str) -> usize {
    let mut depth = 1;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("a brace is not closed: {text}")
}

/// Returns the variant of a choice for a value: its own, that of its plural, or the last.
fn variant<'a>(variants: &'a str, value: &str) -> &'a str {
    let plural = if value == "1" { "one" } else { "other" };
    let own = [format!("[{value}]"), format!("[{plural}]")];
    let start = own
        .iter()
        .find_map(|key| Some(variants.find(key.as_str())? + key.len()));
    let default = variants.find("*[").unwrap();
    let start = start.unwrap_or_else(|| default + variants[default..].find(']').unwrap() + 1);
    let rest = &variants[start..];
    let mut depth = 0;
    let end = rest.char_indices().find(|(at, sign)| {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && (*sign == '[' || rest[*at..].starts_with("*["))
    });
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}
