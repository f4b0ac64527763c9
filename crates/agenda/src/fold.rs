//! Names and words as they are compared, whatever their case and accents.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// In lower case without accents.
///
/// ```
/// assert_eq!(huso_agenda::fold::folded("São Luís, Dvořák"), "sao luis, dvorak");
/// ```
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// A letter in lower case without its accent; nothing for an accent that stands by itself.
pub fn fold(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    let mut base = None;
    decompose_canonical(letter, |part| base = base.or((!is_combining_mark(part)).then_some(part)));
    match base? {
        // Ordinals: 1.ª, 2.º.
        'ª' => Some('a'),
        'º' => Some('o'),
        base => base.to_lowercase().next(),
    }
}
