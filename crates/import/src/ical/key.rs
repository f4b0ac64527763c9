//! What tells the times of one event apart: EXDATE and RECURRENCE-ID name them, not always as DTSTART does.

use super::clock::Time;
use chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::Instant;

/// A time that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Instant(Instant),
    Wall(NaiveDateTime),
    Day(NaiveDate),
}

impl Key {
    /// By which a time is named.
    pub(super) fn naming(time: &Time) -> Self {
        match time.instant() {
            _ if time.is_day => Self::Day(time.wall.date()),
            Some(instant) => Self::Instant(instant),
            None => Self::Wall(time.wall),
        }
    }

    /// By which one of an event's times is named: of days as their day, whatever stands there.
    pub(super) fn naming_one_of(start: &Time, time: &Time) -> Self {
        if start.is_day { Self::Day(time.wall.date()) } else { Self::naming(time) }
    }

    /// By which a time may be named: as an instant, as what its clocks show, and as its day.
    pub(super) fn of(time: &Time) -> [Option<Self>; 3] {
        [time.instant().map(Self::Instant), Some(Self::Wall(time.wall)), Some(Self::Day(time.wall.date()))]
    }
}
