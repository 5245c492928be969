//! Links that share what is shown: what was written is read, and whatever is read is harmless.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use form_urlencoded::Serializer;
use interleave::lessons::{
    Kind, LINK_MAX, LinkNotice, PACKED_FROM, ReadLink, SharedLink, UNPACKED_MAX, catalogue,
    names_address, pack_link, read_link,
};
use miniz_oxide::deflate::compress_to_vec;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Writes a link as the page writes it.
fn written(link: &SharedLink) -> String {
    let form =
        |pairs: &[(String, String)]| Serializer::new(String::new()).extend_pairs(pairs).finish();
    let mut out = Serializer::new(String::new());
    out.append_pair("v", "2");
    for (name, value, own) in [
        ("lesson", &link.lesson, ""),
        ("program", &link.program, ""),
        ("params", &form(&link.params), ""),
        ("compare", &link.compare, ""),
        ("code", &link.code, "python"),
        ("axis", &link.axis, "auto"),
        ("clock", &link.clock, "simulated"),
        ("view", &link.view, "full"),
    ] {
        if value != own {
            out.append_pair(name, value);
        }
    }
    if let Some(step) = link.step {
        out.append_pair("step", &step.to_string());
    }
    if let Some(lang) = &link.lang {
        out.append_pair("lang", lang);
    }
    out.finish()
}

fn link() -> impl Strategy<Value = SharedLink> {
    let lesson = (0..catalogue().len()).prop_map(|at| catalogue()[at].slug.to_owned());
    let params = vec(("[a-z_]{1,9}[0-9]", ".{0,40}"), 0..5).prop_map(|mut params| {
        params.sort();
        params.dedup_by(|one, other| one.0 == other.0);
        params
    });
    let lines = vec("[ -~é中\u{1f600}]{0,40}", 0..40).prop_map(|lines| lines.join("\n"));
    let program = prop_oneof![3 => Just(String::new()), 1 => lines];
    let words = (
        prop::sample::select(vec!["python", "rust", "none"]),
        prop::sample::select(vec!["auto", "elastic", "time", "order"]),
        prop::sample::select(vec!["simulated", "live"]),
        prop::sample::select(vec!["full", "article", "compact", "timeline"]),
    );
    let compare = prop_oneof![
        Just(String::new()),
        Just("gather?urls=url_1%3A2".to_owned())
    ];
    let rest = (
        compare,
        option::of(1u32..5_000),
        option::of("[a-z]{2}(-[A-Z][a-z]{3})?"),
    );
    (lesson, program, params, words, rest).prop_map(
        |(lesson, program, params, (code, axis, clock, view), (compare, step, lang))| SharedLink {
            lesson,
            program,
            params,
            compare,
            code: code.to_owned(),
            axis: axis.to_owned(),
            clock: clock.to_owned(),
            view: view.to_owned(),
            step,
            lang,
        },
    )
}

