//! Times on their clocks.

use super::observances::Observances;
use super::value::Written;
use crate::stated::Stated;
use chrono::{FixedOffset, NaiveDateTime, TimeDelta};
use huso_agenda::{Instant, Offsets as _, Zone};
use std::rc::Rc;

/// Whose clocks a time is of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clock {
    /// Nobody says.
    Floating,
    Utc,
    Offset(FixedOffset),
    /// An IANA zone's; its rules, if they are in the program or else in the file.
    Zone {
        name: Rc<str>,
        rules: Rules,
    },
    /// Those of a VTIMEZONE that is no zone of the IANA.
    Own(Rc<Observances>),
}

/// The rules of an IANA zone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Rules {
    Embedded(Zone),
    File(Rc<Observances>),
    None,
}

impl Clock {
    fn instant(&self, wall: NaiveDateTime) -> Option<Instant> {
        match self {
            Self::Floating | Self::Zone { rules: Rules::None, .. } => None,
            Self::Utc => Some(wall.and_utc()),
            Self::Offset(offset) => Some(wall.checked_sub_offset(*offset)?.and_utc()),
            Self::Zone { rules: Rules::Embedded(zone), .. } => Some(zone.resolve(wall).instant()),
            Self::Zone { rules: Rules::File(rules), .. } | Self::Own(rules) => {
                Some(wall.checked_sub_offset(rules.offset_at(wall)?)?.and_utc())
            }
        }
    }

    /// What these clocks show at an instant, as far as that is known.
    pub(super) fn wall(&self, utc: NaiveDateTime) -> NaiveDateTime {
        let shifted = |offset: FixedOffset| utc.checked_add_offset(offset).unwrap_or(utc);
        match self {
            Self::Floating | Self::Utc | Self::Zone { rules: Rules::None, .. } => utc,
            Self::Offset(offset) => shifted(*offset),
            Self::Zone { rules: Rules::Embedded(zone), .. } => zone.wall_time(utc.and_utc()),
            Self::Zone { rules: Rules::File(rules), .. } | Self::Own(rules) => {
                rules.offset_at(utc).map_or(utc, shifted)
            }
        }
    }
}

/// A time on its clocks, or a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    /// What the clocks show; of a day its midnight.
    pub(super) wall: NaiveDateTime,
    pub(super) is_day: bool,
    pub(super) clock: Clock,
}

impl Time {
    /// What is written, on clocks that are named beside it.
    pub(super) fn new(written: Written, named: Clock) -> Self {
        let (wall, is_day, clock) = match written {
            Written::Day(date) => (date.and_time(chrono::NaiveTime::MIN), true, Clock::Floating),
            Written::Wall(wall) => (wall, false, named),
            Written::Utc(wall) => (wall, false, Clock::Utc),
            Written::Offset(time) => (time.naive_local(), false, Clock::Offset(*time.offset())),
        };
        Self { wall, is_day, clock }
    }

    pub(super) fn stated(&self) -> Stated {
        let offset = |offset: FixedOffset| self.wall.and_local_timezone(offset).single().map(Stated::Offset);
        match &self.clock {
            _ if self.is_day => Stated::Day(self.wall.date()),
            Clock::Floating => Stated::Wall(self.wall),
            Clock::Utc => Stated::Utc(self.wall.and_utc()),
            Clock::Offset(east) => offset(*east).unwrap_or(Stated::Wall(self.wall)),
            Clock::Zone { name, rules: Rules::Embedded(_) | Rules::None } => {
                Stated::Zoned(self.wall, name.to_string())
            }
            // The file knows when it is, and the program doesn't know the zone.
            Clock::Zone { rules: Rules::File(rules), .. } | Clock::Own(rules) => {
                rules.offset_at(self.wall).and_then(offset).unwrap_or(Stated::Wall(self.wall))
            }
        }
    }

    /// When it is, as far as that is known.
    pub(super) fn instant(&self) -> Option<Instant> {
        if self.is_day { None } else { self.clock.instant(self.wall) }
    }

    /// Another time on the same clocks.
    pub(super) fn at(&self, wall: NaiveDateTime) -> Self {
        Self { wall, ..self.clone() }
    }

    /// How long it is until another time: by the instants of both, or by their clocks if those are the same.
    pub(super) fn until(&self, end: &Self) -> Option<TimeDelta> {
        let by_instant = || Some(end.instant()?.signed_duration_since(self.instant()?));
        let are_alike = self.clock == end.clock && self.is_day == end.is_day;
        by_instant().or_else(|| are_alike.then(|| end.wall.signed_duration_since(self.wall)))
    }
}
