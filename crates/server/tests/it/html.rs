//! The command's reader of pages, which reads what the browser's does.

use std::rc::Rc;

use interleave::{
    crawl::{Document, Html},
    runtime::Response,
};
use interleave_server::{demo::answer, run::ScraperHtml};

fn parse(content_type: &str, body: &[u8]) -> Rc<dyn Document> {
    ScraperHtml.parse(&Response {
        url: "http://a.example/list/upcoming?page=2".into(),
        status: 200,
        content_type: content_type.into(),
        headers: Vec::new(),
        body: body.into(),
    })
}

fn texts(document: &dyn Document, selector: &str) -> Vec<String> {
    let found = document.select(None, selector);
    found.into_iter().map(|node| document.text(node)).collect()
}

#[test]
fn every_list_of_the_demo_site_says_the_same() {
    let titles = |path: &str| {
        let answer = answer(path);
        texts(&*parse(answer.content_type, &answer.body), ".item h3")
    };
    assert_eq!(titles("/").len(), 12);
    assert_eq!(titles("/gbk"), titles("/"));
    assert_eq!(titles("/mislabelled"), titles("/"));
}

#[test]
fn unknown_labels_are_no_labels() {
    let shown = |content_type: &str, body: &[u8]| texts(&*parse(content_type, body), "p");
    assert_eq!(
        shown("text/html; charset=klingon", "<p>é".as_bytes()),
        ["é"]
    );
    assert_eq!(
        shown("text/html; charset=iso-2022-kr", "<p>é".as_bytes()),
        ["é"]
    );
    assert_eq!(shown("text/html; charset=latin1", b"<p>\xE9"), ["é"]);
    assert_eq!(shown("text/html; charset=utf-8", b"<p>\xE9"), ["\u{fffd}"]);
}

#[test]
fn elements_are_looked_for_inside_of_others() {
    let page = parse(
        "text/html",
        b"<p><a>one</a><a>two</a></p><p><a>three</a></p>",
    );
    let paragraphs = page.select(None, "p");
    let inside = |index: usize| {
        let found = page.select(Some(paragraphs[index]), "a");
        found
            .into_iter()
            .map(|node| page.text(node))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (inside(0), inside(1)),
        (vec!["one".into(), "two".into()], vec!["three".into()])
    );
    assert!(page.select(Some(paragraphs[0]), "p").is_empty());
    assert!(page.select(None, "p >>> [").is_empty());
}

#[test]
fn addresses_are_made_absolute() {
    let page = parse(
        "text/html",
        b"<a href='/movie/1'><a href='3'><a href='//b.example/x'><a href='http://['><a>",
    );
    let links = page.select(None, "a");
    let addresses = links.into_iter().map(|link| page.address(link, "href"));
    let expected = [
        Some("http://a.example/movie/1"),
        Some("http://a.example/list/3"),
        Some("http://b.example/x"),
        None,
        None,
    ];
    assert_eq!(
        addresses.collect::<Vec<_>>(),
        expected.map(|address| address.map(String::from))
    );
}

#[test]
fn nonsense_is_an_empty_page() {
    for body in [
        &b""[..],
        b"\0\xFF\xFE\x80<<<&#xFFFFFFFF;",
        &[0xFF, 0xFE, 0x3C],
    ] {
        assert!(texts(&*parse("", body), "p").is_empty());
    }
}
