//! Puts times and places together, and the times of one moment to a group.

use super::clock;
use super::date::{Meant, WrittenDate};
use super::items::{Item, Kind, Place};
use super::unknown::lines;
use chrono::{Days, NaiveDate};
use std::ops::Range;

/// A place and where its name stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'t> {
    pub(super) place: Place<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Another day than the announced one, said beside a time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// `(+1)`
    Shift(i64),
    /// `(jue 10)`
    Date(Dated),
}

/// A date and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) written: WrittenDate,
    pub(super) meant: Meant,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A time, and the places that it is said for.
#[derive(Clone, Debug)]
pub(super) struct Entry<'t> {
    /// `None` for 25:00.
    pub(super) time: Option<clock::Range>,
    pub(super) places: Vec<Named<'t>>,
    pub(super) mark: Option<Mark>,
    /// Bytes of the time.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its first and last item.
    items: Range<usize>,
}

/// Times that are said to be one moment.
#[derive(Debug)]
pub(super) struct Times<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    /// The date that governs them.
    pub(super) date: Option<Dated>,
}

/// Words that may stand between two times of a group: `que son las`.
const WORDS_BETWEEN: usize = 3;

/// Every group, and every time without a place as a group of its own.
pub(super) fn groups<'t>(items: &[Item<'t>], default: Option<NaiveDate>) -> Vec<Times<'t>> {
    let mut groups: Vec<Vec<Entry<'t>>> = Vec::new();
    for entry in entries(items) {
        match groups.last_mut() {
            Some(group) if belongs(items, group, &entry) => group.push(entry),
            _ => groups.push(vec![entry]),
        }
    }
    let dates = Dates::of(items, &groups, default);
    groups.into_iter().map(|entries| dates.govern(items, entries)).collect()
}

/// Each time with its places.
fn entries<'t>(items: &[Item<'t>]) -> Vec<Entry<'t>> {
    runs(items).into_iter().flat_map(|run| entries_of_run(items, run)).collect()
}

/// Stretches within which a time can belong to a place. Lines that are not of times and places only end
/// one: "Chile, Peru and Mexico invite" says nothing of the time in the line above.
fn runs(items: &[Item]) -> Vec<Range<usize>> {
    let lines = lines(items);
    let has_words = |line: Option<&Range<usize>>| {
        line.and_then(|line| items.get(line.clone())).is_some_and(|line| line.iter().any(Item::is_word))
    };
    let mut all = Vec::new();
    let (mut start, mut line) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        let ends = match item.kind {
            Kind::Word { .. } | Kind::Stop => true,
            Kind::Newline => {
                line += 1;
                has_words(lines.get(line - 1)) || has_words(lines.get(line))
            }
            _ => false,
        };
        if ends {
            all.push(start..at);
            start = at + 1;
        }
    }
    all.push(start..items.len());
    all
}

/// What a time has to do without on one side.
const NO_PLACE: usize = 4;

fn entries_of_run<'t>(items: &[Item<'t>], run: Range<usize>) -> Vec<Entry<'t>> {
    let times: Vec<usize> = run.clone().filter(|at| items.get(*at).is_some_and(Item::is_time)).collect();
    let bounds = |index: usize| {
        let before =
            index.checked_sub(1).and_then(|before| times.get(before)).map_or(run.start, |time| time + 1);
        (before, times.get(index + 1).copied().unwrap_or(run.end))
    };
    let is_place = |at: &usize| items.get(*at).is_some_and(Item::is_place);
    let (mut ahead, mut behind) = (0, 0);
    for (index, time) in times.iter().enumerate() {
        let (start, end) = bounds(index);
        ahead += (time + 1..end).find(is_place).map_or(NO_PLACE, |place| distance(items, time + 1..place));
        behind += (start..*time).rfind(is_place).map_or(NO_PLACE, |place| distance(items, place + 1..*time));
    }
    let place_first = behind < ahead;
    let entry = |(index, time): (usize, &usize)| {
        let (start, end) = bounds(index);
        let beside = if place_first { start..*time } else { time + 1..end };
        let places = places(items, beside, place_first);
        let first = places.first().copied().filter(|_| place_first).unwrap_or(*time);
        let last = places.last().copied().filter(|_| !place_first).unwrap_or(*time);
        let until = times.get(index + 1).copied().unwrap_or(run.end);
        let item = items.get(*time)?;
        Some(Entry {
            time: if let Kind::Time(range) = item.kind { Some(range) } else { None },
            mark: mark(items, first..until, *time),
            places: named(items, &places),
            start: item.start,
            end: item.end,
            items: first..last + 1,
        })
    };
    times.iter().enumerate().filter_map(entry).collect()
}

