//! The encoding of a page's bytes, by the WHATWG's rules.
//!
//! A byte order mark beats the header, the header beats a `meta` element in the first 1024 bytes, and
//! without any of them a page is UTF-8. A label that the decoder does not know counts as no label.

/// Returns the label of the encoding of a page.
///
/// `is_known` returns whether the decoder knows a label.
pub fn charset_label(body: &[u8], content_type: &str, is_known: impl Fn(&str) -> bool) -> String {
    if let Some(label) = byte_order_mark(body) {
        return label.to_string();
    }
    let from_header = parameter(content_type, "charset");
    let from_meta = || meta_charset(&body[..body.len().min(1024)]);
    let known = |label: &String| is_known(label);
    let label = from_header.filter(known);
    let label = label.or_else(|| from_meta().filter(known));
    label.unwrap_or_else(|| "utf-8".to_string())
}

fn byte_order_mark(body: &[u8]) -> Option<&'static str> {
    match body {
        [0xEF, 0xBB, 0xBF, ..] => Some("utf-8"),
        [0xFE, 0xFF, ..] => Some("utf-16be"),
        [0xFF, 0xFE, ..] => Some("utf-16le"),
        _ => None,
    }
}

/// Returns a parameter of a media type, like `gbk` of `text/html; charset="GBK"`.
fn parameter(content_type: &str, name: &str) -> Option<String> {
    content_type.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"').to_ascii_lowercase();
        (key.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then_some(value)
    })
}

/// Returns the label in `<meta charset=…>`, or in `<meta content="…; charset=…">`.
fn meta_charset(head: &[u8]) -> Option<String> {
    let mut rest = String::from_utf8_lossy(head).into_owned();
    while let Some(comment) = rest.find("<!--") {
        // A comment that does not end in the first 1024 bytes hides the rest of them.
        let end = rest[comment..].find("-->");
        let end = end.map_or(rest.len(), |end| comment + end + 3);
        rest.replace_range(comment..end, "");
    }
    let mut from = 0;
    while let Some(start) = ascii_case_find(&rest[from..], "<meta") {
        let start = from + start;
        let end = rest[start..].find('>');
        let end = end.map_or(rest.len(), |end| start + end);
        if let Some(label) = charset_in(&rest[start..end]) {
            // A page whose `meta` element could be read byte by byte is not in UTF-16.
            let is_utf16 = label.starts_with("utf-16");
            return Some(if is_utf16 { "utf-8".into() } else { label });
        }
        from = end;
    }
    None
}

fn charset_in(element: &str) -> Option<String> {
    let after = &element[ascii_case_find(element, "charset")? + "charset".len()..];
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>');
    let label = value.split(ends).next().unwrap_or("").to_ascii_lowercase();
    (!label.is_empty()).then_some(label)
}

/// Returns the index of the first `needle` in `text`, in capital or small letters.
pub fn ascii_case_find(text: &str, needle: &str) -> Option<usize> {
    let matches = |window: &[u8]| window.eq_ignore_ascii_case(needle.as_bytes());
    let mut windows = text.as_bytes().windows(needle.len().max(1));
    windows.position(matches)
}

#[cfg(test)]
mod tests {
    use super::charset_label;

    const KNOWN: &[&str] = &["utf-8", "gbk", "gb2312", "windows-1252", "utf-16le"];

    fn check(content_type: &str, body: &[u8], expected: &str) {
        let label = charset_label(body, content_type, |label| KNOWN.contains(&label));
        assert_eq!(
            label,
            expected,
            "{content_type} {}",
            String::from_utf8_lossy(body)
        );
    }

    #[test]
    fn mark_beats_header_beats_meta() {
        check("text/html; charset=gbk", b"\xEF\xBB\xBF<p>", "utf-8");
        check("text/html; charset=gbk", b"<meta charset=utf-8>", "gbk");
        check("text/html", b"<meta charset='GB2312'>", "gb2312");
        check("text/html", b"<p>", "utf-8");
    }

    #[test]
    fn finds_the_meta_element_as_browsers_do() {
        let meta = br#"<META http-equiv="x" content="text/html; charset=gbk">"#;
        check("text/html", meta, "gbk");
        check(
            "text/html",
            b"<!-- <meta charset=gbk> --><meta charset=windows-1252>",
            "windows-1252",
        );
        check("text/html", b"<meta charset=utf-16le>", "utf-8");
        check("text/html; charset=gbk2312", b"<meta charset=gbk>", "gbk");
        let late = [vec![b' '; 1024], b"<meta charset=gbk>".to_vec()].concat();
        check("text/html", &late, "utf-8");
    }
}
