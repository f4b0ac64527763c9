//! A table as a workbook (Office Open XML), for people.

use super::seats::SessionSeats;
use super::table::Table;
use rust_xlsxwriter::{ColNum, Format, RowNum, Workbook as Writer, Worksheet, XlsxError};

/// Most UTF-16 units that a cell of a workbook holds (Microsoft: "Excel specifications and limits").
const MOST_IN_A_CELL: usize = 32_767;
/// Widest column, pixels: longer texts are read where the cell is opened.
const WIDEST: u32 = 420;
/// Rows by which columns are made as wide as their texts; measuring all takes longer than writing them.
const MEASURED: RowNum = 1_000;

const SEATS: [&str; 6] = ["event", "session", "capacity", "taken", "waiting", "left"];

/// Why there is no workbook: more rows or columns than one holds (1,048,576 and 16,384).
#[derive(Debug, thiserror::Error)]
#[error("a workbook can't hold them: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// A workbook.
#[derive(Debug)]
pub struct Workbook {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many cells had more text than a workbook's hold, and end with `…` in it.
    pub shortened: usize,
}

/// A workbook of two sheets: the table, in which every cell is a text, whatever it looks like; and the seats of
/// each event (the rows without a session) and session, which are numbers.
///
/// # Errors
/// [`WorkbookError`]
pub fn workbook(table: &Table, seats: &[SessionSeats]) -> Result<Workbook, WorkbookError> {
    let mut writer = Writer::new();
    let mut shortened = 0;
    let sheet = sheet(&mut writer, table.name, &table.header)?;
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            let fitting = fitting(cell);
            shortened += usize::from(fitting.is_some());
            sheet.write_string(row, column, fitting.as_deref().unwrap_or(cell))?;
        }
    }
    sheet.autofit();
    write_seats(&mut writer, seats)?;
    Ok(Workbook { bytes: writer.save_to_buffer()?, shortened })
}

/// A new sheet with its first row, which stays in sight.
fn sheet<'a>(
    writer: &'a mut Writer,
    name: &str,
    header: &[impl AsRef<str>],
) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = writer.add_worksheet();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    sheet.set_autofit_max_width(WIDEST).set_autofit_max_row(MEASURED);
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(header) {
        sheet.write_string_with_format(0, column, name.as_ref(), &bold)?;
    }
    Ok(sheet)
}

fn write_seats(writer: &mut Writer, seats: &[SessionSeats]) -> Result<(), XlsxError> {
    let sheet = sheet(writer, "Sessions", &SEATS)?;
    for (row, one) in (1..).zip(seats) {
        sheet.write_string(row, 0, &one.event)?;
        sheet.write_string(row, 1, one.session.as_deref().unwrap_or_default())?;
        let counts = [one.capacity, Some(one.taken), Some(one.waiting), one.left()];
        for (column, count) in (2..).zip(counts) {
            write_count(sheet, row, column, count)?;
        }
    }
    sheet.autofit();
    Ok(())
}

fn write_count(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    count: Option<u32>,
) -> Result<(), XlsxError> {
    if let Some(count) = count {
        sheet.write_number(row, column, count)?;
    }
    Ok(())
}

/// A text that is too long for a cell, cut to what fits.
fn fitting(cell: &str) -> Option<String> {
    if cell.encode_utf16().count() <= MOST_IN_A_CELL {
        return None;
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < MOST_IN_A_CELL
    };
    Some(cell.chars().take_while(fits).collect::<String>() + "…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader as _, Xlsx};
    use std::io::Cursor;

    fn read(table: &Table, seats: &[SessionSeats]) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(workbook(table, seats).unwrap().bytes)).unwrap()
    }

    fn table(cells: &[&str]) -> Table {
        let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let header = (0..cells.len()).map(|column| format!("answer.{column}")).collect();
        Table { name: "Registrations", header, rows: vec![cells] }
    }

    #[test]
    fn every_cell_is_the_text_that_was_sent() {
        let cells = [
            "0051 1 234",
            "=1+1",
            "Ana;=1+1;",
            "2027-01-02",
            "true",
            "1e5",
            "https://a.example/",
            "Ñandú 🎪",
            "a\nb\tc",
            "\u{1b}[2J",
            "_x0041_",
            " x ",
            "{=1}",
            "'a",
        ];
        let mut book = read(&table(&cells), &[]);
        assert_eq!(book.sheet_names(), ["Registrations", "Sessions"]);
        let sheet = book.worksheet_range("Registrations").unwrap();
        for (column, cell) in cells.iter().enumerate() {
            assert_eq!(sheet.get((1, column)), Some(&Data::String((*cell).to_owned())), "{cell:?}");
        }
        assert!(book.worksheet_formula("Registrations").unwrap().is_empty(), "no formulas");
    }

    #[test]
    fn seats_are_numbers_in_a_sheet_of_their_own() {
        let one = SessionSeats {
            event: "e".into(),
            session: Some("=a".into()),
            capacity: Some(3),
            taken: 2,
            waiting: 0,
        };
        let whole = SessionSeats { session: None, capacity: None, taken: 7, waiting: 1, ..one.clone() };
        let sheet = read(&table(&[]), &[whole, one]).worksheet_range("Sessions").unwrap();
        let rows: Vec<Vec<String>> =
            sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(
            rows,
            [SEATS, ["e", "", "", "7", "1", ""], ["e", "=a", "3", "2", "0", "1"]]
                .map(|row| row.map(str::to_owned).to_vec())
        );
        assert_eq!(sheet.get((2, 2)), Some(&Data::Float(3.0)));
    }

    #[test]
    fn the_header_stays_in_sight_and_columns_are_as_wide_as_their_texts() {
        let bytes = workbook(&table(&["short", &"long ".repeat(8)]), &[]).unwrap().bytes;
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
        assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
        let width = |column: &str| -> f64 {
            let (_, rest) = sheet.split_once(column).unwrap();
            rest.split_once("width=\"").unwrap().1.split_once('"').unwrap().0.parse().unwrap()
        };
        assert!(width("<col min=\"2\"") > 30.0, "{sheet}");
        assert!(width("<col min=\"1\"") < 15.0, "{sheet}");
    }

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_counted() {
        let (fits, long) = ("🎪".repeat(MOST_IN_A_CELL / 2), "🎪".repeat(MOST_IN_A_CELL));
        let table = table(&[&fits, &long]);
        assert_eq!(workbook(&table, &[]).unwrap().shortened, 1);
        let sheet = read(&table, &[]).worksheet_range("Registrations").unwrap();
        assert_eq!(sheet.get((1, 0)), Some(&Data::String(fits.clone())));
        assert_eq!(sheet.get((1, 1)), Some(&Data::String(fits + "…")));
    }
}
