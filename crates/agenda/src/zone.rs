//! Time zones: the only module that knows where their rules come from (docs/decisions/0002).

use crate::decode::Decoder;
use crate::event_file::TimezoneRules;
use crate::nearest::nearest;
use crate::problem::Problem;
use crate::{iso, wall_time};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use std::sync::Arc;

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
pub(crate) const EPOCH: i64 = 946_684_800;
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

/// Something that knows how far its clocks are from UTC: a [`Zone`], or the browser's Intl for a
/// visitor's zone that isn't embedded.
pub trait Offsets {
    /// Offset in force at an instant, seconds east of UTC.
    fn offset_at(&self, instant: Instant) -> i32;

    /// What the clocks show at an instant.
    fn wall_time(&self, instant: Instant) -> NaiveDateTime {
        let shift = TimeDelta::seconds(self.offset_at(instant).into());
        instant.naive_utc().checked_add_signed(shift).unwrap_or(instant.naive_utc())
    }

    /// What stands after a wall time to make it an instant: `-04:00`.
    fn designator(&self, instant: Instant) -> String {
        iso::offset(self.offset_at(instant))
    }
}

/// A zone of the IANA database, with its rules: the embedded ones, or newer ones of an event file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Place in the table of names; [`NOT_EMBEDDED`] for a zone that only the event file knows.
    index: u8,
    newer: Option<Arc<FileRules>>,
}

/// No place in the table of names, which is shorter.
const NOT_EMBEDDED: u8 = u8::MAX;

/// A zone's rules in an event file.
#[derive(Debug, PartialEq, Eq)]
struct FileRules {
    name: String,
    /// Its embedded rules, which its links share; none for a zone that is not embedded.
    embedded: Option<u8>,
    /// Offsets in seconds east of UTC, and from when on: in order.
    offsets: Vec<(Instant, i32)>,
    /// From here on they say nothing.
    until: Instant,
}

impl FileRules {
    /// The offset at an instant, if they say any.
    fn offset_at(&self, instant: Instant) -> Option<i32> {
        let past = self.offsets.partition_point(|(from, _)| *from <= instant);
        let last = past.checked_sub(1).filter(|_| instant < self.until)?;
        self.offsets.get(last).map(|(_, offset)| *offset)
    }
}

/// The zones as an event's times follow them: the embedded ones, and in their place those of the event
/// file where it has newer rules (design decision 3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Database {
    release: Option<String>,
    newer: Vec<Arc<FileRules>>,
}

impl Database {
    /// The embedded zones under an event file's rules. Rules that are older than the embedded ones, or
    /// as old, change nothing.
    pub fn new(rules: TimezoneRules, decoder: &mut Decoder) -> Self {
        let until = rules.until.as_deref().map_or(Ok(Instant::MAX_UTC), wall_time::instant);
        let until = match until {
            Ok(until) => until,
            Err(problem) => {
                decoder.report_at("until", problem);
                return Self::default();
            }
        };
        if !is_release(&rules.release) {
            decoder.report_at("release", Problem::BadRules { found: rules.release, like: RELEASE });
            return Self::default();
        }
        if rules.release.as_str() <= RELEASE {
            return Self::default();
        }
        let mut newer = Vec::new();
        for (name, offsets) in rules.zones.0 {
            let (embedded, mut offsets) = (Zone::named(&name).ok().and_then(|zone| zone.table()), offsets.0);
            let mut until = until;
            if let (None, Some((from, _))) = (embedded, offsets.first_mut()) {
                // There are no other rules: the first and the last offset go on.
                (*from, until) = (Instant::MIN_UTC, Instant::MAX_UTC);
            }
            newer.push(Arc::new(FileRules { name, embedded, offsets, until }));
        }
        Self { newer, release: Some(rules.release) }
    }

