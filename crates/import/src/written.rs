//! Times and lengths as exports write them.

use crate::stated::Stated;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::wall_time;

/// A time of ISO 8601: `2027-08-09T10:00:00-05:00`, `…Z`, without an offset, or a day alone. Fractions of a second are
/// dropped.
pub(crate) fn time(text: &str) -> Option<Stated> {
    let text = text.trim();
    let Some((day, clock)) = text.split_once(['T', 't', ' ']) else {
        return wall_time::date(text).ok().map(Stated::Day);
    };
    let at = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, offset) = clock.split_at_checked(at)?;
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole).trim_end();
    let wall = wall_time::wall_time(&format!("{day}T{clock}")).ok()?;
    Some(match offset {
        "" => Stated::Wall(wall),
        "Z" | "z" => Stated::Utc(wall.and_utc()),
        _ => {
            let offset = FixedOffset::east_opt(seconds_east(offset)?)?;
            // Where the year ends that chrono has, an instant can be outside of it.
            wall.checked_sub_offset(offset)?;
            Stated::Offset(wall.and_local_timezone(offset).single()? as DateTime<FixedOffset>)
        }
    })
}

/// `+01:00`, `+0100` or `+01`.
fn seconds_east(text: &str) -> Option<i32> {
    let (sign, digits) = text.split_at_checked(1)?;
    let digits = digits.replace(':', "");
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    wall_time::offset(&format!("{sign}{hours}:{minutes}")).ok()
}

/// A time of day, `9:30`, `09:30` or `09:30:00`.
pub(crate) fn clock(text: &str) -> Option<NaiveTime> {
    let [hours, minutes, seconds] = numbers(text)?;
    NaiveTime::from_hms_opt(hours, minutes, seconds)
}

/// A day, also where a time follows it.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    match time(text)? {
        Stated::Day(date) => Some(date),
        other => other.clock().map(|wall| wall.date()),
    }
}

/// How long an event of a schedule is: `00:30`, `1:05`, with seconds as pentabarf writes it (`00:30:00`), or with days
/// as pretalx does (`2:03:00`: only its days have one digit), or minutes alone (`45`).
pub(crate) fn length(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    if let Ok(minutes) = text.parse::<u32>() {
        return Some(TimeDelta::minutes(minutes.into()));
    }
    let [first, second, third] = numbers(text)?.map(i64::from);
    let has_days = text.matches(':').count() == 2 && text.find(':') == Some(1);
    let length = if has_days {
        TimeDelta::days(first) + TimeDelta::hours(second) + TimeDelta::minutes(third)
    } else {
        TimeDelta::hours(first) + TimeDelta::minutes(second) + TimeDelta::seconds(third)
    };
    (length > TimeDelta::zero()).then_some(length)
}

/// Two or three numbers between colons, of four digits at most.
fn numbers(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.trim().split(':');
    let mut next = || parts.next().map(number);
    let all = [next()??, next()??, next().unwrap_or(Some(0))?];
    parts.next().is_none().then_some(all)
}

fn number(text: &str) -> Option<u32> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_keep_what_is_said_of_their_clocks() {
        let clock = |text| time(text).and_then(|time| time.clock()).map(|wall| wall.to_string());
        for text in [
            "2027-08-09T10:00",
            "2027-08-09 10:00:00",
            "2027-08-09T10:00:00.0000000",
            "2027-08-09T10:00:00-05:00",
            "2027-08-09T10:00-0500",
            "2027-08-09T10:00:00Z",
        ] {
            assert_eq!(clock(text).as_deref(), Some("2027-08-09 10:00:00"), "{text}");
        }
        assert!(matches!(time("2027-08-09T10:00:00.000Z"), Some(Stated::Utc(_))));
        assert!(matches!(time("2027-08-09T10:00:00+0100"), Some(Stated::Offset(_))));
        assert!(matches!(time("2027-08-09"), Some(Stated::Day(_))));
        for text in
            ["", "10:00", "2027-02-31T10:00", "2027-08-09T10:00é", "2027-08-09T10:00+é", "9999999-01-01T"]
        {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_have_days_only_where_pretalx_writes_them() {
        let minutes = |text| length(text).map(|length| length.num_minutes());
        assert_eq!(minutes("00:30"), Some(30));
        assert_eq!(minutes("01:00:00"), Some(60));
        assert_eq!(minutes("1:12:30"), Some(24 * 60 + 12 * 60 + 30));
        assert_eq!(minutes("26:00"), Some(26 * 60));
        assert_eq!(minutes("45"), Some(45));
        assert_eq!([minutes("00:00"), minutes("x"), minutes("1:2:3:4"), minutes("99999:00")], [None; 4]);
    }
}