/// What is done to a link: bytes are changed, left out or put in, and it is cut off.
fn mutated(text: &str, changes: &[(usize, u8, u8)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for &(at, what, byte) in changes {
        let at = at % (bytes.len() + 1);
        match what % 4 {
            0 if at < bytes.len() => bytes[at] = byte,
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => bytes.insert(at, byte),
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn names_an_address(ReadLink { link, .. }: &ReadLink) -> bool {
    let compared = link
        .compare
        .split_once('?')
        .map_or("", |(_, params)| params);
    let compared = form_urlencoded::parse(compared.as_bytes());
    link.params.iter().any(|(name, _)| names_address(name))
        || compared.into_iter().any(|(name, _)| names_address(&name))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_was_written_is_read(link in link()) {
        let plain = written(&link);
        let packed = pack_link(&plain);
        prop_assert!(packed.len() <= plain.len() && (plain.len() >= PACKED_FROM || packed == plain));
        for text in [plain, format!("#{packed}"), packed] {
            let read = read_link(&text);
            prop_assert_eq!(&read.link, &link);
            prop_assert_eq!(&read.notices, &[]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Also where the link named addresses before.
    #[test]
    fn a_link_that_was_changed_is_read_and_names_no_address(
        mut link in link(),
        changes in vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6),
        is_packed in any::<bool>(),
    ) {
        link.params.push(("proxy".to_owned(), "http://a.example/".to_owned()));
        link.compare = "movies-gather?site=http%3A%2F%2Fa.example&limit=3".to_owned();
        let plain = written(&link);
        let text = mutated(&if is_packed { pack_link(&plain) } else { plain.clone() }, &changes);
        let read = read_link(&text);
        prop_assert!(!names_an_address(&read), "{text}");
        // What was changed before it was packed comes out as it is, too.
        let deflated = compress_to_vec(mutated(&plain, &changes).as_bytes(), 1);
        let inside = read_link(&format!("v=2&z={}", URL_SAFE_NO_PAD.encode(deflated)));
        prop_assert!(!names_an_address(&inside), "{text}");
        for read in [read, inside] {
            prop_assert!(read.notices.len() < 12);
            let unread = read.notices.iter().any(LinkNotice::is_whole);
            prop_assert!(!unread || read.link == SharedLink::default());
        }
    }
}

#[test]
fn every_address_of_a_lesson_is_known_to_be_one() {
    let mut count = 0;
    for parameter in catalogue().iter().flat_map(|lesson| lesson.parameters) {
        let is = matches!(parameter.kind, Kind::Address { .. });
        assert_eq!(is, names_address(parameter.name), "{}", parameter.name);
        count += usize::from(is);
    }
    assert!(count > 0);
}

#[test]
fn addresses_are_left_out_and_named_once_each() {
    let read = read_link(
        "v=2&lesson=movies-gather&params=limit%3D3%26proxy%3Dhttp%253A%252F%252Fa%26site%3Db%26proxy%3Dc\
         &compare=movies-in-turn%3Fsite%3Dd",
    );
    assert_eq!(read.link.params, [("limit".to_owned(), "3".to_owned())]);
    assert_eq!(read.link.compare, "movies-in-turn");
    let named = ["proxy", "site"].map(|name| LinkNotice::Address(name.to_owned()));
    assert_eq!(read.notices, named);
}

#[test]
fn what_cannot_be_read_is_the_default_with_its_reason() {
    let newer = |version: &str| LinkNotice::Newer(version.to_owned());
    let long = format!("v=2&program={}", "a".repeat(LINK_MAX));
    let bomb = compress_to_vec(
        format!("program={}", "a".repeat(UNPACKED_MAX)).as_bytes(),
        9,
    );
    assert!(bomb.len() < 1_000);
    let bomb = format!("v=2&z={}", URL_SAFE_NO_PAD.encode(bomb));
    let not_text = format!(
        "v=2&z={}",
        URL_SAFE_NO_PAD.encode(compress_to_vec(&[0xff, 0xfe], 1))
    );
    for (text, notice) in [
        ("v=3&lesson=gather", newer("3")),
        ("v=99999999999&z=AAAA", newer("99999999999")),
        ("v=two&lesson=gather", LinkNotice::Broken),
        ("v=&lesson=gather", LinkNotice::Broken),
        ("lesson=gather", LinkNotice::Broken),
        ("v=2&z=%%%", LinkNotice::Broken),
        ("v=2&z=AAAA", LinkNotice::Broken),
        ("v=2&z=", LinkNotice::Broken),
        (&not_text, LinkNotice::Broken),
        (&long, LinkNotice::Large),
        (&bomb, LinkNotice::Large),
    ] {
        let read = read_link(text);
        assert_eq!(read.notices, [notice], "{:.60}", text);
        assert_eq!(read.link, SharedLink::default());
    }
}

#[test]
fn what_a_link_does_not_know_is_named_and_the_rest_is_shown() {
    let mut text = "v=2&lesson=gather&colour=red&step=soon&colour=blue".to_owned();
    for number in 0..50 {
        let _ = write!(text, "&more{number}=1");
    }
    let read = read_link(&text);
    assert_eq!(read.link.lesson, "gather");
    assert_eq!(read.link.step, Some(1));
    assert_eq!(read.notices[0], LinkNotice::Unknown("colour".to_owned()));
    assert_eq!(read.notices[1], LinkNotice::Step("soon".to_owned()));
    assert_eq!(read.notices.len(), 5);
}

#[test]
fn a_long_link_is_packed_and_a_short_one_can_be_read() {
    let program = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\n".repeat(60);
    let link = SharedLink {
        program,
        ..SharedLink::default()
    };
    let plain = written(&link);
    let packed = pack_link(&plain);
    assert!(packed.len() < 300 && plain.len() > 4_000, "{packed}");
    assert_eq!(read_link(&packed).link, link);
    let short = "v=2&lesson=gather&step=3";
    assert_eq!(pack_link(short), short);
}
