//! Puts times and places together.

use crate::clock;
use crate::date::WrittenDate;
use crate::items::{Item, Kind, is_in_brackets, lines};
use crate::place::Place;
use std::ops::Range;

/// A place and where its name stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'t> {
    pub(crate) place: Place<'t>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Another day than the announced one, said beside a time.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mark {
    /// `(+1)`
    Shift(i64),
    /// `(jue 10)`
    Date(DateMark),
}

/// A date and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DateMark {
    pub(crate) written: WrittenDate,
    /// Whether it stands in parentheses: it is that time's alone.
    pub(crate) in_brackets: bool,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A time, and the places that it is said for.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'t> {
    /// `None` for 25:00.
    pub(crate) time: Option<clock::Range>,
    pub(crate) places: Vec<Named<'t>>,
    pub(crate) mark: Option<Mark>,
    /// Whether there are several places beside several times, and not as many.
    pub(crate) unpaired: bool,
    /// Whether its place is said elsewhere, above it or for the whole text.
    pub(crate) headed: bool,
    /// Bytes of the time.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Its first item, and the one behind its last.
    pub(crate) items: Range<usize>,
}

impl<'t> Entry<'t> {
    /// A time and the items at its side, of which `beside` are its places. The day that is said with it stands on
    /// its line, between `around`.
    pub(crate) fn new(
        items: &[Item<'t>],
        time: usize,
        beside: &[usize],
        around: Range<usize>,
    ) -> Option<Self> {
        let item = items.get(time)?;
        let first = beside.first().copied().unwrap_or(time).min(time);
        let last = beside.last().copied().unwrap_or(time).max(time);
        Some(Self {
            time: if let Kind::Time(range) = item.kind { Some(range) } else { None },
            mark: mark(items, around.start.max(first)..around.end, time),
            places: named(items, beside),
            unpaired: false,
            headed: false,
            start: item.start,
            end: item.end,
            items: first..last + 1,
        })
    }
}

/// Times of the same places: one, or several that are said together, `10:00 y 15:00 (Chile)`.
#[derive(Clone, Debug)]
pub(crate) struct Bundle<'t> {
    pub(crate) entries: Vec<Entry<'t>>,
}

impl<'t> Bundle<'t> {
    pub(crate) fn of(entry: Entry<'t>) -> Self {
        Self { entries: vec![entry] }
    }

    /// Its first item, and the one behind its last.
    pub(crate) fn items(&self) -> Range<usize> {
        let start = self.entries.first().map_or(0, |entry| entry.items.start);
        start..self.entries.last().map_or(start, |entry| entry.items.end)
    }
}

/// Each time outside tables with its places, in order.
pub(crate) fn bundles<'t>(text: &str, items: &[Item<'t>], tables: &[Range<usize>]) -> Vec<Bundle<'t>> {
    runs(text, items, tables).into_iter().flat_map(|run| Run::new(text, items, run).bundles()).collect()
}

/// Stretches within which a time can belong to a place. A date of the times behind it ends one, and lines that are not
/// of times and places only: "Chile, Peru and Mexico invite" says nothing of the time in the line above.
fn runs(text: &str, items: &[Item], tables: &[Range<usize>]) -> Vec<Range<usize>> {
    let lines: Vec<Line> = lines(items).into_iter().map(|line| Line::new(items, line)).collect();
    let has_words = |line: Option<&Line>| line.is_some_and(|line| line.has_words);
    let mut all = Vec::new();
    let (mut start, mut line) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        let in_table = || tables.iter().any(|table| table.contains(&at));
        let ends = match item.kind {
            Kind::Word { .. } | Kind::Stop => true,
            Kind::Date(when) if when.is_full() => {
                lines.get(line).is_some_and(|line| line.begins_with(text, items, at)) || in_table()
            }
            Kind::Newline => {
                line += 1;
                has_words(lines.get(line - 1)) || has_words(lines.get(line))
            }
            _ => in_table(),
        };
        if ends {
            all.push(start..at);
            start = at + 1;
        }
    }
    all.push(start..items.len());
    all
}

/// What there is on a line.
struct Line {
    has_words: bool,
    has_places: bool,
    last_time: Option<usize>,
}

impl Line {
    fn new(items: &[Item], line: Range<usize>) -> Self {
        let inside = items.get(line.clone()).unwrap_or_default();
        Self {
            has_words: inside.iter().any(Item::is_word),
            has_places: inside.iter().any(Item::is_place),
            last_time: inside.iter().rposition(Item::is_time).map(|time| line.start + time),
        }
    }

