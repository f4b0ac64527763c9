//! How far down an instant is.

use crate::strands::Block;
use crate::time::Instant;
use chrono::{DateTime, TimeDelta};

/// Px a minute.
const PER_MINUTE: f64 = 1.8;
/// The most of them: a session of five minutes then has the height of a line.
const MOST_PER_MINUTE: f64 = 4.4;
/// The height of the line that a session needs, in px.
const LINE: f64 = 22.0;
/// Time without sessions that is longer than this is folded, in minutes.
const LONGEST_IDLE: i64 = 60;
/// What is left of it, in px.
const FOLDED: f64 = 44.0;
/// A half hour in seconds: the scale begins and ends with one.
const HALF_HOUR: i64 = 1_800;

/// How far down instants are.
#[derive(Clone, Debug, PartialEq)]
pub struct GridScale {
    /// Where it begins.
    pub start: Instant,
    /// Where it ends.
    pub end: Instant,
    /// Time without sessions, which is not drawn in its length.
    pub folds: Vec<Fold>,
    /// Px a minute.
    pub per_minute: f64,
}

/// A stretch of time without sessions, folded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// From when.
    pub start: Instant,
    /// Until when.
    pub end: Instant,
    /// How far down it begins.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

impl Fold {
    /// Its length in minutes.
    pub fn minutes(&self) -> i64 {
        self.end.signed_duration_since(self.start).num_minutes()
    }
}

impl GridScale {
    /// The scale of some sessions, in the order of their starts; `None` without any. Where one is very short, all
    /// is longer, so that it has room for a line.
    pub fn of(blocks: &[Block]) -> Option<Self> {
        let first = blocks.first()?;
        let last = blocks.iter().map(|block| block.end).max()?;
        let (start, end) =
            (half_hour(first.start.timestamp())?, half_hour(last.timestamp() + HALF_HOUR - 1)?);
        let shortest = blocks.iter().map(|block| minutes(block.start, block.end)).min()?;
        let per_minute = (LINE / shortest.max(1) as f64).clamp(PER_MINUTE, MOST_PER_MINUTE);
        let mut scale = Self { start, end, folds: Vec::new(), per_minute };
        for (from, until) in idle(blocks) {
            let top = scale.top(from);
            scale.folds.push(Fold { start: from, end: until, top, height: FOLDED });
        }
        Some(scale)
    }

    /// How far down an instant is. What lies in a fold is where the fold ends.
    pub fn top(&self, instant: Instant) -> f64 {
        let is_past = |fold: &&Fold| fold.start < instant;
        let passed = || self.folds.iter().filter(is_past);
        let folded: i64 = passed().map(|fold| minutes(fold.start, fold.end.min(instant))).sum();
        let inside = passed().map(|fold| fold.height).sum::<f64>();
        (minutes(self.start, instant) - folded) as f64 * self.per_minute + inside
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.top(self.end)
    }

    /// Whether an instant is on it and not in a fold.
    pub fn shows(&self, instant: Instant) -> bool {
        let is_folded = |fold: &Fold| fold.start < instant && instant < fold.end;
        self.start <= instant && instant <= self.end && !self.folds.iter().any(is_folded)
    }

    /// The half hours that are on it and not in a fold, its start and end among them.
    pub fn half_hours(&self) -> impl Iterator<Item = Instant> {
        let count = minutes(self.start, self.end) / 30;
        (0..=count)
            .filter_map(|half| self.start.checked_add_signed(TimeDelta::minutes(30 * half)))
            .filter(|instant| self.shows(*instant))
    }
}

fn minutes(from: Instant, to: Instant) -> i64 {
    to.signed_duration_since(from).num_minutes()
}

/// The half hour at or before a second since 1970. All zones of today are whole quarters of an hour from UTC.
fn half_hour(second: i64) -> Option<Instant> {
    DateTime::from_timestamp(second - second.rem_euclid(HALF_HOUR), 0)
}

/// From when to when nothing takes place for long: whole half hours, so that those before and after are drawn in
/// full.
fn idle(blocks: &[Block]) -> Vec<(Instant, Instant)> {
    let mut idle = Vec::new();
    let mut busy: Option<Instant> = None;
    for block in blocks {
        if let Some(until) = busy.filter(|until| minutes(*until, block.start) > LONGEST_IDLE) {
            let from = half_hour(until.timestamp() + HALF_HOUR - 1);
            idle.extend(from.zip(half_hour(block.start.timestamp())));
        }
        busy = busy.max(Some(block.end));
    }
    idle.retain(|(from, until)| from < until);
    idle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wall_time::instant;

    fn at(clock: &str) -> Instant {
        instant(&format!("2027-08-11T{clock}:00Z")).unwrap()
    }

    fn scale(spans: &[(&str, &str)]) -> GridScale {
        let block = |(start, end): &(&str, &str)| Block { index: 0, start: at(start), end: at(end) };
        GridScale::of(&spans.iter().map(block).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_minute_is_so_many_px() {
        let scale = scale(&[("09:10", "09:30"), ("09:30", "10:35")]);
        assert_eq!((scale.start, scale.end), (at("09:00"), at("11:00")));
        assert_eq!(scale.top(at("09:30")), 54.0);
        assert_eq!(scale.height(), 216.0);
        assert_eq!(scale.half_hours().count(), 5);
    }

    #[test]
    fn long_idle_time_is_folded() {
        let scale = scale(&[("09:00", "10:40"), ("10:45", "11:15"), ("17:10", "18:00")]);
        let [fold] = scale.folds[..] else { panic!("{:?}", scale.folds) };
        assert_eq!((fold.start, fold.end, fold.minutes()), (at("11:30"), at("17:00"), 330));
        assert_eq!((fold.top, fold.height), (150.0 * 1.8, 44.0));
        assert_eq!(scale.top(at("17:00")), 150.0 * 1.8 + 44.0);
        assert_eq!(scale.top(at("18:00")), 210.0 * 1.8 + 44.0);
        assert!(!scale.shows(at("14:00")) && scale.shows(at("11:30")) && scale.shows(at("17:00")));
        assert_eq!(scale.half_hours().count(), 6 + 3);
    }

    #[test]
    fn an_hour_and_no_more_is_not_folded() {
        assert_eq!(scale(&[("09:00", "10:00"), ("11:00", "12:00")]).folds, []);
        assert_eq!(scale(&[("09:00", "10:00"), ("11:01", "12:00")]).folds.len(), 1);
    }

    #[test]
    fn the_shortest_session_has_room_for_a_line() {
        assert!(scale(&[("09:00", "09:10"), ("09:10", "10:00")]).per_minute >= 2.2);
        assert_eq!(scale(&[("09:00", "09:01")]).per_minute, MOST_PER_MINUTE);
    }
}
