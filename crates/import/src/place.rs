//! Places in what was brought, in a reader's language.

use crate::opened::{Opened, Source};
use crate::origin::Place;
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill};

impl Opened {
    /// Where in the file something stands: `Fila 11, columna B`, `Línea 12`; empty for the whole file.
    pub fn place(&self, place: &Place, lang: Lang) -> String {
        let texts = lang.findings();
        match place {
            Place::Text { start, .. } => fill(texts.line, &[("line", &self.line_of(*start).to_string())]),
            Place::Line(line) => fill(texts.line, &[("line", &line.to_string())]),
            Place::Cell { sheet, row, column } => {
                let text = if sheet.is_empty() { texts.cell } else { texts.cell_of_sheet };
                let (row, column) = (row.to_string(), letters(*column));
                fill(text, &[("sheet", sheet), ("row", &row), ("column", &column)])
            }
            Place::Entry(entry) => entry.clone(),
        }
    }

    /// The line of a byte, from 1.
    fn line_of(&self, byte: usize) -> usize {
        let Source::Text { text, .. } = &self.source else { return 1 };
        text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// A column as spreadsheets name it: 1 is A, 27 is AA.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while let Some(index) = rest.checked_sub(1) {
        letters.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()));
        rest = index / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        let all = [1, 2, 26, 27, 52, 53, 702, 703].map(letters);
        assert_eq!(all, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!(letters(0), "");
    }
}
