//! What the columns of a sheet seem to be: by their headers, or by what stands in them.

use super::calendar::order;
use super::grid::{Cell, Grid, Sheet};
use super::mapping::{Field, Mapping};
use super::said::{heading_day, place, said, time};
use super::words;
use std::collections::HashMap;

/// How far down headers are looked for.
const TOP: usize = 40;
/// How many rows tell what a column holds.
const SAMPLE: usize = 200;

/// What the columns of each sheet seem to be; of sheets that seem to be no program, nothing.
pub fn mappings(grid: &Grid) -> Vec<Mapping> {
    grid.sheets.iter().enumerate().filter_map(|(index, sheet)| propose(index, sheet)).collect()
}

fn propose(index: usize, sheet: &Sheet) -> Option<Mapping> {
    let header = header(sheet);
    let columns = match header {
        Some(row) => by_headers(sheet, row),
        None => by_content(sheet),
    };
    let texts: Vec<String> = (0..sheet.height().min(SAMPLE))
        .flat_map(|row| (0..sheet.width()).map(move |column| sheet.at(row, column).shown()))
        .collect();
    let order = order(texts.iter().map(String::as_str));
    let has = |fields: &[Field]| columns.iter().any(|field| fields.contains(field));
    let has_days = header.is_some_and(|row| (0..sheet.width()).any(|column| is_day(sheet.at(row, column))));
    let is_program = has(&[Field::Title, Field::Lane]) && (has(&[Field::Start, Field::Date]) || has_days);
    is_program.then_some(Mapping { sheet: index, header, columns, order })
}

/// The row with the most headers.
fn header(sheet: &Sheet) -> Option<usize> {
    let score = |row: usize| {
        let cells = sheet.filled(row);
        let has_time = cells.iter().any(|column| said(sheet.at(row, *column)).from.is_some());
        let mut fields: Vec<Field> =
            cells.iter().filter_map(|column| found(sheet, row, *column)).map(|(field, _)| field).collect();
        fields.dedup();
        let is_clock = |column: &&usize| {
            let cell = sheet.at(row, **column);
            is_day(cell) || matches!(cell, Cell::Text(text) if text.len() < 80 && place(text).is_some())
        };
        let marks = cells.iter().filter(is_clock).count();
        let beside = cells.len() - fields.len();
        let is_one = fields.len() > 1 || (fields.len() == 1 && beside > 1) || marks > 1;
        // One word in a row of data may be a header's.
        let is_plain = (fields.len() + marks) * 3 > cells.len()
            || fields.iter().any(|field| matches!(field, Field::Start | Field::Date));
        if is_one && !has_time && is_plain { fields.len() + marks } else { 0 }
    };
    let best = (0..sheet.height().min(TOP)).rev().max_by_key(|row| score(*row))?;
    (score(best) > 0).then_some(best)
}

fn found(sheet: &Sheet, row: usize, column: usize) -> Option<(Field, usize)> {
    match sheet.at(row, column) {
        Cell::Text(text) if text.len() < 80 => words::field(text),
        _ => None,
    }
}

fn is_day(cell: &Cell) -> bool {
    heading_day(cell).is_some() && said(cell).from.is_none()
}

/// The columns by their headers; columns of titles that have none of the known words are lanes.
fn by_headers(sheet: &Sheet, header: usize) -> Vec<Field> {
    let width = sheet.width();
    let found: Vec<_> = (0..width)
        .map(|column| found(sheet, header, column).filter(|_| !is_one_of_several(sheet, header, column)))
        .collect();
    let mut best = HashMap::new();
    for (column, (field, rank)) in
        found.iter().enumerate().filter_map(|(column, found)| Some((column, (*found)?)))
    {
        let entry = best.entry(field).or_insert((rank, column));
        *entry = (*entry).min((rank, column));
    }
    let many = [Field::Speakers, Field::Organization, Field::Role];
    let is_best = |column: usize, field: &Field| {
        many.contains(field)
            || best.get(field).is_some_and(|(_, other)| *other == column)
            || *field == Field::Start && is_of_a_place(sheet, header, column)
    };
    let mut columns: Vec<Field> = found
        .iter()
        .enumerate()
        .map(|(column, found)| {
            found.map(|(field, _)| field).filter(|field| is_best(column, field)).unwrap_or_default()
        })
        .collect();
    for (column, field) in columns.iter_mut().enumerate() {
        if *field == Field::Ignored && is_of_a_place(sheet, header, column) {
            *field = Field::Start;
        }
    }
    if !columns.contains(&Field::Start) && !columns.contains(&Field::Date) {
        set_first(
            &mut columns,
            |column| is_mostly(sheet, header + 1, column, |cell| said(cell).from.is_some()),
            Field::Start,
        );
    }
    if !columns.contains(&Field::Title) {
        lanes(sheet, header, &mut columns);
    }
    columns
}

