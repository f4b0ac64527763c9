//! Standard output. What can't be printed is an error, and no panic.

use anyhow::{Context as _, Result};
use std::io::Write as _;

/// Prints bytes as they are.
pub fn print(bytes: &[u8]) -> Result<()> {
    std::io::stdout().write_all(bytes).context("standard output")
}

/// Prints lines.
pub fn print_lines(lines: impl IntoIterator<Item = String>) -> Result<()> {
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    print(text.as_bytes())
}
