//! Compares the times of a group on one date.

use crate::clock::Clock;
use crate::days::beside;
use crate::entries::{Entry, Mark, Named};
use crate::finding::Basis;
use crate::place::Place;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use huso_agenda::zone::{Instant, Offsets, Resolved, Zone};
use std::collections::HashMap;

/// The clocks of a place.
pub(crate) enum Clocks {
    Zone(Zone),
    Fixed(i32),
}

impl Offsets for Clocks {
    fn offset_at(&self, instant: Instant) -> i32 {
        match self {
            Self::Zone(zone) => zone.offset_at(instant),
            Self::Fixed(offset) => *offset,
        }
    }
}

impl Clocks {
    /// None where no zone is known, or no rules of it.
    pub(crate) fn of(place: &Place) -> Option<Self> {
        match place {
            Place::Zone { zone, .. } => Zone::named(zone).ok().map(Self::Zone),
            Place::Fixed(offset) => Some(Self::Fixed(*offset)),
            Place::Ambiguous(_) | Place::WithoutRules(_) | Place::Local | Place::Unknown => None,
        }
    }

    pub(crate) fn resolve(&self, wall: NaiveDateTime) -> Resolved {
        match self {
            Self::Zone(zone) => zone.resolve(wall),
            Self::Fixed(offset) => Resolved::Unique((wall - TimeDelta::seconds((*offset).into())).and_utc()),
        }
    }

    fn instants(&self, wall: NaiveDateTime) -> Vec<Instant> {
        match self.resolve(wall) {
            Resolved::Repeated { first, second } => vec![first, second],
            resolved => vec![resolved.instant()],
        }
    }
}

/// One time for one place.
pub(crate) struct Reading<'g> {
    pub(crate) entry: &'g Entry<'g>,
    pub(crate) place: Named<'g>,
    pub(crate) clocks: Clocks,
    pub(crate) start: Clock,
    pub(crate) end: Option<Clock>,
}

impl Reading<'_> {
    /// The day it is said for under an announced date, and whether that is said with it.
    pub(crate) fn day(&self, announced: NaiveDate) -> (NaiveDate, bool) {
        match &self.entry.mark {
            Some(Mark::Shift(days)) => (shifted(announced, *days), true),
            Some(Mark::Date(date)) => {
                beside(&date.written, announced).map_or((announced, false), |day| (day, true))
            }
            None => (announced, false),
        }
    }
}

/// A time for each zone that it is said for.
pub(crate) fn readings<'g>(entry: &'g Entry<'_>) -> Vec<Reading<'g>> {
    let Some(range) = entry.time.filter(|_| !entry.unpaired) else { return Vec::new() };
    let mut all: Vec<Reading> = Vec::new();
    for place in &entry.places {
        let Some(clocks) = Clocks::of(&place.place) else { continue };
        if !all.iter().any(|other| same_zone(&other.place.place, &place.place)) {
            all.push(Reading { entry, place: *place, clocks, start: range.from, end: range.to });
        }
    }
    all
}

pub(crate) fn same_zone(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Zone { zone: one, .. }, Place::Zone { zone: other, .. }) => one == other,
        _ => one == other,
    }
}

/// How a time stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Standing {
    /// It is their moment.
    Right,
    /// It is, but so many days from the announced one, which isn't said.
    OnAnotherDay(i64),
    /// It is not: what the clocks show, and so many days from the announced one.
    Wrong { right: NaiveTime, shift: i64 },
}

/// How the times of a group stand to each other on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub(crate) instant: Instant,
    pub(crate) end: Option<Instant>,
    /// For each reading, and the reading that it is compared with.
    pub(crate) starts: Vec<Standing>,
    pub(crate) start_by: Judged,
    /// For each that has an end.
    pub(crate) ends: Vec<Option<Standing>>,
    pub(crate) end_by: Option<Judged>,
    /// The wall time that each is read as.
    pub(crate) walls: Vec<NaiveDateTime>,
}

