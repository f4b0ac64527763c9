//! Dates that are wrong by themselves.

use super::checker::Checker;
use crate::compare::readings;
use crate::date::{When, WrittenDate};
use crate::days::Because;
use crate::entries::Mark;
use crate::finding::FindingKind;
use crate::times::{Dated, Times};
use chrono::{Datelike as _, NaiveDate};

impl<'t> Checker<'t> {
    /// What is wrong with the dates that are said of a group, and of single times in it.
    pub(super) fn dates(&mut self, times: &Times<'t>) {
        if let Some(date) = &times.date {
            if is_no_such_date(date) {
                self.find(date.start, date.end, FindingKind::NoSuchDate);
            }
            if let ([When::Days { first, also: 0 }], Some(meant)) =
                (date.written.as_slice(), date.meant.first())
            {
                self.weekday(first, meant, date.start, date.end);
            }
            if let ([When::Span { from, to, .. }], days) = (date.written.as_slice(), date.meant.reading())
                && let (Some(first), Some(last)) = (days.first(), days.last())
            {
                self.weekday(from, *first, date.start, date.end);
                self.weekday(to, *last, date.start, date.end);
            }
            // With two orders to read it in, and no weekday that tells, both are named.
            if date.meant.because == Some(Because::DayFirst)
                && times.entries.iter().flat_map(readings).count() < 2
            {
                self.reading(date, None);
            }
        }
        let announced = times.date.as_ref().and_then(|date| date.meant.first());
        for entry in &times.entries {
            let Some(Mark::Date(mark)) = &entry.mark else { continue };
            match announced.and_then(|announced| crate::days::beside(&mark.written, announced)) {
                Some(meant) => self.weekday(&mark.written, meant, mark.start, mark.end),
                None if announced.is_some() => self.find(mark.start, mark.end, FindingKind::NoSuchDate),
                None => {}
            }
        }
    }

    fn weekday(&mut self, written: &WrittenDate, meant: NaiveDate, start: usize, end: usize) {
        let is_day = written.day == Some(meant.day()) || written.either;
        if is_day && written.weekday.is_some_and(|weekday| weekday != meant.weekday()) {
            self.find(start, end, FindingKind::WrongWeekday { date: meant });
        }
    }
}

/// Whether a date says day and month, and there is no such day.
pub(super) fn is_no_such_date(date: &Dated) -> bool {
    date.meant.readings.is_empty() && date.written.iter().any(|when| when.is_full())
}
