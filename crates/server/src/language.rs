//! The reader's language: the page's own messages, as the command uses them.
//!
//! A message that a language lacks is taken from English, and the key stands for a message that
//! English lacks too: no text is ever empty.

use clap::ValueEnum;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use interleave::{
    lessons::{Lesson, Parameter},
    timeline::LabelTexts,
};
use unic_langid::LanguageIdentifier;

/// A language of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Tag {
    /// English.
    #[default]
    #[value(name = "en")]
    English,
    /// Simplified Chinese.
    #[value(name = "zh-Hans")]
    Chinese,
}

impl Tag {
    /// Returns the messages as a Fluent file.
    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../../../www/languages/en.ftl"),
            Self::Chinese => include_str!("../../../www/languages/zh-Hans.ftl"),
        }
    }

    /// Returns the tag as BCP 47 writes it.
    fn text(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }
}

/// The messages of a language.
pub struct Language {
    /// The messages of the language, and then those of English.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Language {
    /// Reads the messages of a language.
    pub fn new(tag: Tag) -> Self {
        let tags = [tag, Tag::English];
        Self {
            bundles: tags.into_iter().map(bundle).collect(),
        }
    }

    /// Returns a lesson's title.
    pub fn lesson_title(&self, lesson: &Lesson) -> String {
        self.message_or(&format!("lesson-{}-title", lesson.slug), lesson.slug)
    }

    /// Returns a sentence about what a lesson shows.
    pub fn lesson_summary(&self, lesson: &Lesson) -> String {
        self.message_or(&format!("lesson-{}-summary", lesson.slug), lesson.slug)
    }

    /// Returns a sentence about a parameter: the lesson's own, or the sentence of all lessons.
    pub fn parameter_help(&self, lesson: &Lesson, parameter: &Parameter) -> String {
        let own = format!("lesson-{}-{}-help", lesson.slug, parameter.name);
        let shared = format!("parameter-{}-help", parameter.name);
        let own = self.message(&own, &FluentArgs::new());
        own.unwrap_or_else(|| self.message_or(&shared, parameter.name))
    }

    /// Returns the unit of seconds.
    pub fn seconds_unit(&self) -> String {
        self.message_or("unit-seconds", "s")
    }

    /// Returns the labels in a picture.
    pub fn label_texts(&self) -> LabelTexts {
        // The picture fills in its labels itself: each argument stands for its own placeholder.
        let mut arguments = FluentArgs::new();
        for name in ["name", "count", "seconds"] {
            arguments.set(name, format!("{{{name}}}"));
        }
        LabelTexts::from_messages(|key| self.message(key, &arguments).unwrap_or_else(|| key.into()))
    }

    fn message_or(&self, key: &str, instead: &str) -> String {
        self.message(key, &FluentArgs::new())
            .unwrap_or_else(|| instead.to_owned())
    }

    fn message(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            // An argument that is missing is written as its placeholder.
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
            Some(text.into_owned())
        })
    }
}

fn bundle(tag: Tag) -> FluentBundle<FluentResource> {
    let locale: Option<LanguageIdentifier> = tag.text().parse().ok();
    let mut bundle = FluentBundle::new(locale.into_iter().collect());
    // The marks that isolate text directions are for pages; a terminal shows them as blanks.
    bundle.set_use_isolating(false);
    // A message that cannot be parsed is left out; of two messages with one key the first counts.
    let resource = match FluentResource::try_new(tag.source().to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::{FluentArgs, FluentResource, Language, Tag, bundle};
    use clap::ValueEnum;
    use interleave::{lessons::catalogue, timeline::LabelTexts};

    #[test]
    fn each_language_has_every_message() {
        for tag in Tag::value_variants() {
            assert!(FluentResource::try_new(tag.source().to_owned()).is_ok());
            let bundle = bundle(*tag);
            let says = |key: String| assert!(bundle.has_message(&key), "{tag:?} lacks {key}");
            for lesson in catalogue() {
                says(format!("lesson-{}-title", lesson.slug));
                says(format!("lesson-{}-summary", lesson.slug));
                for parameter in lesson.parameters {
                    says(format!("parameter-{}-help", parameter.name));
                }
            }
            for key in LabelTexts::keys() {
                says(key.to_owned());
            }
        }
    }

    #[test]
    fn another_text_stands_for_a_missing_message() {
        let language = Language::new(Tag::Chinese);
        assert_eq!(language.message("no-such-key", &FluentArgs::new()), None);
        assert_eq!(language.message_or("no-such-key", "slug"), "slug");
    }
}
