//! The memory of the module, which holds the program.

/// How much memory a program has in a page, in megabytes.
pub(crate) const MAX_MB: u64 = 1024;

/// Returns how much more there is, in bytes.
pub(crate) fn left() -> u64 {
    let used = core::arch::wasm32::memory_size::<0>() as u64 * (64 << 10);
    (MAX_MB << 20).saturating_sub(used)
}
