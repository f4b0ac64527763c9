//! Rules of recurrence as written (RFC 5545, 3.3.10).

use super::value::{self, Written};
use chrono::Weekday;
use std::str::FromStr;

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule of recurrence. Lists are in order, each value once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) count: Option<usize>,
    pub(super) until: Option<Written>,
    pub(super) week_start: Weekday,
    pub(super) months: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) month_days: Vec<i32>,
    /// Which of them in its month or year, from the end where it is negative; 0 for each.
    pub(super) weekdays: Vec<(i32, Weekday)>,
    pub(super) hours: Vec<i32>,
    pub(super) minutes: Vec<i32>,
    pub(super) seconds: Vec<i32>,
    pub(super) positions: Vec<i32>,
}

/// Times a day that a rule may have.
const MOST_TIMES: usize = 96;

impl Rule {
    /// Reads a rule; `None` for one that isn't understood whole. Rules by the hour and less are not (no program of an
    /// event has one), nor are weeks by their number and other calendars than the Gregorian (RFC 7529).
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            months: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
        };
        let mut has_frequency = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=')?;
            let key = key.trim().to_ascii_uppercase();
            has_frequency |= key == "FREQ";
            rule.set(&key, value.trim())?;
        }
        let times = rule.hours.len().max(1) * rule.minutes.len().max(1) * rule.seconds.len().max(1);
        (has_frequency && times <= MOST_TIMES).then_some(rule)
    }

    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "FREQ" => self.frequency = frequency(value)?,
            "INTERVAL" => self.interval = value.parse().ok().filter(|interval| *interval > 0)?,
            "COUNT" => self.count = Some(value.parse().ok()?),
            "UNTIL" => self.until = Some(value::time(value)?),
            "WKST" => self.week_start = weekday(value)?,
            "BYMONTH" => self.months = numbers(value, 1, 12)?,
            "BYYEARDAY" => self.year_days = numbers(value, -366, 366)?,
            "BYMONTHDAY" => self.month_days = numbers(value, -31, 31)?,
            "BYDAY" => self.weekdays = weekdays(value)?,
            "BYHOUR" => self.hours = numbers(value, 0, 23)?,
            "BYMINUTE" => self.minutes = numbers(value, 0, 59)?,
            "BYSECOND" => self.seconds = numbers(value, 0, 59)?,
            "BYSETPOS" => self.positions = numbers(value, -366, 366)?,
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }
}

fn frequency(value: &str) -> Option<Frequency> {
    match value.to_ascii_uppercase().as_str() {
        "DAILY" => Some(Frequency::Daily),
        "WEEKLY" => Some(Frequency::Weekly),
        "MONTHLY" => Some(Frequency::Monthly),
        "YEARLY" => Some(Frequency::Yearly),
        _ => None,
    }
}

fn numbers(value: &str, least: i32, most: i32) -> Option<Vec<i32>> {
    let number =
        |text: &str| i32::from_str(text.trim()).ok().filter(|number| (least..=most).contains(number));
    let mut numbers = value.split(',').map(number).collect::<Option<Vec<_>>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

fn weekdays(value: &str) -> Option<Vec<(i32, Weekday)>> {
    let one = |text: &str| {
        let text = text.trim();
        let (number, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
        let number = if number.is_empty() { 0 } else { numbers(number, -53, 53)?.first().copied()? };
        Some((number, weekday(day)?))
    };
    let mut days = value.split(',').map(one).collect::<Option<Vec<_>>>()?;
    days.sort_unstable_by_key(|(number, day)| (*number, day.num_days_from_monday()));
    days.dedup();
    Some(days)
}

fn weekday(value: &str) -> Option<Weekday> {
    match value.to_ascii_uppercase().as_str() {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_whole_or_not_at_all() {
        let rule = Rule::parse("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU,-1mo,TU;WKST=SU;COUNT=3").unwrap();
        assert_eq!((rule.frequency, rule.interval, rule.count), (Frequency::Monthly, 2, Some(3)));
        assert_eq!(
            (rule.weekdays, rule.week_start),
            (vec![(-1, Weekday::Mon), (0, Weekday::Tue)], Weekday::Sun)
        );
        for wrong in [
            "",
            "COUNT=3",
            "FREQ=HOURLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=YEARLY;BYDAY=ñ",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=YEARLY;UNTIL=soon",
            "RSCALE=CHINESE;FREQ=YEARLY",
            "FREQ",
        ] {
            assert_eq!(Rule::parse(wrong), None, "{wrong}");
        }
    }
}