    /// Whether a date is that of what stands behind it: on a line without times and places, or `…; 9 de abril: 15 h Chile`.
    fn begins_with(&self, text: &str, items: &[Item], date: usize) -> bool {
        let is = |at: Option<usize>, sign: &str| {
            let item = at.and_then(|at| items.get(at));
            item.is_some_and(|item| text.get(item.start..item.end) == Some(sign))
        };
        let (before, after) = (date.checked_sub(1), date.checked_add(1));
        let leads = is(after, ":") || (is(before, ";") && !is(after, ";"));
        match self.last_time {
            Some(time) => leads && date < time,
            None => !self.has_places,
        }
    }
}

/// What a time has to do without on one side.
const NO_PLACE: usize = 4;

/// A run with its times, those that are listed together as one.
struct Run<'i, 't> {
    text: &'i str,
    items: &'i [Item<'t>],
    range: Range<usize>,
    /// The times that are listed together: `17:00, 18:00 y 20:00`.
    clusters: Vec<Vec<usize>>,
    place_first: bool,
}

impl<'i, 't> Run<'i, 't> {
    fn new(text: &'i str, items: &'i [Item<'t>], range: Range<usize>) -> Self {
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        for time in range.clone().filter(|at| items.get(*at).is_some_and(Item::is_time)) {
            match clusters.last_mut() {
                Some(cluster) if cluster.last().is_some_and(|last| is_list(text, items, last + 1..time)) => {
                    cluster.push(time);
                }
                _ => clusters.push(vec![time]),
            }
        }
        let mut run = Self { text, items, range, clusters, place_first: false };
        run.place_first = run.is_place_first();
        run
    }

    fn is_place(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_place)
    }

    /// What stands between a cluster and the one before it; after the last, up to the end.
    fn gap(&self, index: usize) -> Range<usize> {
        let start = index.checked_sub(1).and_then(|before| self.clusters.get(before)?.last());
        let end = self.clusters.get(index).and_then(|cluster| cluster.first());
        start.map_or(self.range.start, |time| time + 1)..end.copied().unwrap_or(self.range.end)
    }

    fn is_place_first(&self) -> bool {
        let (mut ahead, mut behind) = (0, 0);
        for index in 0..self.clusters.len() {
            let (before, mut after) = (self.gap(index), self.gap(index + 1));
            let next = after.clone().find(|at| self.is_place(*at));
            ahead += next.map_or(NO_PLACE, |place| distance(self.items, after.start..place));
            after = before;
            let last = after.clone().rfind(|at| self.is_place(*at));
            behind += last.map_or(NO_PLACE, |place| distance(self.items, place + 1..after.end));
        }
        behind < ahead
    }

