//! Dates as people write them.

use super::atoms::{Cursor, Shape};
use super::clock::{self, DASHES};
use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// A date as written; what isn't said is `None`. Never empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WrittenDate {
    pub(super) weekday: Option<Weekday>,
    pub(super) day: Option<u32>,
    pub(super) month: Option<u32>,
    pub(super) year: Option<i32>,
    /// `09/08/2023`: the month could stand first. `day` is what stands first.
    pub(super) either: bool,
}

const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "o", "ro", "er", "do"];
const OF: &[&str] = &["de", "del", "do", "of"];
/// Short and full names, Monday first. Portuguese `segunda`, `quarta` … are Spanish ordinals too: they
/// count where `-feira` or a number follows.
const WEEKDAYS: [(Weekday, &[&str], &[&str]); 7] = [
    (Weekday::Mon, &["lun", "mon", "seg", "segunda"], &["lunes", "monday"]),
    (Weekday::Tue, &["mar", "tue", "tues", "ter", "terca"], &["martes", "tuesday"]),
    (Weekday::Wed, &["mie", "wed", "qua", "quarta"], &["miercoles", "wednesday"]),
    (Weekday::Thu, &["jue", "thu", "thur", "thurs", "qui", "quinta"], &["jueves", "thursday"]),
    (Weekday::Fri, &["vie", "fri", "sex", "sexta"], &["viernes", "friday"]),
    (Weekday::Sat, &["sab", "sat"], &["sabado", "saturday"]),
    (Weekday::Sun, &["dom", "sun"], &["domingo", "sunday"]),
];
const MONTHS: [&[&str]; 12] = [
    &["enero", "january", "janeiro", "ene", "jan"],
    &["febrero", "february", "fevereiro", "feb", "fev"],
    &["marzo", "march", "marco", "mar"],
    &["abril", "april", "abr", "apr"],
    &["mayo", "may", "maio", "mai"],
    &["junio", "june", "junho", "jun"],
    &["julio", "july", "julho", "jul"],
    &["agosto", "august", "ago", "aug"],
    &["septiembre", "setiembre", "september", "setembro", "sep", "sept", "set"],
    &["octubre", "october", "outubro", "oct", "out"],
    &["noviembre", "november", "novembro", "nov"],
    &["diciembre", "december", "dezembro", "dic", "dec", "dez"],
];

/// A date: `9 August 2023`, `miércoles 9 de agosto`, `August 9, 2023`, `09.08.23`, `2023-08-09`, `jue 10`.
/// A weekday alone counts where it is written in full, or `alone`, in parentheses.
pub(super) fn date(at: Cursor, alone: bool) -> Option<(WrittenDate, Cursor)> {
    let Some((weekday, full, after)) = weekday(at) else {
        return day_and_month(at)
            .or_else(|| short_numeric(at.word(&["dia", "data", "fecha"])?.skip_sign(&[':'])));
    };
    let behind = after.skip_sign(&['.']).skip_sign(&[',']);
    let rest = behind.skip_word(&["dia", "el", "the"]);
    let found = day_and_month(rest).or_else(|| short_numeric(rest)).or_else(|| {
        let (day, end) = rest.number(1..=2)?;
        let is_time = clock::range(rest).is_some() || end.sign(&[':']).is_some();
        let day = Some(day).filter(|day| (1..=31).contains(day) && !is_time && !clock::is_glued(end))?;
        Some((WrittenDate { day: Some(day), ..WrittenDate::default() }, end))
    });
    // "Mar 10, 2026" is March.
    if let Some((date, _)) = found.filter(|(date, _)| date.month.is_none())
        && let Some(with_month) = day_and_month(at)
        && with_month.0.year.is_some()
        && date.day == with_month.0.day
    {
        return Some(with_month);
    }
    match found {
        Some((date, after)) => Some((WrittenDate { weekday: Some(weekday), ..date }, after)),
        None if full || (alone && after.sign(&[')']).is_some()) => {
            Some((WrittenDate { weekday: Some(weekday), ..WrittenDate::default() }, after))
        }
        None => None,
    }
}

