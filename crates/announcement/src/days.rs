//! Which days written dates mean. What isn't said is taken from the date that was spoken of last, or from the day
//! on which the text was published; where that leaves several readings, all of them are returned.

use crate::date::{Weekdays, When, WrittenDate};
use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

/// The day from which dates without a year and days like `este sábado` are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) date: NaiveDate,
    /// Whether the text says that it was published on it.
    pub(crate) published: bool,
}

/// What more than the text's words a reading rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Because {
    /// The day is taken to stand before the month.
    DayFirst,
    /// The year is one in which the weekday is right.
    Weekday,
    /// The year is near.
    Year,
    /// It is counted from the reference.
    Relative,
}

/// What written dates can mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meant {
    /// The days of each reading, in order; the likeliest reading first. None where the calendar has no such day, or
    /// not enough is said.
    pub(crate) readings: Vec<Vec<NaiveDate>>,
    /// Why the first is taken.
    pub(crate) because: Option<Because>,
    /// The date in the text that its year is counted from, if it is one.
    pub(crate) lender: Option<NaiveDate>,
}

impl Meant {
    /// One day.
    pub(crate) fn certain(date: NaiveDate) -> Self {
        Self { readings: vec![vec![date]], ..Self::default() }
    }

    /// The days of the likeliest reading.
    pub(crate) fn reading(&self) -> Vec<NaiveDate> {
        self.readings.first().cloned().unwrap_or_default()
    }

    /// The first of them.
    pub(crate) fn first(&self) -> Option<NaiveDate> {
        self.readings.first()?.first().copied()
    }
}

/// Most days that a range is followed through.
const LONGEST: usize = 3_700;

/// How far a date without a year can be from the day on which it was published.
const HALF_A_YEAR: TimeDelta = TimeDelta::days(183);

