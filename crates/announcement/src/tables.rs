//! Tables: a column of times for each country, or a row for each.

use crate::entries::{Bundle, Entry, Named, named};
use crate::items::{Item, Kind, lines};
use crate::place::Place;
use std::ops::Range;

/// Times of a table.
pub(crate) struct Table<'t> {
    /// Its items, line ends included.
    pub(crate) items: Range<usize>,
    /// Times of one moment, or of one row of moments.
    pub(crate) chains: Vec<Vec<Bundle<'t>>>,
}

/// A line of cells.
type Row = Vec<Range<usize>>;

/// The tables of a text: lines that follow each other and are divided by `|` or tabs.
pub(crate) fn tables<'t>(text: &str, items: &[Item<'t>]) -> Vec<Table<'t>> {
    let mut found = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    // The columns of the table before, where nothing but a date has followed it.
    let mut head: Option<Row> = None;
    for line in lines(items) {
        let row = cells(text, items, &line);
        if row.len() > 1 && !is_list(items, &row) {
            rows.push(row);
            continue;
        }
        let inside = items.get(line).unwrap_or_default();
        // A line that only rules off has no cells.
        if !inside.is_empty() && inside.iter().all(|item| item.kind == Kind::Separator) {
            continue;
        }
        found.extend(table(text, items, &rows, head.as_ref()));
        let is_date = inside.iter().all(|item| matches!(item.kind, Kind::Date(_)) || item.leads());
        head = rows.iter().find(|row| is_head(items, row)).cloned().or(head).filter(|_| is_date);
        rows.clear();
    }
    found.extend(table(text, items, &rows, head.as_ref()));
    found
}

/// Whether a row can say of which places the times below are.
fn is_head(items: &[Item], row: &Row) -> bool {
    row.iter().any(|cell| !places(items, cell).is_empty())
        && row.iter().all(|cell| times(items, cell).is_empty())
}

/// Whether each time has its place beside it: `10:00 Chile | 09:00 Perú` is no row of a table.
fn is_list(items: &[Item], row: &Row) -> bool {
    let is_whole = |cell: &&Range<usize>| !times(items, cell).is_empty() && !places(items, cell).is_empty();
    row.iter().filter(is_whole).count() > 1
}

/// The cells of a line. A row may begin and end with `|`.
fn cells(text: &str, items: &[Item], line: &Range<usize>) -> Row {
    let divides = |at: usize| {
        let item = items.get(at);
        item.is_some_and(|item| matches!(text.get(item.start..item.end), Some("|" | "\t" | "│")))
    };
    let mut all = Vec::new();
    let mut start = line.start;
    for at in line.clone().filter(|at| divides(*at)) {
        all.push(start..at);
        start = at + 1;
    }
    if all.is_empty() {
        return all;
    }
    all.push(start..line.end);
    let outer = |cell: Option<&Range<usize>>| cell.is_some_and(Range::is_empty);
    let starts_with_bar =
        items.get(line.start).is_some_and(|item| text.get(item.start..item.end) == Some("|"));
    if starts_with_bar && outer(all.first()) {
        all.remove(0);
    }
    if starts_with_bar && outer(all.last()) {
        all.pop();
    }
    // |---|---|
    let rules = |cell: &Range<usize>| {
        let mut inside = items.get(cell.clone()).unwrap_or_default().iter();
        inside.all(|item| text.get(item.start..item.end).is_some_and(|sign| "-–—:".contains(sign)))
    };
    if all.iter().all(rules) { Vec::new() } else { all }
}

fn times(items: &[Item], cell: &Range<usize>) -> Vec<usize> {
    cell.clone().filter(|at| items.get(*at).is_some_and(Item::is_time)).collect()
}

fn places(items: &[Item], cell: &Range<usize>) -> Vec<usize> {
    cell.clone().filter(|at| items.get(*at).is_some_and(Item::is_place)).collect()
}

fn table<'t>(text: &str, items: &[Item<'t>], rows: &[Row], head: Option<&Row>) -> Option<Table<'t>> {
    let below = || columns(items, head?, rows);
    let chains = if rows.len() < 2 {
        below()?
    } else {
        headed(items, rows).or_else(|| lines_of_places(text, items, rows)).or_else(below)?
    };
    let (start, end) = (rows.first()?.first()?.start, rows.last()?.last()?.end);
    Some(Table { items: start..end, chains })
}