    /// The zone of an IANA name, links included.
    ///
    /// # Errors
    /// Those of [`Zone::named`], for zones of which the event file has no rules either.
    pub fn get(&self, name: &str) -> Result<Zone, Problem> {
        let known = Zone::named(name);
        if let Err(Problem::AmbiguousZone { .. }) = known {
            return known;
        }
        let (index, table) = known.as_ref().map_or((NOT_EMBEDDED, None), |zone| (zone.index, zone.table()));
        let is_it =
            |rules: &&Arc<FileRules>| rules.name == name || table.is_some() && rules.embedded == table;
        match self.newer.iter().find(is_it) {
            Some(rules) => Ok(Zone { index, newer: Some(rules.clone()) }),
            None => known,
        }
    }

    /// Release of the newest rules in use: the event file's, else [`RELEASE`].
    pub fn release(&self) -> &str {
        self.release.as_deref().unwrap_or(RELEASE)
    }

    /// The releases in use: `2026f`; with newer rules in the event file
    /// `2027a (America/Santiago, America/Lima), 2026f`.
    pub fn used(&self) -> String {
        let Some(release) = &self.release else { return RELEASE.to_owned() };
        let names: Vec<&str> = self.newer.iter().map(|rules| rules.name.as_str()).collect();
        [release, " (", &names.join(", "), "), ", RELEASE].concat()
    }
}

/// Whether it is a release's name: a year and a letter, as in 2026f. Those sort by age.
pub fn is_release(text: &str) -> bool {
    let (year, letter) = text.split_at_checked(4).unwrap_or_default();
    let is_digit = |byte: u8| byte.is_ascii_digit();
    year.bytes().all(is_digit) && !letter.is_empty() && letter.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A zone's changes of offset after `from`, up to and including `to`: when, and the offset from then on
/// in seconds east of UTC. Two changes within a day of each other count as one.
///
/// ```
/// use huso_agenda::wall_time::instant;
/// use huso_agenda::zone::{Zone, changes};
/// let (from, to) = (instant("2026-06-01T00:00:00Z").unwrap(), instant("2026-12-01T00:00:00Z").unwrap());
/// let chile = Zone::named("America/Santiago").unwrap();
/// assert_eq!(changes(&chile, from, to), [(instant("2026-09-06T04:00:00Z").unwrap(), -10_800)]);
/// ```
pub fn changes(zone: &dyn Offsets, from: Instant, to: Instant) -> Vec<(Instant, i32)> {
    let offset = |second: i64| zone.offset_at(DateTime::from_timestamp(second, 0).unwrap_or_default());
    let end = to.timestamp();
    let mut all = Vec::new();
    let mut before = from.timestamp();
    while before < end {
        let after = (before + 86_400).min(end);
        let new = offset(after);
        if offset(before) != new {
            let (mut low, mut high) = (before, after);
            while high - low > 1 {
                let middle = low.midpoint(high);
                if offset(middle) == new { high = middle } else { low = middle }
            }
            all.push((DateTime::from_timestamp(high, 0).unwrap_or_default(), new));
        }
        before = after;
    }
    all
}

/// The clocks of wherever one is. Wall times without a zone are shown by it as if they were UTC.
pub struct Floating;

impl Offsets for Floating {
    fn offset_at(&self, _: Instant) -> i32 {
        0
    }

    fn designator(&self, _: Instant) -> String {
        String::new()
    }
}

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
    /// Clocks were set forward over it.
    Skipped {
        /// What the offset before the gap makes of it, which RFC 5545 (3.3.5) means; clocks then show a
        /// later time.
        before: Instant,
        /// What the offset after the gap makes of it; clocks then show an earlier time.
        after: Instant,
    },
}

impl Resolved {
    /// The instant that RFC 5545 (3.3.5) means.
    pub fn instant(self) -> Instant {
        match self {
            Self::Unique(instant)
            | Self::Skipped { before: instant, .. }
            | Self::Repeated { first: instant, .. } => instant,
        }
    }
}