/// The places of a time. A city says more than its country: in "Punta Arenas (Chile)" it is Punta Arenas.
fn named<'t>(items: &[Item<'t>], places: &[usize]) -> Vec<Named<'t>> {
    let named = |at: &usize| match items.get(*at)? {
        Item { kind: Kind::Place(place), start, end } => {
            Some(Named { place: *place, start: *start, end: *end })
        }
        _ => None,
    };
    let all: Vec<Named> = places.iter().filter_map(named).collect();
    let is_said = |one: &&Named| !all.iter().any(|other| says_more(&other.place, &one.place));
    all.iter().filter(is_said).copied().collect()
}

fn says_more(one: &Place, than: &Place) -> bool {
    matches!(
        (one, than),
        (
            Place::Zone { country: city, whole_country: false, .. },
            Place::Zone { country, whole_country: true, .. },
        ) if city == country
    )
}

/// How loosely what lies between joins a time and a place.
fn distance(items: &[Item], between: Range<usize>) -> usize {
    let weight = |item: &Item| match item.kind {
        Kind::Separator => 1,
        Kind::Newline => 2,
        _ => 0,
    };
    items.get(between).unwrap_or_default().iter().map(weight).sum()
}

/// The places beside a time: those on one line.
fn places(items: &[Item], beside: Range<usize>, place_first: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut all: Vec<usize> = beside.collect();
    if place_first {
        all.reverse();
    }
    for at in all {
        match items.get(at).map(|item| item.kind) {
            Some(Kind::Place(_)) => found.push(at),
            Some(Kind::Newline) if !found.is_empty() => break,
            _ => {}
        }
    }
    if place_first {
        found.reverse();
    }
    found
}

/// The other day that is said with a time, on its line.
fn mark(items: &[Item], beside: Range<usize>, time: usize) -> Option<Mark> {
    let on_line = |item: &&Item| item.kind != Kind::Newline;
    let before = items.get(beside.start..time)?.iter().rev().take_while(on_line);
    let after = items.get(time + 1..beside.end)?.iter().take_while(on_line);
    after.chain(before).find_map(|item| match item.kind {
        Kind::Shift(days) => Some(Mark::Shift(days)),
        Kind::Date(written) => {
            let dated = Dated { written, meant: Meant::Unknown, start: item.start, end: item.end };
            Some(Mark::Date(dated))
        }
        _ => None,
    })
}

/// Whether a time says the same moment as those before it.
fn belongs(items: &[Item], group: &[Entry], entry: &Entry) -> bool {
    let Some(last) = group.last() else { return false };
    let between = items.get(last.items.end..entry.items.start).unwrap_or_default();
    let words = between.iter().filter(|item| item.is_word()).count();
    let limit = if between.iter().any(|item| item.kind == Kind::Newline) { 0 } else { WORDS_BETWEEN };
    let is_mark = |item: &Item| matches!(last.mark, Some(Mark::Date(date)) if date.start == item.start);
    let other_date =
        between.iter().any(|item| matches!(item.kind, Kind::Date(date) if date.is_full()) && !is_mark(item));
    let minutes = |entry: &Entry| entry.time.map(|time| time.from.minutes);
    let told_otherwise = group.iter().any(|other| {
        let same = |place: &Named| other.places.iter().any(|known| known.place == place.place);
        minutes(other) != minutes(entry) && entry.places.iter().any(|place| known(place) && same(place))
    });
    let placed = |entry: &Entry| !entry.places.is_empty();
    placed(last) && placed(entry) && words <= limit && !other_date && !told_otherwise
}

fn known(place: &Named) -> bool {
    matches!(place.place, Place::Zone { .. } | Place::Fixed(_))
}

/// The dates of the text that could govern a group.
struct Dates {
    all: Vec<Dated>,
    default: Option<NaiveDate>,
}