/// Whether a column has the times on a place's clocks: its header names that place, `Hora Colombia`, `México`.
fn is_of_a_place(sheet: &Sheet, header: usize, column: usize) -> bool {
    place(&sheet.at(header, column).shown()).is_some()
        && is_mostly(sheet, header + 1, column, |cell| time(cell).from.is_some())
}

/// Whether a header stands above several columns as if it named none of them: `Track`, `Track`, `Track`.
fn is_one_of_several(sheet: &Sheet, header: usize, column: usize) -> bool {
    let one_each = [Field::Track, Field::Venue, Field::Kind, Field::Status];
    let own = sheet.at(header, column);
    let has_own_area = sheet.area(header, column).is_none();
    let is_again = |other: usize| other != column && sheet.at(header, other) == own;
    found(sheet, header, column).is_some_and(|(field, _)| one_each.contains(&field))
        && has_own_area
        && (0..sheet.width()).any(is_again)
}

/// The columns of titles among those of which nothing is known: those of days, places and tracks, or the one.
fn lanes(sheet: &Sheet, header: usize, columns: &mut [Field]) {
    let from = columns.iter().position(|field| matches!(field, Field::Start | Field::Date));
    let is_lane = |column: &usize| {
        let is_after = from.is_some_and(|from| *column > from) || is_day(sheet.at(header, *column));
        let is_prose = is_mostly(
            sheet,
            header + 1,
            *column,
            |cell| matches!(cell, Cell::Text(text) if !is_address(text)),
        );
        is_after && is_prose && !sheet.at(header, *column).is_empty()
    };
    let unknown: Vec<usize> = (0..columns.len())
        .filter(|column| columns.get(*column) == Some(&Field::Ignored))
        .filter(is_lane)
        .collect();
    // What has a column of places is no matrix of them.
    let is_list = columns.contains(&Field::Venue) || unknown.len() == 1;
    let one = unknown.first().copied().filter(|column| is_list && !is_day(sheet.at(header, *column)));
    for (column, field) in columns.iter_mut().enumerate() {
        if one == Some(column) {
            *field = Field::Title;
        } else if one.is_none() && unknown.contains(&column) {
            *field = Field::Lane;
        }
    }
    // What a program without titles has instead.
    let others = [Field::Summary, Field::Kind, Field::Track, Field::Speakers];
    let other = others.into_iter().find(|other| unknown.is_empty() && columns.contains(other));
    if let Some(field) = columns.iter_mut().find(|field| Some(**field) == other) {
        *field = Field::Title;
    }
}

/// Makes the first column of which nothing is known a field, if one fits.
fn set_first(columns: &mut [Field], fits: impl Fn(usize) -> bool, field: Field) -> Option<()> {
    let at =
        columns.iter().enumerate().position(|(column, known)| *known == Field::Ignored && fits(column))?;
    *columns.get_mut(at)? = field;
    Some(())
}

/// `img/ana.png`, `https://example.org`
fn is_address(text: &str) -> bool {
    !text.contains(' ') && text.contains(['/', '.']) || text.contains("://") || text.contains("img/")
}

/// Whether most of the filled cells of a column are something, and there are any.
fn is_mostly(sheet: &Sheet, from: usize, column: usize, is: impl Fn(&Cell) -> bool) -> bool {
    let filled = (from..sheet.height().min(from + SAMPLE))
        .map(|row| sheet.at(row, column))
        .filter(|cell| !cell.is_empty());
    let (all, those) = filled.fold((0, 0), |(all, those), cell| (all + 1, those + usize::from(is(cell))));
    those * 2 > all
}

/// The columns by what stands in them: the first of times and of days, and the first of words. Further words may be
/// anything, so that they are kept with what a session is about.
fn by_content(sheet: &Sheet) -> Vec<Field> {
    let mut columns = vec![Field::Ignored; sheet.width()];
    let mostly = |column: usize, is: fn(&Cell) -> bool| is_mostly(sheet, 0, column, is);
    let is_time = |cell: &Cell| said(cell).from.is_some();
    let is_words = |cell: &Cell| matches!(cell, Cell::Text(_)) && said(cell).from.is_none();
    set_first(&mut columns, |column| mostly(column, is_time), Field::Start);
    set_first(&mut columns, |column| mostly(column, is_time), Field::End);
    set_first(&mut columns, |column| mostly(column, is_day), Field::Date);
    set_first(&mut columns, |column| mostly(column, is_words), Field::Title);
    while set_first(&mut columns, |column| mostly(column, is_words), Field::Summary).is_some() {}
    columns
}
