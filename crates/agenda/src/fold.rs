//! Names as they are compared, whatever their case and accents.

/// In lower case without accents.
///
/// ```
/// assert_eq!(huso_agenda::fold::folded("São Luís"), "sao luis");
/// ```
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// A letter in lower case without its accent; nothing for an accent that stands by itself (U+0300–036F).
pub fn fold(letter: char) -> Option<char> {
    // Names here have no other letters; a table of all of Unicode's would be 11 kB.
    Some(match letter.to_ascii_lowercase() {
        '\u{300}'..='\u{36f}' => return None,
        'á' | 'Á' | 'à' | 'À' | 'â' | 'Â' | 'ã' | 'Ã' | 'ä' | 'Ä' | 'å' | 'Å' | 'ª' => 'a',
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' | 'ë' | 'Ë' => 'e',
        'í' | 'Í' | 'ì' | 'Ì' | 'î' | 'Î' | 'ï' | 'Ï' => 'i',
        'ó' | 'Ó' | 'ò' | 'Ò' | 'ô' | 'Ô' | 'õ' | 'Õ' | 'ö' | 'Ö' | 'º' => 'o',
        'ú' | 'Ú' | 'ù' | 'Ù' | 'û' | 'Û' | 'ü' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        other => other,
    })
}
