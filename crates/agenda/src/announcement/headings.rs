//! Places that are said once for times that stand elsewhere: `Hora de Chile:` above a list of times, `all times in
//! GMT-3`, `13:30 hora local` where it takes place.

use super::entries::{Bundle, Entry, Named, named};
use super::items::{Item, Kind, Place};
use super::unknown::lines;
use std::ops::Range;

/// A line that says whose the times below are.
struct Heading<'t> {
    place: Named<'t>,
    /// Its items.
    line: Range<usize>,
    /// Whether it speaks of times: `Hora de Chile`, not `Chile`.
    of_times: bool,
}

/// Most words between `times` and the place: `all times are shown in ET`.
const WORDS: usize = 4;

/// Gives the times without a place that of their heading. Returns for each bundle the heading that it stands under,
/// where there are several.
pub(super) fn place<'t>(
    items: &[Item<'t>],
    bundles: &mut [Bundle<'t>],
    tables: &[Range<usize>],
) -> Vec<Option<usize>> {
    let placed = placed(bundles);
    let mut headings = headings(items, &placed);
    headings.retain(|heading| !tables.iter().any(|table| table.contains(&heading.line.start)));
    let said: Vec<&Heading> = headings.iter().filter(|heading| heading.of_times).collect();
    let first = said.first().map(|heading| heading.place);
    let for_all = first.filter(|first| said.iter().all(|other| is_same(&other.place, first)));
    let mut under = Vec::with_capacity(bundles.len());
    for bundle in bundles {
        let start = bundle.items().start;
        let [entry] = bundle.entries.as_mut_slice() else {
            under.push(None);
            continue;
        };
        let is_local = entry.places.iter().all(|named| named.place == Place::Local);
        if entry.unpaired || entry.time.is_none() || !is_local {
            under.push(None);
            continue;
        }
        let above = headings.iter().rposition(|heading| heading.line.start <= start);
        let place =
            for_all.or_else(|| above.and_then(|above| headings.get(above)).map(|heading| heading.place));
        let place = place.or_else(|| entry.places.first().and_then(|_| venue(items, entry, &placed)));
        if let Some(place) = place {
            (entry.places, entry.headed) = (vec![place], true);
        }
        under.push(above.filter(|_| for_all.is_none() && place.is_some()));
    }
    under
}

fn is_same(one: &Named, other: &Named) -> bool {
    one.place == other.place
}

/// Where the places stand that times have already.
fn placed(bundles: &[Bundle]) -> Vec<usize> {
    let entries = bundles.iter().flat_map(|bundle| &bundle.entries);
    entries.flat_map(|entry: &Entry| entry.places.iter().map(|named| named.start)).collect()
}

fn headings<'t>(items: &[Item<'t>], placed: &[usize]) -> Vec<Heading<'t>> {
    let sentences = sentences(items);
    let heading = |line: &Range<usize>| heading(items, line, placed);
    let known: Vec<Heading> = sentences.iter().filter_map(heading).collect();
    if !known.iter().any(|heading| heading.of_times) {
        return known;
    }
    // What stands below a name that is not known is not of the heading before.
    let mut all: Vec<Heading> =
        sentences.iter().filter_map(|line| unknown(items, line)).chain(known).collect();
    all.sort_by_key(|heading| heading.line.start);
    all
}

fn heading<'t>(items: &[Item<'t>], line: &Range<usize>, placed: &[usize]) -> Option<Heading<'t>> {
    let inside = items.get(line.clone())?;
    let places: Vec<usize> = line.clone().filter(|at| items.get(*at).is_some_and(Item::is_place)).collect();
    let [place] = named(items, &places).try_into().ok()?;
    let at = *places.first()?;
    let hour = inside.iter().position(|item| item.kind == Kind::Hour).map(|hour| line.start + hour);
    let between = hour.map(|hour| items.get(hour.min(at)..hour.max(at)).unwrap_or_default());
    let of_times = between.is_some_and(|between| {
        between.iter().filter(|item| item.is_word()).count() <= WORDS
            && !between.iter().any(|item| matches!(item.kind, Kind::Stop) || item.is_time())
    });
    let alone = inside.iter().all(|item| item.is_place() || item.leads());
    let says_where = !matches!(place.place, Place::Local | Place::Unknown) && !placed.contains(&place.start);
    (says_where && (of_times || alone)).then(|| Heading { place, line: line.clone(), of_times })
}

/// `Hora de Nubia:`
fn unknown<'t>(items: &[Item<'t>], line: &Range<usize>) -> Option<Heading<'t>> {
    let inside = items.get(line.clone())?;
    let is_name = |item: &Item| matches!(item.kind, Kind::Word { capital: true, .. });
    let (first, last) =
        (inside.iter().find(|item| is_name(item))?, inside.iter().rfind(|item| is_name(item))?);
    let of_times = inside.iter().any(|item| item.kind == Kind::Hour);
    let place = Named { place: Place::Unknown, start: first.start, end: last.end };
    (of_times && inside.iter().all(|item| is_name(item) || item.leads())).then(|| Heading {
        place,
        line: line.clone(),
        of_times,
    })
}

/// The sentences of a text; a line's end ends one, too, and so does a time.
fn sentences(items: &[Item]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for line in lines(items) {
        let mut start = line.start;
        for at in line.clone() {
            if items.get(at).is_some_and(|item| item.kind == Kind::Stop || item.is_time()) {
                all.push(start..at);
                start = at + 1;
            }
        }
        all.push(start..line.end);
    }
    all
}

/// Where it takes place: the one place on the line before the time, or the one that the text names and that no other
/// time has.
fn venue<'t>(items: &[Item<'t>], entry: &Entry<'t>, placed: &[usize]) -> Option<Named<'t>> {
    let known = |item: &Item<'t>| match item.kind {
        Kind::Place(place @ (Place::Zone { .. } | Place::WithoutRules(_)))
            if !placed.contains(&item.start) =>
        {
            Some(Named { place, start: item.start, end: item.end })
        }
        _ => None,
    };
    let one = |places: Vec<Named<'t>>| {
        let first = places.first().copied()?;
        places.iter().all(|other| is_same(other, &first)).then_some(first)
    };
    let line = items.get(..entry.items.start)?.iter().rev().take_while(|item| item.kind != Kind::Newline);
    one(line.filter_map(known).collect()).or_else(|| one(items.iter().filter_map(known).collect()))
}
