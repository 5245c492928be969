//! The parameters of a Python program: `--set name=value` changes the value in a marked line.
//!
//! A program marks its parameters as the listings of lessons do, with a line such as
//! `URLS = [("url_1", 1), ("url_2", 2)]  # parameter`: a list of pairs is one of pages, and a list of strings
//! is what stands between the commas.

use interleave::lessons::pages_literal;

use super::command_error::CommandError;

/// The end of a parameter's line.
const MARK: &str = "  # parameter";

/// Puts values into the parameters' lines of a program.
/// Errors: [`CommandError::ProgramParameter`] for a name that no line has, or a value of another
/// kind than the line's.
pub(super) fn with_values<'a>(
    source: &str,
    given: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<String, CommandError> {
    let mut lines: Vec<String> = source.split('\n').map(str::to_owned).collect();
    for (name, value) in given {
        let parameter = |line: &String| assigned(line, name).is_some();
        let line = lines.iter_mut().find(|line| parameter(line));
        let wrong = |why: &str| CommandError::ProgramParameter(name.to_owned(), why.to_owned());
        let Some(line) = line else {
            return Err(wrong(
                "no line like `NAME = value  # parameter` of the program has this name",
            ));
        };
        let (variable, old) = assigned(line, name).unwrap_or_default();
        let new = literal(old, value).map_err(|why| wrong(&why))?;
        *line = format!("{variable} = {new}{MARK}");
    }
    Ok(lines.join("\n"))
}

/// Returns the variable and the value of a line, if the line is that of a parameter with this name.
fn assigned<'a>(line: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let (variable, value) = line.trim_end().strip_suffix(MARK)?.split_once(" = ")?;
    variable
        .eq_ignore_ascii_case(name)
        .then_some((variable, value))
}

/// Writes a value as a literal of the old literal's kind.
fn literal(old: &str, value: &str) -> Result<String, String> {
    let value = value.trim();
    if old.starts_with("[(") {
        return pages_literal(value).map_err(|expected| expected.to_string());
    }
    if old.starts_with('[') {
        let items: Vec<String> = value
            .split(',')
            .map(|item| format!("{:?}", item.trim()))
            .collect();
        return Ok(format!("[{}]", items.join(", ")));
    }
    match old {
        "True" | "False" => match value {
            "true" | "True" => Ok("True".to_owned()),
            "false" | "False" => Ok("False".to_owned()),
            _ => Err("give true or false".to_owned()),
        },
        _ if old.starts_with(['"', '\'']) => Ok(format!("{value:?}")),
        _ => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(value.to_owned()),
            _ => Err("give a number".to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::with_values;

    #[test]
    fn only_marked_lines_are_changed() {
        let source =
            "URLS = [\"a\"]  # parameter\nN = 1  # parameter\nSHOW = True  # parameter\nN = 2\n";
        let check = |given: &[(&str, &str)], wanted: &str| {
            let text = match with_values(source, given.iter().copied()) {
                Ok(text) => text.lines().take(3).collect::<Vec<_>>().join("|"),
                Err(failure) => failure.to_string(),
            };
            assert_eq!(text.replace("  # parameter", ""), wanted);
        };
        check(&[], "URLS = [\"a\"]|N = 1|SHOW = True");
        check(
            &[("urls", "b, c"), ("n", "2.5"), ("show", "false")],
            "URLS = [\"b\", \"c\"]|N = 2.5|SHOW = False",
        );
        check(&[("n", "many")], "n: give a number");
        check(&[("show", "1")], "show: give true or false");
        check(
            &[("m", "1")],
            "m: no line like `NAME = value` of the program has this name",
        );
    }

    #[test]
    fn a_list_of_pairs_is_one_of_pages() {
        let source = "PAGES = [(\"a\", 1)]  # parameter";
        let check = |value, wanted: &str| {
            let text = match with_values(source, [("pages", value)].into_iter()) {
                Ok(text) => text,
                Err(failure) => failure.to_string(),
            };
            assert_eq!(text, wanted);
        };
        check(
            "url_1,b:2.5",
            "PAGES = [(\"url_1\", 1), (\"b\", 2.5)]  # parameter",
        );
        check(
            "url_1,b:2,5",
            "pages: '5' needs a name and seconds, like url_3 or page:1.5",
        );
    }
}
