//! Values: texts, dates and times, durations, offsets (RFC 5545, 3.3).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use huso_agenda::wall_time::wall_time;

/// A date, or a date and a time, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Day(NaiveDate),
    Wall(NaiveDateTime),
    Utc(NaiveDateTime),
    /// Not of RFC 5545, and written all the same.
    Offset(DateTime<FixedOffset>),
}

/// A text without its escapes (3.3.11). What is escaped without need stands for itself.
pub(super) fn text(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            (letter, false) => text.push(letter),
        }
    }
    text.trim().to_owned()
}

/// The texts of a list: separated by commas that are not escaped.
pub(super) fn texts(value: &str) -> Vec<String> {
    let mut is_escaped = false;
    let parts = value.split(|letter: char| {
        let is_comma = letter == ',' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        is_comma
    });
    parts.map(text).filter(|text| !text.is_empty()).collect()
}

/// `20230809`, `20230809T100000`, `20230809T150000Z` (3.3.4 and 3.3.5); also without seconds, with an offset, and as
/// ISO 8601 has them at length.
pub(super) fn time(value: &str) -> Option<Written> {
    let value = value.trim();
    if let Ok(time) = DateTime::parse_from_rfc3339(value) {
        return Some(if value.ends_with(['Z', 'z']) {
            Written::Utc(time.naive_utc())
        } else {
            Written::Offset(time)
        });
    }
    if let Ok(wall) = wall_time(value) {
        return Some(Written::Wall(wall));
    }
    let Some((day, clock)) = value.split_once(['T', 't']) else { return date(value).map(Written::Day) };
    let (digits, suffix) =
        clock.split_at_checked(clock.find(|c: char| !c.is_ascii_digit()).unwrap_or(clock.len()))?;
    let wall = date(day)?.and_time(time_of_day(digits)?);
    match suffix {
        "" => Some(Written::Wall(wall)),
        "Z" | "z" => Some(Written::Utc(wall)),
        _ => wall.and_local_timezone(FixedOffset::east_opt(offset(suffix)?)?).single().map(Written::Offset),
    }
}

fn date(value: &str) -> Option<NaiveDate> {
    let has = |shape: &str| {
        value.bytes().zip(shape.bytes()).all(|(byte, like)| byte.is_ascii_digit() == (like == b'0'))
    };
    match value.len() {
        8 if has("00000000") => NaiveDate::parse_from_str(value, "%Y%m%d").ok(),
        10 if has("0000-00-00") => NaiveDate::parse_from_str(value, "%Y-%m-%d").ok(),
        _ => None,
    }
}

/// `100000`; `1000`, which is short for it.
fn time_of_day(digits: &str) -> Option<NaiveTime> {
    let part = |from: usize| digits.get(from..from + 2)?.parse::<u32>().ok();
    match digits.len() {
        // A second that is added to a day (3.3.12) is no other minute.
        6 => NaiveTime::from_hms_opt(part(0)?, part(2)?, part(4)?.min(59)),
        4 => NaiveTime::from_hms_opt(part(0)?, part(2)?, 0),
        _ => None,
    }
}

/// `-0500`, `+05:30`, `-050000` (3.3.14): seconds east of UTC.
pub(super) fn offset(value: &str) -> Option<i32> {
    let digits: String = value.chars().filter(|letter| *letter != ':').collect();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, digits.strip_prefix('+').unwrap_or(&digits)),
    };
    let is_plain = matches!(digits.len(), 4 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    (is_plain && seconds < 86_400).then_some(sign * seconds)
}

/// `PT1H30M`, `P1DT2H`, `P2W`, `-PT15M` (3.3.6).
pub(super) fn duration(value: &str) -> Option<TimeDelta> {
    let value = value.trim();
    let is_negative = value.starts_with('-');
    let mut rest = value.trim_start_matches(['+', '-']).strip_prefix(['P', 'p'])?;
    let mut is_time = false;
    let mut seconds: i64 = 0;
    let mut parts = 0;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix(['T', 't']).filter(|_| !is_time) {
            (is_time, rest) = (true, time);
            continue;
        }
        let (number, unit) = rest.split_at_checked(rest.find(|letter: char| !letter.is_ascii_digit())?)?;
        let unit_seconds = match (unit.chars().next()?.to_ascii_uppercase(), is_time) {
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(unit_seconds)?)?;
        rest = unit.get(1..)?;
        parts += 1;
    }
    let seconds = if is_negative { -seconds } else { seconds };
    (parts > 0).then(|| TimeDelta::try_seconds(seconds))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_taken_off() {
        assert_eq!(text(r"Uno\, dos\; tres\nCuatro\\n \N\: \"), "Uno, dos; tres\nCuatro\\n \n: \\");
        assert_eq!(texts(r"Mesa\, redonda,,Taller\\,Fin"), ["Mesa, redonda", "Taller\\", "Fin"]);
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        let wall = |text: &str| wall_time(text).unwrap();
        for (value, expected) in [
            ("20230809", Some(Written::Day(wall("2023-08-09T00:00").date()))),
            ("2023-08-09", Some(Written::Day(wall("2023-08-09T00:00").date()))),
            ("20230809T100000", Some(Written::Wall(wall("2023-08-09T10:00")))),
            ("20230809T1000", Some(Written::Wall(wall("2023-08-09T10:00")))),
            ("2023-08-09T10:00:00", Some(Written::Wall(wall("2023-08-09T10:00")))),
            ("20230809T150000Z", Some(Written::Utc(wall("2023-08-09T15:00")))),
            ("2023-08-09T15:00:00Z", Some(Written::Utc(wall("2023-08-09T15:00")))),
            (
                "20230809T100000-0500",
                DateTime::parse_from_rfc3339("2023-08-09T10:00:00-05:00").ok().map(Written::Offset),
            ),
            ("20230231T100000", None),
            ("20230809T250000", None),
            ("20230809Tñ", None),
            ("2023ñ09", None),
            ("", None),
        ] {
            assert_eq!(time(value), expected, "{value}");
        }
    }

    #[test]
    fn durations_and_offsets_are_read() {
        for (value, expected) in [
            ("PT1H30M", Some(5400)),
            ("P1DT2H", Some(93_600)),
            ("P2W", Some(1_209_600)),
            ("-PT15M", Some(-900)),
            ("PT0S", Some(0)),
            ("P", None),
            ("PT", None),
            ("P1H", None),
            ("PT9999999999999999999H", None),
            ("P1", None),
        ] {
            assert_eq!(duration(value).map(|length| length.num_seconds()), expected, "{value}");
        }
        for (value, expected) in [
            ("-0500", Some(-18_000)),
            ("+05:30", Some(19_800)),
            ("-053015", Some(-19_815)),
            ("5", None),
            ("+9900", None),
        ] {
            assert_eq!(offset(value), expected, "{value}");
        }
    }
}
