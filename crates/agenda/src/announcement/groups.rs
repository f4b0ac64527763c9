//! Puts the times of one moment to a group, and finds the date that governs it.

use super::context::Context;
use super::date::When;
use super::days::{Meant, Reference, beside, meant};
use super::entries::{Bundle, Entry, Mark, bundles, is_other_date};
use super::headings;
use super::items::{Item, Kind, Place};
use super::tables::tables;
use super::times::{Dated, Times};
use super::unknown::lines;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words that may stand between two times of a group: `que son las`.
const WORDS_BETWEEN: usize = 3;

/// Bundles of one moment, or of one row of moments.
struct Chain<'t> {
    bundles: Vec<Bundle<'t>>,
    retold: bool,
}

/// Every group, and every time without a place as a group of its own. And the day from which dates are counted.
pub(super) fn groups<'t>(text: &str, items: &[Item<'t>], context: &Context) -> (Vec<Times<'t>>, Reference) {
    let tables = tables(text, items);
    let spans: Vec<_> = tables.iter().map(|table| table.items.clone()).collect();
    let mut chains: Vec<Chain> = tables
        .into_iter()
        .flat_map(|table| table.chains)
        .map(|bundles| Chain { bundles, retold: false })
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
    let governed = groups.into_iter().map(|(retold, entries)| {
        let mut times = dates.govern(items, entries, &owned);
        times.retold = retold;
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
            _ => chains.push(Chain { bundles: vec![bundle], retold: false }),
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
    let at = bundle.items().start;
    let line = lines(items).into_iter().find(|line| line.contains(&at)).unwrap_or(at..at);
    let words = items.get(line).unwrap_or_default().iter().filter(|item| item.is_word());
    let words: Vec<String> = words.map(|item| item.seen(text)).collect();
    words.join(" ")
}

/// Bundles that say one moment, or one row of moments, put together.
fn chained<'t>(items: &[Item<'t>], bundles: Vec<Bundle<'t>>) -> Vec<Chain<'t>> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut told = Told::default();
    for bundle in bundles {
        let beside = chains.last().is_some_and(|chain| is_beside(items, chain, &bundle));
        let retold = beside && told.is_otherwise(&bundle);
        if !beside || retold {
            told = Told::default();
            chains.push(Chain { bundles: Vec::new(), retold });
        }
        told.add(&bundle);
        if let Some(chain) = chains.last_mut() {
            chain.bundles.push(bundle);
        }
    }
    chains
}

/// The times that each place has in a chain, in minutes after midnight.
#[derive(Default)]
struct Told<'t>(Vec<(Place<'t>, Vec<Option<u32>>)>);