/// The zone whose name or city was misspelled. An offset, `UTC-5`, is no zone's name misspelled.
fn resembling(name: &str) -> Option<&'static str> {
    if name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let city = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
    let names = || table::NAMES.iter().map(|(known, _)| *known);
    nearest(name, names()).or_else(|| {
        let nearest = nearest(name, names().map(city))?;
        names().find(|zone| city(zone) == nearest)
    })
}

impl Zone {
    /// The zone of an IANA name, links included, under the embedded rules.
    ///
    /// # Errors
    /// [`Problem::AmbiguousZone`] for EST and its like, [`Problem::UnknownZone`] for anything that is
    /// not embedded, with the zone it resembles.
    ///
    /// ```
    /// use huso_agenda::{Problem, Zone};
    /// assert_eq!(Zone::named("America/Lima").unwrap().name(), "America/Lima");
    /// let wrong = Zone::named("America/Santigo");
    /// assert!(matches!(wrong, Err(Problem::UnknownZone { meant: Some("America/Santiago"), .. })));
    /// ```
    pub fn named(name: &str) -> Result<Self, Problem> {
        if let Some((_, candidates)) = AMBIGUOUS.iter().find(|(short, _)| *short == name) {
            return Err(Problem::AmbiguousZone { found: name.to_owned(), candidates });
        }
        let index = table::NAMES.binary_search_by_key(&name, |(known, _)| known);
        index
            .ok()
            .and_then(|index| u8::try_from(index).ok())
            .map(Self::embedded)
            .ok_or_else(|| Problem::UnknownZone { found: name.to_owned(), meant: resembling(name) })
    }

    /// Whether the rules of the zone of an IANA name are in the program.
    pub fn is_embedded(name: &str) -> bool {
        Self::embedded_name(name).is_some()
    }

    /// An IANA name, if the rules of its zone are in the program.
    pub fn embedded_name(name: &str) -> Option<&'static str> {
        let index = table::NAMES.binary_search_by_key(&name, |(known, _)| known).ok()?;
        table::NAMES.get(index).map(|(name, _)| *name)
    }

    fn embedded(index: u8) -> Self {
        Self { index, newer: None }
    }

    /// Which embedded rules are its own and its links'.
    fn table(&self) -> Option<u8> {
        table::NAMES.get(usize::from(self.index)).map(|(_, rules)| *rules)
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        let in_file = || self.newer.as_ref().map_or("", |rules| &rules.name);
        table::NAMES.get(usize::from(self.index)).map_or_else(in_file, |(name, _)| name)
    }

    /// All zones that are embedded, links included, under the embedded rules.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).take(table::NAMES.len()).map(Self::embedded)
    }

    /// What a wall time in this zone stands for.
    pub fn resolve(&self, wall: NaiveDateTime) -> Resolved {
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
            (false, false) => Resolved::Skipped { before, after },
        }
    }
}

impl Offsets for Zone {
    fn offset_at(&self, instant: Instant) -> i32 {
        if let Some(offset) = self.newer.as_ref().and_then(|rules| rules.offset_at(instant)) {
            return offset;
        }
        let quarter = (instant.timestamp() - EPOCH).div_euclid(QUARTER);
        let cycles = (quarter - END).div_euclid(CYCLE) + 1;
        let quarter = quarter - cycles.max(0) * CYCLE;
        let rules = self.table().and_then(|rules| table::RULES.get(usize::from(rules)));
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

/// Abbreviations that [`Zone::named`] refuses, and embedded zones they may mean.
pub fn refused() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    AMBIGUOUS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Agenda, event_file};
    use chrono::{NaiveDate, Offset as _, TimeZone as _};

