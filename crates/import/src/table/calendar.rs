//! Which days the days of a sheet are. A year that isn't said is not guessed.

use super::mapping::DateOrder;
use super::said::SaidDay;
use chrono::{Datelike as _, Days, NaiveDate};
use huso_announcement::cell::Day;

/// What is known of a sheet's days.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    /// The event's first day, where somebody said it.
    pub(crate) given: Option<NaiveDate>,
    /// The event's first day, where somebody or the sheet's title says it.
    pub(crate) first: Option<NaiveDate>,
    /// The year that the sheet's title says.
    pub(crate) year: Option<i32>,
    pub(crate) order: Option<DateOrder>,
    /// The number of the first day: some count from 0.
    pub(crate) counts_from: u32,
}

/// Why a day is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Its year, month or all of it has to be said.
    Unsaid,
    /// There is none: 30 February.
    Impossible,
    /// What stands there is no day, which was reported.
    Unreadable,
}

impl Calendar {
    /// The day that is meant.
    pub(crate) fn date(&self, said: SaidDay) -> Result<NaiveDate, Unknown> {
        match said {
            SaidDay::Date(date) => Ok(date),
            SaidDay::Nth(number) => {
                let first = self.first.ok_or(Unknown::Unsaid)?;
                let later = u64::from(number.saturating_sub(self.counts_from));
                first.checked_add_days(Days::new(later)).ok_or(Unknown::Impossible)
            }
            SaidDay::Written(day) => self.written(self.ordered(day)),
        }
    }

    /// A day with its numbers in the sheet's order.
    pub(crate) fn ordered(&self, day: Day) -> Day {
        match self.order {
            Some(DateOrder::MonthFirst) if day.either => Day { day: day.month, month: day.day, ..day },
            _ => day,
        }
    }

    fn written(&self, written: Day) -> Result<NaiveDate, Unknown> {
        if let (Some(day), Some(month), Some(year)) = (written.day, written.month, written.year.or(self.year))
        {
            return NaiveDate::from_ymd_opt(year, month, day).ok_or(Unknown::Impossible);
        }
        let first = self.first.ok_or(Unknown::Unsaid)?;
        // The next one from the event's first day on; 29 February may be four years away.
        let reach = match (written.month, written.day) {
            (Some(_), Some(_)) => 1_500,
            (_, Some(_)) => 370,
            _ => 7,
        };
        let fits = |date: &NaiveDate| {
            let weekday = written.weekday.filter(|_| written.month.is_none());
            written.day.is_none_or(|day| date.day() == day)
                && written.month.is_none_or(|month| date.month() == month)
                && weekday.is_none_or(|weekday| date.weekday() == weekday)
        };
        first.iter_days().take(reach).find(fits).ok_or(Unknown::Impossible)
    }
}

/// What stands first in the dates of numbers among some texts, where one of them tells: `13/08`.
pub(crate) fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let told = texts.filter_map(|text| {
        let mut numbers = text.split(['/', '-']).map(|part| part.trim().parse::<u32>().unwrap_or_default());
        match (numbers.next()?, numbers.next()?) {
            (13..=31, 1..=12) => Some(DateOrder::DayFirst),
            (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    });
    let told: Vec<_> = told.collect();
    let first = told.first().copied()?;
    told.iter().all(|order| *order == first).then_some(first)
}
