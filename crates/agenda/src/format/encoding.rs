//! From bytes to text: the one reading of files for the widget, the command and the organizer's page.
//!
//! Text is UTF-8. What is saved in another encoding is recognised and refused, never guessed at: a guess
//! that is right on one machine publishes `Bogot�` on another.

use crate::problem::Problem;
pub use crate::problem::{Encoding, FileKind};

/// The text of a file, without its byte order mark, which JSON parsers refuse (RFC 8259, section 8.1 lets
/// them ignore it).
///
/// # Errors
/// [`Problem::WrongEncoding`], [`Problem::WrongFile`], or [`Problem::BrokenUtf8`] where none of them is
/// recognised.
///
/// ```
/// use huso_agenda::Problem;
/// use huso_agenda::encoding::{Encoding, text};
/// assert_eq!(text("\u{feff}Bogotá".as_bytes()), Ok("Bogotá"));
/// let refused = Problem::WrongEncoding { found: Encoding::Windows1252 };
/// assert_eq!(text(b"Bogot\xe1"), Err(refused));
/// ```
pub fn text(bytes: &[u8]) -> Result<&str, Problem> {
    if let Some(found) = file_kind(bytes) {
        return Err(Problem::WrongFile { found });
    }
    if let Some(found) = wide(bytes) {
        return Err(Problem::WrongEncoding { found });
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => error,
    };
    let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
    // Letters of UTF-8 before it say that this is not all of one other encoding.
    if before.is_ascii() && is_windows_1252(bytes) {
        return Err(Problem::WrongEncoding { found: Encoding::Windows1252 });
    }
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Err(Problem::BrokenUtf8 { line })
}

/// Encodings of two and four bytes a character, by their byte order mark or by their zeros: between the
/// letters of our languages every other byte is one.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some(Encoding::Utf32),
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let zeros = |of_four: &[usize]| {
        start.iter().enumerate().filter(|(at, byte)| **byte == 0 && of_four.contains(&(at % 4))).count() * 4
    };
    let (even, odd) = (zeros(&[0, 2]), zeros(&[1, 3]));
    if even + odd > start.len() * 5 / 2 {
        return Some(Encoding::Utf32);
    }
    match (even > start.len(), odd > start.len()) {
        (true, false) => Some(Encoding::Utf16Be),
        (false, true) => Some(Encoding::Utf16Le),
        _ => None,
    }
}

/// What is known by its first bytes.
fn file_kind(bytes: &[u8]) -> Option<FileKind> {
    let contains = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let starts: &[(&[u8], FileKind)] = &[
        (b"\x1f\x8b", FileKind::Gzip),
        (b"%PDF-", FileKind::Pdf),
        (b"{\\rtf", FileKind::Document),
        (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
        (b"\x89PNG", FileKind::Image),
        (b"\xff\xd8\xff", FileKind::Image),
        (b"GIF8", FileKind::Image),
    ];
    if let Some((_, kind)) = starts.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(FileKind::Image);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    Some(if contains(b"xl/workbook") || contains(b"opendocument.spreadsheet") {
        FileKind::Spreadsheet
    } else if contains(b"word/document") || contains(b"opendocument.text") {
        FileKind::Document
    } else {
        FileKind::Zip
    })
}

/// Whether a text is markup: what a server shows where the file is not, for example.
pub(crate) fn is_markup(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

/// What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has nothing that is seen; `\0` where it has
/// nothing either (WHATWG Encoding, index windows-1252).
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“',
    '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Letters and signs that texts of our languages have beside ASCII.
const LETTERS_AND_SIGNS: &str = "áéíóúüñàâãçêôõÁÉÍÓÚÜÑÀÂÃÇÊÔÕïÏèÈìòùöÖäÄ¿¡«»ºª°·–—‘’“”…€•´\u{a0}";

/// Whether every byte beyond ASCII is, in Windows-1252, something that our languages write, and one of
/// them a letter. In Mac Roman and in DOS's encodings, other bytes are these letters.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let mut beyond = bytes.iter().filter(|byte| **byte >= 0x80).map(|byte| {
        let special = usize::from(*byte).checked_sub(0x80).and_then(|at| WINDOWS_1252.get(at));
        special.copied().unwrap_or_else(|| char::from(*byte))
    });
    let is_letter = bytes.iter().any(|byte| *byte >= 0xc0);
    is_letter && beyond.all(|sign| LETTERS_AND_SIGNS.contains(sign))
}

