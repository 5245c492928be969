//! All languages say everything that can be said, with the same things filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::support::messages::Messages;
use crate::support::{GIVEN, Played};
use interleave::lessons::{Expected, catalogue};
use interleave::runtime::{
    Error, Limit, Naming, Queue, Semaphore, blocking_sleep, create_task, fetch, gather, println,
    sleep,
};
use interleave::story::{Phrase, StoryBuilder, phrases};
use interleave::timeline::{LabelTexts, state_phrase};
use interleave::trace::Trace;

/// Returns the messages of the folder's languages, by their tags.
fn languages() -> BTreeMap<String, Messages> {
    let files = std::fs::read_dir(root().join("www/languages")).unwrap();
    let tags = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let tags = tags.map(|name| name.strip_suffix(".ftl").unwrap().to_owned());
    let languages: BTreeMap<_, _> = tags.map(|tag| (tag.clone(), Messages::of(&tag))).collect();
    assert!(languages.len() > 1);
    languages
}

/// Claims that every language has a message.
fn says(key: &str) {
    for (language, messages) in languages() {
        assert!(messages.has(key), "{language} lacks {key}");
    }
}

/// Claims that every language has the message of a sentence, and fills in only what it is given.
fn says_phrase(languages: &BTreeMap<String, Messages>, phrase: &Phrase) {
    let given: BTreeSet<_> = phrase.arguments.iter().map(|(name, _)| *name).collect();
    for (language, messages) in languages {
        let key = phrase.key;
        assert!(messages.has(key), "{language} lacks {key}");
        let wanted = messages.variables(key);
        assert!(
            wanted.is_subset(&given),
            "{language} {key}: {wanted:?} of {given:?}"
        );
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Says which messages a language lacks. English would stand in for them.
#[test]
fn the_languages_have_the_same_messages() {
    let languages = languages();
    let keys = |messages: &Messages| messages.0.keys().cloned().collect::<BTreeSet<_>>();
    let english = keys(&languages["en"]);
    for (language, messages) in &languages {
        let keys = keys(messages);
        let lacks: Vec<_> = english.difference(&keys).collect();
        assert!(lacks.is_empty(), "{language} lacks {lacks:?}");
        let unknown: Vec<_> = keys.difference(&english).collect();
        assert!(unknown.is_empty(), "en lacks {unknown:?} of {language}");
    }
}

#[test]
fn the_languages_fill_in_the_same_things() {
    let languages = languages();
    let english = &languages["en"];
    for (language, messages) in &languages {
        for key in english.0.keys().filter(|key| messages.has(key)) {
            let (wanted, found) = (english.variables(key), messages.variables(key));
            assert_eq!(wanted, found, "{language} {key}");
        }
    }
}

#[test]
fn each_language_has_a_name_of_its_own() {
    let languages = languages();
    let names: BTreeSet<_> = languages
        .values()
        .map(|messages| &messages.0["language-name"])
        .collect();
    assert_eq!(names.len(), languages.len(), "{names:?}");
}

#[test]
fn labels_have_messages() {
    for key in LabelTexts::keys() {
        says(key);
    }
}

/// Labels are filled in by the picture itself, which knows three names.
#[test]
fn labels_are_plain() {
    for messages in languages().values() {
        for key in LabelTexts::keys() {
            let message = &messages.0[key];
            assert!(!message.contains("->"), "{key}: {message}");
            for name in messages.variables(key) {
                assert!(
                    ["name", "count", "seconds"].contains(&name),
                    "{key}: {name}"
                );
            }
        }
    }
}

/// A program in which happens what no lesson has.
fn rare() -> Played {
    Played::main(|| async {
        let places = Semaphore::new(1);
        let _place = places.acquire().await?;
        let waits = async move { places.acquire().await.map(drop) };
        create_task(waits.named("waits"));
        create_task(fetch("http://nowhere/").named("fetches"));
        let fails = create_task(async { Err::<(), _>(Error::zero_division()) }.named("fails"));
        fails.add_done_callback(|_| Err(Error::zero_division()));
        blocking_sleep(1.0);
        for i in 0..4 {
            println!("{i}");
        }
        sleep(2.0).await?;
        let queue = Queue::<i64>::new(0);
        gather([async move { queue.get().await }.named("gets")])
            .await
            .map(drop)
    })
}

#[test]
fn every_sentence_of_every_lesson_has_a_message() {
    let given = GIVEN.map(|(slug, given)| Played::simulated(slug, given));
    let played = catalogue().iter().map(Played::of).chain(given);
    let languages = languages();
    for played in played.chain([rare()]) {
        played.look(|story| {
            for stop in story.stops() {
                for phrase in phrases(story, &stop) {
                    says_phrase(&languages, &phrase);
                }
            }
        });
    }
}

/// Also the sentences that no run above came to.
#[test]
fn every_key_in_the_code_of_the_sentences_has_a_message() {
    let files = ["sentences.rs", "event_sentences.rs"];
    let text = files.map(|file| read(&root().join("src/story").join(file)));
    let text = text.concat();
    let literals: Vec<_> = text.split('"').skip(1).step_by(2).collect();
    let is_key = |text: &&&str| {
        let words = text.split('-');
        text.contains('-')
            && words
                .clone()
                .all(|w| w.bytes().all(|b| b.is_ascii_lowercase()))
    };
    let keys: Vec<_> = literals.iter().filter(is_key).collect();
    assert!(keys.len() > 25, "{keys:?}");
    for key in keys {
        says(key);
    }
}

#[test]
fn every_state_has_a_message() {
    let (builder, trace, languages) = (StoryBuilder::default(), Trace::new(), languages());
    let story = builder.with(&trace);
    for state in crate::support::states() {
        says_phrase(&languages, &state_phrase(story, state));
    }
}

#[test]
fn every_bound_has_a_message() {
    let limits = [
        Limit::Steps(1),
        Limit::Tasks(1),
        Limit::Events(1),
        Limit::Lines(1),
        Limit::Queued(1),
        Limit::Step(1),
        Limit::Memory(1),
        Limit::Stuck,
    ];
    for (name, _) in limits.map(Limit::parts) {
        says(&format!("error-limit-{name}"));
        for messages in languages().values() {
            let story = &messages.0["limit-reached"];
            assert!(story.contains(&format!("[{name}]")), "{story}");
        }
    }
}

#[test]
fn every_wrong_value_has_a_message() {
    let (url, options) = (String::new(), &[][..]);
    let expected = [
        Expected::Seconds { max: 1 },
        Expected::Count { min: 0, max: 1 },
        Expected::Choice { options },
        Expected::UrlCount { count: 0, max: 1 },
        Expected::UrlNumber { url: url.clone() },
        Expected::UrlSeconds { url, max: 1 },
        Expected::Address,
        Expected::Parameter { names: Vec::new() },
    ];
    for expected in expected {
        says(&format!("refused-{}", expected.name()));
    }
}

#[test]
fn every_lesson_and_parameter_is_explained() {
    for lesson in catalogue() {
        says(&format!("group-{}", lesson.group));
        for text in ["title", "summary", "look", "why"] {
            says(&format!("lesson-{}-{text}", lesson.slug));
        }
        for parameter in lesson.parameters {
            says(&format!("parameter-{}-help", parameter.name));
        }
    }
}

/// Returns what follows `before` in a text, up to `end`, wherever it occurs.
fn all_between<'a>(text: &'a str, before: &str, end: char) -> Vec<&'a str> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(end)?.0))
        .collect()
}

/// Returns the page's scripts, in a folder and in the folders within.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_theirs = path.ends_with("node_modules") || path.ends_with("pkg");
        if path.is_dir() && !is_theirs {
            found.extend(scripts(&path));
        } else if path.extension().is_some_and(|ext| ext == "ts") {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_key_that_the_page_names_has_a_message() {
    let mut keys = BTreeSet::new();
    for path in scripts(&root().join("www")) {
        let text = read(&path);
        for call in ["essages.text(\"", "essages.maybe(\"", "essages?.text(\""] {
            keys.extend(all_between(&text, call, '"').into_iter().map(String::from));
        }
    }
    let page = read(&root().join("index.html"));
    for attribute in ["data-text=\"", "data-label=\""] {
        keys.extend(
            all_between(&page, attribute, '"')
                .into_iter()
                .map(String::from),
        );
    }
    assert!(keys.len() > 40, "{keys:?}");
    for key in keys {
        says(&key);
    }
}