/// A column for each country: places above, times below.
fn headed<'t>(items: &[Item<'t>], rows: &[Row]) -> Option<Vec<Vec<Bundle<'t>>>> {
    let mut bodies = (1..).map_while(|below| rows.get(below..));
    rows.iter().zip(&mut bodies).find_map(|(row, body)| columns(items, row, body))
}

/// The times below a row of places. Each row is a moment.
fn columns<'t>(items: &[Item<'t>], head: &Row, body: &[Row]) -> Option<Vec<Vec<Bundle<'t>>>> {
    let is_over_times = |column: usize| {
        body.iter().filter_map(|row| row.get(column)).any(|cell| !times(items, cell).is_empty())
    };
    let is_over_place =
        |(column, cell): (usize, &Range<usize>)| !places(items, cell).is_empty() && is_over_times(column);
    if !is_head(items, head) || !head.iter().enumerate().any(is_over_place) {
        return None;
    }
    let mut chains = Vec::new();
    for row in body {
        let line = row.first()?.start..row.last()?.end;
        let mut chain = Vec::new();
        for (index, cell) in row.iter().enumerate() {
            let heading = head.get(index).map(|cell| places(items, cell)).unwrap_or_default();
            let own = places(items, cell);
            for time in times(items, cell) {
                let mut entry = Entry::new(items, time, &[], cell.clone())?;
                entry.places = named(items, if own.is_empty() { &heading } else { &own });
                // The whole row is one moment: nothing in it leads to another.
                entry.items = line.clone();
                chain.push(Bundle::of(entry));
            }
        }
        // Two times in one cell would be two moments.
        let doubled = row.iter().any(|cell| times(items, cell).len() > 1);
        if doubled {
            for entry in chain.iter_mut().flat_map(|bundle: &mut Bundle| &mut bundle.entries) {
                entry.unpaired = true;
            }
        }
        chains.push(chain);
    }
    let has_times = chains.iter().any(|chain| chain.len() > 1);
    has_times.then_some(chains)
}

/// A row for each country: a place in one cell, and times in others. Each column is a moment.
fn lines_of_places<'t>(text: &str, items: &[Item<'t>], rows: &[Row]) -> Option<Vec<Vec<Bundle<'t>>>> {
    let with_times: Vec<&Row> =
        rows.iter().filter(|row| row.iter().any(|cell| !times(items, cell).is_empty())).collect();
    let is_apart = |row: &&Row| {
        row.iter().all(|cell| times(items, cell).is_empty() || places(items, cell).is_empty())
            && row.iter().filter(|cell| !places(items, cell).is_empty()).count() == 1
    };
    if with_times.len() < 2 || with_times.iter().filter(|row| is_apart(row)).count() * 2 < with_times.len() {
        return None;
    }
    // Where the places stand: what stands there in another row is a place's name, too.
    let column =
        with_times.iter().find_map(|row| row.iter().position(|cell| !places(items, cell).is_empty()))?;
    let mut chain = Vec::new();
    for row in with_times {
        let mut known: Vec<Named> = row.iter().flat_map(|cell| named(items, &places(items, cell))).collect();
        if known.is_empty() {
            known.extend(row.get(column).and_then(|cell| unknown(text, items, cell)));
        }
        let mut entries = Vec::new();
        for cell in row {
            for time in times(items, cell) {
                let mut entry = Entry::new(items, time, &[], cell.clone())?;
                entry.places.clone_from(&known);
                entries.push(entry);
            }
        }
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            if let Some(entry) = entries.first_mut() {
                entry.items.start = first.start;
            }
            if let Some(entry) = entries.last_mut() {
                entry.items.end = last.end;
            }
        }
        chain.push(Bundle { entries });
    }
    Some(vec![chain])
}

/// The words of a cell as the name of a place that is not known.
fn unknown<'t>(text: &str, items: &[Item<'t>], cell: &Range<usize>) -> Option<Named<'t>> {
    let inside = items.get(cell.clone())?;
    let (first, last) = (inside.first()?, inside.last()?);
    let is_name = text.get(first.start..first.end)?.chars().next().is_some_and(char::is_alphabetic);
    is_name.then_some(Named { place: Place::Unknown, start: first.start, end: last.end })
}
