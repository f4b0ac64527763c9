//! The table as CSV.

use super::cell::Cell;
use super::rows::rows;
use ::csv::{Terminator, WriterBuilder};
use huso_agenda::{Agenda, Lang, iso};

/// By which Excel takes a text for UTF-8.
const MARK: &str = "\u{feff}";

/// The agenda as CSV (RFC 4180) in UTF-8, parted by commas as other programs expect it: Excel asks for `;` in some
/// countries and for `,` in others, and has a workbook ([`xlsx`](super::xlsx)). Dates are ISO 8601.
pub fn csv(agenda: &Agenda, lang: Lang) -> String {
    let (header, rows) = rows(agenda, lang);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::from(MARK));
    // Rows are equally long and the writer is a Vec: there is nothing to fail.
    let _ = writer.write_record(&header);
    for row in rows {
        let _ = writer.write_record(row.iter().map(written));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inert(text),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.format("%H:%M").to_string(),
        Cell::Moment(moment) => iso::minute(*moment).replace('T', " "),
    }
}

/// With an apostrophe before a sign with which spreadsheets begin a formula (OWASP, "CSV Injection").
fn inert(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
