//! The times of one event: its own, those of its rules and those added to them, without those taken away (RFC 5545, 3.8.5).

use super::clock::Time;
use super::component::Component;
use super::key::Key;
use super::property::Property;
use super::reader::Reader;
use super::recur::occurrences;
use super::rule::Rule;
use super::value::{self, Written};
use crate::finding::FindingKind;
use chrono::{NaiveDateTime, TimeDelta};
use std::collections::HashSet;

/// Times of one event that are read.
pub(super) const MOST: usize = 366;

/// One time of an event.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) start: Time,
    /// Where it is another than the event's.
    pub(super) length: Option<TimeDelta>,
}

/// Whether an event is one of several by itself.
pub(super) fn is_series(event: &Component) -> bool {
    ["RRULE", "RDATE"].iter().any(|name| event.first(name).is_some())
}

/// All times of an event that begins at `start`, in order; without those that are `elsewhere`.
pub(super) fn series(
    event: &Component,
    start: &Time,
    elsewhere: &[Time],
    reader: &mut Reader,
) -> Vec<Occurrence> {
    let naming = |time: &Time| Key::naming_one_of(start, time);
    let mut excluded: HashSet<_> = elsewhere.iter().map(naming).collect();
    for property in event.all("EXDATE") {
        let keys: Vec<_> = reader.times(property).iter().map(naming).collect();
        // An instant takes nothing away from times of which nobody knows when they are.
        if start.instant().is_none() && keys.iter().any(|key| matches!(key, Key::Instant(_))) {
            reader.left_out(property);
        }
        excluded.extend(keys);
    }
    let mut all = vec![Occurrence { start: start.clone(), length: None }];
    for property in event.all("RRULE") {
        all.extend(by_rule(property, start, reader));
    }
    for property in event.all("RDATE") {
        all.extend(added(property, reader));
    }
    all.retain(|one| !Key::of(&one.start).iter().flatten().any(|key| excluded.contains(key)));
    all.sort_by_key(|one| in_order(&one.start));
    all.dedup_by(|one, before| Key::naming(&one.start) == Key::naming(&before.start));
    all
}

/// Times of a rule, and what has to be said of it.
fn by_rule(property: &Property, start: &Time, reader: &mut Reader) -> Vec<Occurrence> {
    let Some(rule) = Rule::parse(&property.value) else {
        reader.left_out(property);
        return Vec::new();
    };
    let until = rule.until.map(|until| last(until, start));
    // An instant ends times of which nobody knows when they are.
    let is_vague = matches!(rule.until, Some(Written::Utc(_))) && start.instant().is_none() && !start.is_day;
    let mut walls = occurrences(&rule, start.wall, until, MOST + 1, &mut reader.days);
    let is_cut =
        walls.len() > MOST || reader.days == 0 || until.is_none() && rule.count.is_none() || is_vague;
    walls.truncate(MOST);
    if is_cut {
        let kind = FindingKind::Cut { written: property.quoted(), kept: walls.len() };
        reader.find(property.line, kind);
    }
    walls.into_iter().map(|wall| Occurrence { start: start.at(wall), length: None }).collect()
}

/// The last time that a rule may have, on the clocks of the first: UNTIL is mostly in UTC. A day counts whole.
fn last(until: Written, start: &Time) -> NaiveDateTime {
    let end_of_day = |day: chrono::NaiveDate| day.and_hms_opt(23, 59, 59).unwrap_or(start.wall);
    match until {
        Written::Day(day) => end_of_day(day),
        Written::Wall(wall) if start.is_day => end_of_day(wall.date()),
        Written::Utc(utc) if start.is_day => end_of_day(utc.date()),
        Written::Wall(wall) => wall,
        Written::Utc(utc) => start.clock.wall(utc),
        Written::Offset(time) => start.clock.wall(time.naive_utc()),
    }
}

/// Times of an RDATE; a period has an end or a length of its own (3.3.9).
fn added(property: &Property, reader: &mut Reader) -> Vec<Occurrence> {
    let mut all = Vec::new();
    for text in property.value.split(',').filter(|text| !text.trim().is_empty()).take(MOST) {
        let (start, end) = text.split_once('/').map_or((text, None), |(start, end)| (start, Some(end)));
        let Some(start) = reader.time(property, start) else { continue };
        let end_of = |end| {
            value::duration(end).or_else(|| start.until(&Time::new(value::time(end)?, start.clock.clone())))
        };
        all.push(Occurrence { length: end.and_then(end_of), start });
    }
    if property.value.split(',').nth(MOST).is_some() {
        reader.find(property.line, FindingKind::Cut { written: property.quoted(), kept: MOST });
    }
    all
}

/// By which times are put in order.
pub(super) fn in_order(time: &Time) -> NaiveDateTime {
    time.instant().map_or(time.wall, |instant| instant.naive_utc())
}