    fn bundles(&self) -> Vec<Bundle<'t>> {
        let shares: Vec<_> = (0..=self.clusters.len()).map(|index| self.share(index)).collect();
        let of_cluster = |(index, cluster): (usize, &Vec<usize>)| {
            let leading = shares.get(index).map_or(&[][..], |(_, behind)| behind);
            let trailing = shares.get(index + 1).map_or(&[][..], |(before, _)| before);
            // "Perú: 10:00 (hora de Chile)"
            let leading = if self.are_elsewhere(leading, trailing) { &[] } else { leading };
            self.of_cluster(index, cluster, &[leading, trailing].concat())
        };
        self.clusters.iter().enumerate().flat_map(of_cluster).collect()
    }

    /// Whether what is said behind a time is in another country than what stands before it.
    fn are_elsewhere(&self, leading: &[usize], trailing: &[usize]) -> bool {
        let countries = |places: &[usize]| -> Vec<&str> {
            let country = |named: Named<'t>| match named.place {
                Place::Zone { country, .. } => Some(country),
                _ => None,
            };
            named(self.items, places).into_iter().filter_map(country).collect()
        };
        let (leading, trailing) = (countries(leading), countries(trailing));
        !leading.is_empty() && !trailing.is_empty() && !leading.iter().any(|one| trailing.contains(one))
    }

    /// The places in a gap that belong to the times before it, and to those behind it.
    fn share(&self, index: usize) -> (Vec<usize>, Vec<usize>) {
        let gap = self.gap(index);
        let places: Vec<usize> = gap.clone().filter(|at| self.is_place(*at)).collect();
        let parts = |at: &usize| {
            self.items.get(*at).is_some_and(|item| matches!(item.kind, Kind::Separator | Kind::Newline))
        };
        let first = gap.clone().find(parts).unwrap_or(gap.end);
        let last = gap.clone().rfind(parts).map_or(gap.start, |at| at + 1);
        let (is_first, is_last) = (index == 0, index == self.clusters.len());
        let before: Vec<usize> = places.iter().copied().filter(|at| !is_first && *at < first).collect();
        // In "10:00 Chile / Lima 09:00 Perú" Lima is where it takes place.
        let named = self.place_first || self.has_colon(gap.end) || is_last || !self.is_placed_behind(index);
        let behind: Vec<usize> =
            places.iter().copied().filter(|at| !is_last && *at >= last && named).collect();
        let both = first < gap.end && !before.is_empty() && !behind.is_empty();
        if both {
            let middle: Vec<usize> =
                places.iter().copied().filter(|at| !before.contains(at) && !behind.contains(at)).collect();
            let (before, behind) = if self.place_first {
                (before, [middle, behind].concat())
            } else {
                ([before, middle].concat(), behind)
            };
            return (self.on_line(before, false), self.on_line(behind, true));
        }
        match (self.place_first, is_first, is_last) {
            // "Estados Unidos: 11:00 ET"
            (true, _, true) => (before, Vec::new()),
            (true, ..) => (Vec::new(), self.on_line(places, true)),
            (false, true, _) if self.has_colon(gap.end) => (Vec::new(), self.on_line(behind, true)),
            (false, true, _) => (Vec::new(), Vec::new()),
            (false, ..) => (self.on_line(places, false), Vec::new()),
        }
    }

    fn has_colon(&self, time: usize) -> bool {
        let before = time.checked_sub(1).and_then(|at| self.items.get(at));
        before.is_some_and(|item| self.text.get(item.start..item.end) == Some(":"))
    }

    /// Whether the cluster has a place directly behind it.
    fn is_placed_behind(&self, index: usize) -> bool {
        let gap = self.gap(index + 1);
        let place = gap.clone().find(|at| self.is_place(*at));
        place.is_some_and(|place| distance(self.items, gap.start..place) == 0)
    }

    /// Of places beside a time those on one line, the nearest.
    fn on_line(&self, mut places: Vec<usize>, before_time: bool) -> Vec<usize> {
        let is_apart = |one: usize, other: usize| {
            let between = self.items.get(one..other).unwrap_or_default();
            between.iter().any(|item| item.kind == Kind::Newline)
        };
        let pairs: Vec<(usize, usize)> =
            places.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
        if before_time {
            let cut = pairs.iter().rposition(|(one, other)| is_apart(*one, *other)).map_or(0, |at| at + 1);
            places.drain(..cut);
        } else if let Some(cut) = pairs.iter().position(|(one, other)| is_apart(*one, *other)) {
            places.truncate(cut + 1);
        }
        places
    }

    /// Whether there are as many places as times, and all are meant: `16:40 / 18:40 (PT / Texas)`, but not `10:00 y 15:00
    /// (Punta Arenas, Chile)`.
    fn are_listed(&self, cluster: &[usize], places: &[usize]) -> bool {
        let zone = |at: &usize| match self.items.get(*at).map(|item| item.kind) {
            Some(Kind::Place(Place::Zone { zone, .. })) => Some(zone),
            _ => None,
        };
        let is_parted = |item: &Item| {
            item.kind == Kind::And
                || self.text.get(item.start..item.end).is_some_and(|sign| ["/", "|", ";"].contains(&sign))
        };
        let are_two = |pair: &[usize]| {
            let [one, other] = pair else { return false };
            let between = self.items.get(*one..*other).unwrap_or_default();
            zone(one) != zone(other) && between.iter().any(is_parted)
        };
        places.len() == cluster.len() && places.windows(2).all(are_two)
    }

    fn of_cluster(&self, index: usize, cluster: &[usize], places: &[usize]) -> Vec<Bundle<'t>> {
        let around = self.gap(index).start..self.gap(index + 1).end;
        let entry = |time: usize, beside: &[usize]| {
            let next = cluster.iter().find(|other| **other > time).copied().unwrap_or(around.end);
            Entry::new(self.items, time, beside, around.start..next)
        };
        let zones = named(self.items, places);
        match (cluster, zones.len()) {
            ([time], _) => entry(*time, places).map(Bundle::of).into_iter().collect(),
            (_, 0) => cluster.iter().filter_map(|time| entry(*time, &[])).map(Bundle::of).collect(),
            (_, 1) if !self.are_listed(cluster, places) => {
                let mut entries: Vec<_> = cluster.iter().filter_map(|time| entry(*time, &[])).collect();
                let span = places.iter().chain(cluster).copied();
                let (first, last) = (span.clone().min().unwrap_or(0), span.max().unwrap_or(0));
                for each in &mut entries {
                    each.places.clone_from(&zones);
                }
                if let Some(entry) = entries.first_mut() {
                    entry.items.start = first;
                }
                if let Some(entry) = entries.last_mut() {
                    entry.items.end = last + 1;
                }
                vec![Bundle { entries }]
            }
            _ if places.len() == cluster.len() => {
                let pairs = cluster.iter().zip(places);
                let pair = |(time, place): (&usize, &usize)| {
                    let mut entry = entry(*time, &[])?;
                    entry.places = named(self.items, &[*place]);
                    Some(Bundle::of(entry))
                };
                let mut all: Vec<Bundle> = pairs.filter_map(pair).collect();
                let (first, last) = (places.iter().min(), places.iter().max());
                if let (Some(entry), Some(first)) = (first_entry(&mut all), first) {
                    entry.items.start = entry.items.start.min(*first);
                }
                if let (Some(entry), Some(last)) = (last_entry(&mut all), last) {
                    entry.items.end = entry.items.end.max(last + 1);
                }
                all
            }
            _ => {
                let unpaired = |time: &usize| Some(Entry { unpaired: true, ..entry(*time, &[])? });
                cluster.iter().filter_map(unpaired).map(Bundle::of).collect()
            }
        }
    }
}

