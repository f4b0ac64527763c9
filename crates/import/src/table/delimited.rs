//! CSV (RFC 4180) and what goes by that name: tabs, semicolons.

use super::grid::{CELLS, Cell, Grid, Sheet};

/// What may stand between cells.
const DELIMITERS: [u8; 4] = *b",;\t|";
/// How many lines tell which it is.
const SAMPLE: usize = 50;

/// The table of a text whose cells are delimited; the delimiter is found by what the text holds. Nothing in it is wrong:
/// rows may have different lengths, and quotes may stand in the middle of a cell.
pub fn read_delimited(text: &str) -> Grid {
    let text = text.trim_start_matches('\u{feff}');
    let (declared, text) = declared(text);
    let mut sheet = Sheet::default();
    let mut reader = reader(text, declared.unwrap_or_else(|| delimiter(text)));
    let mut count = 0;
    let mut record = csv::StringRecord::new();
    let (mut row, mut line) = (0, 1);
    while let Ok(true) = reader.read_record(&mut record) {
        // Blank lines are left out by the parser, and are rows to who looks for one.
        let at = record.position().map_or(line, csv::Position::line);
        row += usize::try_from(at.saturating_sub(line)).unwrap_or_default();
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        line = at + 1 + breaks as u64;
        let cells = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        for (column, cell) in cells {
            count += 1;
            sheet.put(row, column, Cell::text(cell));
        }
        row += 1;
        if count > CELLS {
            sheet.is_cut = true;
            break;
        }
    }
    Grid { sheets: vec![sheet] }
}

/// Whether bars stand between the cells: in tables, and between the parts of a text's lines.
pub(crate) fn is_barred(text: &str) -> bool {
    declared(text).0.is_none() && delimiter(text) == b'|'
}

/// Excel's first line `sep=;`, and what follows it.
fn declared(text: &str) -> (Option<u8>, &str) {
    let Some((first, rest)) = text.split_once('\n') else { return (None, text) };
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some(&[delimiter]) => (Some(delimiter), rest),
        _ => (None, text),
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The delimiter that cuts the most rows into the same number of cells, more than one.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: &u8| {
        let widths: Vec<usize> = reader(text, *delimiter)
            .records()
            .take(SAMPLE)
            .filter_map(|row| row.ok().map(|row| row.len()))
            .collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| (alike(*width), *width))
            .max()
            .unwrap_or_default()
    };
    // Of equals the first: commas are the commonest.
    DELIMITERS.iter().rev().max_by_key(|delimiter| score(delimiter)).copied().unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<String>> {
        let grid = read_delimited(text);
        let sheet = &grid.sheets[0];
        (0..sheet.height())
            .map(|row| (0..sheet.width()).map(|column| sheet.at(row, column).shown()).collect())
            .collect()
    }

    #[test]
    fn the_delimiter_is_found_by_content() {
        let table = [["Hora", "Título"], ["9:00", "Panel, uno; dos"]];
        assert_eq!(shown("Hora,Título\n9:00,\"Panel, uno; dos\"\n"), table);
        assert_eq!(shown("\u{feff}Hora;Título\r\n9:00;\"Panel, uno; dos\"\r\n"), table);
        assert_eq!(shown("Hora\tTítulo\n9:00\tPanel, uno; dos"), table);
        assert_eq!(shown("sep=;\nHora;Título\n9:00;\"Panel, uno; dos\"\n"), table);
        // Old Macs, and cells with line ends.
        assert_eq!(shown("a,b\r\"c\nd\",e\r"), [["a", "b"], ["c\nd", "e"]]);
        assert_eq!(
            shown("dia\tcontenido\n1\tDel \"uno\" al \"dos\""),
            [["dia", "contenido"], ["1", "Del \"uno\" al \"dos\""]]
        );
        assert_eq!(shown(""), Vec::<Vec<String>>::new());
    }
}
