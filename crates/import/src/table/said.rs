//! What a cell says of when something is.

use super::grid::Cell;
use crate::Stated;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use huso_announcement::cell::{self, Day};
use huso_announcement::places::{Meaning, meaning};

/// What a cell says of when something is; nothing where it says nothing that can be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    pub(crate) day: Option<SaidDay>,
    /// Minutes since the day's midnight.
    pub(crate) from: Option<u32>,
    pub(crate) to: Option<u32>,
    /// All of it, on clocks that are said.
    pub(crate) stated: Option<Stated>,
    /// IANA name of the zone that stands beside the time, and the words for it.
    pub(crate) zone: Option<(String, String)>,
}

/// A day, as far as it is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum SaidDay {
    Date(NaiveDate),
    Written(Day),
    /// The event's nth.
    Nth(u32),
}

/// Of a cell of which is known that it holds a time: `9` is one.
pub(crate) fn time(cell: &Cell) -> Said {
    match cell {
        Cell::Number(number) if (0.0..1.0).contains(number) => said(&Cell::serial(*number, false)),
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=24.0).contains(number) => {
            Said { from: Some(*number as u32 * 60), ..Said::default() }
        }
        // Serials without a date's format.
        Cell::Number(number) if (20_000.0..80_000.0).contains(number) => said(&Cell::serial(*number, false)),
        Cell::Length(length) => Said {
            from: u32::try_from(length.num_minutes()).ok().filter(|minutes| *minutes <= 1440),
            ..Said::default()
        },
        Cell::Text(written) => text(written, true),
        _ => said(cell),
    }
}

/// Of a cell of which is known that it holds a day: `Día 2` and `2` are the second.
pub(crate) fn day(cell: &Cell) -> Said {
    let nth = |number: u32| Said { day: Some(SaidDay::Nth(number)), ..Said::default() };
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..=60.0).contains(number) => nth(*number as u32),
        Cell::Number(_) => time(cell),
        // Two days: nothing says which.
        Cell::Text(text) if text.contains('&') => Said::default(),
        Cell::Text(text) => {
            let said = Said { day: heading_day(cell), ..said(cell) };
            let number = text.trim_start_matches(|c: char| !c.is_ascii_digit()).trim();
            let words = super::words::plain(text.trim_end_matches(|c: char| c.is_ascii_digit()));
            let is_nth = ["", "dia", "day", "jornada"].contains(&&*words);
            match number.parse().ok().filter(|number| *number <= 60 && is_nth && said.day.is_none()) {
                Some(number) => nth(number),
                None => said,
            }
        }
        _ => said(cell),
    }
}

/// The day that a cell says in which nothing else stands: `Thu`, too.
pub(crate) fn heading_day(cell: &Cell) -> Option<SaidDay> {
    let weekday = || match cell {
        Cell::Text(text) => {
            let weekday = Some(cell::weekday(text)?);
            Some(SaidDay::Written(Day { weekday, ..Day::default() }))
        }
        _ => None,
    };
    said(cell).day.or_else(weekday)
}

/// Of any cell.
pub(crate) fn said(cell: &Cell) -> Said {
    let minutes = |time: NaiveTime| Some(time.hour() * 60 + time.minute());
    match cell {
        Cell::Date(date) => Said { day: Some(SaidDay::Date(*date)), ..Said::default() },
        Cell::Time(time) => Said { from: minutes(*time), ..Said::default() },
        Cell::Moment(moment) => {
            Said { day: Some(SaidDay::Date(moment.date())), from: minutes(moment.time()), ..Said::default() }
        }
        Cell::Text(written) => text(written, false),
        _ => Said::default(),
    }
}

fn text(text: &str, is_time: bool) -> Said {
    if let Some(said) = iso(text) {
        return said;
    }
    let days = cell::days(text);
    let first = days.first().filter(|_| days.len() == 1);
    let rest = match first {
        Some((_, at)) => {
            [text.get(..at.start), text.get(at.end..)].map(Option::unwrap_or_default).join(" ; ")
        }
        None => text.to_owned(),
    };
    let times = cell::times(&rest, is_time && first.is_none())
        .filter(|(_, at)| !rest.get(at.end..).is_some_and(|behind| goes_on(behind, is_time)));
    let zone = times.as_ref().and_then(|(_, at)| beside(rest.get(at.end..)?));
    let (from, to) = times.map_or((None, None), |(times, _)| (Some(times.from), times.to));
    Said { day: first.map(|(day, _)| SaidDay::Written(*day)), from, to, stated: None, zone }
}

/// Whether what stands behind a time is the rest of one that can't be read: of `11.2O` only the 11 can, and of
/// `10:45 – 11:O0` in a cell of times only the start.
fn goes_on(behind: &str, is_time: bool) -> bool {
    const UNTIL: &[&str] = &["-", "–", "—", "a ", "to ", "às ", "até ", "hasta "];
    let is_digit = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let end = UNTIL.iter().find_map(|until| behind.trim_start().strip_prefix(until));
    behind.strip_prefix(':').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        || behind.strip_prefix(['.', '\'']).is_some_and(is_digit)
        || is_time && end.is_some_and(|end| is_digit(end.trim_start()))
}

