//! What people write of the languages that are spoken.

use huso_agenda::fold::folded;

/// BCP 47 tags, and the names that the languages have in Spanish, English, Portuguese and their own, folded.
const NAMES: &[(&str, &str)] = &[
    ("es", "espanol castellano spanish espanhol"),
    ("en", "ingles english"),
    ("pt", "portugues portuguese"),
    ("fr", "frances french francais"),
    ("de", "aleman german alemao deutsch"),
    ("it", "italiano italian"),
    ("zh", "chino chinese chines mandarin mandarim"),
    ("ja", "japones japanese"),
    ("ko", "coreano korean"),
    ("ru", "ruso russian russo"),
    ("ar", "arabe arabic"),
    ("qu", "quechua"),
    ("ay", "aimara aymara"),
    ("gn", "guarani"),
    ("arn", "mapudungun"),
];

/// Words that part languages in running words.
const BETWEEN: &[&str] = &["y", "e", "and", "et"];

/// The tags of the languages that a cell names: `Español / inglés`, `ES-EN`, `pt-BR`; `None` where it says anything else, too.
pub(super) fn languages(text: &str) -> Option<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    let parts = text.split(|letter: char| letter.is_whitespace() || ",;/+&|()".contains(letter));
    let parts = parts.filter(|part| !part.is_empty() && !BETWEEN.contains(part));
    for tag in parts.map(tags).collect::<Option<Vec<_>>>()?.into_iter().flatten() {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    (!all.is_empty()).then_some(all)
}

/// A name, a tag, or tags with a hyphen between them.
fn tags(part: &str) -> Option<Vec<String>> {
    let folded = folded(part);
    let named = |names: &&(&str, &str)| names.1.split(' ').any(|name| name == folded);
    if let Some((tag, _)) = NAMES.iter().find(named) {
        return Some(vec![(*tag).to_owned()]);
    }
    let is_language = |tag: &str| NAMES.iter().any(|(known, _)| *known == tag);
    let several: Vec<&str> = folded.split('-').collect();
    if several.iter().all(|tag| is_language(tag)) {
        return Some(several.into_iter().map(str::to_owned).collect());
    }
    // "es-419", "pt-BR"
    let (language, region) = folded.split_once(['-', '_'])?;
    let is_region = (2..=3).contains(&region.len()) && region.chars().all(char::is_alphanumeric);
    (is_language(language) && is_region).then(|| vec![format!("{language}-{}", region.to_uppercase())])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind: nothing is taken of a cell that says more than languages.
    #[test]
    fn languages_are_read_by_name_and_by_tag() {
        for (text, tags) in [
            ("Español", "es"),
            ("inglés", "en"),
            ("Português", "pt"),
            ("ES", "es"),
            ("pt-BR", "pt-BR"),
            ("es-419", "es-419"),
            ("ES-EN", "es en"),
            ("Español / inglés", "es en"),
            ("español e inglés", "es en"),
            ("Spanish, English and Spanish", "es en"),
        ] {
            assert_eq!(languages(text).map(|all| all.join(" ")).as_deref(), Some(tags), "{text}");
        }
        for text in ["", "español con traducción al inglés", "Sala 2", "y", "xx", "TBD"] {
            assert_eq!(languages(text), None, "{text}");
        }
    }
}
