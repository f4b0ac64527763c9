//! Places that are said once for times that stand elsewhere: `Hora de Chile:` above a list of times, `all times in
//! GMT-3`, `13:30 hora local` where it takes place.

use crate::entries::{Bundle, Entry, Named, named};
use crate::items::{Item, Kind, lines, says_hour};
use crate::place::Place;
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
pub(crate) fn place<'t>(
    text: &str,
    items: &[Item<'t>],
    bundles: &mut [Bundle<'t>],
    tables: &[Range<usize>],
) -> Vec<Option<usize>> {
    let placed = placed(bundles);
    let mut headings = headings(text, items, &placed);
    headings.retain(|heading| !tables.iter().any(|table| table.contains(&heading.line.start)));
    let of_times: Vec<&Heading> = headings.iter().filter(|heading| heading.of_times).collect();
    let first = of_times.first().map(|heading| heading.place);
    let for_all = first.filter(|first| of_times.iter().all(|other| is_same(&other.place, first)));
    let venue = Venue::new(items, &placed);
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
        let above = headings.partition_point(|heading| heading.line.start <= start).checked_sub(1);
        let place =
            for_all.or_else(|| above.and_then(|above| headings.get(above)).map(|heading| heading.place));
        let place = place.or_else(|| entry.places.first().and_then(|_| venue.of(items, entry)));
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
    let mut all: Vec<usize> =
        entries.flat_map(|entry: &Entry| entry.places.iter().map(|named| named.start)).collect();
    all.sort_unstable();
    all
}

fn headings<'t>(text: &str, items: &[Item<'t>], placed: &[usize]) -> Vec<Heading<'t>> {
    let sentences = sentences(items);
    let heading = |line: &Range<usize>| heading(text, items, line, placed);
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

fn heading<'t>(text: &str, items: &[Item<'t>], line: &Range<usize>, placed: &[usize]) -> Option<Heading<'t>> {
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
    // "Eastern time:"
    let of_times = of_times || says_hour(text.get(place.start..place.end).unwrap_or_default());
    let alone = inside.iter().all(|item| item.is_place() || item.leads());
    let says_where =
        !matches!(place.place, Place::Local | Place::Unknown) && placed.binary_search(&place.start).is_err();
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
struct Venue<'t> {
    /// The places that no time has.
    others: Vec<(usize, Named<'t>)>,
    of_text: Option<Named<'t>>,
}

impl<'t> Venue<'t> {
    fn new(items: &[Item<'t>], placed: &[usize]) -> Self {
        let known = |(at, item): (usize, &Item<'t>)| match item.kind {
            Kind::Place(place @ (Place::Zone { .. } | Place::WithoutRules(_)))
                if placed.binary_search(&item.start).is_err() =>
            {
                Some((at, Named { place, start: item.start, end: item.end }))
            }
            _ => None,
        };
        let others: Vec<_> = items.iter().enumerate().filter_map(known).collect();
        let of_text = one(others.iter().map(|(_, named)| *named));
        Self { others, of_text }
    }

    fn of(&self, items: &[Item], entry: &Entry) -> Option<Named<'t>> {
        let line = items.get(..entry.items.start)?.iter().rev();
        let line = entry.items.start - line.take_while(|item| item.kind != Kind::Newline).count();
        let first = self.others.partition_point(|(at, _)| *at < line);
        let on_line = self.others.get(first..)?.iter().take_while(|(at, _)| *at < entry.items.start);
        one(on_line.map(|(_, named)| *named)).or(self.of_text)
    }
}

/// The place that all are.
fn one<'t>(mut places: impl Iterator<Item = Named<'t>>) -> Option<Named<'t>> {
    let first = places.next()?;
    places.all(|other| is_same(&other, &first)).then_some(first)
}
