//! Excel's workbooks (ECMA-376), read by calamine.

use super::archive::bounded;
use super::grid::{Area, CELLS, Cell, Grid, Sheet};
use super::references::check_references;
use calamine::{DataRef, Reader as _, Xlsx};
use std::io::Cursor;

/// Most merged areas of a sheet that are read.
const AREAS: usize = 5_000;

/// The sheets of a workbook. They are read cell by cell: a range of calamine's holds all cells between the first and the
/// last, 17 thousand millions where somebody wrote into the last one.
///
/// # Errors
/// What is wrong with it.
pub fn read_xlsx(bytes: &[u8]) -> Result<Grid, String> {
    let mut archive = bounded(bytes)?;
    check_references(&mut archive)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|fault| fault.to_string())?;
    let is_1904 = book.has_1904_epoch();
    let mut count = 0;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet::new(&name);
        // Sheets of charts have no cells.
        if let Ok(mut cells) = book.worksheet_cells_reader(&name) {
            // What comes after a fault is not read; what came before it is.
            while let Ok(Some(cell)) = cells.next_cell() {
                let (row, column) = cell.get_position();
                count += 1;
                if count > CELLS {
                    sheet.is_cut = true;
                    break;
                }
                sheet.put(row as usize, column as usize, read(cell.get_value(), is_1904));
            }
        }
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default().iter().take(AREAS) {
            let [(top, left), (bottom, right)] =
                [area.start, area.end].map(|(row, column)| (row as usize, column as usize));
            sheet.merge(Area { top, left, bottom, right });
        }
        sheets.push(sheet);
    }
    Ok(Grid { sheets })
}

fn read(value: &DataRef, is_1904: bool) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(serial) if serial.is_duration() => Cell::length(serial.as_f64()),
        DataRef::DateTime(serial) => Cell::serial(serial.as_f64(), is_1904),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => Cell::Empty,
    }
}
