//! The stretch of time that a ruler shows.

use crate::strands::Block;
use crate::time::{Instant, Offsets};
use chrono::{DateTime, TimeDelta};

/// The most that a ruler shows, in minutes, unless the last session starts later.
const MOST: i64 = 24 * 60;

/// The stretch of time that a ruler shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Where it begins.
    pub start: Instant,
    /// Where it ends.
    pub end: Instant,
}

impl Scale {
    /// From the last full hour before the first session to the first one after the last session, by a zone's
    /// clocks; 24 hours at most, or until the full hour after the last start. `None` without sessions.
    pub fn around(blocks: &[Block], zone: &dyn Offsets) -> Option<Self> {
        let first = blocks.iter().map(|block| block.start).min()?;
        let last_start = blocks.iter().map(|block| block.start).max()?;
        let last = blocks.iter().map(|block| block.end).max()?;
        let start = full_hour(first.checked_sub_signed(TimeDelta::seconds(1))?, zone);
        let after = |instant: Instant| full_hour(instant, zone).checked_add_signed(TimeDelta::hours(1));
        let most = start.checked_add_signed(TimeDelta::minutes(MOST))?.max(after(last_start)?);
        Some(Self { start, end: after(last)?.min(most) })
    }

    /// Its length in minutes.
    pub fn minutes(&self) -> i64 {
        self.minute(self.end)
    }

    /// Where an instant is, in minutes from the start; below 0 or beyond the end if it is outside.
    pub fn minute(&self, instant: Instant) -> i64 {
        instant.signed_duration_since(self.start).num_minutes()
    }

    /// The instant of a minute.
    pub fn instant(&self, minute: i64) -> Instant {
        self.start.checked_add_signed(TimeDelta::minutes(minute)).unwrap_or(self.end)
    }

    /// Each hour of it, and its end: clocks that agree at all of them show the same all along.
    pub fn hours(&self) -> Vec<Instant> {
        (0..=self.minutes() / 60).map(|hour| self.instant(hour * 60)).chain([self.end]).collect()
    }

    /// Where an instant is, if it is not outside.
    pub fn within(&self, instant: Instant) -> Option<i64> {
        (self.start <= instant && instant < self.end).then(|| self.minute(instant))
    }
}

/// The full hour at or before an instant, as a zone's clocks show it then.
fn full_hour(instant: Instant, zone: &dyn Offsets) -> Instant {
    let wall = instant.timestamp() + i64::from(zone.offset_at(instant));
    DateTime::from_timestamp(instant.timestamp() - wall.rem_euclid(3_600), 0).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::wall_time::instant;

    fn scale(spans: &[(&str, &str)]) -> (String, String) {
        let at = |clock: &str| instant(clock).unwrap();
        let block = |(start, end): &(&str, &str)| Block { index: 0, start: at(start), end: at(end) };
        let blocks: Vec<Block> = spans.iter().map(block).collect();
        let scale = Scale::around(&blocks, &Zone::named("America/Bogota").unwrap()).unwrap();
        let clock = |instant: Instant| instant.format("%d %H:%M").to_string();
        (clock(scale.start), clock(scale.end))
    }

    #[test]
    fn from_the_hour_before_to_the_hour_after() {
        let day = [
            ("2027-08-11T14:00:00Z", "2027-08-11T15:30:00Z"),
            ("2027-08-12T03:30:00Z", "2027-08-12T04:40:00Z"),
        ];
        assert_eq!(scale(&day), ("11 13:00".into(), "12 05:00".into()));
        assert_eq!(
            scale(&[("2027-08-11T14:20:00Z", "2027-08-11T15:00:00Z")]),
            ("11 14:00".into(), "11 16:00".into()),
            "an hour in which nothing is yet is enough"
        );
    }

    #[test]
    fn no_more_than_a_day() {
        assert_eq!(
            scale(&[("2027-08-11T14:00:00Z", "2027-08-13T15:30:00Z")]),
            ("11 13:00".into(), "12 13:00".into())
        );
        let long = [
            ("2027-08-11T14:00:00Z", "2027-08-11T15:00:00Z"),
            ("2027-08-12T14:30:00Z", "2027-08-12T18:00:00Z"),
        ];
        assert_eq!(scale(&long), ("11 13:00".into(), "12 15:00".into()), "but no start is left out");
        assert_eq!(Scale::around(&[], &crate::time::Floating), None);
    }
}
