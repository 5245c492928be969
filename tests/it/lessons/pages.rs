//! Pages and numbers as readers type them: what is understood, in which one way it is kept, and what is refused.

use interleave::lessons::{Arguments, Expected, find, join_pages, split_pages};

/// Returns what becomes of a value of a lesson: the value as it is kept, or what would have been right.
fn kept(slug: &str, name: &str, value: &str) -> Result<String, Expected> {
    let lesson = find(slug).unwrap();
    match Arguments::new(lesson.parameters, [(name, value)]) {
        Ok(arguments) => {
            let mut values = arguments.iter();
            let (_, kept) = values.find(|(known, _)| *known == name).unwrap();
            Ok(kept.to_string())
        }
        Err(errors) => {
            // What was typed is told as it was.
            assert_eq!(errors[0].value, value);
            Err(errors[0].expected.clone())
        }
    }
}

#[test]
fn a_page_is_a_name_and_seconds() {
    let check = |typed, wanted: &str| {
        let kept = kept("gather", "urls", typed).unwrap();
        assert_eq!(kept, wanted);
        // What is kept is read again as it is.
        assert_eq!(self::kept("gather", "urls", &kept).unwrap(), kept);
    };
    check("url_1,url_2", "url_1,url_2");
    check("url_1:2.5,url_2:2", "url_1:2.5,url_2");
    check(" url_1:1.0 ,, url_2 : 02.50 ", "url_1,url_2:2.5");
    check("url_1:0", "url_1:0");
    check("page:3,url_1", "page:3,url_1");
    check("url_1.50", "url_1.50");
    check("url_1.50:1.5", "url_1.50");
    // As a Chinese keyboard has them.
    check("url_1：２．５，电影：１", "url_1:2.5,电影:1");
    // A colon in an address is not that before the seconds.
    check("http://a.example:80/x_1", "http://a.example:80/x_1");
    check("http://a.example:80/x_1:2", "http://a.example:80/x_1:2");
    check("a:b:2", "a:b:2");
    check("url_60", "url_60");
}

#[test]
fn a_page_that_is_wrong_is_named() {
    let refused = |typed: &str| kept("gather", "urls", typed).unwrap_err();
    for wrong in [
        "page",
        "url_2:abc",
        "url_2:",
        "url_2:-1",
        ":2",
        "url_",
        "url_1:1e3",
    ] {
        let url = wrong.to_string();
        assert_eq!(
            refused(&format!("url_1,{wrong},url_3")),
            Expected::UrlNumber { url }
        );
    }
    for wrong in ["url_1:60.1", "url_61"] {
        let (url, max) = (wrong.to_string(), 60);
        assert_eq!(
            refused(&format!("url_1,{wrong}")),
            Expected::UrlSeconds { url, max }
        );
    }
    assert_eq!(refused(","), Expected::UrlCount { count: 0, max: 200 });
}

/// What a reader types into the rows of a list is written into the list, right or wrong, and found again.
#[test]
fn rows_of_a_list_are_split_and_joined() {
    let check = |list: &str, rows: &[&str], joined: &str| {
        let found = split_pages(list);
        assert_eq!(found, rows);
        assert_eq!(join_pages(&found), joined);
    };
    check("url_1,page:2", &["url_1", "1", "page", "2"], "url_1,page:2");
    check(
        "url_1:1,url_2:abc",
        &["url_1", "1", "url_2", "abc"],
        "url_1,url_2:abc",
    );
    check("page", &["page", ""], "page:");
    let typed = ["url_1", "1,5", "url_2", "２", "url_3", ""].map(String::from);
    assert_eq!(join_pages(&typed), "url_1:1.5,url_2,url_3:");
}

#[test]
fn numbers_are_understood_as_they_are_typed() {
    let seconds = |typed| kept("workers-as-tasks", "worker_1", typed);
    for (typed, wanted) in [
        ("1,5", "1.5"),
        ("１.５", "1.5"),
        ("１，５", "1.5"),
        (" 2.50 ", "2.5"),
        (",5", "0.5"),
    ] {
        assert_eq!(seconds(typed).unwrap(), wanted, "{typed}");
    }
    for wrong in ["", "abc", "1,5,0", "1 5", "-1", "20.1", "1e3"] {
        assert_eq!(
            seconds(wrong),
            Err(Expected::Seconds { max: 20 }),
            "{wrong}"
        );
    }
    let count = |typed| kept("producer-consumer", "seed", typed);
    assert_eq!(
        (count("００４２").unwrap(), count("7").unwrap()),
        ("42".into(), "7".into())
    );
    for wrong in ["1,5", "1.0", "many"] {
        assert!(count(wrong).is_err(), "{wrong}");
    }
}
