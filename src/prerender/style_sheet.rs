//! The widget's style sheet as a file: policies of strict pages forbid inline styles.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The sheets, in the order of styles/widget.css.
const SHEETS: &[&str] = &[
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/containment.css"),
    include_str!("../../styles/prerendered.css"),
    include_str!("../../styles/widget.css"),
];

/// The sheets in one.
pub fn style_sheet() -> String {
    SHEETS
        .concat()
        .lines()
        .filter(|line| !line.starts_with("@import"))
        .fold(String::new(), |text, line| text + line + "\n")
}

/// `huso.css?3f0a9c2b`: the name under which the package has it, and a number of what is in it, by which caches
/// tell it from another release's.
pub fn style_sheet_name() -> String {
    let mut name = String::from("huso.css?");
    for byte in Sha256::digest(style_sheet()).iter().take(4) {
        // Writing to a string never fails.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
