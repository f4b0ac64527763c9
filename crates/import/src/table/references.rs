//! What the cells of a workbook are called, looked at before calamine reads it: it computes with names of any length, and in
//! programs that check that, ends with them.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Letters and digits of a cell's name: `XFD1048576` is the last one (ECMA-376, part 1, 18.3.1.73).
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// Refuses a workbook with cells that no sheet can have.
///
/// # Errors
/// The name of one.
pub(super) fn check_references(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), String> {
    for index in 0..archive.len() {
        // A file that can't be unpacked is for calamine to tell of, which reads as far as it can.
        let Ok(mut file) = archive.by_index(index) else { continue };
        if file.name_raw().ends_with(b".xml") {
            let mut xml = Vec::new();
            let _ = file.read_to_end(&mut xml);
            check(&xml)?;
        }
    }
    Ok(())
}

/// Refuses XML with attributes `r` and `ref` that name no cell.
fn check(xml: &[u8]) -> Result<(), String> {
    let mut reader = Reader::from_reader(xml);
    // What comes after a fault is not read by calamine either.
    while let Ok(event) = reader.read_event() {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            if matches!(event, Event::Eof) { break } else { continue }
        };
        for attribute in element.attributes().with_checks(false).flatten() {
            if ["r", "ref"].contains(&attribute.key.as_ref()) && !is_reference(attribute.value.as_bytes()) {
                return Err(attribute.value.into_owned());
            }
        }
    }
    Ok(())
}

/// Whether it names a cell, a row or a range that ends after it begins.
fn is_reference(reference: &[u8]) -> bool {
    let mut before = (0, 0);
    reference.split(|byte| *byte == b':').all(|cell| {
        let letters = cell.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (letters, digits) = cell.split_at(letters);
        let is_name = letters.len() <= LETTERS && digits.len() <= DIGITS;
        let number = |all: &[u8], base: u32, zero: u8| {
            all.iter().fold(0, |sum: u32, byte| {
                sum * base + u32::from(byte.to_ascii_uppercase().wrapping_sub(zero))
            })
        };
        let is_number = digits.iter().all(u8::is_ascii_digit);
        if !is_name || !is_number {
            return false;
        }
        let here = (number(digits, 10, b'0'), number(letters, 26, b'@'));
        let is_after = here.0 >= before.0 && here.1 >= before.1;
        before = here;
        is_after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_sheets_are_told_from_others() {
        let xml = b"<dimension ref=\"A1:XFD1048576\"/><row r='2' spans=\"1:3\"><c t=\"s\"r=\"B2\"/>";
        assert_eq!(check(xml), Ok(()));
        assert_eq!(check(b"<row><c t=\"s\"r=\"B99999999\"/>"), Err("B99999999".to_owned()));
        for wrong in ["ZZZZZZZZZZZ1", "A99999999999", "B2:A1", "A2:A1", "A1:B2:A1", "A-1", "\u{e9}1"] {
            assert!(!is_reference(wrong.as_bytes()), "{wrong}");
        }
    }
}
