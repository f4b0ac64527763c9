//! Puts the times of one moment to a group.

use crate::context::Context;
use crate::dating::Dates;
use crate::days::Reference;
use crate::entries::{Bundle, Entry, Mark, bundles};
use crate::headings;
use crate::items::{Item, Kind, is_other_date, lines};
use crate::place::Place;
use crate::tables::tables;
use crate::times::Times;
use std::ops::Range;

/// Words that may stand between two times of a group: `que son las`.
const WORDS_BETWEEN: usize = 3;

/// Bundles of one moment, or of one row of moments.
struct Chain<'t> {
    bundles: Vec<Bundle<'t>>,
    restated: bool,
}

/// Every group, and every time without a place as a group of its own. And the day from which dates are counted.
pub(crate) fn groups<'t>(text: &str, items: &[Item<'t>], context: &Context) -> (Vec<Times<'t>>, Reference) {
    let tables = tables(text, items);
    let spans: Vec<_> = tables.iter().map(|table| table.items.clone()).collect();
    let mut chains: Vec<Chain> = tables
        .into_iter()
        .flat_map(|table| table.chains)
        .map(|bundles| Chain { bundles, restated: false })
        .collect();
    let mut all = bundles(text, items, &spans);
    let under = headings::place(text, items, &mut all, &spans);
    let (blocks, all) = blocks(text, items, all, &under);
    chains.extend(chained(items, all));
    chains.extend(blocks);
    let mut groups: Vec<(bool, Vec<Entry>)> = chains.into_iter().flat_map(lanes).collect();
    groups.sort_by_key(|(_, entries)| entries.first().map_or(0, |entry| entry.start));
    let entries: Vec<&Vec<Entry>> = groups.iter().map(|(_, entries)| entries).collect();
    let dates = Dates::of(text, items, &entries, context);
    let reference = dates.reference;
    let mut owned = Vec::new();
    let governed = groups.into_iter().map(|(restated, entries)| {
        let mut times = dates.govern(items, entries, &owned);
        times.restated = restated;
        let start = times.entries.first().map_or(0, |entry| entry.start);
        owned.extend(times.date.as_ref().map(|date| date.start).filter(|date| *date > start));
        times
    });
    (governed.collect(), reference)
}

/// Lists of times below a heading each, `Hora de Chile` and `Hora de Perú`, that have as many times, of the same
/// names. And the bundles that are in no such list.
fn blocks<'t>(
    text: &str,
    items: &[Item<'t>],
    bundles: Vec<Bundle<'t>>,
    under: &[Option<usize>],
) -> (Vec<Chain<'t>>, Vec<Bundle<'t>>) {
    let mut lists: Vec<(usize, Vec<Bundle<'t>>)> = Vec::new();
    let mut others = Vec::new();
    for (bundle, heading) in bundles.into_iter().zip(under) {
        match (heading, lists.last_mut()) {
            (Some(heading), Some((last, list))) if last == heading => list.push(bundle),
            (Some(heading), _) => lists.push((*heading, vec![bundle])),
            (None, _) => others.push(bundle),
        }
    }
    let names =
        |list: &[Bundle]| -> Vec<String> { list.iter().map(|bundle| name_of(text, items, bundle)).collect() };
    let mut chains: Vec<Chain> = Vec::new();
    let mut last: Option<(usize, Vec<String>)> = None;
    for (_, list) in lists {
        let shape = (list.len(), names(&list));
        let bundle = Bundle { entries: list.into_iter().flat_map(|bundle| bundle.entries).collect() };
        let end = chains.last().and_then(|chain| chain.bundles.last()).map_or(0, |last| last.items().end);
        let is_other_day = (end..bundle.items().start).any(|at| is_other_date(items, at));
        match chains.last_mut() {
            Some(chain) if last.as_ref() == Some(&shape) && !is_other_day => chain.bundles.push(bundle),
            _ => chains.push(Chain { bundles: vec![bundle], restated: false }),
        }
        last = Some(shape);
    }
    // A list by itself is compared with what stands beside its times, if with anything.
    let (lists, alone): (Vec<_>, Vec<_>) = chains.into_iter().partition(|chain| chain.bundles.len() > 1);
    let alone = alone.into_iter().flat_map(|chain| chain.bundles).flat_map(|bundle| bundle.entries);
    others.extend(alone.map(Bundle::of));
    others.sort_by_key(|bundle| bundle.items().start);
    (lists, others)
}

/// The words of a time's line: what takes place then.
fn name_of(text: &str, items: &[Item], bundle: &Bundle) -> String {
    let (before, after) = items.split_at_checked(bundle.items().start).unwrap_or((items, &[]));
    let on_line = |item: &&Item| item.kind != Kind::Newline;
    let start = before.iter().rev().take_while(on_line).count();
    let line = before.iter().skip(before.len() - start).chain(after.iter().take_while(on_line));
    let words: Vec<String> = line.filter(|item| item.is_word()).map(|item| item.seen(text)).collect();
    words.join(" ")
}

/// Bundles that say one moment, or one row of moments, put together.
fn chained<'t>(items: &[Item<'t>], bundles: Vec<Bundle<'t>>) -> Vec<Chain<'t>> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut known = TimesByPlace::default();
    let lines = lines(items);
    for bundle in bundles {
        let is_next = |chain: &Chain| says_again(items, &lines, chain) && is_named(items, &lines, &bundle);
        let beside = chains.last().is_some_and(|chain| is_beside(items, chain, &bundle) && !is_next(chain));
        let restated = beside && known.differs_in(&bundle);
        if !beside || restated {
            known = TimesByPlace::default();
            chains.push(Chain { bundles: Vec::new(), restated });
        }
        known.add(&bundle);
        if let Some(chain) = chains.last_mut() {
            chain.bundles.push(bundle);
        }
    }
    chains
}

