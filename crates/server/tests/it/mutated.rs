//! Ten thousand recordings that were changed: each is refused with a sentence, or shown.
//!
//! Half are changed as a file is, by its bytes or by its fields, and hardly one of those agrees with itself.
//! The other half are written anew from a record whose bytes were changed: they are consistent, whatever
//! they say, and are drawn and told of as any other.

use std::fs;
use std::path::Path;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use interleave::export::{
    ExportedRun, Format, PictureOptions, StillOptions, StillTheme, still_picture,
};
use interleave::runtime::{Event, Nanos, Outcome};
use interleave::story::{StoryBuilder, phrases, summarise};
use interleave::timeline::{Axis, LabelTexts};
use interleave::trace::codec;
use interleave_server::run::{FinishedRun, recording_of};
use serde_json::Value;

use crate::command::printed;

/// How many of each half.
const EACH: u64 = 5_000;

/// What a page must never fetch, in place of texts of a record.
const HOSTILE: [&str; 4] = [
    "https://evil.example/x.png",
    "javascript:alert(1)//.svg",
    "<img src=//evil.example/a.gif>",
    "\u{202e}\u{0}\u{7}gnp.x/",
];

/// Numbers by chance, the same for the same seed (xorshift64*).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % most.max(1)
    }
}

fn recordings() -> Vec<String> {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutated.py");
    let source = "import asyncio\n\nasync def main():\n    print('https://a.example/p.png')\n    \
                  await asyncio.sleep(1)\n\nasyncio.run(main())\n";
    fs::write(&program, source).unwrap();
    let program = program.display().to_string();
    let runs = [
        &program,
        "gather",
        "cancel-and-errors",
        "producer-consumer",
        "movies-gather",
    ];
    let json = |run: &&str| printed(&format!("run {run} --format json"));
    runs.iter().map(json).collect()
}

/// Changes some bytes of a text: other ones, fewer, or some of them twice.
fn change_bytes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        let to = (at + chance.below(12)).min(bytes.len());
        match chance.below(4) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..to)),
            2 => bytes.extend_from_within(at..to),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = chance.below(256) as u8;
                }
            }
        }
    }
}

/// Changes a field somewhere in a document.
fn change_field(value: &mut Value, chance: &mut Chance) {
    let inner = match value {
        Value::Object(fields) => {
            let at = chance.below(fields.len());
            fields.values_mut().nth(at)
        }
        Value::Array(items) => {
            let at = chance.below(items.len());
            items.get_mut(at)
        }
        _ => None,
    };
    match inner {
        Some(inner) if chance.below(8) > 0 => change_field(inner, chance),
        _ => {
            *value = match chance.below(6) {
                0 => Value::Null,
                1 => Value::from(-1),
                2 => Value::from(1e300),
                3 => Value::from(HOSTILE[chance.below(HOSTILE.len())]),
                4 => Value::Array(Vec::new()),
                _ => Value::Object(serde_json::Map::new()),
            }
        }
    }
}

/// Changes a file, and leaves it to be noticed.
fn changed_file(json: &str, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = json.as_bytes().to_vec();
    if chance.below(3) == 0 {
        change_bytes(&mut bytes, chance);
        return bytes;
    }
    let mut document: Value = serde_json::from_str(json).unwrap();
    if chance.below(2) == 0 {
        change_field(&mut document, chance);
    } else {
        let record = document["recording"].as_str().unwrap_or_default();
        let mut record = BASE64.decode(record).unwrap();
        change_bytes(&mut record, chance);
        document["recording"] = BASE64.encode(record).into();
    }
    document.to_string().into_bytes()
}

