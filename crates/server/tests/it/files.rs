//! What a Python program reads: nothing, unless its reader allows it the files beside it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Said, interleave};

/// A folder with a program in a folder of its own, and files in both; it goes with the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str, program: &str) -> Self {
        let root = std::env::temp_dir().join(format!("interleave-{name}-{}", std::process::id()));
        let place = Self(root);
        fs::create_dir_all(place.beside("below")).unwrap();
        fs::write(place.beside("program.py"), program).unwrap();
        fs::write(place.beside("data.csv"), "name,age\nAda,36\n").unwrap();
        fs::write(place.beside("below/x.bin"), b"\x00\xff").unwrap();
        fs::write(place.0.join("secret.txt"), "secret").unwrap();
        place
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.0.join("program").join(name)
    }

    fn run(&self, options: &str) -> Said {
        let mut command = interleave(&format!("run {options}"));
        let output = command.arg(self.beside("program.py")).output();
        output.unwrap().into()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_program_reads_the_files_beside_it_where_that_is_allowed() {
    let program = "
import csv, os, pathlib
with open('data.csv') as file:
    print(list(csv.DictReader(file)), file.name, file.mode)
print(open('below/x.bin', 'rb').read(), pathlib.Path('data.csv').read_text().split())
print(os.path.exists('data.csv'), os.path.isdir('below'), os.path.getsize('below/x.bin'))
print(open(pathlib.Path(__file__).parent / 'data.csv').readline(), end='')
";
    let place = Place::new("reads", program);
    let said = place.run("--allow-read");
    let lines: Vec<_> = said.out.lines().take(4).collect();
    let expected = [
        "[{'name': 'Ada', 'age': '36'}] data.csv r",
        "b'\\x00\\xff' ['name,age', 'Ada,36']",
        "True True 2",
        "name,age",
    ];
    assert_eq!(lines, expected, "{}", said.err);
}

#[test]
fn without_the_option_it_reads_none_and_the_sentence_names_it() {
    let place = Place::new("reads-none", "open('data.csv')\n");
    let said = place.run("");
    assert_eq!(said.code, 1);
    let sentence =
        "open is missing: interleave run --allow-read lets a program read the files beside it";
    assert!(said.err.contains(sentence), "{}", said.err);
    fs::write(
        place.beside("program.py"),
        "try:\n    open('none.csv')\nexcept FileNotFoundError as error:\n    print(error)\n",
    )
    .unwrap();
    let said = place.run("");
    let expected = "[Errno 2] No such file or directory: 'none.csv'\n";
    assert!(said.out.starts_with(expected), "{}", said.out);
}

#[test]
fn it_reads_nothing_outside_of_its_folder_and_writes_nothing() {
    let place = Place::new("reads-outside", "");
    let outside = place.0.join("secret.txt");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, place.beside("link.txt")).unwrap();
    #[cfg(not(unix))]
    fs::write(place.beside("link.txt"), "").unwrap();
    let large = vec![b'x'; (4 << 20) + 1];
    fs::write(place.beside("large.txt"), large).unwrap();
    let paths = ["../secret.txt", "link.txt", &text_of(&outside), "large.txt"];
    let program = format!(
        "import io
for path in {paths:?}:
    try:
        print(open(path).read())
    except io.UnsupportedOperation as error:
        print('refused')
for mode in ('w', 'a', 'x', 'r+'):
    try:
        open('data.csv', mode)
    except io.UnsupportedOperation as error:
        print('unwritten')
"
    );
    fs::write(place.beside("program.py"), program).unwrap();
    let said = place.run("--allow-read");
    let refused = said.out.lines().filter(|line| *line == "refused");
    assert_eq!(
        refused.count(),
        if cfg!(unix) { 4 } else { 3 },
        "{}",
        said.out
    );
    assert_eq!(said.out.matches("unwritten").count(), 4);
    assert!(!said.out.contains("secret"));
    let kept = fs::read_to_string(place.beside("data.csv")).unwrap();
    assert_eq!(kept, "name,age\nAda,36\n");
}

fn text_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
