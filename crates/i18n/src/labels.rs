//! Times and dates as people read them.

use crate::Texts as _;
use crate::fill::fill;
use huso_agenda::chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use huso_agenda::{Instant, Locale, Offsets, iso};

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

/// A time of day: `09:30`, or `9:30 a. m.` as the country writes it.
pub fn clock(time: NaiveTime, cycle: HourCycle, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    match cycle {
        HourCycle::H23 => format!("{:02}:{:02}", time.hour(), time.minute()),
        HourCycle::H12 => {
            let (pm, hour) = time.hour12();
            let patterns = &locale.lang.dates().patterns;
            let half = words(locale, if pm { patterns.pm } else { patterns.am });
            format!("{hour}:{:02}\u{a0}{half}", time.minute())
        }
    }
}

/// A day in full: `miércoles 9 de agosto de 2023`.
pub fn full_date(date: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    with_date(locale.lang.dates().patterns.full, date, locale)
}

/// A day without its year: `miércoles 9 de agosto`.
pub fn long_date(date: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    with_date(locale.lang.dates().patterns.long, date, locale)
}

/// A day in short: `jue 10`.
pub fn short_date(date: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    with_date(locale.lang.dates().patterns.short, date, locale)
}

/// A day in short with its month: `jue 10 ago`.
pub fn short_date_with_month(date: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    with_date(locale.lang.dates().patterns.short_month, date, locale)
}

/// A day and month in short: `9 ago`.
pub fn day_month(date: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    with_date(locale.lang.dates().patterns.day_month, date, locale)
}

/// The days from one to another, saying once what both share: `9–17 de agosto de 2023`,
/// `30 de agosto – 2 de septiembre de 2023`, `9 de agosto de 2023`.
pub fn date_range(first: NaiveDate, last: NaiveDate, locale: impl Into<Locale>) -> String {
    let locale = locale.into();
    let patterns = &locale.lang.dates().patterns;
    let from = match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => return with_date(patterns.date, last, locale),
        (true, true) => return with_dates(patterns.days, first, last, locale),
        (true, false) => patterns.day_of_month,
        (false, _) => patterns.date,
    };
    [with_date(from, first, locale), with_date(patterns.date, last, locale)].join(" – ")
}

fn with_date(pattern: &'static str, date: NaiveDate, locale: Locale) -> String {
    with_dates(pattern, date, date, locale)
}

