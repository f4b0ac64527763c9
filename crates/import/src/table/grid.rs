//! Sheets of cells, whatever kind of file they are of.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::HashMap;

/// Most rows and columns of a sheet that are read. What is further away is no program.
pub(crate) const ROWS: usize = 20_000;
pub(crate) const COLUMNS: usize = 256;
/// Most cells of a sheet that are merged with others.
const MERGED: usize = 200_000;
/// Most cells of a file.
pub(crate) const CELLS: usize = 1_000_000;

/// The sheets of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// In the file's order.
    pub sheets: Vec<Sheet>,
}

/// One sheet: rows of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty where the file is one table.
    pub name: String,
    /// Whether there was more than is read.
    pub is_cut: bool,
    rows: Vec<Vec<Cell>>,
    width: usize,
    /// Of each cell that is one of merged ones.
    merged: HashMap<(usize, usize), Area>,
    /// The addresses that the words of cells lead to.
    links: HashMap<(usize, usize), Vec<String>>,
}

/// Cells that are merged into one. Inclusive, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

/// What stands in a cell, as far as the file itself says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, not empty.
    Text(String),
    /// A number of which the file says no more.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A day and a time.
    Moment(NaiveDateTime),
    /// A length of time.
    Length(TimeDelta),
}

impl Cell {
    /// A text without the space around it. What stands for nothing is nothing: `-`.
    pub fn text(text: &str) -> Self {
        let text = text.trim();
        let says_nothing = ["NA", "N/A", "n/a", "NULL", "null"].contains(&text);
        let is_empty = text.chars().all(|c| matches!(c, '-' | '–' | '—' | '\u{a0}' | '\u{feff}'));
        if is_empty || says_nothing { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A serial date of a spreadsheet: days since 30 December 1899, or since 1 January 1904. Before the second day it is
    /// a time of day: `24:00` and later are the next day's.
    pub fn serial(days: f64, is_1904: bool) -> Self {
        let epoch = if is_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
        let seconds = (days * 86_400.0).round();
        let epoch =
            NaiveDate::from_ymd_opt(epoch.0, epoch.1, epoch.2).and_then(|day| day.and_hms_opt(0, 0, 0));
        let is_known = (0.0..3e11).contains(&seconds);
        let span = is_known.then(|| TimeDelta::try_seconds(seconds as i64)).flatten();
        let Some(moment) = epoch.zip(span).and_then(|(epoch, span)| epoch.checked_add_signed(span)) else {
            return Self::Number(days);
        };
        match moment.time() {
            time if days < 2.0 => Self::Time(time),
            time if time == NaiveTime::MIN => Self::Date(moment.date()),
            _ => Self::Moment(moment),
        }
    }

    /// A length in days.
    pub fn length(days: f64) -> Self {
        let seconds = (days * 86_400.0).round();
        let is_known = (0.0..1e9).contains(&seconds);
        let length = is_known.then(|| TimeDelta::try_seconds(seconds as i64)).flatten();
        length.map_or(Self::Number(days), Self::Length)
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// As people read it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
            Self::Length(length) => format!("{} min", length.num_minutes()),
        }
    }
}

impl Sheet {
    /// A sheet without cells.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Puts something into a cell. What lies outside of what is read is noted as cut.
    pub fn put(&mut self, row: usize, column: usize, cell: Cell) {
        if cell.is_empty() {
            return;
        }
        if row >= ROWS || column >= COLUMNS {
            self.is_cut = true;
            return;
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        self.width = self.width.max(column + 1);
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
    }

    /// Merges cells, as far as they are read.
    pub fn merge(&mut self, area: Area) {
        let area = Area { bottom: area.bottom.min(ROWS - 1), right: area.right.min(COLUMNS - 1), ..area };
        let is_one = area.top == area.bottom && area.left == area.right;
        if is_one || area.top > area.bottom || area.left > area.right {
            return;
        }
        let size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
        if self.merged.len() + size > MERGED {
            self.is_cut = true;
            return;
        }
        for row in area.top..=area.bottom {
            self.merged.extend((area.left..=area.right).map(|column| ((row, column), area)));
        }
    }

    /// The merged cells that a cell is of.
    pub fn area(&self, row: usize, column: usize) -> Option<&Area> {
        self.merged.get(&(row, column))
    }

    /// What stands in a cell, be it the first of merged ones.
    pub fn at(&self, row: usize, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        let (row, column) = self.area(row, column).map_or((row, column), |area| (area.top, area.left));
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(EMPTY)
    }

    /// Notes where the words of a cell lead to.
    pub(crate) fn link(&mut self, row: usize, column: usize, urls: Vec<String>) {
        if !urls.is_empty() {
            self.links.insert((row, column), urls);
        }
    }

    /// Where the words of a cell lead to, be it the first of merged ones.
    pub fn links(&self, row: usize, column: usize) -> &[String] {
        let at = self.area(row, column).map_or((row, column), |area| (area.top, area.left));
        self.links.get(&at).map(Vec::as_slice).unwrap_or_default()
    }

    /// What stands in a cell, be it in the first of those that are merged downwards: of what is merged across, the first
    /// has it alone.
    pub fn down(&self, row: usize, column: usize) -> &Cell {
        match self.area(row, column) {
            Some(area) if area.left != column => &Cell::Empty,
            _ => self.at(row, column),
        }
    }

    /// The columns of a row in which something stands, each of merged cells once.
    pub fn filled(&self, row: usize) -> Vec<usize> {
        (0..self.width()).filter(|column| !self.down(row, *column).is_empty()).collect()
    }
}
