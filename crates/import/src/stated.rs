//! Times as they are written.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use huso_agenda::Instant;

/// A time as it is written, before anybody knows whose clocks it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// On clocks that nobody names: `9.08.23 10:00`.
    Wall(NaiveDateTime),
    /// On clocks of a zone that stands beside it: `10:00 hora COL`, `TZID=America/Bogota`. The name is of the IANA's
    /// database.
    Zoned(NaiveDateTime, String),
    /// With an offset, of which nobody knows which zone has it: `2027-08-09T10:00-05:00`.
    Offset(DateTime<FixedOffset>),
    /// An instant: `20270809T150000Z`.
    Utc(Instant),
    /// A day without a time.
    Day(NaiveDate),
}

impl Stated {
    /// What stands there, whatever clocks it is of; nothing for a day.
    pub fn clock(&self) -> Option<NaiveDateTime> {
        match self {
            Self::Wall(wall) | Self::Zoned(wall, _) => Some(*wall),
            Self::Offset(time) => Some(time.naive_local()),
            Self::Utc(instant) => Some(instant.naive_utc()),
            Self::Day(_) => None,
        }
    }
}