impl<'t> Told<'t> {
    /// Whether a place has another time in a bundle.
    fn is_otherwise(&self, bundle: &Bundle<'t>) -> bool {
        let (here, times) = (places(bundle), times(bundle));
        self.0.iter().any(|(place, told)| here.contains(place) && *told != times)
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
        return vec![(chain.retold, entries)];
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

/// The dates of the text that could govern a group.
struct Dates {
    all: Vec<Dated>,
    reference: Reference,
    default: Option<NaiveDate>,
}

impl Dates {
    /// Those that are not said of one time only. The year that one lacks is that of the one before.
    fn of(text: &str, items: &[Item], groups: &[&Vec<Entry>], context: &Context) -> Self {
        let marks: BTreeMap<usize, bool> = groups
            .iter()
            .copied()
            .flatten()
            .filter_map(|entry| match &entry.mark {
                Some(Mark::Date(said)) => Some((said.start, said.in_brackets)),
                _ => None,
            })
            .collect();
        let aside = |item: &Item| match item.kind {
            Kind::Aside { when, published } => Some((when, published)),
            _ => None,
        };
        let today = Reference { date: context.today, published: false };
        let mut published = items.iter().filter_map(aside).filter(|(_, published)| *published);
        let published =
            published.next_back().and_then(|(when, _)| meant(&[when], context.date, today).first());
        let reference = published.map_or(today, |date| Reference { date, published: true });

        let listed: Vec<Listed> = listed(text, items)
            .into_iter()
            .filter(|Listed { written, start, .. }| {
                let is_weekday =
                    |when: &When| matches!(when, When::Days { first, .. } if first.day.is_none());
                let is_full = written.iter().any(|when| when.is_full());
                is_full || !(written.iter().all(is_weekday) || marks.contains_key(start))
            })
            .collect();
        let years = |written: &[When]| written.iter().any(|when| has_year(*when));
        let with_year = listed.iter().find(|listed| years(&listed.written));
        let first = with_year.and_then(|listed| meant(&listed.written, None, reference).first());
        let mut last = context.date.or(first);
        let mut all = Vec::new();
        for Listed { written, deadline, start, end } in listed {
            let meant = meant(&written, last, reference);
            let is_certain = years(&written) || last.is_some();
            last = meant.first().filter(|_| is_certain).or(last);
            let of_one = marks.get(&start).copied().unwrap_or(false);
            all.push(Dated { written, meant, deadline, of_one, start, end });
        }
        Self { all, reference, default: context.date }
    }

    /// A group with its date: the one on its line before it, else the one behind it, else the nearest
    /// before it, else the one on the next line, else the default, else the only one. `owned` are those behind earlier groups.
    fn govern<'t>(&self, items: &[Item], mut entries: Vec<Entry<'t>>, owned: &[usize]) -> Times<'t> {
        let (first, last) = match (entries.first(), entries.last()) {
            (Some(first), Some(last)) => (first.items.start, last.items.end),
            _ => return Times { entries, date: None, retold: false, twice: Vec::new() },
        };
        let start = items.get(first).map_or(0, |item| item.start);
        let marks = entries.iter().filter(|entry| matches!(entry.mark, Some(Mark::Date(_)))).count();
        let mut above = self.all.iter().rev().filter(|date| date.start < start);
        let own_line = above.clone().next().filter(|date| !has(items, first, date.start, Kind::Newline));
        let before = above.find(|date| date.governs());
        let behind = {
            let rest = items.get(last..).unwrap_or_default().iter();
            let line =
                rest.take_while(|item| !matches!(item.kind, Kind::Newline | Kind::Stop) && !item.is_time());
            let is_mark = |date: &Dated| {
                let mut marks = entries.iter().filter_map(|entry| entry.mark.as_ref());
                marks.any(|mark| matches!(mark, Mark::Date(said) if said.start == date.start))
            };
            self.first_of(line, |date| !date.of_one && !is_mark(date))
        };
        let below = {
            let rest = items.get(last..).unwrap_or_default().iter();
            let line = rest.skip_while(|item| item.kind != Kind::Newline);
            let line = line.skip_while(|item| item.kind == Kind::Newline);
            let line = line.take_while(|item| item.kind != Kind::Newline && !item.is_time());
            self.first_of(line, Dated::governs)
        };
        let only = {
            let mut dates = self.all.iter().filter(|date| date.governs());
            dates.next().filter(|date| date.is_full() && dates.next().is_none())
        };
        // Beside another date, a time's own day is that time's only, unless that date is another group's.
        let heading = before.filter(|before| !owned.contains(&before.start)).or(behind).or(below).or(only);
        let lines = entries.first().zip(entries.last()).is_some_and(|(first, last)| {
            entries.len() > 1 && has(items, last.items.start, first.start, Kind::Newline)
        });
        let is_own = |date: &Dated, heading: &Dated| {
            let near = if is_dateline(items, heading) { 1 } else { NEAR };
            heading.start != date.start
                && (lines || days_between(heading, date).is_some_and(|days| (1..=near).contains(&days)))
        };
        let of_all = |date: &&Dated| heading.is_none_or(|heading| !is_own(date, heading));
        let leading = entries.first().and_then(|entry| self.full_mark(entry)).filter(of_all);
        let trailing = entries.last().filter(|_| marks == 1).and_then(|entry| self.full_mark(entry));
        let trailing = trailing.filter(of_all);
        let own = leading.or(trailing);
        let default = || {
            let meant = Meant::certain(self.default?);
            Some(Dated { written: Vec::new(), meant, deadline: false, of_one: false, start, end: start })
        };
        let date = own_line.or(own).or(behind).or(before).or(below);
        let date = date.cloned().or_else(default).or_else(|| only.cloned());
        // The day that governs is nobody's own.
        for entry in &mut entries {
            let governs = |start: usize| date.as_ref().is_some_and(|date| date.start == start);
            if matches!(entry.mark, Some(Mark::Date(mark)) if governs(mark.start)) {
                entry.mark = None;
            }
        }
        Times { entries, date, retold: false, twice: Vec::new() }
    }

    fn full_mark(&self, entry: &Entry) -> Option<&Dated> {
        let Some(Mark::Date(mark)) = entry.mark else { return None };
        self.at(mark.start).filter(|date| date.is_full())
    }

    fn first_of<'a, 't: 'a>(
        &self,
        mut items: impl Iterator<Item = &'a Item<'t>>,
        is_meant: impl Fn(&Dated) -> bool,
    ) -> Option<&Dated> {
        let is_meant = |date: &&Dated| date.is_full() && is_meant(date);
        items.find_map(|item| self.at(item.start).filter(is_meant))
    }

    /// The date that starts at a byte of the text.
    fn at(&self, start: usize) -> Option<&Dated> {
        let at = self.all.binary_search_by_key(&start, |date| date.start).ok()?;
        self.all.get(at)
    }
}