/// What dates mean that are listed together: `20 de agosto y 24 de septiembre`. `last` is the date that was spoken
/// of before.
pub(crate) fn meant(written: &[When], last: Option<NaiveDate>, reference: Reference) -> Meant {
    let mut whole = written.to_vec();
    // The month and year of a list are said at its end.
    let mut lender: Option<WrittenDate> = None;
    for when in whole.iter_mut().rev() {
        if let When::Days { first, .. } | When::Span { to: first, .. } = when {
            if let Some(lender) = lender {
                first.month = first.month.or(lender.month);
                first.year = first.year.or(lender.year);
            }
            lender = Some(*first);
        }
    }
    let each: Vec<Meant> = whole.iter().map(|when| meant_by(when, last, reference)).collect();
    let most = each.iter().map(|meant| meant.readings.len()).max().unwrap_or(0);
    if each.iter().any(|meant| meant.readings.is_empty()) {
        return Meant::default();
    }
    let reading = |at: usize| {
        let days =
            |meant: &Meant| meant.readings.get(at).or(meant.readings.first()).cloned().unwrap_or_default();
        let mut all: Vec<NaiveDate> = each.iter().flat_map(days).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let because = each.iter().find_map(|meant| meant.because);
    let is_lent = matches!(because, Some(Because::Weekday | Because::Year));
    Meant { readings: (0..most).map(reading).collect(), because, lender: last.filter(|_| is_lent) }
}

fn meant_by(when: &When, last: Option<NaiveDate>, reference: Reference) -> Meant {
    let relative = |date: Option<NaiveDate>| Meant {
        readings: date.into_iter().map(|date| vec![date]).collect(),
        because: Some(Because::Relative),
        lender: None,
    };
    match *when {
        When::InDays(days) => relative(reference.date.checked_add_signed(TimeDelta::days(days))),
        When::Next(weekday) => {
            let mut ahead = (0..7).filter_map(|days| reference.date.checked_add_days(Days::new(days)));
            relative(ahead.find(|date| date.weekday() == weekday))
        }
        When::Days { first, also } => {
            let (firsts, because) = first.candidates(last, reference);
            let others = (1..=31).filter(|day| also & (1 << day) != 0);
            let listed = |one: NaiveDate| {
                let others = others.clone().map(|day| NaiveDate::from_ymd_opt(one.year(), one.month(), day));
                std::iter::once(Some(one)).chain(others).collect::<Option<Vec<_>>>()
            };
            Meant { readings: firsts.into_iter().filter_map(listed).collect(), because, lender: None }
        }
        When::Span { from, to, weekdays } => span(from, to, weekdays, last, reference),
    }
}

fn span(
    from: WrittenDate,
    to: WrittenDate,
    weekdays: Option<Weekdays>,
    last: Option<NaiveDate>,
    reference: Reference,
) -> Meant {
    let hinted = match weekdays {
        Some(_) => WrittenDate { weekday: None, ..from },
        None => from,
    };
    let (starts, because) = match (from.year, to.year) {
        (None, Some(year)) => {
            let same = hinted.of(year);
            let start = same.filter(|start| to.of(year).is_none_or(|end| *start <= end));
            (start.or_else(|| hinted.of(year - 1)).into_iter().collect(), None)
        }
        _ => hinted.candidates(last, reference),
    };
    let reading = |start: NaiveDate| {
        let year = to.year.unwrap_or(start.year());
        let end = to.of(year).filter(|end| *end >= start || to.year.is_some()).or_else(|| to.of(year + 1))?;
        let days = start.iter_days().take_while(|day| *day <= end).take(LONGEST);
        let all: Vec<_> = days.filter(|day| weekdays.is_none_or(|set| set.contains(day.weekday()))).collect();
        (!all.is_empty()).then_some(all)
    };
    Meant { readings: starts.into_iter().filter_map(reading).collect(), because, lender: None }
}

impl WrittenDate {
    fn of(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month?, self.day?)
    }

    /// The dates that it can mean, the likeliest first.
    fn candidates(&self, last: Option<NaiveDate>, reference: Reference) -> (Vec<NaiveDate>, Option<Because>) {
        if !self.is_full() {
            return (last.and_then(|last| self.nearest(last)).into_iter().collect(), None);
        }
        let turned = Self { day: self.month, month: self.day, ..*self };
        let orders = [Some(self), self.either.then_some(&turned)];
        let of_year = |year: i32| orders.into_iter().flatten().filter_map(move |date| date.of(year));
        let (all, mut because): (Vec<NaiveDate>, _) = match (self.year, last) {
            (Some(year), _) => (of_year(year).collect(), None),
            (None, Some(last)) => self.lent(last, of_year),
            (None, None) => {
                let mut years: Vec<i32> = (-1..=1).map(|by| reference.date.year() + by).collect();
                if self.weekday.is_some() {
                    // The weekdays of dates come again after 28 years at most, with a century's turn after 40.
                    years = (-40..=40).map(|by| reference.date.year() + by).collect();
                }
                (years.into_iter().flat_map(of_year).collect(), Some(Because::Year))
            }
        };
        let fits = |date: &NaiveDate| self.weekday.is_none_or(|weekday| date.weekday() == weekday);
        let mut fitting: Vec<NaiveDate> = all.iter().copied().filter(fits).collect();
        if fitting.is_empty() {
            fitting = all;
        } else if self.weekday.is_some() && because == Some(Because::Year) {
            because = Some(Because::Weekday);
        }
        if self.year.is_none() && last.is_none() {
            fitting = near(fitting, reference, self.weekday.is_some());
        }
        if because.is_none() && fitting.len() > 1 {
            because = Some(Because::DayFirst);
        }
        (fitting, because)
    }

    /// In the year of the date spoken of last; in another one beside it where only that one's weekday is right, and
    /// perhaps in the next where the date would be long before.
    fn lent<I: Iterator<Item = NaiveDate>>(
        &self,
        last: NaiveDate,
        of_year: impl Fn(i32) -> I,
    ) -> (Vec<NaiveDate>, Option<Because>) {
        let fits = |date: &NaiveDate| self.weekday.is_none_or(|weekday| date.weekday() == weekday);
        let same: Vec<_> = of_year(last.year()).collect();
        let beside = || [last.year() + 1, last.year() - 1].into_iter().flat_map(&of_year);
        if self.weekday.is_some() && !same.iter().any(fits) {
            let mut others: Vec<_> = beside().filter(fits).collect();
            others.sort_by_key(|date| (*date - last).abs());
            if let Some(near) = others.first() {
                return (vec![*near], Some(Because::Weekday));
            }
        }
        if self.weekday.is_none()
            && let [date] = same.as_slice()
            && last - *date > HALF_A_YEAR
        {
            return (std::iter::once(*date).chain(of_year(last.year() + 1)).collect(), Some(Because::Year));
        }
        (same, None)
    }

    /// `jue 10`, `(viernes)`: the nearest such day.
    fn nearest(&self, last: NaiveDate) -> Option<NaiveDate> {
        let reach = if self.day.is_some() { 15 } else { 3 };
        let fits = |date: &NaiveDate| match self.day {
            Some(day) => date.day() == day,
            None => self.weekday == Some(date.weekday()),
        };
        let mut around = (0..=reach).flat_map(|days| {
            [last.checked_add_days(Days::new(days)), last.checked_sub_days(Days::new(days))]
        });
        around.find_map(|date| date.filter(fits))
    }
}

