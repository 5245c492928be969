//! Programs that are written as in a notebook: await at the top level, `%time`, and what of
//! IPython's is refused.

use std::{env, fs, path::PathBuf, process};

use expect_test::{Expect, expect};
use interleave::runtime::{Event, Outcome, StepEnd};
use interleave_server::run::PythonFile;

use crate::command::said;

/// A program in a file of its own, which goes with it.
struct Written(PathBuf);

impl Written {
    fn new(name: &str, source: &str) -> Self {
        let path = env::temp_dir().join(format!("interleave-{}-{name}", process::id()));
        fs::write(&path, source).unwrap();
        Self(path)
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Runs a program as a user at a terminal does; shows what it wrote, and how it ended.
fn check(name: &str, source: &str, expected: Expect) {
    let file = Written::new(name, source);
    let said = said(&format!("run {}", file.0.display()));
    let shown = format!("{}{}code {}\n", said.out, said.err, said.code);
    expected.assert_eq(&shown.replace(file.0.to_str().unwrap(), "cell.py"));
}

const CRAWL: &str = "import asyncio
async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds
";

#[test]
fn time_tells_how_long_an_expression_took() {
    check(
        "line.py",
        &format!(
            "{CRAWL}both = %time await asyncio.gather(fetch(1), fetch(4))\nprint(both)\n%time await fetch(0.35)\n%time print('now')\n"
        ),
        expect![[r#"
            Wall time: 4 s
            [1, 4]
            Wall time: 350 ms
            now
            Wall time: 0 ns
            Wall time: 4.35 s
            code 0
        "#]],
    );
}

/// Each task's is its own; and a program may still call `asyncio.run`.
#[test]
fn time_goes_into_functions() {
    check(
        "tasks.py",
        &format!(
            "{CRAWL}async def timed(seconds):
    %time await fetch(seconds)
async def main():
    await asyncio.gather(timed(0.0000125), timed(0.002), timed(7384))
%time asyncio.run(main())
"
        ),
        expect![[r#"
            Wall time: 12.5 μs
            Wall time: 2 ms
            Wall time: 2h 3min 4s
            Wall time: 2h 3min 4s
            Wall time: 7384.00 s
            code 0
        "#]],
    );
}

/// A cell ends where the next one is marked.
#[test]
fn time_tells_how_long_a_cell_took() {
    check(
        "cell.py",
        &format!(
            "{CRAWL}%%time
for seconds in (1, 2):
    print(await fetch(seconds))
# %%
await fetch(5)
%%time
await fetch(6)
"
        ),
        expect![[r#"
            1
            2
            Wall time: 3 s
            Wall time: 6 s
            Wall time: 14.00 s
            code 0
        "#]],
    );
}

/// As in IPython there is no time of what raises; and the line is shown as it is written.
#[test]
fn an_error_is_shown_in_the_line_as_it_is_written() {
    check(
        "error.py",
        &format!("{CRAWL}%time await fetch(1 / 0)\n"),
        expect![[r#"
            Wall time: 0.00 s
            Traceback (most recent call last):
              File "cell.py", line 5, in <module>
                %time await fetch(1 / 0)
                                  ~~^~~
            ZeroDivisionError: division by zero
            code 1
        "#]],
    );
}

#[test]
fn what_is_not_here_is_refused_with_a_sentence() {
    check(
        "pip.py",
        "print('never')\n!pip install aiohttp\n",
        expect![[r#"
            Wall time: 0.00 s
              File "cell.py", line 2
                !pip install aiohttp
                ^^^^^^^^^^^^^^^^^^^^
            SyntaxError: !pip install aiohttp: there is no shell here, and nothing to install with; remove the line
            code 1
        "#]],
    );
    check(
        "matplotlib.py",
        "%matplotlib inline\n",
        expect![[r#"
            Wall time: 0.00 s
              File "cell.py", line 1
                %matplotlib inline
                ^^^^^^^^^^^^^^^^^^
            SyntaxError: %matplotlib inline: a program draws nothing here; remove the line, and let --format svg draw its tasks
            code 1
        "#]],
    );
    check(
        "nest.py",
        "import nest_asyncio\nnest_asyncio.apply()\n",
        expect![[r#"
            Wall time: 0.00 s
            Traceback (most recent call last):
              File "cell.py", line 1, in <module>
                import nest_asyncio
            ModuleNotFoundError: No module named 'nest_asyncio': the top level may await here, and asyncio.run needs no patch; leave it out
            code 1
        "#]],
    );
}

#[test]
fn what_belongs_into_a_function_is_refused_at_the_top_level() {
    check(
        "return.py",
        "import asyncio\nawait asyncio.sleep(1)\nreturn 3\n",
        expect![[r#"
            Wall time: 0.00 s
              File "cell.py", line 3
                return 3
                ^^^^^^^^
            SyntaxError: 'return' outside function
            code 1
        "#]],
    );
}

/// The trace has the lines and columns of the file.
#[test]
fn places_are_those_of_the_file_as_it_is_written() {
    let source = format!("{CRAWL}%time await asyncio.sleep(1)\nx = %time await asyncio.sleep(2)\n");
    let played = PythonFile::of_text("cell.py", &source).simulated();
    assert_eq!(played.outcome, Outcome::Finished);
    let mut places = Vec::new();
    played.recorder.read(|trace| {
        for (_, event) in trace.events() {
            match event {
                Event::StepEnded {
                    end: StepEnd::Sleeps { .. },
                    location: Some(place),
                    ..
                }
                | Event::Printed {
                    location: place, ..
                } => places.push((place.line, place.column)),
                _ => {}
            }
        }
    });
    // The await, and the statement that is timed.
    assert_eq!(places, [(5, 7), (5, 1), (6, 11), (6, 1)]);
}
