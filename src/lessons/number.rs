//! Numbers as readers type them: with a decimal point or a comma, and with the digits of a Chinese keyboard.

use crate::runtime::Nanos;

/// Reads seconds, like `1.5`, `1,5` and `１.５`.
pub(super) fn read_seconds(text: &str) -> Option<Nanos> {
    Nanos::parse(&ascii(text))
}

/// Reads a whole number.
pub(super) fn read_count(text: &str) -> Option<u64> {
    ascii(text).parse().ok()
}

/// Writes full-width digits as others, and commas and full-width points as a decimal point.
pub(super) fn ascii(text: &str) -> String {
    let character = |character: char| match character {
        '０'..='９' => char::from(b'0' + (u32::from(character) - u32::from('０')) as u8),
        ',' | '，' | '．' | '。' => '.',
        other => other,
    };
    text.trim().chars().map(character).collect()
}
