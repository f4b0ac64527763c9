//! What one place's clocks show along the scale: hours, nights, midnights, changes of the clocks.

use super::scale::Scale;
use crate::time::{Offsets, changes};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
use std::ops::Range;

/// Minutes between ticks.
const QUARTER: i64 = 15;

/// The clocks of a place along a [`Scale`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// One each quarter of an hour that these clocks show.
    pub ticks: Vec<Tick>,
    /// When it is night there, in minutes of the scale.
    pub nights: Vec<Range<i64>>,
    /// When these clocks are set forward or back.
    pub changes: Vec<ClockChange>,
}

/// A quarter of an hour of a place's clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it is on the scale.
    pub minute: i64,
    /// How long it is drawn.
    pub kind: TickKind,
    /// What the clocks show.
    pub wall: NaiveDateTime,
    /// Whether its date is another than the one before it.
    pub is_new_date: bool,
}

/// Which part of an hour begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickKind {
    /// The hour.
    Hour,
    /// Its second half.
    Half,
    /// The second or the last quarter.
    Quarter,
}

/// Clocks are set forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// Where it is on the scale.
    pub minute: i64,
    /// What they would have shown.
    pub before: NaiveDateTime,
    /// What they show instead.
    pub after: NaiveDateTime,
}

/// A stretch of the scale in which the clocks are not changed.
struct Stretch {
    minutes: Range<i64>,
    /// What the clocks show at its start.
    wall: NaiveDateTime,
}

impl Clock {
    /// The clocks of a zone, under the heading of a `day`.
    pub fn new(scale: &Scale, zone: &dyn Offsets, day: NaiveDate) -> Self {
        let stretches = stretches(scale, zone);
        Self { ticks: ticks(&stretches, day), nights: nights(&stretches), changes: clock_changes(&stretches) }
    }
}

/// Whether clocks show a time of the night, from 22 to 7.
pub fn is_night(wall: NaiveDateTime) -> bool {
    !(7..22).contains(&wall.hour())
}

fn stretches(scale: &Scale, zone: &dyn Offsets) -> Vec<Stretch> {
    let mut starts = vec![scale.start];
    starts.extend(changes(zone, scale.start, scale.end).iter().map(|(change, _)| *change));
    let ends = starts.iter().skip(1).copied().chain([scale.end]);
    let stretch = |(start, end)| Stretch {
        minutes: scale.minute(start)..scale.minute(end),
        wall: zone.wall_time(start),
    };
    starts.iter().copied().zip(ends).map(stretch).collect()
}

impl Stretch {
    /// What the clocks show at a minute of it.
    fn wall_at(&self, minute: i64) -> NaiveDateTime {
        self.wall.checked_add_signed(TimeDelta::minutes(minute - self.minutes.start)).unwrap_or(self.wall)
    }

    /// The minutes at which a full step of the clocks' hour begins.
    fn every(&self, step: i64) -> impl Iterator<Item = (i64, NaiveDateTime)> {
        let past = i64::from(self.wall.minute()).rem_euclid(step);
        let first = self.minutes.start + (step - past).rem_euclid(step);
        let count = (self.minutes.end - first + step - 1).max(0) / step;
        (0..count).map(move |count| first + count * step).map(|minute| (minute, self.wall_at(minute)))
    }
}

fn ticks(stretches: &[Stretch], day: NaiveDate) -> Vec<Tick> {
    let mut date = day;
    let mut ticks = Vec::new();
    for (minute, wall) in stretches.iter().flat_map(|stretch| stretch.every(QUARTER)) {
        let kind = match wall.minute() {
            0 => TickKind::Hour,
            30 => TickKind::Half,
            _ => TickKind::Quarter,
        };
        ticks.push(Tick { minute, kind, wall, is_new_date: wall.date() != date });
        date = wall.date();
    }
    ticks
}

/// Nights begin and end at full hours, where the scale begins, and where clocks change.
fn nights(stretches: &[Stretch]) -> Vec<Range<i64>> {
    let mut nights: Vec<Range<i64>> = Vec::new();
    for stretch in stretches {
        let hours: Vec<(i64, NaiveDateTime)> =
            std::iter::once((stretch.minutes.start, stretch.wall)).chain(stretch.every(60)).collect();
        let ends = hours.iter().skip(1).map(|(minute, _)| *minute).chain([stretch.minutes.end]);
        for ((start, _), end) in hours.iter().zip(ends).filter(|((_, wall), _)| is_night(*wall)) {
            match nights.last_mut().filter(|night| night.end == *start) {
                Some(night) => night.end = end,
                None => nights.push(*start..end),
            }
        }
    }
    nights.retain(|night| !night.is_empty());
    nights
}