impl Comparison {
    /// What is wrong by it, whatever the date is.
    pub(crate) fn verdict(&self) -> Vec<Option<Standing>> {
        let standings = self.starts.iter().copied().map(Some).chain(self.ends.iter().copied());
        standings.map(|standing| standing.filter(|one| matches!(one, Standing::Wrong { .. }))).collect()
    }

    /// Whether no time is wrong.
    pub(crate) fn agrees(&self) -> bool {
        let ends = self.ends.iter().flatten();
        !self.starts.iter().chain(ends).any(|standing| matches!(standing, Standing::Wrong { .. }))
    }
}

/// What a written time can mean.
struct Candidate<'g> {
    clocks: &'g Clocks,
    /// By how many days it is moved from the day that is written, and the instant; the likeliest first.
    meanings: Vec<(i64, Instant)>,
    /// Whether its day is said: then it is not moved.
    is_day_stated: bool,
}

const SAME_DAY: &[i64] = &[0];
/// What a time may be moved by whose day isn't said.
const NEAR_DAYS: &[i64] = &[0, -1, 1];

impl<'g> Candidate<'g> {
    fn new(clocks: &'g Clocks, wall: NaiveDateTime, is_day_stated: bool) -> Self {
        let shifts = if is_day_stated { SAME_DAY } else { NEAR_DAYS };
        let at = |shift: &i64| {
            let instants = clocks.instants(moved(wall, *shift));
            instants.into_iter().map(|instant| (*shift, instant)).collect::<Vec<_>>()
        };
        Self { clocks, meanings: shifts.iter().flat_map(at).collect(), is_day_stated }
    }

    /// What a wall time means that is later than an instant, though it doesn't look so: clocks were set back between,
    /// 23:30–23:15.
    fn add_later(&mut self, wall: NaiveDateTime, than: Instant) {
        let later = self.clocks.instants(wall).into_iter().filter(|instant| *instant > than);
        self.meanings.splice(0..0, later.map(|instant| (0, instant)));
    }

    /// By how many days it has to be moved to be `instant`, if so it is.
    fn matches(&self, instant: Instant) -> Option<i64> {
        self.meanings.iter().find(|(_, other)| *other == instant).map(|(shift, _)| *shift)
    }
}

/// What times are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    instant: Instant,
    pub(crate) basis: Basis,
    /// The one of them that says so.
    pub(crate) by: usize,
}

/// How many times say an instant.
#[derive(Clone, Copy, Default)]
struct Support {
    /// Those whose day is stated, and those that are of the announced one.
    stated: usize,
    on_day: usize,
    /// Those that have to be moved to another day.
    moved: usize,
}

impl Support {
    /// How many say so, and how many of them on the announced day without saying a day of their own: if none does, no
    /// other may be moved to another day.
    fn count(self) -> (usize, usize) {
        let moved = if self.on_day > 0 { self.moved } else { 0 };
        (self.stated + self.on_day + moved, self.on_day)
    }
}

fn supports(candidates: &[Candidate]) -> HashMap<Instant, Support> {
    let mut supports: HashMap<Instant, Support> = HashMap::new();
    for one in candidates {
        for (shift, instant) in &one.meanings {
            if one.matches(*instant) != Some(*shift) {
                continue;
            }
            let support = supports.entry(*instant).or_default();
            match (one.is_day_stated, *shift) {
                (true, _) => support.stated += 1,
                (false, 0) => support.on_day += 1,
                (false, _) => support.moved += 1,
            }
        }
    }
    supports
}

