//! What a stop shows is true to its moment, in Python programs, too.

use std::path::Path;

use interleave::story::StoryBuilder;
use interleave_server::run::PythonFile;

#[path = "../../../../tests/it/support/true_moment.rs"]
mod true_moment;

#[test]
fn what_a_stop_shows_is_true_to_its_moment() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compare/programs");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.ends_with(".py") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let played = PythonFile::of_text(name, &source).simulated();
        played.recorder.read(|trace| {
            let builder = StoryBuilder::of(trace);
            true_moment::check(name, builder.with(trace));
            true_moment::check_lines(name, builder.with(trace));
        });
        count += 1;
    }
    assert!(count > 50, "{count}");
}
