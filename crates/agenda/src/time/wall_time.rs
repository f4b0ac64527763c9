//! Reading the times, dates, durations and offsets that event files are written in.

use crate::problem::Problem;
use crate::zone::{Instant, Resolved, Zone, changes};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Reads a wall time `YYYY-MM-DDThh:mm`, with seconds if there are any, a space for the `T` if need
/// be. `24:00` is the next day's 00:00 (ISO 8601-1:2019, 5.3.1.3).
///
/// # Errors
/// [`Problem::BadWallTime`] for other shapes, [`Problem::NoSuchTime`] for 31 February and 25:00.
///
/// ```
/// use huso_agenda::wall_time::wall_time;
/// assert_eq!(wall_time("2023-08-09T24:00"), wall_time("2023-08-10T00:00"));
/// assert!(wall_time("2023-02-31T10:00").is_err());
/// ```
pub fn wall_time(text: &str) -> Result<NaiveDateTime, Problem> {
    let bad = || Problem::BadWallTime { found: text.to_owned() };
    let missing = || Problem::NoSuchTime { found: text.to_owned() };
    let (day, clock) = text.trim().split_once(['T', 't', ' ']).ok_or_else(bad)?;
    let [year, month, day_of_month] = numbers(day, '-', [4, 2, 2]).ok_or_else(bad)?;
    let seconds = if clock.len() == 5 { 0 } else { 2 };
    let [hour, minute, second] = numbers(clock, ':', [2, 2, seconds]).ok_or_else(bad)?;
    let date = calendar_date(year, month, day_of_month).ok_or_else(missing)?;
    if (hour, minute, second) == (24, 0, 0) {
        let next = date.checked_add_days(Days::new(1)).ok_or_else(missing)?;
        return next.and_hms_opt(0, 0, 0).ok_or_else(missing);
    }
    date.and_hms_opt(hour, minute, second).ok_or_else(missing)
}

/// Reads what a wall time stands for in a zone. `24:00` is when its day ends, which is one instant even
/// where clocks skip or repeat the next day's 00:00.
///
/// # Errors
/// Those of [`wall_time`].
///
/// ```
/// use huso_agenda::{Zone, wall_time::resolve, zone::Resolved};
/// let chile = Zone::named("America/Santiago").unwrap();
/// // That night clocks go from 23:59 on to 01:00.
/// assert_eq!(resolve("2026-09-05T24:00", &chile), resolve("2026-09-06T01:00", &chile));
/// assert!(matches!(resolve("2026-09-06T00:00", &chile), Ok(Resolved::Skipped { .. })));
/// ```
pub fn resolve(text: &str, zone: &Zone) -> Result<Resolved, Problem> {
    let wall = wall_time(text)?;
    let is_end_of_day =
        text.trim().split_once(['T', 't', ' ']).is_some_and(|(_, clock)| clock.starts_with("24"));
    Ok(if is_end_of_day { Resolved::Unique(day_start(wall.date(), zone)) } else { zone.resolve(wall) })
}

/// The instant at which a day begins, and the one before it ends; where clocks skip midnight, that of the
/// change.
pub(crate) fn day_start(date: NaiveDate, zone: &Zone) -> Instant {
    match zone.resolve(date.and_time(NaiveTime::MIN)) {
        Resolved::Skipped { before, after } => {
            changes(zone, after, before).first().map_or(before, |(change, _)| *change)
        }
        resolved => resolved.instant(),
    }
}

/// Reads an instant `YYYY-MM-DDThh:mm:ssZ`.
///
/// # Errors
/// [`Problem::BadRules`]: only the rules of zones have instants.
pub fn instant(text: &str) -> Result<Instant, Problem> {
    let wall = text.strip_suffix('Z').and_then(|text| wall_time(text).ok());
    let bad = || Problem::BadRules { found: text.to_owned(), like: "2027-09-05T04:00:00Z" };
    wall.map(|wall| wall.and_utc()).ok_or_else(bad)
}

/// Reads a moment: a wall time as [`wall_time`] has it, and its offset.
///
/// # Errors
/// Those of [`wall_time`] and [`offset`].
///
/// ```
/// use huso_agenda::wall_time::{instant, moment};
/// assert_eq!(moment("2027-08-09T09:55-05:00").ok(), instant("2027-08-09T14:55:00Z").ok());
/// assert!(moment("2027-08-09T09:55").is_err());
/// ```
pub fn moment(text: &str) -> Result<Instant, Problem> {
    let text = text.trim();
    // Dates have hyphens too: an offset stands behind the clock.
    let behind = text.rfind(['+', '-', 'Z']).filter(|at| *at > "2027-08-09".len());
    let (wall, behind) = behind.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""));
    let seconds = TimeDelta::seconds(i64::from(offset(behind)?));
    let missing = || Problem::NoSuchTime { found: text.to_owned() };
    Ok(wall_time(wall)?.checked_sub_signed(seconds).ok_or_else(missing)?.and_utc())
}

