//! Names as they are compared.

use huso_agenda::fold::folded;

/// Its words alone: `Port-au-Prince` is `port au prince`, `America/Sao_Paulo` is `america sao paulo`.
pub(super) fn words(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