fn first_entry<'b, 't>(bundles: &'b mut [Bundle<'t>]) -> Option<&'b mut Entry<'t>> {
    bundles.first_mut()?.entries.first_mut()
}

fn last_entry<'b, 't>(bundles: &'b mut [Bundle<'t>]) -> Option<&'b mut Entry<'t>> {
    bundles.last_mut()?.entries.last_mut()
}

/// Whether two times are joined as in a list: `10:00, 11:00 y 12:00`.
fn is_list(text: &str, items: &[Item], between: Range<usize>) -> bool {
    let joins = |item: &Item| match item.kind {
        Kind::Separator | Kind::And => true,
        Kind::Link => {
            let word = item.seen(text);
            ["o", "ou", "or", "las", "as", "a"].contains(&&*word)
        }
        _ => false,
    };
    let between = items.get(between).unwrap_or_default();
    !between.is_empty() && between.iter().all(joins)
}

/// The places of a time. A city says more than its country: in "Punta Arenas (Chile)" it is Punta Arenas, but in "Punta
/// Arenas y Chile" both. What is said behind a time says more than what stands before it.
pub(crate) fn named<'t>(items: &[Item<'t>], places: &[usize]) -> Vec<Named<'t>> {
    let named = |at: &usize| match items.get(*at)? {
        Item { kind: Kind::Place(place), start, end } => {
            Some((*at, Named { place: *place, start: *start, end: *end }))
        }
        _ => None,
    };
    let all: Vec<(usize, Named)> = places.iter().filter_map(named).collect();
    let are_joined = |one: usize, other: usize| {
        let between = items.get(one.min(other) + 1..one.max(other)).unwrap_or_default();
        between.iter().any(|item| item.kind == Kind::And)
            && between.iter().all(|item| item.is_place() || matches!(item.kind, Kind::And | Kind::Separator))
    };
    let is_said = |(at, one): &&(usize, Named)| {
        let mut others = all.iter();
        !others.any(|(other_at, other)| says_more(&other.place, &one.place) && !are_joined(*at, *other_at))
    };
    all.iter().filter(is_said).map(|(_, named)| *named).collect()
}

fn says_more(one: &Place, than: &Place) -> bool {
    match (one, than) {
        (
            Place::Zone { country: city, whole_country: false, .. },
            Place::Zone { country, whole_country: true, .. },
        ) => city == country,
        // "Estados Unidos: 11:00 ET"
        (Place::Zone { zone, .. }, Place::Ambiguous(candidates)) => candidates.contains(zone),
        (Place::Zone { .. } | Place::Fixed(_), Place::Local) => true,
        _ => false,
    }
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

/// The other day that is said with a time, on its line; in parentheses behind its words, too: `10:00 Charla (jue 10)`.
fn mark(items: &[Item], beside: Range<usize>, time: usize) -> Option<Mark> {
    let is_on_line = |at: &usize| items.get(*at).is_some_and(|item| item.kind != Kind::Newline);
    let before = (beside.start.min(time)..time).rev().take_while(is_on_line);
    let after = (time + 1..beside.end).take_while(is_on_line);
    let is_its_own = |at: &usize| is_on_line(at) && !items.get(*at).is_some_and(Item::is_time);
    let line = (time + 1..items.len()).take_while(is_its_own).filter(|at| is_in_brackets(items, *at));
    after.chain(before).chain(line).find_map(|at| mark_at(items, at))
}

fn mark_at(items: &[Item], at: usize) -> Option<Mark> {
    let item = items.get(at)?;
    match item.kind {
        Kind::Shift(days) => Some(Mark::Shift(days)),
        Kind::Date(when) => Some(Mark::Date(DateMark {
            written: when.day()?,
            in_brackets: is_in_brackets(items, at),
            start: item.start,
            end: item.end,
        })),
        _ => None,
    }
}
