//! Time zones: the only module that knows where their rules come from (decision 0002).

use crate::decode::alike;
use crate::diagnostic::Problem;
use chrono::{
    DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _, Utc,
};
use chrono_tz::Tz;

/// A point in time, the same for everybody.
pub type Instant = DateTime<Utc>;

/// Release of the IANA time zone database whose rules are embedded.
pub const RELEASE: &str = chrono_tz::IANA_TZDB_VERSION;

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
pub struct Zone(Tz);

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
        name.parse().map(Self).map_err(|_| {
            let city = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
            let meant = chrono_tz::TZ_VARIANTS
                .iter()
                .map(|zone| zone.name())
                .find(|zone| alike(zone, name) || alike(city(zone), name));
            Problem::UnknownZone { found: name.to_owned(), meant }
        })
    }

    /// UTC.
    pub const UTC: Self = Self(Tz::UTC);

    /// Its IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// All zones that are embedded, links included.
    pub fn all() -> impl Iterator<Item = Self> {
        chrono_tz::TZ_VARIANTS.iter().copied().map(Self)
    }

    /// What a wall time in this zone stands for.
    pub fn resolve(self, wall: NaiveDateTime) -> Resolved {
        let at = |offset: FixedOffset| {
            let shift = TimeDelta::seconds(offset.local_minus_utc().into());
            wall.checked_sub_signed(shift).unwrap_or(wall).and_utc()
        };
        match self.0.offset_from_local_datetime(&wall) {
            MappedLocalTime::Single(offset) => Resolved::Unique(at(offset.fix())),
            MappedLocalTime::Ambiguous(one, other) => {
                let (one, other) = (at(one.fix()), at(other.fix()));
                Resolved::Repeated { first: one.min(other), second: one.max(other) }
            }
            MappedLocalTime::None => {
                // The offset in force some hours earlier: gaps are at most a day wide, and no embedded
                // zone has two changes within two days.
                let before = wall.checked_sub_signed(TimeDelta::hours(24)).unwrap_or(wall);
                Resolved::Skipped(at(self.0.offset_from_utc_datetime(&before).fix()))
            }
        }
    }
}

impl Offsets for Zone {
    fn offset_at(&self, instant: Instant) -> i32 {
        self.0.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
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
