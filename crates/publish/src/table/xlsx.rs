//! The table as a workbook.

use super::cell::Cell;
use super::rows::rows;
use huso_agenda::chrono::{NaiveDateTime, NaiveTime, Timelike as _};
use huso_agenda::{Agenda, Instant, Lang};
use huso_i18n::Texts as _;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Why there is no workbook: more rows than one holds (1,048,576), or a longer text than a cell (32,767 characters).
pub type WorkbookError = XlsxError;

/// Widest column, pixels: longer texts are wrapped.
const WIDEST: u32 = 320;

/// The agenda as a workbook (Office Open XML) of one sheet, made at `now`: dates and times are what spreadsheets calculate
/// with, the rest is text, whatever it looks like.
///
/// # Errors
/// [`WorkbookError`]
pub fn xlsx(agenda: &Agenda, lang: Lang, now: Instant) -> Result<Vec<u8>, WorkbookError> {
    let (header, rows) = rows(agenda, lang);
    let mut workbook = Workbook::new();
    let made = date_time(now.naive_utc())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(lang.publish().sheet_name)?.set_freeze_panes(1, 0)?.set_autofit_max_width(WIDEST);
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(&header) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, cells) in (1..).zip(&rows) {
        for (column, cell) in (0..).zip(cells) {
            write(sheet, row, column, cell)?;
        }
    }
    sheet.autofit();
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let top = || Format::new().set_align(FormatAlign::Top);
    let (moment, format) = match cell {
        Cell::Text(text) if text.is_empty() => return Ok(()),
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, text, &top().set_text_wrap())?;
            return Ok(());
        }
        Cell::Date(date) => (date_time(date.and_time(NaiveTime::MIN))?, "yyyy-mm-dd"),
        Cell::Time(time) => (clock(*time)?, "hh:mm"),
        Cell::Moment(moment) => (date_time(*moment)?, "yyyy-mm-dd hh:mm"),
    };
    sheet.write_datetime_with_format(row, column, moment, &top().set_num_format(format))?;
    Ok(())
}

fn clock(time: NaiveTime) -> Result<ExcelDateTime, XlsxError> {
    let [hour, minute] = [time.hour(), time.minute()];
    ExcelDateTime::from_hms(hour.try_into().unwrap_or_default(), minute.try_into().unwrap_or_default(), 0)
}

/// What spreadsheets show has no zone, as a wall time has none.
fn date_time(moment: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_timestamp(moment.and_utc().timestamp())
}
