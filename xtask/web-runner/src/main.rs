//! Runs one test binary of `tests/web` in a headless browser.
//!
//! Cargo starts it in the place of a test binary for wasm32 (`xtask test web` says so through
//! `CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER`). It is wasm-bindgen's own runner, called as a
//! library, so that no tool has to be installed in the version that fits.
//! It is a crate of its own because `xtask build` and `xtask serve` must not wait for its compilation.

/// Runs the test binary that cargo names in the first argument.
///
/// # Errors
/// When a test fails, or when the browser or its driver does not answer.
fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