/// The moment of the first, or of most if those agree on another. On which day it is, most times say.
fn judge(candidates: &[Candidate]) -> Option<Judged> {
    let supports = supports(candidates);
    let count = |instant: &Instant| supports.get(instant).copied().unwrap_or_default().count();
    // The earlier of two that are equally good is taken: in an overlap that is what RFC 5545 means.
    let best_of = |one: &Candidate| {
        let all = one.meanings.iter().rev().map(|(_, instant)| (count(instant), *instant));
        all.max_by_key(|(count, _)| *count)
    };
    let is_most = |(count, _): (usize, usize)| count * 2 > candidates.len();
    let (count_of_first, first) = best_of(candidates.first()?)?;
    let others = candidates.iter().enumerate().skip(1).rev();
    let most = others
        .filter_map(|(by, one)| best_of(one).map(|(count, instant)| (count, instant, by)))
        .filter(|(count, ..)| is_most(*count) && !is_most(count_of_first))
        .max_by_key(|(count, ..)| *count);
    Some(match most {
        Some((_, instant, by)) => Judged { instant, basis: Basis::Majority, by },
        None => Judged { instant: first, basis: Basis::First, by: 0 },
    })
}

/// Compares times that are said to be one moment of `date`.
pub(crate) fn compare(date: NaiveDate, readings: &[Reading]) -> Option<Comparison> {
    let starts: Vec<Candidate> = readings
        .iter()
        .map(|reading| {
            let (day, is_said) = reading.day(date);
            Candidate::new(&reading.clocks, wall(day, reading.start.minutes), is_said)
        })
        .collect();
    let start_by = judge(&starts)?;
    let shifts: Vec<Option<i64>> = starts.iter().map(|start| start.matches(start_by.instant)).collect();
    let wrong = |clocks: &Clocks, instant: Instant| {
        let right = clocks.wall_time(instant);
        Standing::Wrong { right: right.time(), shift: (right.date() - date).num_days() }
    };
    let stands = |(reading, shift): (&Reading, &Option<i64>)| match *shift {
        Some(0) => Standing::Right,
        Some(shift) => Standing::OnAnotherDay(shift),
        None => wrong(&reading.clocks, start_by.instant),
    };
    let ends: Vec<(usize, Candidate)> = readings
        .iter()
        .zip(&shifts)
        .enumerate()
        .filter_map(|(index, (reading, shift))| {
            let end = reading.end?;
            let is_next_day = end.minutes <= reading.start.minutes;
            let wall = wall(reading.day(date).0, end.minutes + u32::from(is_next_day) * 24 * 60);
            let wall = moved(wall, shift.unwrap_or(0));
            let mut candidate = Candidate::new(&reading.clocks, wall, shift.is_some());
            if is_next_day && shift.is_some() {
                candidate.add_later(moved(wall, -1), start_by.instant);
            }
            Some((index, candidate))
        })
        .collect();
    let (indices, ends): (Vec<usize>, Vec<Candidate>) = ends.into_iter().unzip();
    let judged_end = judge(&ends);
    let mut standings = vec![None; readings.len()];
    for (index, candidate) in indices.iter().zip(&ends) {
        if let (Some(judged), Some(standing)) = (judged_end, standings.get_mut(*index)) {
            *standing = Some(match candidate.matches(judged.instant) {
                Some(_) => Standing::Right,
                None => wrong(candidate.clocks, judged.instant),
            });
        }
    }
    Some(Comparison {
        instant: start_by.instant,
        end: judged_end.map(|judged| judged.instant),
        starts: readings.iter().zip(&shifts).map(stands).collect(),
        start_by,
        ends: standings,
        end_by: judged_end
            .map(|judged| Judged { by: indices.get(judged.by).copied().unwrap_or(0), ..judged }),
        walls: readings
            .iter()
            .zip(&shifts)
            .map(|(reading, shift)| {
                moved(wall(reading.day(date).0, reading.start.minutes), shift.unwrap_or(0))
            })
            .collect(),
    })
}

/// So many minutes after a day's midnight.
pub(crate) fn wall(date: NaiveDate, minutes: u32) -> NaiveDateTime {
    let midnight = date.and_time(NaiveTime::MIN);
    midnight.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(midnight)
}

fn moved(wall: NaiveDateTime, days: i64) -> NaiveDateTime {
    wall.checked_add_signed(TimeDelta::days(days)).unwrap_or(wall)
}

/// So many days after a date.
pub(crate) fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date)
}
