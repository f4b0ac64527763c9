//! Days and times that stand by themselves, as in the cells of a table: what is around them doesn't say what they are.

use crate::atoms::{Cursor, atoms};
use crate::clock;
use crate::date::{self, When, WrittenDate};
use chrono::Weekday;
use std::ops::Range;

/// Longest text that is searched, in bytes: a longer one is prose.
const LONGEST: usize = 300;

/// A day as it is written. What isn't said is `None`; never all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Its weekday.
    pub weekday: Option<Weekday>,
    /// From 1; of `either`, what stands first.
    pub day: Option<u32>,
    /// From 1; of `either`, what stands second.
    pub month: Option<u32>,
    /// In full.
    pub year: Option<i32>,
    /// Whether the month could stand first: `09/08/2023`.
    pub either: bool,
}

impl From<WrittenDate> for Day {
    fn from(written: WrittenDate) -> Self {
        let WrittenDate { weekday, day, month, year, either } = written;
        Self { weekday, day, month, year, either }
    }
}

/// A time of day and where it ends, if that is said: minutes since midnight, to 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it begins.
    pub from: u32,
    /// When it ends.
    pub to: Option<u32>,
}

/// The days that a text names, and the bytes at which each stands. A range has its first and its last.
///
/// ```
/// use huso_announcement::cell::days;
/// let found = days("Día 1: miércoles 9 de agosto de 2023");
/// let [(day, at)] = found.as_slice() else { panic!("{found:?}") };
/// assert_eq!((day.day, day.month, day.year, at.start), (Some(9), Some(8), Some(2023), 8));
/// assert_eq!(days("del 9 al 11 de agosto de 2023").len(), 2);
/// assert!(days("9:00 - 9:30").is_empty());
/// assert!(days("9.30 - 10.15").is_empty());
/// assert!(days("12:15-1.45").is_empty());
/// ```
pub fn days(text: &str) -> Vec<(Day, Range<usize>)> {
    let mut found = Vec::new();
    let all = if text.len() > LONGEST { Vec::new() } else { atoms(text) };
    let mut at = Cursor::new(&all);
    while let Some((first, after)) = at.next() {
        // "9.30" is a time sooner than a date.
        let slash = after.sign(&['/']);
        let short = || {
            slash
                .and_then(|_| date::short_numeric(at))
                .map(|(day, end)| (When::Days { first: day, also: 0 }, end))
        };
        let read = date::date(at, true, false).or_else(short);
        let read = read.filter(|(_, end)| !clock::is_glued(*end) || is_iso(*end));
        let exists = |day: WrittenDate| {
            day.day.is_none_or(|day| (1..=31).contains(&day))
                && day.month.is_none_or(|month| (1..=12).contains(&month))
        };
        let read = read.filter(|(when, _)| !matches!(when, When::Days { first, .. } if !exists(*first)));
        let Some((when, end)) = read else {
            at = after;
            continue;
        };
        let bytes = first.start..at.end_before(end);
        match when {
            When::Days { first, .. } => found.push((first.into(), bytes)),
            When::Span { from, to, .. } => {
                let from = WrittenDate { year: from.year.or(to.year), ..from };
                found.extend([(from.into(), bytes.clone()), (to.into(), bytes)]);
            }
            When::InDays(_) | When::Next(_) => {}
        }
        at = end;
    }
    found
}

/// The weekday that is all that a text says, in short too: `Thu`, `mié.`.
///
/// ```
/// use chrono::Weekday;
/// use huso_announcement::cell::weekday;
/// assert_eq!(weekday("mié."), Some(Weekday::Wed));
/// assert_eq!(weekday("Thu"), Some(Weekday::Thu));
/// assert_eq!(weekday("Mar de fondo"), None);
/// ```
pub fn weekday(text: &str) -> Option<Weekday> {
    let all = if text.len() > LONGEST { Vec::new() } else { atoms(text) };
    let (weekday, _, after) = date::weekday(Cursor::new(&all))?;
    after.skip_sign(&['.']).next().is_none().then_some(weekday)
}

/// `2027-08-09T10:00`: a time is glued to it.
fn is_iso(end: Cursor) -> bool {
    end.word(&["t"]).is_some_and(|after| after.number(1..=2).is_some())
}

/// The time that a text says, and the bytes at which it stands. Where `bare`, what can be a time is one: `9`, `9.30`,
/// `15 a 18`.
///
/// ```
/// use huso_announcement::cell::{Times, times};
/// let read = |text| times(text, true).map(|(times, _)| (times.from, times.to));
/// assert_eq!(read("9:00 - 9:30"), Some((540, Some(570))));
/// assert_eq!(read("09h30"), Some((570, None)));
/// assert_eq!(read("9.30"), Some((570, None)));
/// assert_eq!(read("2:00 PM"), Some((840, None)));
/// assert_eq!(read("por definir"), None);
/// ```
pub fn times(text: &str, bare: bool) -> Option<(Times, Range<usize>)> {
    let all = if text.len() > LONGEST { Vec::new() } else { atoms(text) };
    let mut at = Cursor::new(&all);
    let mut is_first = true;
    while let Some((first, after)) = at.next() {
        let said = clock::range(at).and_then(|(range, end)| Some((range?, end)));
        let range = || clock::bare_range(at).filter(|_| bare);
        let hour = || clock::bare_hour(at).filter(|_| bare && is_first);
        if let Some((range, end)) = said.or_else(range).or_else(hour) {
            let times = Times { from: range.from.minutes, to: range.to.map(|to| to.minutes) };
            return Some((times, first.start..at.end_before(end)));
        }
        (at, is_first) = (after, false);
    }
    None
}

/// The minutes that a text says for a length: `45 min`, `1 h 30`, `1 hora y 30 minutos`.
///
/// ```
/// assert_eq!(huso_announcement::cell::minutes("1h30"), Some(90));
/// assert_eq!(huso_announcement::cell::minutes("45 min."), Some(45));
/// ```
pub fn minutes(text: &str) -> Option<u32> {
    let all = if text.len() > LONGEST { Vec::new() } else { atoms(text) };
    let at = Cursor::new(&all);
    clock::minutes_long(at).or_else(|| clock::hours_long(at)).map(|(minutes, _)| minutes)
}
