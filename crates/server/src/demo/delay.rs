//! The delay of a page of the demo site: from its path, or as the request says.

/// Changing the seed changes every delay, and with the delays every replay of a crawl.
const SEED: u64 = 2026;

const SHORTEST_MS: u64 = 100;
const LONGEST_MS: u64 = 900;
const CHOSEN_MS_MAX: u64 = 5000;

/// Returns the delay of a path, 100 to 900 ms: always the same for the same path.
pub(super) fn seeded_ms(path: &str) -> u64 {
    SHORTEST_MS + mix(path) % (LONGEST_MS - SHORTEST_MS + 1)
}

/// Returns the delay that a query asks for, if it has one.
/// Errors: a sentence, for anything but whole milliseconds from 0 to 5000.
pub(super) fn chosen_ms(query: &str) -> Result<Option<u64>, String> {
    let Some(text) = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("delay="))
    else {
        return Ok(None);
    };
    match text.parse() {
        Ok(ms) if ms <= CHOSEN_MS_MAX => Ok(Some(ms)),
        _ => {
            let text: String = text.chars().take(20).collect();
            let instead = format!("give whole milliseconds from 0 to {CHOSEN_MS_MAX}");
            Err(format!("`{text}` is no delay; {instead}"))
        }
    }
}

/// Mixes a path and the seed (FNV-1a, then SplitMix64's finish). The standard library's hash may
/// change with its version; this one may not.
fn mix(path: &str) -> u64 {
    let mut hash = path
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325 ^ SEED, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
