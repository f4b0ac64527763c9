//! Which language a text is in.

use huso_agenda::fold::folded;

/// Words that only one of the languages has, or that are much more frequent in it.
#[rustfmt::skip]
const WORDS: [(&str, &[&str]); 3] = [
    ("es", &["el", "los", "las", "del", "y", "con", "para", "una", "en", "por", "hora", "sobre", "al", "su"]),
    ("en", &["the", "of", "and", "to", "in", "for", "with", "will", "on", "by", "time", "is", "this", "at"]),
    ("pt", &["o", "os", "das", "dos", "do", "da", "e", "com", "em", "uma", "no", "na", "horario", "ao", "as", "sao"]),
];
/// Fewest of them that tell the language.
const FEWEST: usize = 2;

/// Which language a text is in, by the words that it has most of.
pub(super) fn language(text: &str) -> Option<String> {
    let text = folded(text);
    let mut counts = WORDS.map(|(tag, _)| (tag, 0));
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        for ((_, words), (_, count)) in WORDS.iter().zip(&mut counts) {
            *count += usize::from(words.contains(&word));
        }
    }
    let (tag, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let is_one = counts.iter().filter(|(_, count)| *count == most).count() == 1;
    (most >= FEWEST && is_one).then(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_small_words() {
        let of = |text| language(text);
        assert_eq!(of("Apertura de la jornada con los ministros y el director").as_deref(), Some("es"));
        assert_eq!(of("Opening of the meeting by the ministers").as_deref(), Some("en"));
        assert_eq!(of("Abertura do encontro com os ministros e a diretora").as_deref(), Some("pt"));
        assert_eq!(of("10:00 Panel"), None);
    }
}