    /// Kind: a hint that is no help. `UTC-5` was taken for `Etc/UTC` misspelled.
    #[test]
    fn only_a_misspelled_name_resembles_a_zone() {
        for (name, expected) in [
            ("America/Santigo", Some("America/Santiago")),
            ("america/bogota", Some("America/Bogota")),
            ("Bogotá", Some("America/Bogota")),
            ("Buenos Aires", Some("America/Argentina/Buenos_Aires")),
            ("UTC-5", None),
            ("GMT+3", None),
            ("-05:00", None),
            ("local", None),
        ] {
            let Err(Problem::UnknownZone { meant, .. }) = Zone::named(name) else { panic!("{name}") };
            assert_eq!(meant, expected, "{name}");
        }
    }

    #[test]
    fn the_embedded_set_is_the_one_decided() {
        let zones: Vec<_> = Zone::all().collect();
        let names: Vec<_> = zones.iter().map(Zone::name).collect();
        for name in ["America/Santiago", "America/Buenos_Aires", "America/New_York", "Europe/Madrid", "UTC"] {
            assert!(names.contains(&name), "{name}");
        }
        for name in ["Asia/Tokyo", "Europe/Paris", "America/Halifax", "Africa/Cairo", "CST6CDT"] {
            assert!(!names.contains(&name), "{name}");
        }
        assert!(names.is_sorted(), "names are searched by halving");
        assert!((95..=115).contains(&names.len()), "{}", names.len());
    }

    fn at(text: &str) -> Instant {
        wall_time::instant(text).unwrap()
    }