/// Whether a chain's lines have no words of their own and stand below a time that has some: `09:00 (Perú) Charla`, and
/// below it `10:00 Chile, 08:00 México`.
fn says_again(items: &[Item], lines: &[Range<usize>], chain: &Chain) -> bool {
    let start = chain.bundles.first().map_or(0, |bundle| bundle.items().start);
    let line = line_at(lines, start);
    let above = lines.iter().take(line).rfind(|above| !above.is_empty());
    let is_alone = |line: &Range<usize>| !has(items, line, Item::is_word);
    lines.get(line).is_some_and(is_alone)
        && above.is_some_and(|above| has(items, above, Item::is_word) && has(items, above, Item::is_time))
}

/// Whether a bundle stands on a line that says what takes place then.
fn is_named(items: &[Item], lines: &[Range<usize>], bundle: &Bundle) -> bool {
    let line = lines.get(line_at(lines, bundle.items().start));
    line.is_some_and(|line| has(items, line, Item::is_word))
}

/// The line that an item is on, of lines in their order.
fn line_at(lines: &[Range<usize>], item: usize) -> usize {
    lines.partition_point(|line| line.end <= item)
}

fn has<'t>(items: &[Item<'t>], line: &Range<usize>, is: impl Fn(&Item<'t>) -> bool) -> bool {
    items.get(line.clone()).unwrap_or_default().iter().any(is)
}

/// The times that each place has in a chain, in minutes after midnight.
#[derive(Default)]
struct TimesByPlace<'t>(Vec<(Place<'t>, Vec<Option<u32>>)>);

impl<'t> TimesByPlace<'t> {
    /// Whether a place has another time in a bundle.
    fn differs_in(&self, bundle: &Bundle<'t>) -> bool {
        let (here, times) = (places(bundle), times(bundle));
        self.0.iter().any(|(place, known)| here.contains(place) && *known != times)
    }

    fn add(&mut self, bundle: &Bundle<'t>) {
        let is_known = |place: &Place| matches!(place, Place::Zone { .. } | Place::Fixed(_));
        for place in places(bundle).into_iter().filter(is_known) {
            if !self.0.iter().any(|(other, _)| *other == place) {
                self.0.push((place, times(bundle)));
            }
        }
    }
}

fn times(bundle: &Bundle) -> Vec<Option<u32>> {
    bundle.entries.iter().map(|entry| entry.time.map(|time| time.from.minutes)).collect()
}

/// The groups of a chain: the first of each bundle's times is one moment, the second of each is another.
fn lanes(chain: Chain<'_>) -> Vec<(bool, Vec<Entry<'_>>)> {
    let longest = chain.bundles.iter().map(|bundle| bundle.entries.len()).max().unwrap_or(0);
    let even = chain.bundles.iter().all(|bundle| bundle.entries.len() == longest);
    if longest == 1 {
        let entries = chain.bundles.into_iter().flat_map(|bundle| bundle.entries).collect();
        return vec![(chain.restated, entries)];
    }
    let several = chain.bundles.len() > 1;
    let items = chain
        .bundles
        .first()
        .zip(chain.bundles.last())
        .map(|(first, last)| first.items().start..last.items().end);
    let mut lanes: Vec<(bool, Vec<Entry>)> = Vec::new();
    for bundle in chain.bundles {
        for (index, mut entry) in bundle.entries.into_iter().enumerate() {
            entry.unpaired |= several && !even;
            // The date of one is that of all.
            entry.items = items.clone().unwrap_or(entry.items);
            match lanes.get_mut(index) {
                Some((_, lane)) if even => lane.push(entry),
                _ => lanes.push((false, vec![entry])),
            }
        }
    }
    lanes
}

/// Whether nothing parts a bundle's times from those of a chain.
fn is_beside(items: &[Item], chain: &Chain, bundle: &Bundle) -> bool {
    let Some(before) = chain.bundles.last() else { return false };
    let between = items.get(before.items().end..bundle.items().start).unwrap_or_default();
    let words = between.iter().filter(|item| item.is_word()).count();
    let other_line = between.iter().any(|item| item.kind == Kind::Newline);
    let other_sentence = between.iter().any(|item| item.kind == Kind::Stop);
    let limit = if other_line || other_sentence { 0 } else { WORDS_BETWEEN };
    let is_next = other_line && bundle.entries.iter().any(|entry| entry.headed);
    let is_mark = |item: &Item| {
        let mut entries = before.entries.iter();
        entries.any(|entry| matches!(entry.mark, Some(Mark::Date(date)) if date.start == item.start))
    };
    let other_date =
        between.iter().any(|item| matches!(item.kind, Kind::Date(date) if date.is_full()) && !is_mark(item));
    let placed = |bundle: &Bundle| bundle.entries.iter().all(|entry| !entry.places.is_empty());
    placed(before) && placed(bundle) && words <= limit && !other_date && !is_next
}

fn places<'t>(bundle: &Bundle<'t>) -> Vec<Place<'t>> {
    let first = bundle.entries.first().map_or(&[][..], |entry| &entry.places);
    first.iter().map(|named| named.place).collect()
}
