//! A program of a grid, by what its columns are.

use super::calendar::Calendar;
use super::grid::{Cell, Grid, Sheet};
use super::lister::Lister;
use super::mapping::{Field, Mapping};
use super::said::{SaidDay, day, place, said, zone};
use crate::{Finding, FindingKind, Origin, Place, Program, Read, ZoneClaim};
use chrono::NaiveDate;
use huso_announcement::cell;

/// The program of a grid's sheets, by what their columns are ([`mappings`](super::mappings()), or what was made of it). Sheets
/// without a mapping are left out, and said so.
///
/// `date` is the event's first day, where somebody said it. A day without a year, a weekday and `Día 2` are counted from
/// there, and rows of which nothing says the day are of it. Without it such sessions have no start, and
/// [`FindingKind::DateNeeded`] asks for it: by a question of the page, by `--date` of the command.
pub fn read(grid: &Grid, mappings: &[Mapping], date: Option<NaiveDate>, file: usize) -> Read {
    let mut read = Read::default();
    for (index, sheet) in grid.sheets.iter().enumerate() {
        let origin = |row: usize, column: usize| origin(sheet, file, row, column);
        match mappings.iter().find(|mapping| mapping.sheet == index) {
            Some(mapping) => program(sheet, mapping, date, &mut read, &origin),
            None if sheet.height() > 0 => {
                let kind = FindingKind::LeftOut(sheet.name.clone());
                read.findings.push(Finding { origin: origin(0, 0), kind });
            }
            None => {}
        }
        if sheet.is_cut {
            let kind = FindingKind::LeftOut(sheet.name.clone());
            read.findings.push(Finding { origin: origin(sheet.height(), 0), kind });
        }
    }
    read
}

fn origin(sheet: &Sheet, file: usize, row: usize, column: usize) -> Origin {
    let from_one = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    Origin {
        file,
        place: Place::Cell { sheet: sheet.name.clone(), row: from_one(row), column: from_one(column) },
    }
}

fn program(
    sheet: &Sheet,
    mapping: &Mapping,
    date: Option<NaiveDate>,
    read: &mut Read,
    origin: &dyn Fn(usize, usize) -> Origin,
) {
    let above = mapping.header.unwrap_or_else(|| titles(sheet));
    let from = mapping.header.map_or(above, |header| header + 1);
    let calendar = Calendar {
        given: date,
        first: date,
        year: None,
        order: mapping.order,
        counts_from: counts_from(sheet, mapping, from),
    };
    let mut lister = Lister::new(sheet, mapping, calendar, read, origin);
    let name = Cell::text(&sheet.name);
    lister.title_day(&name, (0, 0));
    for row in 0..above {
        title(&mut lister, row);
    }
    if let Some(header) = mapping.header {
        headers(&mut lister, header);
    }
    for row in from..sheet.height() {
        lister.row(row);
    }
}

/// How many rows stand above a table without headers: those with one cell, in which is no time.
fn titles(sheet: &Sheet) -> usize {
    let is_title = |row: &usize| {
        let filled = sheet.filled(*row);
        filled.len() < 2 && filled.iter().all(|column| said(sheet.at(*row, *column)).from.is_none())
    };
    let above = (0..sheet.height()).take_while(is_title).count();
    if above < sheet.height() { above } else { 0 }
}

/// The number of the first day, 1 where days are not numbered.
fn counts_from(sheet: &Sheet, mapping: &Mapping, from: usize) -> u32 {
    let column = mapping.first(Field::Date);
    let numbers =
        column.into_iter().flat_map(|column| (from..sheet.height()).map(move |row| sheet.at(row, column)));
    let numbers = numbers.filter_map(|cell| match day(cell).day {
        Some(SaidDay::Nth(number)) => Some(number),
        _ => None,
    });
    numbers.min().unwrap_or(1).min(1)
}

/// A row above the headers: the event's name, its days, its zone.
fn title(lister: &mut Lister, row: usize) {
    for column in lister.sheet.filled(row) {
        let cell = lister.sheet.at(row, column);
        let text = cell.shown();
        lister.title_day(cell, (row, column));
        claim(lister, row, column, zone(&text));
        let program = &mut lister.read.program;
        if cell::days(&text).is_empty() && !text.is_empty() && said(cell).day.is_none() {
            let is_first = program.title.is_empty();
            let place = if is_first { &mut program.title } else { &mut program.summary };
            if !place.is_empty() {
                place.push('\n');
            }
            place.push_str(&text);
        }
    }
}

/// The headers: the zone that one names, and the columns that say nothing of an agenda.
fn headers(lister: &mut Lister, header: usize) {
    for column in 0..lister.sheet.width() {
        let field = lister.mapping.columns.get(column).copied().unwrap_or_default();
        let cell = lister.sheet.at(header, column);
        let has_more =
            || (header + 1..lister.sheet.height()).any(|row| !lister.sheet.at(row, column).is_empty());
        match field {
            Field::Start if lister.mapping.first(Field::Start) == Some(column) => {
                let named = place(&cell.shown());
                claim(lister, header, column, named);
            }
            Field::Ignored if !cell.is_empty() && has_more() => {
                lister.find(header, column, FindingKind::LeftOut(cell.shown()));
            }
            _ => {}
        }
    }
}

/// Notes that a cell names the zone of all times.
fn claim(lister: &mut Lister, row: usize, column: usize, named: Option<(String, String)>) {
    let Some((zone, words)) = named else { return };
    let origin = (lister.origin)(row, column);
    let Program { zones, .. } = &mut lister.read.program;
    zones.push(ZoneClaim { zone, words, origin });
}