/// The first word of a text that was read in another encoding before, and what it was: `BogotÃ¡` was
/// `Bogotá`, of `Bogot�` nobody knows. With its line.
///
/// ```
/// use huso_agenda::encoding::mangled;
/// assert_eq!(mangled("1\n\"BogotÃ¡ 2027\""), Some((2, "BogotÃ¡", Some("Bogotá".to_owned()))));
/// assert_eq!(mangled("Bogot\u{fffd}"), Some((1, "Bogot\u{fffd}", None)));
/// assert_eq!(mangled("São Paulo, MÃE"), None);
/// ```
pub fn mangled(text: &str) -> Option<(usize, &str, Option<String>)> {
    let split =
        |c| matches!(c, '"' | ',' | ';' | '(' | ')' | '[' | ']' | '{' | '}') || c.is_ascii_whitespace();
    text.lines().enumerate().filter(|(_, line)| !line.is_ascii()).find_map(|(index, line)| {
        line.split(split).filter(|word| !word.is_ascii()).find_map(|word| {
            let was = unmangled(word);
            (was.is_some() || word.contains('\u{fffd}')).then_some((index + 1, word, was))
        })
    })
}

/// What a word of UTF-8 was before it was read as Windows-1252.
fn unmangled(word: &str) -> Option<String> {
    let byte = |c: char| match u8::try_from(u32::from(c)) {
        Ok(byte) => Some(byte),
        Err(_) => Some(0x80 + u8::try_from(WINDOWS_1252.iter().position(|known| *known == c)?).ok()?),
    };
    String::from_utf8(word.chars().map(byte).collect::<Option<_>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "{\"título\": \"Reunión en Bogotá, ¿mañana?\"}";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn latin1(text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_byte_order_mark() {
        assert_eq!(text(FILE.as_bytes()), Ok(FILE));
        assert_eq!(text(format!("\u{feff}{FILE}").as_bytes()), Ok(FILE));
        assert_eq!(text(b""), Ok(""));
        // Characters of four bytes, and a zero by itself, are no reason for suspicion.
        assert_eq!(text("😀\0 texto".as_bytes()), Ok("😀\0 texto"));
    }

    /// What Notepad calls Unicode and ANSI, Excel Unicode text, and older programs leave.
    #[test]
    fn other_encodings_are_named_and_refused() {
        let marked = format!("\u{feff}{FILE}");
        for (bytes, found) in [
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(FILE, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(FILE, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16("{}", u16::to_be_bytes), Encoding::Utf16Be),
            (FILE.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(), Encoding::Utf32),
            (marked.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(), Encoding::Utf32),
            (latin1(FILE), Encoding::Windows1252),
            (b"\"\x93S\xe3o Paulo\x94 \x96 \x8014\"".to_vec(), Encoding::Windows1252),
        ] {
            assert_eq!(text(&bytes), Err(Problem::WrongEncoding { found }), "{bytes:x?}");
        }
    }

    /// Bytes that are in no encoding that is known by them: the line is all that can be said.
    #[test]
    fn broken_utf_8_says_its_line() {
        let half_and_half = [FILE.as_bytes(), b"\n", &latin1(FILE)].concat();
        assert_eq!(text(&half_and_half), Err(Problem::BrokenUtf8 { line: 2 }));
        assert_eq!(text(&half_and_half[..9]), Ok("{\"título"));
        let cut = FILE.find('á').unwrap() + 1;
        assert_eq!(text(&half_and_half[..cut]), Err(Problem::BrokenUtf8 { line: 1 }), "within a character");
        // México in Mac Roman, and in DOS's code page 850.
        assert_eq!(text(b"\n\nM\x8exico"), Err(Problem::BrokenUtf8 { line: 3 }));
        assert_eq!(text(b"M\x82xico"), Err(Problem::BrokenUtf8 { line: 1 }));
    }

    #[test]
    fn files_of_other_kinds_are_named() {
        for (bytes, found) in [
            (b"\x1f\x8b\x08\0\0\0\0\0".as_slice(), FileKind::Gzip),
            (b"PK\x03\x04\x14\0agenda.json", FileKind::Zip),
            (b"PK\x03\x04\x14\0[Content_Types].xml \x80 xl/workbook.xml", FileKind::Spreadsheet),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind::Spreadsheet),
            (b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml", FileKind::Document),
            (b"{\\rtf1\\ansi {\"huso\": 1}}", FileKind::Document),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::OldOffice),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind::Image),
        ] {
            assert_eq!(text(bytes), Err(Problem::WrongFile { found }), "{bytes:x?}");
        }
    }

    #[test]
    fn words_that_were_read_in_another_encoding_are_found() {
        for (was, is) in
            [("Reunión", "ReuniÃ³n"), ("Perú", "PerÃº"), ("“hoy”", "â€œhoyâ€\u{9d}"), ("¿qué", "Â¿quÃ©")]
        {
            assert_eq!(mangled(is), Some((1, is, Some(was.to_owned()))));
            assert_eq!(mangled(was), None);
        }
        for fine in ["ÃO", "coração", "naïve", "10 €", "Â", "東京"] {
            assert_eq!(mangled(fine), None, "{fine}");
        }
    }
}
