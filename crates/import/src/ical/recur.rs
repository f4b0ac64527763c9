//! When something recurs (RFC 5545, 3.3.10): on wall times, whatever zone they are of.
//!
//! The days of a rule's periods (years, months, weeks, days) are gone through one by one, and those that it names are
//! taken: what a rule adds to a period and what it takes from it are then the same.

use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Years after its start in which something recurs at most.
const YEARS: i32 = 100;

/// Days that may be gone through for a whole file: its rules can't keep a browser busy.
pub(super) const DAYS: usize = 5_000_000;

/// The first times of a rule, in order, at most so many; `days` that may be gone through become fewer.
pub(super) fn occurrences(
    rule: &Rule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    most: usize,
    days: &mut usize,
) -> Vec<NaiveDateTime> {
    let most = rule.count.map_or(most, |count| count.min(most));
    let times = times(rule, start);
    let mut found = Vec::new();
    let mut number = 0;
    while let Some((first, last)) = period(rule, start.date(), number) {
        number += 1;
        let is_over = until.is_some_and(|until| first > until.date()) || first.year() - start.year() > YEARS;
        if is_over || found.len() >= most || *days == 0 {
            break;
        }
        let named = within(rule, start, first, last, &times, days);
        let is_within = |time: &NaiveDateTime| *time >= start && until.is_none_or(|until| *time <= until);
        found.extend(named.into_iter().filter(is_within));
    }
    found.truncate(most);
    found
}

/// First and last day of a rule's period, counted from that of its start.
fn period(rule: &Rule, start: NaiveDate, number: u32) -> Option<(NaiveDate, NaiveDate)> {
    let steps = number.checked_mul(rule.interval)?;
    let months = |first: NaiveDate, length: u32| {
        let first = first.checked_add_months(Months::new(steps.checked_mul(length)?))?;
        Some((first, first.checked_add_months(Months::new(length))?.pred_opt()?))
    };
    let days = |first: NaiveDate, length: u64| {
        let first = first.checked_add_days(Days::new(u64::from(steps) * length))?;
        Some((first, first.checked_add_days(Days::new(length - 1))?))
    };
    match rule.frequency {
        Frequency::Daily => days(start, 1),
        Frequency::Weekly => days(start.week(rule.week_start).checked_first_day()?, 7),
        Frequency::Monthly => months(start.with_day(1)?, 1),
        Frequency::Yearly => months(start.with_ordinal(1)?, 12),
    }
}

