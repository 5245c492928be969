//! What the lessons do stays what it is: hashes of their traces, at their defaults and at twenty
//! seeds of random values each.

use std::fmt::Write as _;

use expect_test::expect_file;
use interleave::{
    lessons::{Kind, Lesson, Parameter, catalogue},
    runtime::Random,
    trace::codec,
};
use interleave_server::run::{LessonRequest, simulated};
use sha2::{Digest, Sha256};

/// Returns a random value of a parameter, as a reader would type it; small, so that runs are quick.
fn any_value(parameter: &Parameter, random: &mut Random) -> String {
    let tenths = |random: &mut Random, max: u32| {
        let tenths = random.randint(0, i64::from(max.min(20)) * 10);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match parameter.kind {
        Kind::Seconds { max, .. } => tenths(random, max),
        Kind::Count { min, max, .. } => {
            let (min, max) = (min as i64, max.min(min + 60) as i64);
            random.randint(min, max).to_string()
        }
        Kind::Choice { options, .. } => {
            options[random.randint(0, options.len() as i64 - 1) as usize].to_string()
        }
        Kind::Urls { seconds_max, .. } => {
            let count = random.randint(1, 12);
            let urls = (0..count).map(|_| format!("url_{}", tenths(random, seconds_max)));
            urls.collect::<Vec<_>>().join(",")
        }
        Kind::Address { default } => default.to_string(),
    }
}

/// Returns the hash of a lesson's trace, in which its file has no folder.
fn hash(lesson: &Lesson, values: &[(&str, String)]) -> String {
    let given = values.iter().map(|(name, value)| (*name, value.as_str()));
    let played = simulated(&LessonRequest::new(lesson.slug, given).unwrap());
    let bytes = played.recorder.read(codec::encode);
    let (_, name) = lesson.file.rsplit_once('/').unwrap();
    let bytes = replace(&bytes, &text(lesson.file), &text(name));
    let digest = Sha256::digest(bytes);
    digest[..8].iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// Returns a text as a trace's bytes have it.
fn text(text: &str) -> Vec<u8> {
    let length = (text.len() as u32).to_le_bytes();
    [&length, text.as_bytes()].concat()
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|part| part == from) {
        replaced.extend([&rest[..at], to].concat());
        rest = &rest[at + from.len()..];
    }
    replaced.extend(rest);
    replaced
}

#[test]
fn traces_of_all_lessons_are_the_bytes_that_they_were() {
    let mut hashes = String::new();
    for lesson in catalogue() {
        writeln!(hashes, "{} defaults {}", lesson.slug, hash(lesson, &[])).unwrap();
        for seed in 1..=20 {
            let mut random = Random::new(seed);
            let values = lesson.parameters.iter();
            let values = values.map(|known| (known.name, any_value(known, &mut random)));
            let hash = hash(lesson, &values.collect::<Vec<_>>());
            writeln!(hashes, "{} seed-{seed} {hash}", lesson.slug).unwrap();
        }
    }
    expect_file!["../../../../tests/corpora/trace-hashes.txt"].assert_eq(&hashes);
}