impl Dates {
    /// Those that are not said of one time only. The year that one lacks is that of the one before.
    fn of(items: &[Item], groups: &[Vec<Entry>], default: Option<NaiveDate>) -> Self {
        let is_mark = |start: usize| {
            groups
                .iter()
                .flatten()
                .any(|entry| matches!(entry.mark, Some(Mark::Date(date)) if date.start == start))
        };
        let written = |item: &Item| match item.kind {
            Kind::Date(written) if written.day.is_some() => Some((written, item.start, item.end)),
            _ => None,
        };
        let first = items.iter().filter_map(written).find_map(|(date, ..)| date.meant(None).date());
        let mut last = default.or(first);
        let mut all = Vec::new();
        for (written, start, end) in items.iter().filter_map(written) {
            if !written.is_full() && is_mark(start) {
                continue;
            }
            let meant = written.meant(last);
            last = meant.date().or(last);
            all.push(Dated { written, meant, start, end });
        }
        Self { all, default }
    }

    /// A group with its date: the one on its line before it, else the one behind it, else the nearest
    /// before it, else the one on the next line.
    fn govern<'t>(&self, items: &[Item], mut entries: Vec<Entry<'t>>) -> Times<'t> {
        let (first, last) = match (entries.first(), entries.last()) {
            (Some(first), Some(last)) => (first.items.start, last.items.end),
            _ => return Times { entries, date: None },
        };
        let start = items.get(first).map_or(0, |item| item.start);
        let marks = entries.iter().filter(|entry| matches!(entry.mark, Some(Mark::Date(_)))).count();
        let before = self.all.iter().rev().find(|date| date.start < start).copied();
        let own_line = before.filter(|date| !has(items, first, date.start, Kind::Newline));
        let leading = entries.first().and_then(|entry| self.full_mark(entry));
        let trailing = entries.last().filter(|_| marks == 1).and_then(|entry| self.full_mark(entry));
        let trailing = trailing.filter(|date| !is_next_day(before, *date));
        if own_line.is_none() && trailing.is_some() {
            let entry = entries.last_mut();
            entry.into_iter().for_each(|entry| entry.mark = None);
        }
        let is_mark = |item: &&Item| {
            entries
                .iter()
                .any(|entry| matches!(entry.mark, Some(Mark::Date(date)) if date.start == item.start))
        };
        let behind = || {
            let rest = items.get(last..)?.iter();
            let line =
                rest.take_while(|item| !matches!(item.kind, Kind::Newline | Kind::Stop) && !item.is_time());
            self.first_of(line.filter(|item| !is_mark(item)))
        };
        let below = || {
            let rest = items.get(last..)?.iter().skip_while(|item| item.kind != Kind::Newline);
            let line = rest.skip_while(|item| item.kind == Kind::Newline);
            self.first_of(line.take_while(|item| item.kind != Kind::Newline && !item.is_time()))
        };
        let default = || {
            let meant = Meant::Date(self.default?);
            Some(Dated { written: WrittenDate::default(), meant, start, end: start })
        };
        let date =
            own_line.or(leading).or(trailing).or_else(behind).or(before).or_else(below).or_else(default);
        for entry in &mut entries {
            if let Some(Mark::Date(mark)) = &mut entry.mark {
                mark.meant = mark.written.meant(date.and_then(|date| date.meant.date()));
            }
        }
        Times { entries, date }
    }

    fn full_mark(&self, entry: &Entry) -> Option<Dated> {
        let Some(Mark::Date(mark)) = entry.mark else { return None };
        self.all.iter().find(|date| date.start == mark.start && date.written.is_full()).copied()
    }

    fn first_of<'a, 't: 'a>(&self, mut items: impl Iterator<Item = &'a Item<'t>>) -> Option<Dated> {
        items
            .find_map(|item| self.all.iter().find(|date| date.start == item.start && date.written.is_full()))
            .copied()
    }
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

/// Whether a date behind the last time is that time's only: the day after or before the announced one.
fn is_next_day(before: Option<Dated>, date: Dated) -> bool {
    let (Some(before), Some(date)) = (before.and_then(|before| before.meant.date()), date.meant.date())
    else {
        return false;
    };
    [before.checked_add_days(Days::new(1)), before.checked_sub_days(Days::new(1))].contains(&Some(date))
}
