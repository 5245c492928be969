//! Writes the recorded runs of all lessons into a folder: what the fuzzing of traces begins with.
//!
//! They are made anew each time, so they are always of the format's present version.

use std::path::PathBuf;
use std::rc::Rc;
use std::{env, fs};

use interleave::crawl::{NoHtml, Recording};
use interleave::lessons::{Arguments, DEMO_SITE, catalogue};
use interleave::runtime::{Run, RunOptions};
use interleave::trace::{TraceRecorder, codec};

/// Longer ones say nothing that shorter ones do not, and slow the fuzzer down.
const BYTES_MAX: usize = 16_384;

fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("give a folder"));
    for lesson in catalogue() {
        let arguments = Arguments::new(lesson.parameters, []).expect("a lesson's own values");
        let recorder = TraceRecorder::default();
        let options = RunOptions {
            observer: Box::new(recorder.clone()),
            fetch: Rc::new(Recording::of_demo_site(DEMO_SITE)),
            ..RunOptions::default()
        };
        Run::new(lesson.program(&arguments, Rc::new(NoHtml)), options).turns();
        let bytes = recorder.read(codec::encode);
        if bytes.len() <= BYTES_MAX {
            fs::write(folder.join(lesson.slug), bytes).expect("the folder can be written");
        }
    }
}
