//! When something takes place, and whose clocks that is of.

use super::source::Source;
use super::table::is_row;
use crate::program::ZoneClaim;
use crate::stated::Stated;
use chrono::{FixedOffset, NaiveDateTime, TimeDelta};
use huso_announcement::{Moment, PieceKind, Spoken, Spot, WrittenTime};
use std::collections::HashMap;

/// Names of what has no clocks of its own.
const UTC: &[&str] = &["UTC", "Etc/UTC", "Etc/GMT"];

/// For each zone, of how many of the text's moments it is said to be, and the place of the first.
#[derive(Default)]
pub(super) struct Zones<'s>(HashMap<&'s str, usize>);

impl<'s> Zones<'s> {
    pub(super) fn of(source: &Source, moments: impl Iterator<Item = &'s Moment>) -> Self {
        let mut count = HashMap::new();
        for moment in moments {
            let mut zones: Vec<&str> = spots(source, moment).filter_map(|(_, spot)| zone(spot)).collect();
            zones.sort_unstable();
            zones.dedup();
            zones.into_iter().for_each(|zone| *count.entry(zone).or_default() += 1);
        }
        Self(count)
    }

    /// The time of a moment that is taken, and its place: that of the zone of most moments, of several the first. All
    /// are the same instant, or that is reported.
    pub(super) fn choose<'m>(
        &self,
        source: &Source,
        moment: &'m Moment,
    ) -> Option<(&'m WrittenTime, Option<&'m Spot>)> {
        let weight = |spot: &Spot| match &spot.clocks {
            Spoken::Zone(zone) if UTC.contains(&zone.as_str()) => 1,
            Spoken::Zone(zone) => self.0.get(zone.as_str()).map_or(2, |count| count + 2),
            Spoken::Offset(_) => 1,
            Spoken::Unclear => 0,
        };
        // `max_by_key` would take the last of several.
        let best = spots(source, moment).rev().max_by_key(|(_, spot)| weight(spot));
        let known = best.filter(|(time, spot)| weight(spot) > 0 && time.clock.is_some());
        let first = || moment.times.first().map(|time| (time, None));
        known.map(|(time, spot)| (time, Some(spot))).or_else(first)
    }
}

/// Most words beside a place that is a heading: `Chile:`, `Horarios en Chile`.
const HEADING_WORDS: usize = 2;

/// The places of a moment's times. On another line a place is one only where it speaks of hours or is a heading: a
/// country may be what is spoken of.
pub(super) fn spots<'m>(
    source: &Source,
    moment: &'m Moment,
) -> impl DoubleEndedIterator<Item = (&'m WrittenTime, &'m Spot)> {
    let lines = || moment.times.iter().map(|time| source.line_at(time.range.start));
    let (first, last) = (lines().min().unwrap_or(0), lines().max().unwrap_or(0));
    let is_meant = move |spot: &Spot| {
        let line = source.line_at(spot.range.start);
        (first..=last).contains(&line)
            || says_hour(source, spot)
            || (line < first && is_heading(source, line))
    };
    let all = moment.times.iter().flat_map(|time| time.spots.iter().map(move |spot| (time, spot)));
    all.filter(move |(_, spot)| is_meant(spot))
}

/// Whether a line with a place is one of places: the head of a table, or a name with few words.
fn is_heading(source: &Source, line: usize) -> bool {
    let Some(line) = source.lines.get(line) else { return false };
    let words = line.of(&source.written.pieces).iter().filter(|piece| piece.kind == PieceKind::Word).count();
    is_row(source, line) || words <= HEADING_WORDS
}

/// Whether a place's words speak of hours: `hora de Chile`.
fn says_hour(source: &Source, spot: &Spot) -> bool {
    let words = source.folded(&spot.range);
    let is_hour = |word: &str| ["hora", "horas", "horario", "hrs", "time", "times"].contains(&word);
    words.split(|letter: char| !letter.is_alphanumeric()).any(is_hour)
}

fn zone(spot: &Spot) -> Option<&str> {
    match &spot.clocks {
        Spoken::Zone(zone) => Some(zone),
        Spoken::Offset(_) | Spoken::Unclear => None,
    }
}

/// A wall time with what is said of its clocks.
pub(super) fn stated(wall: NaiveDateTime, spot: Option<&Spot>) -> Stated {
    match spot.map(|spot| &spot.clocks) {
        Some(Spoken::Zone(zone)) if UTC.contains(&zone.as_str()) => Stated::Utc(wall.and_utc()),
        Some(Spoken::Zone(zone)) => Stated::Zoned(wall, zone.clone()),
        Some(Spoken::Offset(east)) => offset(wall, *east).unwrap_or(Stated::Wall(wall)),
        Some(Spoken::Unclear) | None => Stated::Wall(wall),
    }
}

fn offset(wall: NaiveDateTime, east: i32) -> Option<Stated> {
    let offset = FixedOffset::east_opt(east)?;
    wall.checked_sub_signed(TimeDelta::seconds(east.into()))?;
    Some(Stated::Offset(wall.and_local_timezone(offset).single()?))
}

/// That the text names a zone.
pub(super) fn claim(source: &Source, spot: &Spot) -> Option<ZoneClaim> {
    let zone = zone(spot).filter(|zone| !UTC.contains(zone))?.to_owned();
    let words = source.slice(&spot.range).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(ZoneClaim { zone, words, origin: source.origin(&spot.range) })
}