/// The times of one period that a rule names.
fn within(
    rule: &Rule,
    start: NaiveDateTime,
    first: NaiveDate,
    last: NaiveDate,
    times: &[NaiveTime],
    budget: &mut usize,
) -> Vec<NaiveDateTime> {
    let days = first.iter_days().take_while(|day| *day <= last);
    let days: Vec<_> = days
        .inspect(|_| *budget = budget.saturating_sub(1))
        .filter(|day| is_on(rule, start.date(), *day))
        .collect();
    let all: Vec<_> = days.iter().flat_map(|day| times.iter().map(|time| day.and_time(*time))).collect();
    if rule.positions.is_empty() {
        return all;
    }
    let at = |position: i32| {
        let index = if position > 0 { position - 1 } else { i32::try_from(all.len()).ok()? + position };
        all.get(usize::try_from(index).ok()?).copied()
    };
    let mut chosen: Vec<_> = rule
        .positions
        .iter()
        .filter(|position| **position != 0)
        .filter_map(|position| at(*position))
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Whether a rule names a day; what it doesn't say of it is as on the day of its start.
fn is_on(rule: &Rule, start: NaiveDate, day: NaiveDate) -> bool {
    let names = |list: &[i32], value: u32, length: u32| {
        let value = i32::try_from(value).unwrap_or_default();
        list.is_empty()
            || list.contains(&value)
            || list.contains(&(value - 1 - i32::try_from(length).unwrap_or_default()))
    };
    let is_said = !(rule.weekdays.is_empty() && rule.month_days.is_empty() && rule.year_days.is_empty());
    let as_at_start = match rule.frequency {
        _ if is_said => true,
        Frequency::Daily => true,
        Frequency::Weekly => day.weekday() == start.weekday(),
        Frequency::Monthly => day.day() == start.day(),
        Frequency::Yearly => {
            day.day() == start.day() && (!rule.months.is_empty() || day.month() == start.month())
        }
    };
    let is_in_month =
        rule.months.is_empty() || rule.months.contains(&i32::try_from(day.month()).unwrap_or_default());
    as_at_start
        && is_in_month
        && names(&rule.month_days, day.day(), days_in_month(day))
        && names(&rule.year_days, day.ordinal(), days_in_year(day))
        && is_on_weekday(rule, day)
}

fn is_on_weekday(rule: &Rule, day: NaiveDate) -> bool {
    let [ordinal, length] = match rule.frequency {
        Frequency::Daily | Frequency::Weekly => [0, 0],
        Frequency::Yearly if rule.months.is_empty() => [day.ordinal0(), days_in_year(day)],
        Frequency::Monthly | Frequency::Yearly => [day.day0(), days_in_month(day)],
    };
    let from_start = i32::try_from(ordinal / 7 + 1).unwrap_or_default();
    let from_end = i32::try_from(length.saturating_sub(ordinal + 1) / 7 + 1).unwrap_or_default();
    let is_any = length == 0;
    let is = |(number, weekday): &(i32, chrono::Weekday)| {
        *weekday == day.weekday() && (is_any || *number == 0 || *number == from_start || *number == -from_end)
    };
    rule.weekdays.is_empty() || rule.weekdays.iter().any(is)
}

fn days_in_month(day: NaiveDate) -> u32 {
    u32::from(day.num_days_in_month())
}

fn days_in_year(day: NaiveDate) -> u32 {
    if day.leap_year() { 366 } else { 365 }
}

/// The times of a day that a rule names, in order.
fn times(rule: &Rule, start: NaiveDateTime) -> Vec<NaiveTime> {
    let or = |list: &[i32], other: u32| {
        if list.is_empty() {
            vec![other]
        } else {
            list.iter().filter_map(|one| u32::try_from(*one).ok()).collect()
        }
    };
    let [hours, minutes, seconds] =
        [or(&rule.hours, start.hour()), or(&rule.minutes, start.minute()), or(&rule.seconds, start.second())];
    let minute = |hour: u32, minute: u32| {
        seconds.iter().filter_map(move |second| NaiveTime::from_hms_opt(hour, minute, *second))
    };
    hours
        .iter()
        .flat_map(|hour| minutes.iter().flat_map(|one| minute(*hour, *one)).collect::<Vec<_>>())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::wall_time::wall_time;

    fn days(rule: &str, start: &str, most: usize) -> String {
        let rule = Rule::parse(rule).unwrap();
        let until = rule.until.and_then(|until| match until {
            super::super::value::Written::Wall(wall) => Some(wall),
            _ => None,
        });
        let found = occurrences(&rule, wall_time(start).unwrap(), until, most, &mut 1_000_000);
        found.iter().map(|time| time.format("%y%m%d").to_string()).collect::<Vec<_>>().join(" ")
    }

    /// Examples of RFC 5545 (3.8.5.3), which begin on 2 September 1997, a Tuesday.
    #[test]
    fn the_examples_of_the_rfc_are_read_as_it_says() {
        for (rule, expected) in [
            ("FREQ=DAILY;COUNT=3", "970902 970903 970904"),
            ("FREQ=DAILY;INTERVAL=10;COUNT=3", "970902 970912 970922"),
            ("FREQ=WEEKLY;UNTIL=19970916T090000", "970902 970909 970916"),
            ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH", "970902 970904 970916 970918"),
            ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "970905 971003 971107"),
            ("FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU", "970907 970928 971102 971130"),
            ("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "970922 971020 971117"),
            ("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "970928 971029 971128"),
            ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "970930 971001 971031 971101"),
            ("FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "980602 980702 990602"),
            ("FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "000101 000409 000718 030101"),
            ("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "980518 990517"),
            ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3", "980305 980312 980319"),
            ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "980213 980313 981113"),
            ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2", "971104 011106"),
            ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "970904 971007 971106"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "970929 971030 971127"),
            ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "970915 970930 971015 971030 971115"),
        ] {
            assert_eq!(days(rule, "1997-09-02T09:00", 10), expected, "{rule}");
        }
        assert_eq!(
            days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00", 9),
            "970805 970810 970819 970824"
        );
        assert_eq!(
            days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05T09:00", 9),
            "970805 970817 970819 970831"
        );
    }

    #[test]
    fn what_never_ends_is_cut() {
        assert_eq!(days("FREQ=DAILY;BYHOUR=9,15", "2023-08-09T09:00", 3), "230809 230809 230810");
        assert_eq!(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2023-08-09T09:00", 3), "");
        assert_eq!(days("FREQ=YEARLY;INTERVAL=4294967295", "2023-08-09T09:00", 3), "230809");
        assert_eq!(days("FREQ=YEARLY", "2024-02-29T09:00", 2), "240229 280229");
        let mut budget = 100;
        let rule = Rule::parse("FREQ=DAILY;BYMONTH=1").unwrap();
        assert!(occurrences(&rule, wall_time("2023-08-09T09:00").unwrap(), None, 5, &mut budget).is_empty());
        assert_eq!(budget, 0);
    }
}