/// Changes the bytes of a record, and writes a file that says what they say. None if they are no record.
fn consistent_file(finished: &FinishedRun, chance: &mut Chance) -> Option<String> {
    let mut bytes = finished.recorder.read(codec::encode);
    if chance.below(2) == 0 {
        put_hostile_text(&mut bytes, chance);
    } else {
        for _ in 0..=chance.below(3) {
            let at = 4 + chance.below(bytes.len() - 4);
            bytes[at] = chance.below(256) as u8;
        }
    }
    let file: &'static str = finished.summary.lesson.clone().leak();
    let trace = codec::decode(&bytes, &[file, ""]).ok()?;
    let counted =
        |is: fn(&Event<'_>) -> bool| trace.events().filter(|(_, event)| is(event)).count();
    let steps = counted(|event| matches!(event, Event::StepBegan { .. }));
    let ticks = counted(|event| *event == Event::TickBegan);
    let end = trace.events().last().map_or(Nanos::ZERO, |(at, _)| at);
    let builder = StoryBuilder::of(&trace);
    let story = builder.with(&trace);
    let counts = (steps as u64, ticks as u64);
    let summary = summarise(file, story, end, counts, &Outcome::Finished);
    Some(interleave::export::json(&ExportedRun {
        story,
        summary: &summary,
        params: &finished.params,
        program: finished.program.as_ref(),
        picture: &PictureOptions::default(),
    }))
}

/// Puts what must not be fetched over a text of a record, in its length.
fn put_hostile_text(bytes: &mut [u8], chance: &mut Chance) {
    let hostile = HOSTILE[chance.below(HOSTILE.len())].as_bytes();
    let texts: Vec<usize> = (0..bytes.len().saturating_sub(hostile.len()))
        .filter(|at| {
            bytes[*at..at + 6]
                .iter()
                .all(|byte| byte.is_ascii_graphic())
        })
        .collect();
    let Some(at) = texts.get(chance.below(texts.len())).copied() else {
        return;
    };
    let end = bytes[at..]
        .iter()
        .position(|byte| !(b' '..=b'~').contains(byte));
    let length = end.unwrap_or(0).min(hostile.len());
    bytes[at..at + length].copy_from_slice(&hostile[..length]);
}

/// Draws and tells a run in every way. Returns how many letters that is.
fn shown(finished: &FinishedRun) -> usize {
    finished.recorder.read(|trace| {
        let story = finished.builder.with(trace);
        let picture = PictureOptions {
            width_px: 600.0,
            ..PictureOptions::default()
        };
        let run = ExportedRun {
            story,
            summary: &finished.summary,
            params: &finished.params,
            program: finished.program.as_ref(),
            picture: &picture,
        };
        let files = Format::ALL.iter().map(|format| format.whole(&run).len());
        let said = story
            .stops()
            .take(100)
            .map(|stop| phrases(story, &stop).len());
        let label_texts = LabelTexts::from_messages(|key| format!("{key} {{name}}"));
        let still = still_picture(
            story,
            &StillOptions {
                width_px: 600.0,
                axis: Axis::Auto,
                theme: StillTheme::Page,
                title: &finished.summary.lesson,
                description: "",
                label_texts: &label_texts,
            },
        );
        // A picture refers to nothing, whatever a task is called.
        let tags = still
            .split('<')
            .skip(1)
            .filter_map(|part| part.split_once('>'));
        for (tag, _) in tags {
            assert!(!tag.contains("href") && !tag.contains("url("), "{tag}");
            let name = tag
                .trim_start_matches('/')
                .split([' ', '/'])
                .next()
                .unwrap_or_default();
            assert!(
                ["svg", "g", "path", "text", "title", "desc"].contains(&name),
                "{tag}"
            );
        }
        files.sum::<usize>() + said.sum::<usize>() + still.len()
    })
}

#[test]
fn ten_thousand_changed_recordings_are_refused_or_shown() {
    let originals = recordings();
    let runs: Vec<_> = originals
        .iter()
        .map(|json| recording_of(json.as_bytes()).unwrap())
        .collect();
    let (mut refused, mut seen) = ([0, 0], [0, 0]);
    for seed in 0..2 * EACH {
        let mut chance = Chance::new(seed);
        let which = chance.below(runs.len());
        let half = usize::from(seed >= EACH);
        let file = match half {
            0 => Some(changed_file(&originals[which], &mut chance)),
            _ => consistent_file(&runs[which], &mut chance).map(String::into_bytes),
        };
        let read = file
            .map(|file| recording_of(&file))
            .unwrap_or(Err("no record".into()));
        match read {
            Ok(finished) => {
                assert!(shown(&finished) > 0, "seed {seed}");
                seen[half] += 1;
            }
            Err(why) => {
                assert!(!why.is_empty(), "seed {seed}");
                refused[half] += 1;
            }
        }
    }
    println!("refused {refused:?}, shown {seen:?}");
    // Of what was changed by hand most is refused, and much of what is consistent is shown.
    assert!(refused[0] > EACH * 9 / 10, "{refused:?}");
    assert!(seen[1] > EACH / 3, "{seen:?}");
}
