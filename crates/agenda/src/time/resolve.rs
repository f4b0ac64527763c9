//! Wall times that clocks skip or repeat.

use super::offsets::Instant;
use super::zone::Zone;
use chrono::{MappedLocalTime, NaiveDateTime, TimeZone as _};

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

impl Zone {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets as _, iso, wall_time};

    #[test]
    fn a_gap_has_two_readings() {
        let wall = wall_time::wall_time("2026-09-06T00:30").unwrap();
        let chile = Zone::named("America/Santiago").unwrap();
        let Resolved::Skipped { before, after } = chile.resolve(wall) else { panic!("a gap") };
        let shown = |instant| iso::minute(chile.wall_time(instant));
        assert_eq!((shown(before), shown(after)), ("2026-09-06T01:30".into(), "2026-09-05T23:30".into()));
    }
}