/// A weekday, and whether it can be nothing else.
fn weekday(at: Cursor) -> Option<(Weekday, bool, Cursor)> {
    let (atom, after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let name = &&*atom.folded;
    let (weekday, short, _) =
        WEEKDAYS.iter().find(|(_, short, full)| short.contains(name) || full.contains(name))?;
    let feira = after.sign(DASHES).and_then(|after| after.word(&["feira"]));
    let full = feira.is_some() || !short.contains(name);
    Some((*weekday, full, feira.unwrap_or(after)))
}

fn month(at: Cursor) -> Option<(u32, Cursor)> {
    let (atom, after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let month = (1..).zip(MONTHS).find(|(_, names)| names.contains(&&*atom.folded))?.0;
    // "ago." but not the end of a sentence: another word or number goes on.
    let short = atom.folded.len() < 5;
    Some((month, if short { after.skip_sign(&['.']) } else { after }))
}

fn day_and_month(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    numeric(at).or_else(|| day_first(at)).or_else(|| month_first(at))
}

/// `9 de agosto de 2023`, `9th August`, `1º de agosto`.
fn day_first(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (day, after) = at.number(1..=2)?;
    let after = after.close().map_or(after, |after| after.skip_word(ORDINALS));
    let (month, after) = month(after.skip_word(OF).skip_sign(DASHES))?;
    let date = WrittenDate { day: Some(day), month: Some(month), ..WrittenDate::default() };
    Some(with_year(date, after))
}

/// `August 9, 2023`, `agosto 9 de 2023`.
fn month_first(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (month, after) = month(at)?;
    let (day, after) = after.number(1..=2)?;
    let after = after.close().map_or(after, |after| after.skip_word(ORDINALS));
    // In "August 9:30" the 9 is an hour.
    if after.close().is_some_and(|after| after.sign(&[':']).is_some()) {
        return None;
    }
    let date = WrittenDate { day: Some(day), month: Some(month), ..WrittenDate::default() };
    Some(with_year(date, after))
}

fn with_year(date: WrittenDate, after: Cursor) -> (WrittenDate, Cursor) {
    let year = after.skip_sign(&[',']).skip_word(OF).skip_sign(DASHES).number(4..=4);
    match year {
        Some((year, behind)) => (WrittenDate { year: i32::try_from(year).ok(), ..date }, behind),
        None => (date, after),
    }
}

/// `2023-08-09`, `09.08.23`, `09/08/2023`. With dots the day stands first: nobody writes the month so.
fn numeric(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (first, after) = at.number(1..=4)?;
    let (sign, _) = after.close()?.next()?;
    let same =
        |at: Cursor<'_>| at.close().is_some_and(|at| at.peek().is_some_and(|atom| atom.text == sign.text));
    if !["/", "-", "."].contains(&sign.text) {
        return None;
    }
    let (second, after) = after.next()?.1.close()?.number(1..=2)?;
    let (third, end) = Some(after).filter(|after| same(*after))?.next()?.1.close()?.number(1..=4)?;
    let digits = |number: Cursor<'_>| number.peek().map_or(0, |atom| atom.text.len());
    let date = |day, month, year: u32, either| WrittenDate {
        weekday: None,
        day: Some(day),
        month: Some(month),
        year: i32::try_from(year).ok(),
        either,
    };
    if digits(at) == 4 {
        return (third < 100).then_some((date(third, second, first, false), end));
    }
    let year = match digits(after.next()?.1) {
        4 => third,
        2 => 2000 + third,
        _ => return None,
    };
    Some((
        read_either(first, second, sign.text != ".", |day, month, either| date(day, month, year, either)),
        end,
    ))
}

/// `10/08` after a weekday or `dia`.
fn short_numeric(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (first, after) = at.number(1..=2)?;
    let (second, end) = after.close()?.sign(&['/', '.'])?.close()?.number(1..=2)?;
    let date = |day, month, either| WrittenDate {
        day: Some(day),
        month: Some(month),
        either,
        ..WrittenDate::default()
    };
    Some((read_either(first, second, true, date), end))
}

/// Day and month in whichever order is possible, the day first if both are.
fn read_either(
    first: u32,
    second: u32,
    open: bool,
    date: impl Fn(u32, u32, bool) -> WrittenDate,
) -> WrittenDate {
    if open && second > 12 && first <= 12 {
        return date(second, first, false);
    }
    date(first, second, open && first <= 12 && second <= 12 && first != second)
}

/// What a written date can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    Date(NaiveDate),
    /// Day first, as is usual here, and month first.
    Either {
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
    /// The calendar has no such day.
    NoSuchDate,
    /// Not enough is said, and there is no other date to go by.
    Unknown,
}

impl Meant {
    pub(super) fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) | Self::Either { day_first: date, .. } => Some(date),
            Self::NoSuchDate | Self::Unknown => None,
        }
    }
}