/// RFC 3339, and what databases write: `2027-08-09T10:00:00-05:00`, `2027-08-09 10:00`.
fn iso(text: &str) -> Option<Said> {
    let day = |moment: NaiveDateTime| said(&Cell::Moment(moment));
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        let stated =
            if text.ends_with(['Z', 'z']) { Stated::Utc(time.to_utc()) } else { Stated::Offset(time) };
        return Some(Said { stated: Some(stated), ..day(time.naive_local()) });
    }
    let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok()).map(day)
}

/// The zone that stands behind a time: `10:00 hora COL`, `10:00 (Chile) / 08:00 (México)`.
fn beside(behind: &str) -> Option<(String, String)> {
    let behind = behind.split(['/', '\n', ';', ',', '|']).next()?;
    named(behind.trim_matches(|c: char| !c.is_alphanumeric()), behind).or_else(|| zone(behind))
}

/// The zone that a header or a title names: `Hora (Colombia)`, `Horario de Brasilia`, `Bogota time`.
pub(crate) fn zone(text: &str) -> Option<(String, String)> {
    const TIME: &[&str] = &["hora", "horas", "horario", "hour", "time", "times", "horarios"];
    const BETWEEN: &[&str] = &[
        "de", "del", "da", "do", "la", "el", "inicio", "fin", "fim", "inicial", "final", "start", "end",
        "local", "oficial",
    ];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(40).collect();
    let is = |word: &str, list: &[&str]| list.contains(&&*huso_agenda::fold::folded(word));
    let at = words.iter().position(|word| is(word, TIME))?;
    let (before, behind) = words.split_at(at);
    let behind: Vec<&str> = behind.iter().skip(1).skip_while(|word| is(word, BETWEEN)).copied().collect();
    let name = |words: Option<&[&str]>| {
        words.filter(|words| !words.is_empty()).and_then(|words| named(&words.join(" "), text))
    };
    let widths = (1..=3).rev();
    let after = widths.clone().find_map(|width| name(behind.get(..width)));
    after
        .or_else(|| widths.into_iter().find_map(|width| name(before.get(before.len().checked_sub(width)?..))))
}

/// The zone that the header of a column of times names, with `hora` or without.
pub(crate) fn place(header: &str) -> Option<(String, String)> {
    zone(header).or_else(|| named(header.trim(), header))
}

/// Whether a line above a table belongs to it: it says of which day, or on whose clocks, its times are.
pub(crate) fn names_day_or_zone(text: &str) -> bool {
    !cell::days(text).is_empty() || zone(text).is_some()
}

/// The one zone that a name means.
fn named(name: &str, words: &str) -> Option<(String, String)> {
    match meaning(name)? {
        Meaning::Zone { zone, .. } | Meaning::WithoutRules { zone, .. } => {
            Some((zone.to_owned(), words.trim().to_owned()))
        }
        Meaning::Ambiguous(_) | Meaning::NoPlace => None,
    }
}

/// The length that a cell says: `45`, `45 min`, `1h30`, `0:45`.
pub(crate) fn length(cell: &Cell) -> Option<TimeDelta> {
    let minutes = match cell {
        Cell::Length(length) => Some(length.num_minutes()),
        Cell::Time(time) => Some(i64::from(time.hour() * 60 + time.minute())),
        Cell::Number(number) if (0.0..1.0).contains(number) => Some((number * 1440.0).round() as i64),
        Cell::Number(number) if number.fract() == 0.0 && (1.0..10_000.0).contains(number) => {
            Some(*number as i64)
        }
        Cell::Text(text) => {
            let plain = || text.parse::<u32>().ok().filter(|minutes| *minutes < 10_000);
            let clock = || cell::times(text, false).map(|(times, _)| times.from);
            plain().or_else(|| cell::minutes(text)).or_else(clock).map(i64::from)
        }
        _ => None,
    };
    minutes.filter(|minutes| *minutes > 0).and_then(TimeDelta::try_minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<u32>, Option<u32>) {
        let said = time(&Cell::Text(text.to_owned()));
        (said.from, said.to)
    }

    /// The kind: half a time, read, would be another time than the one that is meant.
    #[test]
    fn of_a_time_that_can_be_read_in_part_nothing_is() {
        for text in
            ["10:45-11.2O", "10:45 – 11:O0", "10:45 a 11:O0", "9-11.2O", "10:45-11:2O", "10:O0", "10.3O"]
        {
            assert_eq!(read(text), (None, None), "{text}");
        }
        for text in
            ["10:45-11.20", "10:45-11:20 h.", "10:45 a 11:20.", "10:45–11:20 (Sala 2)", "10:45:00-11:20:00"]
        {
            assert_eq!(read(text), (Some(645), Some(680)), "{text}");
        }
    }
}
