//! Names of the languages in which sessions are held.

use crate::Texts as _;
use huso_agenda::Lang;

/// What readers call the language of a BCP 47 tag, whatever its region: `Portugués` for `pt-BR`. One that has no name
/// here is called by its tag.
///
/// ```
/// use huso_agenda::Lang;
/// assert_eq!(huso_i18n::language_names::language_name("pt-BR", Lang::Es), "Portugués");
/// assert_eq!(huso_i18n::language_names::language_name("arn", Lang::Es), "arn");
/// ```
pub fn language_name(tag: &str, lang: Lang) -> &str {
    let names = lang.languages();
    match primary(tag).to_ascii_lowercase().as_str() {
        "ar" => names.ar,
        "ay" => names.ay,
        "de" => names.de,
        "en" => names.en,
        "es" => names.es,
        "fr" => names.fr,
        "gn" => names.gn,
        "it" => names.it,
        "ja" => names.ja,
        "ko" => names.ko,
        "nl" => names.nl,
        "pt" => names.pt,
        "qu" => names.qu,
        "ru" => names.ru,
        "zh" => names.zh,
        _ => tag,
    }
}

/// The language of a tag without its region: `pt` of `pt-BR`.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
