//! From bytes to text, whatever they were saved as. Unlike an event file, which is UTF-8 or refused
//! ([`huso_agenda::encoding`]), what organizers bring is read in the encoding that it most likely has, which is said.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use huso_agenda::Problem;
use huso_agenda::encoding::{Encoding as Wide, text};

/// What a text was saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Its name (WHATWG Encoding, 4.2): `UTF-8`, `windows-1252`, `macintosh`.
    pub name: &'static str,
    /// Whether it is the likeliest and not said by a byte order mark, by the file or by its form.
    pub is_guess: bool,
    /// Whether some bytes mean nothing in it.
    pub has_losses: bool,
}

/// A text without its byte order mark, and what it was saved as: by its byte order mark, by its zeros where it has two or four bytes a character, as UTF-8 where it is
/// that, as XML says of itself, and else as what is likeliest.
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    match text(bytes) {
        Ok(text) => return (text.to_owned(), said(UTF_8.name(), false)),
        Err(Problem::WrongEncoding { found: Wide::Utf32 }) => return utf_32(bytes),
        Err(Problem::WrongEncoding { found: Wide::Utf16Le }) => return read(bytes, UTF_16LE, false),
        Err(Problem::WrongEncoding { found: Wide::Utf16Be }) => return read(bytes, UTF_16BE, false),
        Err(_) => {}
    }
    match declared(bytes) {
        Some(encoding) if encoding != UTF_8 => read(bytes, encoding, false),
        _ => read(bytes, likeliest(bytes), true),
    }
}

fn said(name: &'static str, has_losses: bool) -> Encoding {
    Encoding { name, is_guess: false, has_losses }
}

fn read(bytes: &[u8], encoding: &'static encoding_rs::Encoding, is_guess: bool) -> (String, Encoding) {
    let (text, encoding, has_losses) = encoding.decode(bytes);
    (text.into_owned(), Encoding { name: encoding.name(), is_guess, has_losses })
}

/// UTF-32, which encoding_rs leaves out as browsers do.
fn utf_32(bytes: &[u8]) -> (String, Encoding) {
    let number = |four: &[u8]| <[u8; 4]>::try_from(four).ok().map(u32::from_le_bytes);
    let is_big = matches!(bytes, [0, 0, ..]);
    let mut has_losses = false;
    let letters = bytes.chunks(4).filter_map(|four| {
        let letter = number(four).map(|number| if is_big { number.swap_bytes() } else { number });
        let letter = letter.and_then(char::from_u32);
        has_losses |= letter.is_none();
        letter.filter(|letter| *letter != '\u{feff}')
    });
    let text = letters.collect();
    (text, said("UTF-32", has_losses))
}

/// What XML says of its encoding (XML 1.0, 4.3.3).
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = bytes.get(..bytes.len().min(200))?;
    let end = start.iter().position(|byte| *byte == b'>')?;
    let start = String::from_utf8_lossy(start.get(..end)?);
    let (_, after) = start.strip_prefix("<?xml")?.split_once("encoding")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start();
    encoding_rs::Encoding::for_label(
        label.trim_matches(['"', '\'', '?', ' ']).split(['"', '\'']).next()?.as_bytes(),
    )
}

/// chardetng's guess, for texts of our languages. It never says Mac Roman, which Excel on a Mac still saves CSV in: that
/// it is where it makes letters between letters and the guess doesn't.
fn likeliest(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"es"), Utf8Detection::Allow);
    if !guess.is_single_byte() {
        return guess;
    }
    let guess = if letters(bytes, WINDOWS_1252) >= letters(bytes, guess) { WINDOWS_1252 } else { guess };
    if letters(bytes, MACINTOSH) > letters(bytes, guess) { MACINTOSH } else { guess }
}

/// Letters of our languages that stand beside another letter, in an encoding.
fn letters(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    const OURS: &str = "áéíóúüñàâãçêôõÁÉÍÓÚÜÑÀÂÃÇÊÔÕ";
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let all: Vec<char> = text.chars().collect();
    let is_ours = |word: &&[char]| match word {
        [before, letter, after] => {
            OURS.contains(*letter) && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic())
        }
        _ => false,
    };
    let padded: Vec<char> = std::iter::once(' ').chain(all).chain([' ']).collect();
    padded.windows(3).filter(is_ours).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Título;Inicio\nInauguración en Bogotá;10:00\nPresentación de España;11:00\n";

    #[test]
    fn what_a_text_was_saved_as_is_found() {
        let wide = |big: bool, mark: &str| -> Vec<u8> {
            let units = format!("{mark}{TEXT}");
            units
                .encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let four: Vec<u8> = TEXT.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
        let saved: [(Vec<u8>, &str); 8] = [
            (TEXT.into(), "UTF-8"),
            (format!("\u{feff}{TEXT}").into(), "UTF-8"),
            (wide(false, "\u{feff}"), "UTF-16LE"),
            (wide(true, "\u{feff}"), "UTF-16BE"),
            (wide(false, ""), "UTF-16LE"),
            (four, "UTF-32"),
            (WINDOWS_1252.encode(TEXT).0.into_owned(), "windows-1252"),
            (MACINTOSH.encode(TEXT).0.into_owned(), "macintosh"),
        ];
        for (bytes, encoding) in saved {
            let (text, found) = decode(&bytes);
            assert_eq!((found.name, text.as_str()), (encoding, TEXT));
        }
    }

    #[test]
    fn short_texts_are_of_our_languages_and_xml_says_its_own() {
        assert_eq!(decode(b"Bogot\xe1").0, "Bogotá");
        assert_eq!(decode(b"Bogot\x87").0, "Bogotá");
        let (text, xml) = decode(b"<?xml version='1.0' encoding='ISO-8859-2'?><a>Dvo\xf8\xe1k</a>");
        assert_eq!((xml.name, xml.is_guess), ("ISO-8859-2", false));
        assert!(text.contains("Dvořák"));
    }
}
