//! Which line of a lesson's listing does what a line of its Rust file does.
//!
//! The lines are matched while the site is built, and the page loads the result with the lesson. xtask
//! includes this file and nothing else of the crate: so this file uses nothing else.

/// What a line says in Rust and in Python, for the lines that matter to a run. The first fits.
const SAID: [(&str, &str); 16] = [
    ("warn(", "pages.clear("),
    ("println!(", "print("),
    ("blocking_sleep(", "time.sleep("),
    ("to_thread(", "to_thread("),
    (".submit(", ".run_in_executor("),
    ("create_task(", "create_task("),
    ("task_group(", "TaskGroup("),
    ("gather(", "gather("),
    ("wait_for(", "wait_for("),
    ("timeout(", "timeout("),
    (".acquire()", "async with "),
    (".open(", "fetch("),
    ("sleep(", "sleep("),
    (".get()", ".get()"),
    (".put(", ".put("),
    (".await", "await "),
];

/// Finds for each line of a lesson the line of its listing that does the same.
///
/// Both do the same things in the same order, so the lines that say what happens are matched in
/// order, as many as can be. The result has a line of the listing, from 1, for each line of the
/// lesson; 0 where there is none.
pub fn lines_of(lesson: &str, listing: &str) -> Vec<u32> {
    let rust = said(lesson, "//", "fn ", |(rust, _)| rust);
    let python = said(listing, "#", "def ", |(_, python)| python);
    let mut lines = vec![0; lesson.lines().count()];
    for (from, to) in matched(&rust, &python) {
        lines[rust[from].0] = python[to].0 as u32 + 1;
    }
    lines
}

/// Finds for each line of a lesson the line, from 1, with which its function ends when nothing leaves
/// the function before: that of the value that it returns. The result has 0 where no function ends so.
pub fn ends_of(lesson: &str) -> Vec<u32> {
    let lines: Vec<_> = lesson.lines().collect();
    let mut ends = vec![0; lines.len()];
    let mut end = 0;
    for index in (0..lines.len()).rev() {
        if lines[index] == "}" {
            end = 0;
        }
        if returns_value(&lines, index) {
            end = index as u32 + 1;
        }
        ends[index] = end;
    }
    ends
}

/// Returns whether a line in Rust is the value of its function.
fn returns_value(lines: &[&str], index: usize) -> bool {
    let code = lines[index].strip_prefix("    ").unwrap_or("}");
    let is_last = lines.get(index + 1) == Some(&"}");
    is_last && !code.starts_with([' ', '}', ')']) && !code.ends_with([',', ';']) && code != "Ok(())"
}

/// Returns whether a line in Python leaves its function, or in Rust with a value or an error.
fn leaves(lines: &[&str], index: usize, comment: &str) -> bool {
    let code = lines[index].trim();
    let is_python = comment == "#";
    let is_raise = is_python && (code == "raise" || code.starts_with("raise "));
    let is_bare = is_python && code == "return";
    is_raise
        || is_bare
        || code.starts_with("return ")
        || (!is_python && returns_value(lines, index))
}

/// Something that is said on a line: one of [`SAID`], or the name of a function, or that it leaves one.
type Saying<'a> = (usize, &'a str);

/// Returns what the lines of a program say, with the index of each line.
fn said<'a>(
    program: &'a str,
    comment: &str,
    function: &str,
    word: impl Fn(&(&'static str, &'static str)) -> &'static str,
) -> Vec<Saying<'a>> {
    let mut sayings = Vec::new();
    let lines: Vec<_> = program.lines().collect();
    for (index, line) in lines.iter().copied().enumerate() {
        let code = line.split(comment).next().unwrap_or(line);
        let name = code.split_once(function).and_then(|(before, after)| {
            let is_start = ["", "async ", "pub async "].contains(&before);
            after.split('(').next().filter(|_| is_start)
        });
        let saying = SAID.iter().find(|pair| code.contains(word(pair)));
        let leaving = leaves(&lines, index, comment).then_some("return");
        if let Some(saying) = name.or(saying.map(|(rust, _)| *rust)).or(leaving) {
            sayings.push((index, saying));
        }
    }
    sayings
}

/// Returns the longest common subsequence, as pairs of indices.
fn matched(left: &[Saying<'_>], right: &[Saying<'_>]) -> Vec<(usize, usize)> {
    // The most matches from each pair of places on; one more row and column are the ends.
    let mut most = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            most[i][j] = if left[i].1 == right[j].1 {
                most[i + 1][j + 1] + 1
            } else {
                most[i + 1][j].max(most[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        if left[i].1 == right[j].1 {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if most[i + 1][j] >= most[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
