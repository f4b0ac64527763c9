//! OpenDocument spreadsheets (ODF 1.3, part 3, chapter 9). Read with quick-xml and not calamine, which leaves out what is
//! merged, and which repeats cells as often as the file says.

use super::archive::bounded;
use super::grid::{Area, CELLS, COLUMNS, Cell, Grid, ROWS, Sheet};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::Read as _;

/// The sheets of a spreadsheet.
///
/// # Errors
/// What is wrong with it.
pub fn read_ods(bytes: &[u8]) -> Result<Grid, String> {
    let mut archive = bounded(bytes)?;
    let mut content = archive.by_name("content.xml").map_err(|fault| fault.to_string())?;
    let mut text = String::new();
    content.read_to_string(&mut text).map_err(|fault| fault.to_string())?;
    Ok(sheets(&text))
}

/// Where the reading of a sheet is.
#[derive(Default)]
struct Place {
    row: usize,
    column: usize,
    /// How often the row and the cell stand there.
    rows: usize,
    columns: usize,
    cells: usize,
    /// What the cell's attributes say it is.
    said: Cell,
    /// The cell's paragraphs.
    text: String,
    in_cell: bool,
    /// How deep in what is no text of the cell's: a comment.
    aside: usize,
}

fn sheets(content: &str) -> Grid {
    let mut reader = Reader::from_str(content);
    let (mut sheets, mut at) = (Vec::<Sheet>::new(), Place::default());
    // What comes after a fault is not read; what came before it is.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) => start(&tag, &mut sheets, &mut at),
            Event::Empty(tag) => {
                start(&tag, &mut sheets, &mut at);
                end(tag.name().as_ref(), &mut sheets, &mut at);
            }
            Event::End(tag) => end(tag.name().as_ref(), &mut sheets, &mut at),
            Event::Text(text) if at.in_cell && at.aside == 0 => {
                at.text.push_str(&text);
            }
            Event::GeneralRef(name) if at.in_cell && at.aside == 0 => at.text.push_str(&entity(&name)),
            _ => {}
        }
    }
    Grid { sheets }
}

/// What `&amp;` and the like stand for.
fn entity(name: &quick_xml::events::BytesRef) -> String {
    let letter = name.resolve_char_ref().ok().flatten().map(String::from);
    let named = || quick_xml::escape::resolve_predefined_entity(name);
    letter.or_else(|| named().map(str::to_owned)).unwrap_or_default()
}

fn start(tag: &BytesStart, sheets: &mut Vec<Sheet>, at: &mut Place) {
    match tag.name().as_ref() {
        "table:table" => {
            sheets.push(Sheet::new(attribute(tag, "table:name").unwrap_or_default()));
            *at = Place { cells: at.cells, ..Place::default() };
        }
        "table:table-row" => (at.column, at.rows) = (0, number(tag, "table:number-rows-repeated")),
        "table:table-cell" | "table:covered-table-cell" => {
            at.columns = number(tag, "table:number-columns-repeated");
            (at.said, at.in_cell, at.aside) = (said(tag), true, 0);
            at.text.clear();
            let [width, height] =
                ["columns", "rows"].map(|what| number(tag, &format!("table:number-{what}-spanned")));
            if let Some(sheet) = sheets.last_mut() {
                let (top, left) = (at.row, at.column);
                let (bottom, right) = (top.saturating_add(height - 1), left.saturating_add(width - 1));
                sheet.merge(Area { top, left, bottom, right });
            }
        }
        "office:annotation" => at.aside += 1,
        "text:p" | "text:line-break" if !at.text.is_empty() && at.aside == 0 => at.text.push('\n'),
        "text:s" | "text:tab" if at.aside == 0 => at.text.push(' '),
        _ => {}
    }
}

fn end(name: &str, sheets: &mut [Sheet], at: &mut Place) {
    match name {
        "office:annotation" => at.aside = at.aside.saturating_sub(1),
        "table:table-row" => at.row = at.row.saturating_add(at.rows.max(1)),
        "table:table-cell" | "table:covered-table-cell" => {
            let said = std::mem::take(&mut at.said);
            let cell = if said.is_empty() { Cell::text(&at.text) } else { said };
            if let Some(sheet) = sheets.last_mut() {
                repeat(sheet, at, &cell);
            }
            at.column = at.column.saturating_add(at.columns);
            at.in_cell = false;
        }
        _ => {}
    }
}

/// Puts a cell wherever it is repeated, as far as there is room.
fn repeat(sheet: &mut Sheet, at: &mut Place, cell: &Cell) {
    if cell.is_empty() {
        return;
    }
    for row in (at.row..at.row.saturating_add(at.rows.max(1))).take(ROWS) {
        for column in (at.column..at.column.saturating_add(at.columns)).take(COLUMNS) {
            at.cells += 1;
            if at.cells > CELLS {
                sheet.is_cut = true;
                return;
            }
            sheet.put(row, column, cell.clone());
        }
    }
}

/// What a cell's attributes say it is; nothing for text.
fn said(tag: &BytesStart) -> Cell {
    let value = |name: &str| attribute(tag, &format!("office:{name}"));
    let read = match attribute(tag, "office:value-type").as_deref() {
        Some("date") => value("date-value").and_then(|text| date(&text)),
        Some("time") => value("time-value").and_then(|text| time(&text)),
        Some("float") => value("value").and_then(|text| text.parse().ok()).map(Cell::Number),
        _ => None,
    };
    read.unwrap_or_default()
}

fn date(text: &str) -> Option<Cell> {
    let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f");
    let moment = moment.or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"));
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Cell::Date);
    moment.ok().map(Cell::Moment).or_else(day)
}

/// `PT09H30M00S`: a time of day, or a length; both are written so.
fn time(text: &str) -> Option<Cell> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let minutes: i64 = rest.split_once('M')?.0.parse().ok()?;
    let hours: i64 = hours.parse().ok().filter(|hours| (0..100_000).contains(hours))?;
    let length = TimeDelta::try_minutes(hours * 60 + minutes)?;
    let time =
        || chrono::NaiveTime::from_hms_opt(u32::try_from(hours).ok()?, u32::try_from(minutes).ok()?, 0);
    Some(time().map_or(Cell::Length(length), Cell::Time))
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    quick_xml::escape::unescape(&attribute.value).map(std::borrow::Cow::into_owned).ok()
}

/// A number that says how often, 1 where it isn't there.
fn number(tag: &BytesStart, name: &str) -> usize {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
