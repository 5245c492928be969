//! The messages of a language file, read as plainly as a test needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

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