    /// The database of an event file with these rules, and the faults of the file.
    fn database(rules: &str) -> (Database, Vec<String>) {
        let file = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima",
            "sessions": [{{"id": "a", "title": "A"}}], "timezone_rules": {rules}}}"#
        );
        let (file, mut faults) = event_file::parse::<String>(&file);
        let (agenda, more) = Agenda::try_new(file.unwrap());
        faults.extend(more);
        let lines = faults.iter().map(|fault| format!("{}: {:?}", fault.place, fault.problem)).collect();
        (agenda.unwrap().database, lines)
    }

    /// Chile on -03:00 all year, from 2027 to 2029.
    const NEWER: &str = r#"{"release": "2027z", "until": "2029-01-01T00:00:00Z", "zones": {
        "America/Santiago": {"2027-01-01T00:00:00Z": "-03:00"},
        "America/Argentina/Buenos_Aires": {"2027-02-01T00:00:00Z": "-02:00", "2027-01-01T00:00:00Z": "-03:00"},
        "Antarctica/New": {"2027-01-01T00:00:00Z": "+08:00", "2027-07-01T00:00:00Z": "+09:00"}}}"#;

    #[test]
    fn newer_rules_win_within_their_span() {
        let (database, faults) = database(NEWER);
        assert_eq!(faults, [""; 0]);
        assert_eq!(database.release(), "2027z");
        let chile = database.get("America/Santiago").unwrap();
        for (instant, offset) in [
            ("2026-07-01T00:00:00Z", -4),
            ("2026-12-31T23:59:59Z", -3),
            ("2027-07-01T00:00:00Z", -3),
            ("2028-12-31T23:59:59Z", -3),
            ("2029-07-01T00:00:00Z", -4),
        ] {
            assert_eq!(chile.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
        assert_eq!(Zone::named("America/Santiago").unwrap().offset_at(at("2027-07-01T00:00:00Z")), -14_400);
        let lima = database.get("America/Lima").unwrap();
        assert_eq!(lima, Zone::named("America/Lima").unwrap());
    }

    #[test]
    fn newer_rules_are_those_of_links_too() {
        let (database, _) = database(NEWER);
        let instant = at("2027-03-01T00:00:00Z");
        for name in ["America/Argentina/Buenos_Aires", "America/Buenos_Aires"] {
            let zone = database.get(name).unwrap();
            assert_eq!((zone.name(), zone.offset_at(instant)), (name, -7_200));
        }
        // The same clocks since 2000, and yet not the same zone.
        assert_eq!(database.get("America/Sao_Paulo").unwrap().offset_at(instant), -10_800);
    }

    #[test]
    fn the_file_may_know_a_zone_that_is_not_embedded() {
        let (database, _) = database(NEWER);
        let zone = database.get("Antarctica/New").unwrap();
        assert_eq!(zone.name(), "Antarctica/New");
        for (instant, offset) in
            [("2000-01-01T00:00:00Z", 8), ("2027-08-01T00:00:00Z", 9), ("2040-01-01T00:00:00Z", 9)]
        {
            assert_eq!(zone.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
        assert!(matches!(database.get("Antarctica/Old"), Err(Problem::UnknownZone { .. })));
    }

    #[test]
    fn rules_that_are_not_newer_change_nothing() {
        for release in ["2026f", "2026a", "2025c", "1999b"] {
            let (database, faults) = database(&NEWER.replace("2027z", release));
            assert_eq!((database, faults.len()), (Database::default(), 0), "{release}");
        }
        assert_eq!(Database::default().release(), RELEASE);
    }

    #[test]
    fn rules_that_cannot_be_read_say_where_and_change_nothing() {
        for (wrong, place) in [
            (NEWER.replace("2027z", "newest"), "timezone_rules.release: "),
            (NEWER.replace("2027z", "202f"), "timezone_rules.release: "),
            (NEWER.replace("2029-01-01T00:00:00Z", "2029"), "timezone_rules.until: "),
            (
                NEWER.replacen("-03:00", "-3", 1),
                "timezone_rules.zones.America/Santiago.2027-01-01T00:00:00Z: ",
            ),
            (
                NEWER.replacen("2027-01-01T00:00:00Z", "2027-01-01", 1),
                "timezone_rules.zones.America/Santiago.2027-01-01: ",
            ),
            (
                NEWER.replacen(r#""2027-01-01T00:00:00Z": "-03:00""#, "", 1),
                "timezone_rules.zones.America/Santiago: ",
            ),
            (r#"{"release": "2027z"}"#.to_owned(), "timezone_rules.zones: "),
        ] {
            let (database, faults) = database(&wrong);
            assert_eq!(faults.len(), 1, "{wrong}\n{faults:?}");
            assert!(faults[0].starts_with(place), "{place} {faults:?}");
            let chile = database.get("America/Santiago").unwrap();
            assert_eq!(chile.offset_at(at("2027-07-01T00:00:00Z")), -14_400, "{wrong}");
        }
    }

    #[test]
    fn a_gap_has_two_readings() {
        let wall = wall_time::wall_time("2026-09-06T00:30").unwrap();
        let chile = Zone::named("America/Santiago").unwrap();
        let Resolved::Skipped { before, after } = chile.resolve(wall) else { panic!("a gap") };
        let shown = |instant| iso::minute(chile.wall_time(instant));
        assert_eq!((shown(before), shown(after)), ("2026-09-06T01:30".into(), "2026-09-05T23:30".into()));
    }

    #[test]
    fn changes_are_found_to_the_second() {
        let chile = Zone::named("America/Santiago").unwrap();
        let spring = at("2026-09-06T04:00:00Z");
        let autumn = at("2027-04-04T03:00:00Z");
        let second = TimeDelta::seconds(1);
        assert_eq!(changes(&chile, spring - second, autumn), [(spring, -10_800), (autumn, -14_400)]);
        assert_eq!(changes(&chile, spring, autumn - second), []);
        assert_eq!(changes(&chile, autumn, spring), []);
    }

    /// Our tables against chrono-tz, for a century: every 5 h 20 min, and within those spans in which
    /// clocks change, each quarter of an hour and the second before it. chrono-tz is older: Cuba's winter
    /// of 2026, in which clocks are not set back, is not in it (tzdata 2026f).
    #[test]
    fn tables_say_what_chrono_tz_says() {
        let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
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