fn clock_changes(stretches: &[Stretch]) -> Vec<ClockChange> {
    let change = |(before, after): (&Stretch, &Stretch)| ClockChange {
        minute: after.minutes.start,
        before: before.wall_at(after.minutes.start),
        after: after.wall,
    };
    stretches.iter().zip(stretches.iter().skip(1)).map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::wall_time::instant;
    use chrono::{FixedOffset, Offset as _};

    fn scale(start: &str, hours: i64) -> Scale {
        let start = instant(start).unwrap();
        Scale { start, end: start + TimeDelta::hours(hours) }
    }

    fn clock(zone: &str, scale: &Scale) -> Clock {
        let zone = Zone::named(zone).unwrap();
        let day = zone.wall_time(scale.start).date();
        Clock::new(scale, &zone, day)
    }

    fn nights_of(clock: &Clock) -> Vec<(i64, i64)> {
        clock.nights.iter().map(|night| (night.start, night.end)).collect()
    }

    /// The hours as they are labelled: the date in place of the first hour of a day.
    fn hours(clock: &Clock) -> Vec<String> {
        let label = |tick: &Tick| match tick.is_new_date {
            true => tick.wall.format("d%d").to_string(),
            false => tick.wall.format("%-H").to_string(),
        };
        clock.ticks.iter().filter(|tick| tick.kind == TickKind::Hour).map(label).collect()
    }

    #[test]
    fn an_ordinary_day_has_its_night_from_22_to_7() {
        // 10:00 to 02:00 in Buenos Aires, as in looks/ruler-1280.png.
        let scale = scale("2027-08-11T13:00:00Z", 16);
        let here = clock("America/Argentina/Buenos_Aires", &scale);
        assert_eq!(hours(&here)[..3], ["10", "11", "12"]);
        assert_eq!(hours(&here)[13..], ["23", "d12", "1"]);
        assert_eq!(nights_of(&here), [(12 * 60, 16 * 60)]);
        assert_eq!(nights_of(&clock("Europe/Madrid", &scale)), [(7 * 60, 16 * 60)]);
        assert_eq!(nights_of(&clock("America/Mexico_City", &scale)), [(15 * 60, 16 * 60)]);
        assert_eq!(here.changes, []);
        assert_eq!(here.ticks.len(), 16 * 4);
    }

    #[test]
    fn a_night_that_ends_within_the_scale_ends_at_seven() {
        let scale = scale("2027-08-11T09:00:00Z", 24);
        assert_eq!(
            nights_of(&clock("America/Bogota", &scale)),
            [(0, 3 * 60), (18 * 60, 24 * 60)],
            "from 4 in the morning"
        );
    }

    /// Saturday 4 September 2027, 24:00: clocks go on to 01:00, so that there is no hour 0.
    #[test]
    fn in_chiles_spring_an_hour_is_left_out() {
        let scale = scale("2027-09-05T02:00:00Z", 5);
        let chile = clock("America/Santiago", &scale);
        assert_eq!(hours(&chile), ["22", "23", "d05", "2", "3"]);
        let changed = chile.ticks.iter().find(|tick| tick.is_new_date).unwrap();
        assert_eq!(changed.wall.to_string(), "2027-09-05 01:00:00");
        let [change] = chile.changes[..] else { panic!("{:?}", chile.changes) };
        assert_eq!(change.minute, 120);
        assert_eq!(change.before.to_string(), "2027-09-05 00:00:00");
        assert_eq!(change.after.to_string(), "2027-09-05 01:00:00");
        assert_eq!(nights_of(&chile), [(0, 5 * 60)], "one night, though an hour is missing in it");
    }

    /// Saturday 3 April 2027, 24:00: clocks go back to 23:00, which comes twice.
    #[test]
    fn in_chiles_autumn_an_hour_comes_twice() {
        let scale = scale("2027-04-04T01:00:00Z", 5);
        let chile = clock("America/Santiago", &scale);
        assert_eq!(hours(&chile), ["22", "23", "23", "d04", "1"]);
        assert_eq!(chile.changes[0].minute, 120);
        assert_eq!(chile.changes[0].after.to_string(), "2027-04-03 23:00:00");
        let long = Scale { end: scale.start + TimeDelta::hours(12), ..scale };
        assert_eq!(nights_of(&clock("America/Santiago", &long)), [(0, 10 * 60)], "ten hours of it");
    }

    #[test]
    fn zones_of_half_hours_have_ticks_of_their_own() {
        let scale = scale("2027-08-11T13:00:00Z", 4);
        let india = FixedOffset::east_opt(19_800).unwrap();
        let day = NaiveDate::from_ymd_opt(2027, 8, 11).unwrap();
        let clock = Clock::new(&scale, &india, day);
        assert_eq!(india.fix().local_minus_utc(), 19_800);
        assert_eq!(clock.ticks[0].kind, TickKind::Half, "18:30");
        assert_eq!((clock.ticks[2].minute, hours(&clock)[0].as_str()), (30, "19"));
        assert_eq!(nights_of(&clock), [(3 * 60 + 30, 4 * 60)]);
    }

    #[test]
    fn where_it_is_another_day_from_the_start_on_the_first_hour_says_so() {
        let scale = scale("2027-08-11T23:00:00Z", 2);
        let madrid = Zone::named("Europe/Madrid").unwrap();
        let day = NaiveDate::from_ymd_opt(2027, 8, 11).unwrap();
        assert_eq!(hours(&Clock::new(&scale, &madrid, day)), ["d12", "2"]);
    }
}
