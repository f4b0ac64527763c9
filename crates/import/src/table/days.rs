//! Which days and times the rows of a sheet are of.

use super::calendar::Unknown;
use super::grid::Cell;
use super::lister::{Known, Lister};
use super::mapping::Field;
use super::said::{Said, SaidDay, day, said, time};
use crate::FindingKind;
use chrono::{Datelike as _, NaiveDate, TimeDelta};
use huso_announcement::cell;

/// When a row is.
pub(super) struct Times {
    pub(super) day: Option<Known>,
    pub(super) start: Said,
    pub(super) end: Said,
    pub(super) length: Option<TimeDelta>,
}

impl Lister<'_> {
    /// A day above the table: one is that of the rows below it, of several the first is the event's first.
    pub(crate) fn title_day(&mut self, cell: &Cell, at: (usize, usize)) {
        let text = cell.shown();
        let days = cell::days(&text);
        let Some((first, _)) = days.first().cloned() else {
            let nth = day(cell).day;
            if let Some(nth @ SaidDay::Nth(_)) =
                nth.filter(|_| matches!(cell, Cell::Text(text) if text.contains(char::is_alphabetic)))
            {
                self.current = Some(self.known(nth, &text, at));
            }
            return;
        };
        self.calendar.year = self.calendar.year.or(first.year);
        let known = self.known(SaidDay::Written(first), &text, at);
        if first.day.is_some() && first.month.is_some() {
            self.calendar.first = self.calendar.first.or(known.as_ref().ok().copied());
        }
        self.current = (days.len() == 1).then_some(known);
    }

    /// The day that a cell says.
    pub(super) fn known(&mut self, said: SaidDay, text: &str, at: (usize, usize)) -> Known {
        let date = self.calendar.date(said).map_err(|unknown| (unknown, text.to_owned()));
        if let SaidDay::Written(written) = said {
            let is_other =
                |date: &NaiveDate| written.weekday.is_some_and(|weekday| weekday != date.weekday());
            if date.as_ref().is_ok_and(is_other) {
                self.find(at.0, at.1, FindingKind::Weekday(text.to_owned()));
            }
            if written.either && self.mapping.order.is_none() && self.asked.insert("order".to_owned()) {
                self.find(at.0, at.1, FindingKind::DateOrder(text.to_owned()));
            }
        }
        date
    }

    /// Whether a row says a day and nothing else; it is that of the rows below it.
    pub(super) fn is_day(&mut self, row: usize, filled: &[usize]) -> bool {
        let has_time =
            self.mapping.all(Field::Start).any(|column| time(self.sheet.down(row, column)).from.is_some());
        let dates: Vec<usize> = filled
            .iter()
            .filter(|column| said(self.sheet.at(row, **column)).day.is_some())
            .copied()
            .collect();
        let Some(column) = dates.first().copied().filter(|_| !has_time && filled.len() <= 2) else {
            return false;
        };
        let is_dated = self.mapping.first(Field::Date) == Some(column) && filled.len() > 1;
        let cell = self.sheet.at(row, column).clone();
        let Some(day) = said(&cell).day.filter(|_| !is_dated) else { return false };
        if is_unread_time(&cell) {
            return false;
        }
        self.current = Some(self.known(day, &cell.shown(), (row, column)));
        // What stands beside a day is its name, or a session without a time.
        for beside in filled.iter().filter(|beside| **beside != column) {
            let text = self.sheet.at(row, *beside).shown();
            let is_name = super::said::day(self.sheet.at(row, *beside)).day.is_some();
            if !is_name {
                self.find(row, *beside, FindingKind::LeftOut(text));
            }
        }
        true
    }

    pub(super) fn times(&mut self, row: usize) -> Times {
        let column = |field| self.mapping.first(field);
        let (date, start, end, length) =
            (column(Field::Date), column(Field::Start), column(Field::End), column(Field::Duration));
        let sheet = self.sheet;
        let cell = move |column: Option<usize>| column.map_or(&Cell::Empty, |column| sheet.down(row, column));
        let of_date = day(cell(date));
        let mut of_start = time(cell(start));
        if start.is_none() {
            of_start = of_date.clone();
        }
        let is_read = |said: &Said| said.from.is_some() || said.day.is_some();
        for (column, said) in [(date, &of_date), (start, &of_start), (end, &time(cell(end)))] {
            let is_unread = |cell: &Cell| !cell.is_empty() && (!is_read(said) || is_unread_time(cell));
            if let Some(column) = column.filter(|column| is_unread(cell(Some(*column)))) {
                self.find(row, column, FindingKind::Time(cell(Some(column)).shown()));
            }
        }
        let days = [(date, of_date.day), (start, of_start.day)]
            .into_iter()
            .find_map(|(column, day)| Some((column?, day?)));
        let known = days.map(|(column, day)| self.known(day, &cell(Some(column)).shown(), (row, column)));
        // What can't be read is not the day of the row above.
        let is_unread = date.is_some() && !cell(date).is_empty() && !is_read(&of_date);
        let unread = || is_unread.then(|| Err((Unknown::Unreadable, cell(date).shown())));
        let known = known.or_else(unread);
        if known.is_some() {
            self.current = known.clone();
        }
        Times {
            day: known.or_else(|| self.current.clone()),
            start: of_start,
            end: time(cell(end)),
            length: super::said::length(cell(length)),
        }
    }
}

/// Whether a time that can't be read stands beside a day: `2027-08-09 25:00`.
fn is_unread_time(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.contains(':')) && time(cell).from.is_none()
}
