//! Composed letters where there is no browser.

use unicode_normalization::UnicodeNormalization as _;

/// A text in Normalization Form C (UAX #15).
pub(crate) fn compose(text: &str) -> String {
    text.nfc().collect()
}
