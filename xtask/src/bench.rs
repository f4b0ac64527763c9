//! Benchmarks: figures side by side, from one run on one machine.

use crate::test::in_browser;
use anyhow::{Result, bail};

/// Runs the named benchmark.
pub fn bench(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["zones"] => {
            // As visitors get it, but for panics, which have words.
            let profile = ["--profile", "wasm-bench", "--package", "huso-bench-zones", "--test", "zones"];
            in_browser(&[&profile[..], &["--", "--nocapture"]].concat())
        }
        _ => bail!("usage: cargo xtask bench zones"),
    }
}
