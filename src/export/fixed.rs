//! Numbers of pixels as text, without floating-point text: that is 22 KB for a page.

/// Writes a number with at most two decimals.
pub(super) fn number(value: f64) -> String {
    // The part behind the point has more digits of its own than the whole number would leave it. `as`
    // saturates, so whatever a picture may hold has a text.
    let (whole, part) = (value.trunc(), value.fract());
    let part = (part * 100.0).round_ties_even() as i64;
    let hundredths = (whole as i64).saturating_mul(100).saturating_add(part);
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    let (whole, part) = (size / 100, size % 100);
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.5, "1.5"),
            (-1.25, "-1.25"),
            (12.0, "12"),
            (0.05, "0.05"),
            (99.999, "100"),
            (-0.3, "-0.3"),
            (301.315, "301.31"),
            (184.695, "184.69"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
