//! How wide a text will be, without asking a browser.

/// The size of all text in a picture.
pub(super) const TEXT_PX: f64 = 13.0;

/// Returns about how wide a text of a picture is.
///
/// System fonts differ by some per cent. The result is on the wide side, so that a text fits where
/// the result says so.
pub fn text_width_px(text: &str) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.34,
        'm' | 'w' | 'M' | 'W' | '@' => 0.92,
        'A'..='Z' => 0.72,
        c if c.is_ascii() => 0.6,
        c if (c as u32) < 0x1100 => 0.65,
        _ => 1.05,
    };
    text.chars().map(em).sum::<f64>() * TEXT_PX
}

/// Shortens a text to a width, with an ellipsis; empty if not even one letter fits.
pub(super) fn shortened(text: &str, width_px: f64) -> String {
    if text_width_px(text) <= width_px {
        return text.to_string();
    }
    let mut short = String::new();
    for c in text.chars() {
        let longer = format!("{short}{c}…");
        if text_width_px(&longer) > width_px {
            break;
        }
        short.push(c);
    }
    if short.is_empty() {
        short
    } else {
        format!("{}…", short.trim_end())
    }
}
