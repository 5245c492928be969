//! The reader's language: the page's own messages, as the command uses them.
//!
//! A message that a language lacks is taken from English, and the key stands for a message that
//! English lacks too: no text is ever empty.

use clap::{ValueEnum, builder::PossibleValue};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use interleave::lessons::{Lesson, Parameter};
use interleave::timeline::LabelTexts;
use unic_langid::LanguageIdentifier;

/// A language of the page: one of the files in `www/languages`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// The tag as BCP 47 writes it, which is the file's name.
    tag: &'static str,
    /// The messages as a Fluent file.
    source: &'static str,
}

/// All languages, which the build script lists; the first is English.
static LANGUAGES: &[Tag] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Tag {
    /// Returns the tag as BCP 47 writes it.
    pub fn name(self) -> &'static str {
        self.tag
    }
}

impl ValueEnum for Tag {
    fn value_variants<'a>() -> &'a [Self] {
        LANGUAGES
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag))
    }
}

impl Default for Tag {
    fn default() -> Self {
        LANGUAGES[0]
    }
}

impl std::fmt::Debug for Tag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tag").field(&self.tag).finish()
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
        let tags = [tag, Tag::default()];
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

    /// Returns a sentence about what a picture shows.
    pub fn picture_summary(&self, task_count: usize, seconds: f64) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("tasks", task_count);
        let time = FluentArgs::from_iter([("value", format!("{seconds:.2}"))]);
        arguments.set("time", self.message("seconds", &time).unwrap_or_default());
        arguments.set("said", "");
        let said = self.message("timeline-description", &arguments);
        said.unwrap_or_default().trim_end().to_owned()
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
    let locale: Option<LanguageIdentifier> = tag.tag.parse().ok();
    let mut bundle = FluentBundle::new(locale.into_iter().collect());
    // The marks that isolate text directions are for pages; a terminal shows them as blanks.
    bundle.set_use_isolating(false);
    // A message that cannot be read is left out, and of two with one key the first counts.
    let resource = match FluentResource::try_new(tag.source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{FluentArgs, FluentResource, Language, Tag, bundle};
    use clap::ValueEnum;
    use interleave::lessons::{catalogue, find};
    use interleave::timeline::LabelTexts;

    #[test]
    fn each_language_has_every_message() {
        for tag in Tag::value_variants() {
            assert!(FluentResource::try_new(tag.source.to_owned()).is_ok());
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

    /// The folder is what counts: no other list has to name a language.
    #[test]
    fn each_file_of_the_folder_is_a_language() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/languages");
        let files = std::fs::read_dir(folder).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        let listed = Tag::value_variants().iter();
        let mut listed: Vec<_> = listed.map(|tag| format!("{}.ftl", tag.tag)).collect();
        assert_eq!(listed[0], "en.ftl");
        listed.sort();
        let names = files.iter().map(|file| file.file_name().unwrap());
        assert!(
            names.eq(listed.iter().map(|name| name.as_str())),
            "{listed:?}"
        );
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let made_up = Tag {
            tag: "xx",
            source: "lesson-gather-title = Xgather\n",
        };
        let (language, english) = (Language::new(made_up), Language::new(Tag::default()));
        let (gather, tasks) = (find("gather").unwrap(), find("tasks").unwrap());
        assert_eq!(language.lesson_title(gather), "Xgather");
        assert_eq!(language.lesson_title(tasks), english.lesson_title(tasks));
        assert_ne!(language.lesson_title(tasks), "tasks");
    }

    #[test]
    fn what_is_missing_is_said_by_another_name() {
        let language = Language::new(Tag::default());
        assert_eq!(language.message("no-such-key", &FluentArgs::new()), None);
        assert_eq!(language.message_or("no-such-key", "slug"), "slug");
    }
}