/// Those nearest to the reference, the nearest first: with a weekday the one before and the one after, without one
/// all. Of a text that says when it was published, the nearest alone if that is near.
fn near(mut dates: Vec<NaiveDate>, reference: Reference, weekday: bool) -> Vec<NaiveDate> {
    let distance = |date: &NaiveDate| (*date - reference.date).abs();
    dates.sort_by_key(|date| (distance(date), *date < reference.date));
    if reference.published && dates.first().is_some_and(|date| distance(date) <= HALF_A_YEAR) {
        dates.truncate(1);
    } else if weekday {
        let after = dates.iter().position(|date| *date >= reference.date);
        let before = dates.iter().position(|date| *date < reference.date);
        let mut at = 0;
        dates.retain(|_| {
            at += 1;
            [after, before].contains(&Some(at - 1))
        });
    }
    dates
}

/// The day that is said beside a time, `(jue 10)` or `(10 de agosto)`, given the announced day.
pub(crate) fn beside(written: &WrittenDate, announced: NaiveDate) -> Option<NaiveDate> {
    if !written.is_full() {
        return written.nearest(announced);
    }
    let years = written.year.map_or_else(|| vec![0, 1, -1], |year| vec![year - announced.year()]);
    let dates = years.into_iter().filter_map(|by| written.of(announced.year() + by));
    dates.min_by_key(|date| (*date - announced).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atoms::{Cursor, atoms};
    use crate::date::date;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// What a text starts with means beside 8 August 2023, and its length.
    fn read(text: &str) -> Option<(Vec<NaiveDate>, usize)> {
        let all = atoms(text);
        let cursor = Cursor::new(&all);
        let (when, after) = date(cursor, false, false)?;
        let consumed = all.get(cursor.distance(after) - 1).map_or(0, |atom| atom.end());
        let last = day("2023-08-08");
        let reading = match when.day() {
            Some(date) => beside(&date, last).map(|date| vec![date]).unwrap_or_default(),
            None => meant(&[when], Some(last), Reference { date: last, published: false }).reading(),
        };
        Some((reading, consumed))
    }

    #[test]
    fn dates_in_every_shape() {
        for text in [
            "9 August 2023",
            "August 9, 2023",
            "August 9th, 2023",
            "9th of August 2023",
            "Wednesday, August 9, 2023",
            "miércoles 9 de agosto de 2023",
            "miércoles, 9 de agosto del 2023",
            "9 de agosto",
            "agosto 9 de 2023",
            "9 ago. 2023",
            "quarta-feira, 9 de agosto de 2023",
            "09.08.23",
            "9.08.23",
            "2023-08-09",
            "mié 9",
            "Wed 9",
            "qua 9",
            "miércoles 09/08/2023",
            "mié 9/8",
            "Wednesday",
        ] {
            assert_eq!(read(text), Some((vec![day("2023-08-09")], text.len())), "{text}");
        }
        assert_eq!(read("16/08/2023").unwrap().0, [day("2023-08-16")]);
        assert_eq!(read("08/16/2023").unwrap().0, [day("2023-08-16")]);
        assert_eq!(read("08/08/2023").unwrap().0, [day("2023-08-08")]);
        assert_eq!(read("Mar 10, 2026").unwrap().0, [day("2026-03-10")]);
        assert_eq!(read("31 de febrero").unwrap().0, []);
        assert_eq!(read("1º de agosto").unwrap().0, [day("2023-08-01")]);
        for text in ["August 2023", "9:30", "jue 10:00", "jueves 9 a. m.", "10-11", "dom", "2023"] {
            let read = read(text).filter(|(_, length)| *length > "jueves".len());
            assert_eq!(read, None, "{text}");
        }
    }

    /// Of announcements of which only the last of several dates was compared.
    #[test]
    fn several_dates() {
        for (text, expected) in [
            ("4, 5 y 6 de septiembre de 2027", &["2027-09-04", "2027-09-05", "2027-09-06"][..]),
            ("4 y 6 de septiembre", &["2023-09-04", "2023-09-06"]),
            ("September 4 and 6, 2027", &["2027-09-04", "2027-09-06"]),
            ("4 al 6 de septiembre de 2027", &["2027-09-04", "2027-09-05", "2027-09-06"]),
            ("4-5 de septiembre de 2027", &["2027-09-04", "2027-09-05"]),
            ("September 4–5, 2027", &["2027-09-04", "2027-09-05"]),
            ("September 30 to October 1, 2027", &["2027-09-30", "2027-10-01"]),
            ("sábado 4 al domingo 5 de septiembre de 2027", &["2027-09-04", "2027-09-05"]),
            ("entre el 4 y el 5 de septiembre de 2027", &["2027-09-04", "2027-09-05"]),
            ("31 de diciembre al 1 de enero de 2028", &["2027-12-31", "2028-01-01"]),
            ("04/09/2027 – 05/09/2027", &["2027-09-04", "2027-09-05"]),
            (
                "los jueves del 25 de agosto al 15 de septiembre de 2022",
                &["2022-08-25", "2022-09-01", "2022-09-08", "2022-09-15"],
            ),
            (
                "every Monday and Friday from May 3 to May 10, 2027",
                &["2027-05-03", "2027-05-07", "2027-05-10"],
            ),
            ("Thursdays, Sept 1 – Sept 8, 2022", &["2022-09-01", "2022-09-08"]),
            ("às quintas-feiras de 1 a 8 de setembro de 2022", &["2022-09-01", "2022-09-08"]),
            ("mañana", &["2023-08-09"]),
            ("este sábado", &["2023-08-12"]),
            ("next Tuesday", &["2023-08-08"]),
            ("este jueves 10 de agosto", &["2023-08-10"]),
        ] {
            let expected: Vec<_> = expected.iter().map(|text| day(text)).collect();
            assert_eq!(read(text), Some((expected, text.len())), "{text}");
        }
        assert_eq!(read("August 4, 20 companies and 3").unwrap().0, [day("2023-08-04")]);
    }

    /// Of `Fecha: 14/07/2027`, whose year was lost.
    #[test]
    fn a_label_before_a_date_leaves_its_year() {
        for text in ["Fecha: 14/07/2027", "Data: 14/07/2027", "Dia 14/7/27", "Date: 2027-07-14"] {
            assert_eq!(read(text), Some((vec![day("2027-07-14")], text.len())), "{text}");
        }
    }
}
