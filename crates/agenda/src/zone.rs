//! Time zones: the only module that knows where their rules come from (docs/decisions/0002).

use crate::decode::alike;
use crate::diagnostic::Problem;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

mod table {
    #![allow(missing_docs, reason = "written by build.rs")]
    use super::Rules;
    include!(concat!(env!("OUT_DIR"), "/zones.rs"));
}

/// A point in time, the same for everybody.
pub type Instant = DateTime<Utc>;

/// Release of the IANA time zone database whose rules are embedded.
pub const RELEASE: &str = table::RELEASE;

/// 2000-01-01T00:00Z in seconds since 1970: the embedded rules begin there. Before, the first offset
/// goes on.
const EPOCH: i64 = 946_684_800;
/// 2056-01-01T00:00Z, in quarters of an hour since [`EPOCH`]: the rules end there.
const END: i64 = 1_963_584;
/// 28 years in quarters of an hour. After so many the Gregorian calendar's weekdays repeat (until 2100,
/// which is no leap year), and with them every rule that is the same each year.
const CYCLE: i64 = 981_792;
/// Seconds of the table's unit, a quarter of an hour.
const QUARTER: i64 = 900;

/// A zone's rules. Instants are quarters of an hour since 2000, offsets quarters east of UTC.
pub(crate) struct Rules {
    /// Offset before the first change.
    first: i8,
    /// Changes in order: the instant, shifted left by eight, and in the low byte the new offset.
    changes: &'static [u32],
    /// From this instant on, the changes are those of the zone with this index.
    then: Option<(u32, u8)>,
}

impl Rules {
    fn offset_at(&self, quarter: i64) -> i8 {
        if let Some((from, other)) = self.then
            && quarter >= i64::from(from)
            && let Some(other) = table::RULES.get(usize::from(other))
        {
            return other.offset_at(quarter);
        }
        let past = self.changes.partition_point(|change| i64::from(change >> 8) <= quarter);
        let last = past.checked_sub(1).and_then(|index| self.changes.get(index));
        last.map_or(self.first, |change| change.to_le_bytes()[0].cast_signed())
    }
}

/// Something that knows how far its clocks are from UTC: an embedded [`Zone`], or the browser's
/// Intl for a visitor's zone that isn't embedded.
pub trait Offsets {
    /// Offset in force at an instant, seconds east of UTC.
    fn offset_at(&self, instant: Instant) -> i32;

    /// What the clocks show at an instant.
    fn wall_time(&self, instant: Instant) -> NaiveDateTime {
        let shift = TimeDelta::seconds(self.offset_at(instant).into());
        instant.naive_utc().checked_add_signed(shift).unwrap_or(instant.naive_utc())
    }
}

/// A zone of the IANA database whose rules are embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(u8);

/// The instants that a wall time may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// One instant: the ordinary case.
    Unique(Instant),
    /// Clocks were set back, and showed it twice.
    Repeated {
        /// The first time, which RFC 5545 (3.3.5) means.
        first: Instant,
        /// The second time.
        second: Instant,
    },
    /// Clocks were set forward over it. The instant is what the offset before the gap makes of it
    /// (RFC 5545, 3.3.5); the clocks then show a later time.
    Skipped(Instant),
}

impl Resolved {
    /// The instant that RFC 5545 (3.3.5) means.
    pub fn instant(self) -> Instant {
        match self {
            Self::Unique(instant) | Self::Skipped(instant) | Self::Repeated { first: instant, .. } => instant,
        }
    }
}

impl Zone {
    /// The zone of an IANA name, links included.
    ///
    /// # Errors
    /// [`Problem::AmbiguousZone`] for EST and its like, [`Problem::UnknownZone`] for anything that is
    /// not embedded, with the zone it resembles.
    ///
    /// ```
    /// use huso_agenda::{Problem, Zone};
    /// assert_eq!(Zone::named("America/Lima").map(Zone::name), Ok("America/Lima"));
    /// let wrong = Zone::named("America/Santigo");
    /// assert!(matches!(wrong, Err(Problem::UnknownZone { meant: Some("America/Santiago"), .. })));
    /// ```
    pub fn named(name: &str) -> Result<Self, Problem> {
        if let Some((_, candidates)) = AMBIGUOUS.iter().find(|(short, _)| *short == name) {
            return Err(Problem::AmbiguousZone { found: name.to_owned(), candidates });
        }
        let index = table::NAMES.binary_search_by_key(&name, |(known, _)| known);
        index.ok().and_then(|index| u8::try_from(index).ok()).map(Self).ok_or_else(|| {
            let city = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
            let mut names = table::NAMES.iter().map(|(known, _)| *known);
            let meant = names.find(|known| alike(known, name) || alike(city(known), name));
            Problem::UnknownZone { found: name.to_owned(), meant }
        })
    }

