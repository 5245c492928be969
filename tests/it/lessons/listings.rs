//! The Python listing of each lesson: its parameters.

use interleave::lessons::{Arguments, Lesson, catalogue, find};

/// What belongs to the page or to what plays Python here, and not to the program.
const NOT_IN_LISTINGS: [&str; 2] = ["proxy", "python"];

fn listing(lesson: &Lesson, given: &[(&str, &str)]) -> String {
    let arguments = Arguments::new(lesson.parameters, given.iter().copied()).unwrap();
    lesson.listing(&arguments)
}

/// The names of the parameters at the top of a listing.
fn names(listing: &str) -> Vec<String> {
    let lines = listing
        .lines()
        .filter(|line| line.ends_with("  # parameter"));
    lines
        .map(|line| line.split_once(" = ").unwrap().0.to_lowercase())
        .collect()
}

#[test]
fn a_listing_has_the_parameters_of_its_lesson() {
    for lesson in catalogue() {
        let wanted = lesson.parameters.iter().map(|parameter| parameter.name);
        let wanted: Vec<_> = wanted
            .filter(|name| !NOT_IN_LISTINGS.contains(name))
            .collect();
        assert_eq!(names(&listing(lesson, &[])), wanted, "{}", lesson.slug);
    }
}

/// The file as it is, which anybody can run, has the values at which the lesson starts.
#[test]
fn a_listing_starts_with_the_values_of_its_lesson() {
    for lesson in catalogue() {
        let path = lesson.file.replace(".rs", ".py");
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let file = std::fs::read_to_string(path).unwrap();
        assert_eq!(listing(lesson, &[]), file, "{}", lesson.slug);
    }
}

#[test]
fn values_are_written_as_python_has_them() {
    let check = |slug, given: &[_], wanted: &str| {
        let listing = listing(find(slug).unwrap(), given);
        assert!(listing.contains(wanted), "{listing}");
    };
    check(
        "tasks",
        &[("urls", r#"a"b_1,\c_2 , 电影_0.5, url_1:2.50"#)],
        "\nURLS = [(\"a\\\"b_1\", 1), (\"\\\\c_2\", 2), (\"电影_0.5\", 0.5), (\"url_1\", 2.5)]  # parameter\n",
    );
    check(
        "workers-as-tasks",
        &[("worker_1", ".50"), ("worker_2", "007")],
        "\nWORKER_1 = 0.5  # parameter\nWORKER_2 = 7  # parameter\n",
    );
    check(
        "producer-consumer",
        &[("seed", "0042")],
        "\nSEED = 42  # parameter\n",
    );
    check(
        "cancel-and-errors",
        &[("return_exceptions", "false")],
        "\nRETURN_EXCEPTIONS = False  # parameter\n",
    );
    check(
        "movies-in-turn",
        &[("site", "https://a.example/?q=\"x\"")],
        "\nSITE = \"https://a.example/?q=\\\"x\\\"\"  # parameter\n",
    );
}