/// The language's pattern as the region has it, filled with a date; `{last}` is the day of another.
fn with_dates(pattern: &'static str, date: NaiveDate, last: NaiveDate, locale: Locale) -> String {
    let dates = locale.lang.dates();
    let weekday = date.weekday().num_days_from_monday() as usize;
    let month = date.month0() as usize;
    let names: [(&str, &[&'static str], usize); 4] = [
        ("weekday", &dates.weekdays, weekday),
        ("weekday_short", &dates.weekdays_short, weekday),
        ("month", &dates.months, month),
        ("month_short", &dates.months_short, month),
    ];
    let (day, day_2) = (date.day().to_string(), format!("{:02}", date.day()));
    let (last, year) = (last.day().to_string(), date.year().to_string());
    let mut values = vec![("day", day.as_str()), ("day_2", &day_2), ("last", &last), ("year", &year)];
    for (key, names, index) in names {
        values.push((key, words(locale, names.get(index).copied().unwrap_or_default())));
    }
    fill(words(locale, pattern), &values)
}

/// What a zone's clocks show, and the date if it is not the day under which the time stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonedTime {
    /// `2023-08-09T10:00-04:00`, for `<time datetime>`; of a floating time without offset.
    pub machine: String,
    /// `10:00`
    pub clock: String,
    /// The half of the day where the other end of a range shows it for both: for screen readers.
    pub unseen_half: String,
    /// The date where it differs from the day: `jue 10`.
    pub mark: Option<String>,
    /// The date in full, which is spoken with every time: `jueves 10 de agosto`.
    pub spoken_date: String,
}

impl ZonedTime {
    /// As plain text: `00:30 (jue 10)`.
    pub fn plain(&self) -> String {
        match &self.mark {
            Some(mark) => format!("{} ({mark})", self.clock),
            None => self.clock.clone(),
        }
    }
}

/// An instant as `zone` shows it, under the heading of `day`.
pub fn zoned_time(
    instant: Instant,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    cycle: HourCycle,
    locale: impl Into<Locale>,
) -> ZonedTime {
    let locale = locale.into();
    let wall = zone.wall_time(instant);
    ZonedTime {
        machine: machine(instant, zone),
        clock: clock(wall.time(), cycle, locale),
        unseen_half: String::new(),
        mark: (day != Some(wall.date())).then(|| short_date(wall.date(), locale)),
        spoken_date: long_date(wall.date(), locale),
    }
}

/// `2023-08-09T10:00-04:00`
fn machine(instant: Instant, zone: &dyn Offsets) -> String {
    iso::minute(zone.wall_time(instant)) + &zone.designator(instant)
}

/// A span as `zone` shows it, saying once what both ends share: `23:30` and `00:30 (jue 10)`; `00:35` and
/// `04:00 (jue 10)`, a date that is marked after both; `9:30` and `10:35 a. m.`; `22:00` and `24:00`.
pub fn zoned_range(
    start: Instant,
    end: Instant,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    cycle: HourCycle,
    locale: impl Into<Locale>,
) -> [ZonedTime; 2] {
    let locale = locale.into();
    let (from, to) = (zone.wall_time(start), EndOfSpan::at(end, zone, cycle));
    let start_day = Some(from.date());
    let same_day = start_day == Some(to.date);
    let (at_start, at_end) = if same_day { (start_day, day) } else { (day, start_day) };
    let mut first = zoned_time(start, zone, at_start, cycle, locale);
    if same_day && from.time().hour12().0 == to.time.hour12().0 {
        let half = first.clock.find('\u{a0}').unwrap_or(first.clock.len());
        first.unseen_half = first.clock.split_off(half);
    }
    let last = ZonedTime {
        machine: machine(end, zone),
        clock: to.clock(cycle, locale),
        unseen_half: String::new(),
        mark: (at_end != Some(to.date)).then(|| short_date(to.date, locale)),
        spoken_date: long_date(to.date, locale),
    };
    [first, last]
}

/// A span, or an instant, as plain text: `23:30–00:30 (jue 10)`, under the heading of `day`.
///
/// ```
/// use huso_agenda::{Lang, Zone, wall_time};
/// let [start, end] = ["2023-08-10T03:30:00Z", "2023-08-10T04:30:00Z"].map(|text| wall_time::instant(text).unwrap());
/// let chile = Zone::named("America/Santiago").unwrap();
/// let day = wall_time::date("2023-08-09").ok();
/// let range = huso_i18n::labels::plain_range(start, Some(end), &chile, day, Lang::Es);
/// assert_eq!(range, "23:30–00:30 (jue 10)");
/// ```
pub fn plain_range(
    start: Instant,
    end: Option<Instant>,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    locale: impl Into<Locale>,
) -> String {
    let (locale, cycle) = (locale.into(), HourCycle::H23);
    match end {
        Some(end) => zoned_range(start, end, zone, day, cycle, locale).map(|time| time.plain()).join("–"),
        None => zoned_time(start, zone, day, cycle, locale).plain(),
    }
}

/// A moment in full until which something holds, on a zone's clocks: `martes 10 de agosto de 2027, 24:00`.
pub fn deadline(instant: Instant, zone: &dyn Offsets, cycle: HourCycle, locale: impl Into<Locale>) -> String {
    let (locale, end) = (locale.into(), EndOfSpan::at(instant, zone, cycle));
    [full_date(end.date, locale), end.clock(cycle, locale)].join(", ")
}

/// What a zone's clocks show at the end of a span. The end of a day is its 24:00, where clocks count to
/// 24: the next day's 00:00 would be another day, which clocks may moreover skip.
struct EndOfSpan {
    date: NaiveDate,
    /// Midnight for 24:00.
    time: NaiveTime,
    is_24: bool,
}

impl EndOfSpan {
    fn at(instant: Instant, zone: &dyn Offsets, cycle: HourCycle) -> Self {
        let wall = zone.wall_time(instant);
        let before = instant.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(instant);
        let ended = zone.wall_time(before).date();
        if ended >= wall.date() {
            return Self { date: wall.date(), time: wall.time(), is_24: false };
        }
        let is_24 = cycle == HourCycle::H23;
        Self { date: if is_24 { ended } else { wall.date() }, time: NaiveTime::MIN, is_24 }
    }

    fn clock(&self, cycle: HourCycle, locale: Locale) -> String {
        if self.is_24 { "24:00".to_owned() } else { clock(self.time, cycle, locale) }
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

/// A pattern or a word of the language's dates as the region writes it. The list is one of regions
/// parted by `;`, each `PE UY:septiembre=setiembre|sept=set`; a region may be in several.
fn words(locale: Locale, words: &'static str) -> &'static str {
    let region = locale.region();
    let own = locale.lang.dates().patterns.regions.split(';').find_map(|entry| {
        let (regions, list) = entry.split_once(':')?;
        if regions.split(' ').any(|other| other == region) { entry_of(list, words) } else { None }
    });
    own.unwrap_or(words)
}

/// The value of a key in a list `key=value|key=value`.
fn entry_of(list: &'static str, key: &str) -> Option<&'static str> {
    list.split('|').find_map(|entry| {
        let (name, value) = entry.split_once('=')?;
        (name == key).then_some(value)
    })
}
