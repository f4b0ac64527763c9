//! Tables of web pages and documents, as the browser finds them in what was pasted.

use super::grid::{Area, CELLS, COLUMNS, Cell, Grid, ROWS, Sheet};
use std::collections::HashSet;

/// A cell of a table of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedCell {
    /// Its text, with line ends where lines end.
    pub text: String,
    /// Over how many columns it goes; 0 and 1 are one.
    pub columns: usize,
    /// Over how many rows it goes; 0 and 1 are one.
    pub rows: usize,
    /// Where its words lead to: `<a href>`.
    pub links: Vec<String>,
}

/// The table that rows of cells make: a cell goes to the first place that no cell above goes over (HTML, "forming a
/// table").
pub fn read_pasted(rows: &[Vec<PastedCell>]) -> Grid {
    let mut sheet = Sheet::default();
    let mut taken = HashSet::new();
    let mut count = 0;
    for (row, cells) in rows.iter().enumerate().take(ROWS) {
        let mut column = 0;
        for cell in cells {
            while taken.remove(&(row, column)) {
                column += 1;
            }
            let width = cell.columns.clamp(1, COLUMNS);
            let height = cell.rows.clamp(1, rows.len() - row);
            count += width * height;
            if count > CELLS || column >= COLUMNS {
                sheet.is_cut = true;
                break;
            }
            sheet.put(row, column, Cell::text(&cell.text));
            sheet.link(row, column, cell.links.clone());
            sheet.merge(Area { top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
            for below in row + 1..row + height {
                taken.extend((column..column + width).map(|beside| (below, beside)));
            }
            column += width;
        }
    }
    Grid { sheets: vec![sheet] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_go_over_rows_and_columns() {
        let cell =
            |text: &str, columns, rows| PastedCell { text: text.to_owned(), columns, rows, links: vec![] };
        let rows = [
            vec![cell("9:00", 1, 2), cell("Inauguración", 2, 1)],
            vec![cell("Sala 1", 1, 1), cell("Sala 2", 0, 0)],
        ];
        let grid = read_pasted(&rows);
        let sheet = &grid.sheets[0];
        let row = |row| (0..3).map(|column| sheet.at(row, column).shown()).collect::<Vec<_>>();
        assert_eq!(row(0), ["9:00", "Inauguración", "Inauguración"]);
        assert_eq!(row(1), ["9:00", "Sala 1", "Sala 2"]);
        assert_eq!(sheet.filled(0), [0, 1]);
        let endless = [vec![cell("x", usize::MAX, usize::MAX)]];
        assert_eq!(read_pasted(&endless).sheets[0].height(), 1);
    }
}