/// Reads a date `YYYY-MM-DD`.
///
/// # Errors
/// [`Problem::BadDate`] for other shapes, [`Problem::NoSuchTime`] for 31 February.
pub fn date(text: &str) -> Result<NaiveDate, Problem> {
    let [year, month, day] =
        numbers(text.trim(), '-', [4, 2, 2]).ok_or_else(|| Problem::BadDate { found: text.to_owned() })?;
    calendar_date(year, month, day).ok_or_else(|| Problem::NoSuchTime { found: text.to_owned() })
}

/// Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds: `PT65M`, `P1DT2H`. A day is
/// 24 hours: a session's length is elapsed time.
///
/// # Errors
/// [`Problem::BadDuration`], for years and months too: they have no fixed length.
pub fn duration(text: &str) -> Result<TimeDelta, Problem> {
    parse_duration(text.trim()).ok_or_else(|| Problem::BadDuration { found: text.to_owned() })
}

/// Reads an offset `+hh:mm`, `-hh:mm` or `Z` into seconds east of UTC.
///
/// # Errors
/// [`Problem::BadOffset`]
pub fn offset(text: &str) -> Result<i32, Problem> {
    parse_offset(text.trim()).ok_or_else(|| Problem::BadOffset { found: text.to_owned() })
}

fn calendar_date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Exactly three unsigned numbers of the given widths; one without width is not there, and 0.
fn numbers(text: &str, separator: char, widths: [usize; 3]) -> Option<[u32; 3]> {
    let mut parts = text.split(separator);
    let mut all = [0; 3];
    for (number, width) in all.iter_mut().zip(widths).filter(|(_, width)| *width > 0) {
        let part = parts.next()?;
        if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(all)
}

fn parse_duration(text: &str) -> Option<TimeDelta> {
    let mut rest = text.strip_prefix('P')?;
    let mut units = [('W', 604_800), ('D', 86_400), ('T', 0), ('H', 3_600), ('M', 60), ('S', 1)].into_iter();
    let (mut total, mut in_time, mut any) = (0_i64, false, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            units.find(|(unit, _)| *unit == 'T')?;
            (rest, in_time, any) = (after, true, false);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = rest.split_at_checked(digits)?;
        let unit = tail.chars().next()?;
        let (_, seconds) =
            units.find(|(name, _)| *name == unit).filter(|_| in_time || matches!(unit, 'W' | 'D'))?;
        let number: i64 = number.parse().ok()?;
        total = total.checked_add(number.checked_mul(seconds)?)?;
        rest = tail.strip_prefix(unit)?;
        any = true;
    }
    // A thousand years is more than any session and less than what chrono can add to a date.
    (any && total <= 1_000 * 366 * 86_400).then(|| TimeDelta::seconds(total))
}

fn parse_offset(text: &str) -> Option<i32> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let [hours, minutes, _] = numbers(rest, ':', [2, 2, 0])?;
    let seconds = i32::try_from(hours * 3_600 + minutes * 60).ok()?;
    (hours < 24 && minutes < 60).then_some(sign * seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_elapsed_time() {
        assert_eq!(duration("PT65M"), Ok(TimeDelta::minutes(65)));
        assert_eq!(duration("P1DT2H30M"), Ok(TimeDelta::minutes(26 * 60 + 30)));
        assert_eq!(duration("P2W"), Ok(TimeDelta::weeks(2)));
        for bad in
            ["", "P", "PT", "65M", "PT5M3H", "P5M", "PTM", "PT-5M", "P1H", "P1DT", "PT99999999999999999999M"]
        {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn shapes_and_calendars_are_told_apart() {
        assert!(matches!(wall_time("9/8/2023 10:00"), Err(Problem::BadWallTime { .. })));
        assert!(matches!(wall_time("2023-08-09T10:00-05:00"), Err(Problem::BadWallTime { .. })));
        assert!(matches!(wall_time("2023-02-31T10:00"), Err(Problem::NoSuchTime { .. })));
        assert!(matches!(wall_time("2023-08-09T24:30"), Err(Problem::NoSuchTime { .. })));
        assert!(matches!(wall_time("2023-08-09T10:60"), Err(Problem::NoSuchTime { .. })));
        assert_eq!(wall_time("2023-08-09 10:00"), wall_time("2023-08-09T10:00:00"));
        assert!(matches!(date("2023-02-29"), Err(Problem::NoSuchTime { .. })));
        assert!(matches!(date("2023-2-28"), Err(Problem::BadDate { .. })));
    }

    #[test]
    fn offsets_are_seconds_east() {
        assert_eq!(offset("-04:00"), Ok(-14_400));
        assert_eq!(offset("+05:30"), Ok(19_800));
        assert_eq!(offset("Z"), Ok(0));
        for bad in ["-4", "-0400", "04:00", "+24:00", "+05:60"] {
            assert!(offset(bad).is_err(), "{bad}");
        }
    }
}
