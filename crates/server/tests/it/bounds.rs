//! Whatever a program does, the command ends: in a sentence, with the trace that was recorded, and within the
//! memory that the program may have.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use crate::command::{Said, interleave};

/// A folder for the files of one test, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("interleave-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs a program of one line behind another one, and returns what the command says and the document that it writes.
fn ended(number: usize, line: &str, folder: &Folder, options: &str) -> (Said, serde_json::Value) {
    let source = format!("import itertools, math, re\nprint('begins')\n{line}\nprint('never')\n");
    let program = folder.file(&format!("program-{number}.py"), &source);
    let out = folder.0.join(format!("out-{number}.json"));
    let mut command: Command = interleave(&format!("run --format json {options}"));
    let said: Said = command
        .arg("--out")
        .arg(&out)
        .arg(&program)
        .output()
        .unwrap()
        .into();
    let document = fs::read(&out).unwrap_or_default();
    let document = serde_json::from_slice(&document).unwrap_or_default();
    (said, document)
}

/// All at once: each takes the ten seconds that a step has.
fn each_ends(name: &str, lines: &[&str], options: &str, sentence: &str) {
    let folder = Folder::new(name);
    thread::scope(|threads| {
        for (number, line) in lines.iter().enumerate() {
            let folder = &folder;
            threads.spawn(move || {
                let (said, document) = ended(number, line, folder, options);
                assert_eq!(said.code, 3, "{line}: {}", said.err);
                assert_eq!(said.err.trim_end(), sentence, "{line}");
                assert_eq!(document["outcome"], "limit", "{line}");
                let console = document["console"].as_array().expect(line);
                assert_eq!(console.len(), 1, "{line}");
                assert_eq!(console[0]["text"], "begins", "{line}");
            });
        }
    });
}

/// Inside of a function of the interpreter's nothing interrupts a program.
#[test]
fn what_never_comes_back_to_the_interpreter_ends_with_its_trace() {
    let lines = [
        "re.match('(a+)+$', 'a' * 40 + 'b')",
        "sum(iter(int, 1))",
        "any(itertools.repeat(0))",
        "-1 in itertools.count()",
        "math.factorial(10 ** 9)",
        "range(10 ** 18).count('x')",
    ];
    let sentence =
        "one step ran for 10 s without an await; a loop that never ends may be the cause";
    each_ends("stuck", &lines, "", sentence);
}

#[test]
fn a_program_that_does_not_let_itself_be_ended_is_ended() {
    let program = "while True:
    try:
        while True:
            pass
    except BaseException:
        pass";
    let sentence =
        "one step ran for 10 s without an await; a loop that never ends may be the cause";
    each_ends("unwilling", &[program], "", sentence);
}

#[test]
fn what_grows_inside_of_the_interpreter_ends_with_its_trace() {
    let lines = [
        "list(itertools.count())",
        "''.join(itertools.repeat('x'))",
        "dict(zip(itertools.count(), itertools.count()))",
        "'%100000000000d' % 1",
        "'x'.zfill(10 ** 11)",
        "a, *b = itertools.count()",
    ];
    let sentence = "the program hit its limit of 160 MB of memory; \
        something that grows without end may be the cause";
    each_ends("grown", &lines, "--memory 160", sentence);
}

#[test]
fn a_program_may_catch_that_it_gets_no_more_memory() {
    let folder = Folder::new("caught");
    let program = "
kept = []
try:
    while True:
        kept.append(bytes(1000))
except MemoryError as error:
    kept = None
    print(repr(error), *error.__notes__)
for large in (lambda: [0] * 10 ** 11, lambda: (0,) * 10 ** 11, lambda: 'x' * 10 ** 11,
              lambda: b'x' * 10 ** 11, lambda: bytearray(b'x') * 10 ** 11, lambda: 1 << 10 ** 12,
              lambda: 7 ** 10 ** 12, lambda: list(range(10 ** 12))):
    try:
        large()
    except MemoryError as error:
        print(repr(error))
print([0] * 3, 'ab' * 2, 1 << 70, 7 ** 30, list(range(3)))
";
    let program = folder.file("caught.py", program);
    let said: Said = interleave("run").arg(&program).output().unwrap().into();
    let note = "a program has 1024 MB of memory here; `interleave run --memory` gives it more";
    let mut lines = vec![format!("MemoryError() {note}")];
    lines.extend(vec!["MemoryError()".to_owned(); 8]);
    lines.push("[0, 0, 0] abab 1180591620717411303424 22539340290692258087863249 [0, 1, 2]".into());
    lines.push("Wall time: 0.00 s\n".into());
    assert_eq!((said.out, said.code), (lines.join("\n"), 0), "{}", said.err);
}

/// With the real clock nothing but its reader ends a program.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_what_never_comes_back_to_the_interpreter() {
    let folder = Folder::new("stopped");
    let source = "import re\nprint('begins')\nre.match('(a+)+$', 'a' * 40 + 'b')\nprint('never')\n";
    let program = folder.file("stopped.py", source);
    let mut child = interleave("run --live")
        .arg(&program)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert_eq!(line, "begins\n");
    let id = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(killed.success());
    let said: Said = child.wait_with_output().unwrap().into();
    assert_eq!(said.code, 130, "{}", said.err);
    assert!(
        said.err.starts_with("the run was stopped after "),
        "{}",
        said.err
    );
}

/// Where the interpreter itself goes down a chain link by link, and does not look at its stack.
#[cfg(target_os = "linux")]
#[test]
fn long_chains_do_not_end_the_process() {
    let folder = Folder::new("chains");
    let program = "
import itertools
chain = iter([1])
for _ in range(100_000):
    chain = map(abs, chain)
print(list(chain))
chain = iter(())
for _ in range(200_000):
    chain = itertools.chain(chain)
print(list(chain))
error = ValueError('last')
for _ in range(20_000):
    other = ValueError()
    other.__context__ = error
    error = other
def again():
    again()
try:
    again()
except RecursionError as caught:
    print(type(caught).__name__)
raise error
";
    let program = folder.file("chains.py", program);
    let said: Said = interleave("run").arg(&program).output().unwrap().into();
    let printed = "[1]\n[]\nRecursionError\nWall time: 0.00 s\n";
    assert_eq!((said.out.as_str(), said.code), (printed, 1), "{}", said.err);
}

#[test]
fn the_output_is_never_what_runs() {
    let folder = Folder::new("overwritten");
    let source = "print('kept')\n";
    let program = folder.file("program.py", source);
    let linked = folder.0.join("linked.py");
    fs::hard_link(&program, &linked).unwrap();
    let mut names = vec![program.clone(), linked, folder.0.join("./program.py")];
    #[cfg(unix)]
    {
        let named = folder.0.join("named.py");
        std::os::unix::fs::symlink(&program, &named).unwrap();
        names.push(named);
    }
    for out in names {
        let said: Said = interleave("run")
            .arg(&program)
            .arg("--out")
            .arg(&out)
            .output()
            .unwrap()
            .into();
        assert_eq!(said.code, 2, "{}", out.display());
        assert!(said.err.contains("choose another file"), "{}", said.err);
        assert_eq!(fs::read_to_string(&program).unwrap(), source);
    }
}
