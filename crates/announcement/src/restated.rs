//! Places that have two times: `Chile y Venezuela: 8:30 pm`, and below `Argentina y Chile: 9:30 pm`. One of the
//! two is wrong, and no other country is to blame for it.

use crate::compare::{Reading, compare, readings, same_zone};
use crate::entries::{Entry, Named};
use crate::place::Place;
use crate::times::{Span, Times, Twice};
use chrono::NaiveDate;

/// Puts groups together that differ from each other only by a place that has another time in the second, unless each
/// is right by itself: a schedule has two times for the same places, too.
pub(crate) fn merge_restated(groups: Vec<Times<'_>>) -> Vec<Times<'_>> {
    let mut merged: Vec<Times> = Vec::new();
    for times in groups {
        let put_together =
            merged.last().filter(|_| times.restated).and_then(|before| together(before, &times));
        match (put_together, merged.last_mut()) {
            (Some(both), Some(last)) => *last = both,
            _ => merged.push(times),
        }
    }
    merged
}

fn together<'t>(before: &Times<'t>, times: &Times<'t>) -> Option<Times<'t>> {
    let date = before.date.as_ref().and_then(|date| date.meant.first())?;
    let is_right = |entries: &[Entry]| {
        let readings: Vec<Reading> = entries.iter().flat_map(readings).collect();
        readings.len() > 1 && agrees(date, entries)
    };
    let shared = shared(before, times);
    let (before_right, right) = (is_right(&before.entries), is_right(&times.entries));
    let is_other_moment = |one_right, other: &Times| one_right && !has_others(other, &shared);
    if (before_right && right) || is_other_moment(before_right, times) || is_other_moment(right, before) {
        return None;
    }
    let without = |entries: &[Entry<'t>]| -> Vec<Entry<'t>> {
        let mut left = entries.to_vec();
        for entry in &mut left {
            entry
                .places
                .retain(|place| !shared.iter().any(|(other, ..)| same_zone(&other.place, &place.place)));
        }
        left.retain(|entry| !entry.places.is_empty());
        left
    };
    let first_dropped = [without(&before.entries), times.entries.clone()].concat();
    let second_dropped = [before.entries.clone(), without(&times.entries)].concat();
    let (entries, is_first_dropped) = if agrees(date, &first_dropped) {
        (first_dropped, true)
    } else if agrees(date, &second_dropped) {
        (second_dropped, false)
    } else if has_others(before, &shared) && has_others(times, &shared) {
        ([without(&before.entries), without(&times.entries)].concat(), true)
    } else {
        return None;
    };
    let twice = |(place, first, second): &(Named<'t>, Span, Span)| Twice {
        place: *place,
        first: *first,
        second: *second,
        dropped: if is_first_dropped { *first } else { *second },
    };
    let twice = before.twice.iter().copied().chain(shared.iter().map(twice)).collect();
    Some(Times { entries, date: before.date.clone(), restated: before.restated, twice })
}

/// The places that both have, with the time of each.
fn shared<'t>(before: &Times<'t>, times: &Times<'t>) -> Vec<(Named<'t>, Span, Span)> {
    let named = |times: &Times<'t>| -> Vec<(Named<'t>, Span)> {
        let of = |entry: &Entry<'t>| {
            let span = (entry.start, entry.end);
            entry.places.iter().map(move |place| (*place, span)).collect::<Vec<_>>()
        };
        times.entries.iter().flat_map(of).collect()
    };
    let first = named(before);
    named(times)
        .into_iter()
        .filter(|(place, _)| matches!(place.place, Place::Zone { .. } | Place::Fixed(_)))
        .filter_map(|(place, second)| {
            let (_, first) = first.iter().find(|(other, _)| same_zone(&other.place, &place.place))?;
            Some((place, *first, second))
        })
        .collect()
}

fn has_others(times: &Times, shared: &[(Named, Span, Span)]) -> bool {
    let is_shared = |place: &Named| shared.iter().any(|(other, ..)| same_zone(&other.place, &place.place));
    times.entries.iter().flat_map(|entry| &entry.places).any(|place| !is_shared(place))
}

fn agrees(date: NaiveDate, entries: &[Entry]) -> bool {
    let readings: Vec<Reading> = entries.iter().flat_map(readings).collect();
    compare(date, &readings).is_some_and(|comparison| comparison.agrees())
}
