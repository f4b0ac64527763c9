//! Times and dates as people read them.

use crate::i18n::{Lang, fill};
use crate::zone::{Instant, Offsets};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Whether clocks count to 12 or to 24.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HourCycle {
    /// 00:00–23:59
    #[default]
    H23,
    /// 12:00 a. m.–11:59 p. m.
    H12,
}

impl HourCycle {
    /// From the element's `hour-cycle` attribute: `h12`, else 24 hours.
    pub fn from_attribute(value: &str) -> Self {
        if value.eq_ignore_ascii_case("h12") { Self::H12 } else { Self::H23 }
    }
}

/// A time of day: `09:30`, or `9:30 a. m.`.
pub fn clock(time: NaiveTime, cycle: HourCycle, lang: Lang) -> String {
    match cycle {
        HourCycle::H23 => format!("{:02}:{:02}", time.hour(), time.minute()),
        HourCycle::H12 => {
            let (pm, hour) = time.hour12();
            let say = lang.dates();
            format!("{hour}:{:02}\u{a0}{}", time.minute(), if pm { say.patterns.pm } else { say.patterns.am })
        }
    }
}

/// A day in full: `miércoles 9 de agosto de 2023`.
pub fn full_date(date: NaiveDate, lang: Lang) -> String {
    with_date(lang.dates().patterns.full, date, lang)
}

/// A day without its year: `miércoles 9 de agosto`.
pub fn long_date(date: NaiveDate, lang: Lang) -> String {
    with_date(lang.dates().patterns.long, date, lang)
}

/// A day in short: `jue 10`.
pub fn short_date(date: NaiveDate, lang: Lang) -> String {
    with_date(lang.dates().patterns.short, date, lang)
}

/// A day and month in short: `9 ago`.
pub fn day_month(date: NaiveDate, lang: Lang) -> String {
    with_date(lang.dates().patterns.day_month, date, lang)
}

fn with_date(pattern: &str, date: NaiveDate, lang: Lang) -> String {
    let say = lang.dates();
    let weekday = date.weekday().num_days_from_monday() as usize;
    let month = date.month0() as usize;
    let pick = |names: &[&'static str], index: usize| names.get(index).copied().unwrap_or_default();
    fill(
        pattern,
        &[
            ("weekday", pick(&say.weekdays, weekday)),
            ("weekday_short", pick(&say.weekdays_short, weekday)),
            ("day", &date.day().to_string()),
            ("month", pick(&say.months, month)),
            ("month_short", pick(&say.months_short, month)),
            ("year", &date.year().to_string()),
        ],
    )
}

/// What a zone's clocks show, and the date if it is not the day under which the time stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonedTime {
    /// `2023-08-09T10:00-04:00`, for `<time datetime>`; of a floating time without offset.
    pub machine: String,
    /// `10:00`
    pub clock: String,
    /// The date where it differs from the day: `jue 10`.
    pub mark: Option<String>,
    /// The same, spelled out: `jueves 10 de agosto`.
    pub spoken_mark: Option<String>,
}

/// An instant as `zone` shows it, under the heading of `day`.
pub fn zoned_time(
    instant: Instant,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    cycle: HourCycle,
    lang: Lang,
) -> ZonedTime {
    let wall = zone.wall_time(instant);
    let other_day = (day != Some(wall.date())).then(|| wall.date());
    ZonedTime {
        machine: iso_minute(wall) + &zone.designator(instant),
        clock: clock(wall.time(), cycle, lang),
        mark: other_day.map(|date| short_date(date, lang)),
        spoken_mark: other_day.map(|date| long_date(date, lang)),
    }
}

/// A length in minutes as people say it: `45 min`, `1 h 05 min`, `7 h`.
pub fn length(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes:02}\u{a0}min"),
    }
}

/// The place in an IANA name, for a visitor's zone that the event file has no label for: the last
/// part, `Argentina/Buenos_Aires` is `Buenos Aires`.
pub fn place_of_zone(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// `2023-08-09T10:00`
pub fn iso_minute(wall: NaiveDateTime) -> String {
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        wall.year(),
        wall.month(),
        wall.day(),
        wall.hour(),
        wall.minute()
    )
}

/// `2023-08-09T10:00:00`
pub fn iso_second(wall: NaiveDateTime) -> String {
    format!("{}:{:02}", iso_minute(wall), wall.second())
}

/// Seconds east of UTC as `-04:00`.
pub fn iso_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