impl WrittenDate {
    /// Whether day and month are said.
    pub(super) fn is_full(&self) -> bool {
        self.day.is_some() && self.month.is_some()
    }

    /// What it means, given the date last spoken of: it lends the year or the month that isn't said.
    pub(super) fn meant(&self, last: Option<NaiveDate>) -> Meant {
        let (Some(day), Some(month)) = (self.day, self.month) else { return self.nearest(last) };
        let Some(year) = self.year.or_else(|| last.map(|last| last.year())) else { return Meant::Unknown };
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return Meant::NoSuchDate };
        let other = NaiveDate::from_ymd_opt(year, day, month).filter(|_| self.either);
        let fits = |date: NaiveDate| self.weekday.is_none_or(|weekday| date.weekday() == weekday);
        match other {
            Some(other) if self.weekday.is_some() && fits(other) != fits(date) => {
                Meant::Date(if fits(date) { date } else { other })
            }
            Some(other) => Meant::Either { day_first: date, month_first: other },
            None => Meant::Date(date),
        }
    }

    /// `jue 10`, `(viernes)`: the nearest such day.
    fn nearest(&self, last: Option<NaiveDate>) -> Meant {
        let Some(last) = last else { return Meant::Unknown };
        let reach = if self.day.is_some() { 15 } else { 3 };
        let fits = |date: &NaiveDate| match self.day {
            Some(day) => date.day() == day,
            None => self.weekday == Some(date.weekday()),
        };
        let mut around = (0..=reach).flat_map(|days| {
            [last.checked_add_days(Days::new(days)), last.checked_sub_days(Days::new(days))]
        });
        around.find_map(|date| date.filter(fits)).map_or(Meant::NoSuchDate, Meant::Date)
    }
}

#[cfg(test)]
mod tests {
    use super::super::atoms::atoms;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(text: &str) -> Option<(Meant, usize)> {
        let all = atoms(text);
        let cursor = Cursor::new(&all);
        let (date, after) = date(cursor, false)?;
        let consumed = all.get(cursor.distance(after) - 1).map_or(0, |atom| atom.end());
        Some((date.meant(Some(day("2023-08-08"))), consumed))
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
            assert_eq!(read(text), Some((Meant::Date(day("2023-08-09")), text.len())), "{text}");
        }
        assert_eq!(read("16/08/2023").unwrap().0, Meant::Date(day("2023-08-16")));
        assert_eq!(read("08/16/2023").unwrap().0, Meant::Date(day("2023-08-16")));
        assert_eq!(read("08/08/2023").unwrap().0, Meant::Date(day("2023-08-08")));
        assert_eq!(
            read("09/08/2023").unwrap().0,
            Meant::Either { day_first: day("2023-08-09"), month_first: day("2023-09-08") }
        );
        assert_eq!(read("Mar 10, 2026").unwrap().0, Meant::Date(day("2026-03-10")));
        assert_eq!(read("31 de febrero").unwrap().0, Meant::NoSuchDate);
        assert_eq!(read("1º de agosto").unwrap().0, Meant::Date(day("2023-08-01")));
        for text in ["August 2023", "9:30", "jue 10:00", "jueves 9 a. m.", "10-11", "dom", "2023"] {
            let read = read(text).filter(|(_, length)| *length > "jueves".len());
            assert_eq!(read, None, "{text}");
        }
    }
}