fn has_year(when: When) -> bool {
    match when {
        When::Days { first, .. } => first.is_full() && first.year.is_some(),
        When::Span { from, to, .. } => from.year.is_some() || to.year.is_some(),
        When::InDays(_) | When::Next(_) => false,
    }
}

/// Dates that are listed together, and where they stand.
struct Listed {
    written: Vec<When>,
    deadline: bool,
    start: usize,
    end: usize,
}

impl Listed {
    /// Whether it says only how far a day is from the publication.
    fn is_relative(&self) -> bool {
        matches!(self.written.as_slice(), [When::InDays(_) | When::Next(_)])
    }
}

/// The dates of a text but that of publication; those that are joined as in a list, together: `20 de agosto y 24 de
/// septiembre`, or one below the other on lines that begin alike. `mañana, viernes 14 de mayo` is one.
fn listed(text: &str, items: &[Item]) -> Vec<Listed> {
    let lines = lines(items);
    let mut all: Vec<Listed> = Vec::new();
    // Whether only what joins dates has followed the last one, and its line.
    let (mut open, mut and, mut last_line, mut line) = (false, false, None, 0);
    for item in items {
        let (when, deadline) = match item.kind {
            Kind::Date(when) => (when, false),
            Kind::Aside { when, published: false } => (when, true),
            Kind::And => {
                and = true;
                continue;
            }
            Kind::Link | Kind::Separator => {
                open &= [",", "&", "el", "o", "the", "dia"].contains(&&*item.seen(text));
                continue;
            }
            _ => {
                line += usize::from(item.kind == Kind::Newline);
                open = false;
                continue;
            }
        };
        let below = last_line.is_some_and(|last: usize| {
            last + 1 == line && begin_alike(text, items, lines.get(last), lines.get(line))
        });
        match all.last_mut().filter(|listed| (open || below) && !listed.deadline && !deadline) {
            Some(listed) => {
                if open && !and && listed.is_relative() && when.is_full() {
                    listed.written.clear();
                }
                listed.written.push(when);
                listed.end = item.end;
            }
            None => all.push(Listed { written: vec![when], deadline, start: item.start, end: item.end }),
        }
        (open, and, last_line) = (true, false, Some(line));
    }
    all
}

/// Whether two lines without times begin with the same word or sign, or both with a date; or one ends with a date, and
/// the other is nothing else: `Fechas: 20 de agosto de 2027` above `24 de septiembre de 2027`. In a dateline, `Lima, 3 de
/// agosto de 2027`, a place stands before it.
fn begin_alike(text: &str, items: &[Item], one: Option<&Range<usize>>, other: Option<&Range<usize>>) -> bool {
    let line =
        |range: Option<&Range<usize>>| range.and_then(|range| items.get(range.clone())).unwrap_or_default();
    let (one, other) = (line(one), line(other));
    let has_time = |line: &[Item]| line.iter().any(Item::is_time);
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return false };
    let start = |item: &Item| item.seen(text);
    let both_dates = matches!((first.kind, second.kind), (Kind::Date(_), Kind::Date(_)));
    let is_date = |item: &Item| matches!(item.kind, Kind::Date(_));
    let goes_on = one.last().is_some_and(is_date)
        && !one.iter().any(Item::is_place)
        && other
            .iter()
            .all(|item| is_date(item) || matches!(item.kind, Kind::Separator | Kind::Link | Kind::And));
    !has_time(one) && !has_time(other) && (both_dates || goes_on || start(first) == start(second))
}

/// Whether such an item stands between a byte of the text and a later item.
fn has(items: &[Item], end: usize, start: usize, kind: Kind) -> bool {
    items
        .get(..end)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|item| item.start > start)
        .any(|item| item.kind == kind)
}

/// Days that a time's own date is from the announced one, at most.
const NEAR: i64 = 3;

/// How many days a date beside a time is from the announced one.
fn days_between(announced: &Dated, date: &Dated) -> Option<i64> {
    let announced = announced.meant.first()?;
    let day = beside(&date.written.first()?.day()?, announced)?;
    Some((day - announced).num_days().abs())
}

/// Whether a date stands on a line with a place and without times: `Santiago, 3 de agosto de 2027`.
fn is_dateline(items: &[Item], date: &Dated) -> bool {
    let at = items.partition_point(|item| item.start < date.start);
    let (before, after) = items.split_at_checked(at).unwrap_or((items, &[]));
    let on_line = |item: &&Item| item.kind != Kind::Newline;
    let line = || before.iter().rev().take_while(on_line).chain(after.iter().take_while(on_line));
    line().any(Item::is_place) && !line().any(Item::is_time)
}
