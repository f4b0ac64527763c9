//! A table as CSV (RFC 4180) that stays text wherever a program splits it.

use super::table::Table;
use crate::store::{PastPromotion, Registration, SetAside};
use ::csv::{Terminator, WriterBuilder};
use huso_agenda::printable::printable_lines;
use unicode_normalization::UnicodeNormalization as _;

/// Registrations as CSV; see [`Table::registrations`].
pub fn registrations(all: &[Registration]) -> String {
    csv(&Table::registrations(all))
}

/// What was set aside as CSV; see [`Table::set_aside`].
pub fn set_aside(all: &[SetAside]) -> String {
    csv(&Table::set_aside(all))
}

/// Who moved up as CSV; see [`Table::promotions`].
pub fn promotions(all: &[PastPromotion]) -> String {
    csv(&Table::promotions(all))
}

/// CSV with a header. Cells are as they are, but that a terminal obeys nothing in them, their lines end with
/// `\n`, and no spreadsheet takes a part of one for a formula.
pub fn csv(table: &Table) -> String {
    let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in std::iter::once(&table.header).chain(&table.rows) {
        // Rows are equally long and the writer is a Vec: there is nothing to fail.
        let _ = out.write_record(row.iter().map(|cell| inert(&shown(cell))));
    }
    out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn shown(cell: &str) -> String {
    printable_lines(&cell.replace("\r\n", "\n").replace('\r', "\n"))
}

/// A cell with an apostrophe before each sign with which a formula would begin: at its start, and after whatever a
/// program may take for the end of a cell. Which it takes depends on the reader's country and on what was set when
/// the file was opened, and some end a cell there within quotes too.
fn inert(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut starts = true;
    for c in cell.chars() {
        if starts && is_sign(c) {
            out.push('\'');
        }
        starts = ends_cell(c) || (starts && is_skipped(c));
        out.push(c);
    }
    out
}

/// Signs that begin a formula, in whichever width and form: spreadsheets in Japanese take `＝` for `=`.
fn is_sign(c: char) -> bool {
    std::iter::once(c).nfkc().next().is_some_and(|c| matches!(c, '=' | '+' | '-' | '@'))
}

fn ends_cell(c: char) -> bool {
    matches!(c, ',' | ';' | '|' | '\t' | '\n')
}

/// What may be dropped before a cell is read: blanks, quotes, and characters that no one sees.
fn is_skipped(c: char) -> bool {
    let is_unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c == '"' || c == char::REPLACEMENT_CHARACTER || is_unseen
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::csv::ReaderBuilder;
    use proptest::prelude::*;

    fn table(rows: Vec<Vec<String>>) -> Table {
        Table { name: "", header: vec!["a".into(), "b".into(), "c".into()], rows }
    }

    /// What a reader that splits there makes of it: with and without regard to quotes.
    fn pieces(text: &str, separator: char) -> Vec<String> {
        let mut pieces: Vec<String> = text.split(separator).map(str::to_owned).collect();
        pieces.extend(text.split(['\n', '\r']).flat_map(|line| line.split(separator)).map(str::to_owned));
        for quoting in [true, false] {
            let delimiter = u8::try_from(separator).unwrap();
            let mut reader = ReaderBuilder::new();
            reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
            for record in reader.from_reader(text.as_bytes()).records() {
                pieces.extend(record.unwrap().iter().map(str::to_owned));
            }
        }
        pieces
    }

    fn is_formula(piece: &str) -> bool {
        let skipped =
            |c: char| c.is_whitespace() || c.is_control() || "\"\u{feff}\u{200b}\u{ad}\u{fffd}".contains(c);
        piece.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢'])
    }

    /// Texts of what is dangerous and little else.
    fn cell() -> impl Strategy<Value = String> {
        let parts = [
            ",", ";", "\t", "|", "\n", "\r", "\r\n", "\"", "'", " ", "\u{a0}", "\u{feff}", "\u{200b}",
            "\u{ad}", "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "1", "Ana", "\u{1b}", "\0", "\u{9b}",
            "\u{202e}", "\u{fffd}",
        ];
        prop::collection::vec(prop::sample::select(parts.to_vec()), 0..8).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_part_begins_like_a_formula(
            rows in prop::collection::vec(prop::collection::vec(cell(), 3..=3), 1..4)
        ) {
            let text = csv(&table(rows));
            for separator in [',', ';', '\t', '|', '\n', '\r'] {
                for piece in pieces(&text, separator) {
                    prop_assert!(!is_formula(&piece), "{piece:?} of {text:?} at {separator:?}");
                }
            }
        }

        #[test]
        fn nothing_is_added_but_apostrophes_and_nothing_is_obeyed(cells in prop::collection::vec(cell(), 3..=3)) {
            let text = csv(&table(vec![cells.clone()]));
            let obeyed = |c: char| huso_agenda::printable::is_obeyed(c) && !"\t\r\n".contains(c);
            prop_assert!(!text.contains(obeyed), "{text:?}");
            prop_assert!(!text.replace("\r\n", "").contains('\r'), "{text:?}");
            let record = ReaderBuilder::new().from_reader(text.as_bytes()).records().next().unwrap().unwrap();
            for (read, cell) in record.iter().zip(&cells) {
                prop_assert_eq!(read.replace('\'', ""), shown(cell).replace('\'', ""));
            }
        }
    }

    #[test]
    fn harmless_cells_stay_as_they_are() {
        let harmless = [
            "a-b",
            "Ana; Eva",
            "uno\tdos",
            "https://a.example/?b=1&c=2",
            "ana@example.org",
            "'t Hooft",
            "1,5",
            "",
        ];
        for cell in harmless {
            assert_eq!(inert(cell), cell);
        }
        for (cell, expected) in [
            ("=1", "'=1"),
            ("+56 9", "'+56 9"),
            ("Ana;=1+1;", "Ana;'=1+1;"),
            ("a; -b", "a; '-b"),
            (" @a", " '@a"),
            ("a,\"=1", "a,\"'=1"),
            ("==1", "'==1"),
            ("a\n＝1", "a\n'＝1"),
        ] {
            assert_eq!(inert(cell), expected);
        }
    }
}
