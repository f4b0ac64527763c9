//! How far clocks are from UTC.

use super::iso;
use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};

/// A point in time, the same for everybody.
pub type Instant = DateTime<Utc>;

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

/// chrono's zones, of whatever kind.
impl<Z: TimeZone> Offsets for Z {
    fn offset_at(&self, instant: Instant) -> i32 {
        self.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Zone, wall_time};

    fn at(text: &str) -> Instant {
        wall_time::instant(text).unwrap()
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
}