    /// Its IANA name.
    pub fn name(self) -> &'static str {
        table::NAMES.get(usize::from(self.0)).map_or("", |(name, _)| name)
    }

    /// All zones that are embedded, links included.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).take(table::NAMES.len()).map(Self)
    }

    /// What a wall time in this zone stands for.
    pub fn resolve(self, wall: NaiveDateTime) -> Resolved {
        // No zone changes twice within two days: what holds a day before and a day after are the only
        // offsets that can hold.
        let near = |days| {
            let nearby = wall.checked_add_signed(TimeDelta::days(days)).unwrap_or(wall);
            self.offset_at(nearby.and_utc())
        };
        let at = |offset: i32| {
            wall.checked_sub_signed(TimeDelta::seconds(offset.into())).unwrap_or(wall).and_utc()
        };
        let (before, after) = (at(near(-1)), at(near(1)));
        let holds = |instant: Instant| self.wall_time(instant) == wall;
        match (holds(before), holds(after)) {
            (true, true) if before != after => Resolved::Repeated { first: before, second: after },
            (true, _) => Resolved::Unique(before),
            (false, true) => Resolved::Unique(after),
            (false, false) => Resolved::Skipped(before),
        }
    }
}

impl Offsets for Zone {
    fn offset_at(&self, instant: Instant) -> i32 {
        let quarter = (instant.timestamp() - EPOCH).div_euclid(QUARTER);
        let cycles = (quarter - END).div_euclid(CYCLE) + 1;
        let quarter = quarter - cycles.max(0) * CYCLE;
        let rules = table::NAMES
            .get(usize::from(self.0))
            .and_then(|(_, rules)| table::RULES.get(usize::from(*rules)));
        rules.map_or(0, |rules| i32::from(rules.offset_at(quarter)) * 900)
    }
}

/// Abbreviations that stand for several zones here, and zones they may mean.
const AMBIGUOUS: &[(&str, &[&str])] = &[
    ("EST", &["America/New_York", "America/Panama", "America/Cancun"]),
    ("EDT", &["America/New_York"]),
    ("CST", &["America/Mexico_City", "America/Chicago", "America/Costa_Rica"]),
    ("CDT", &["America/Chicago", "America/Havana"]),
    ("MST", &["America/Hermosillo", "America/Denver", "America/Phoenix"]),
    ("PST", &["America/Tijuana", "America/Los_Angeles"]),
    ("BST", &["America/La_Paz"]),
    ("AST", &["America/Puerto_Rico", "America/Santo_Domingo"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, Offset as _, TimeZone as _};

    #[test]
    fn the_embedded_set_is_the_one_decided() {
        let names: Vec<_> = Zone::all().map(Zone::name).collect();
        for name in ["America/Santiago", "America/Buenos_Aires", "America/New_York", "Europe/Madrid", "UTC"] {
            assert!(names.contains(&name), "{name}");
        }
        for name in ["Asia/Tokyo", "Europe/Paris", "America/Halifax", "Africa/Cairo", "CST6CDT"] {
            assert!(!names.contains(&name), "{name}");
        }
        assert!(names.is_sorted(), "names are searched by halving");
        assert!((95..=115).contains(&names.len()), "{}", names.len());
    }

    /// Our tables against chrono-tz, for a century: every 5 h 20 min, and within those spans in which
    /// clocks change, each quarter of an hour and the second before it. chrono-tz is older: Cuba's winter
    /// of 2026, in which clocks are not set back, is not in it (tzdata 2026f).
    #[test]
    fn tables_say_what_chrono_tz_says() {
        let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        let cuban_winter = at("2026-11-01T05:00:00Z")..at("2027-03-14T05:00:00Z");
        for zone in Zone::all() {
            let theirs: chrono_tz::Tz = zone.name().parse().unwrap();
            let check = |instant: Instant| {
                let expected = theirs.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc();
                if ["America/Havana", "Cuba"].contains(&zone.name()) && cuban_winter.contains(&instant) {
                    return zone.offset_at(instant);
                }
                assert_eq!(zone.offset_at(instant), expected, "{} {instant}", zone.name());
                expected
            };
            let mut before = check(start);
            for step in 1..164_000 {
                let instant = start + TimeDelta::minutes(320 * step);
                let offset = check(instant);
                if offset != before {
                    for quarter in 0..22 {
                        let within = instant - TimeDelta::minutes(15 * quarter);
                        check(within);
                        check(within - TimeDelta::seconds(1));
                    }
                }
                before = offset;
            }
        }
    }
}
