//! Finds the names that stand where a place stands, and are none that is known.

use crate::items::{Item, Kind, is_other_date, lines};
use crate::place::Place;
use std::ops::Range;

/// Most words that a name has.
const WORDS: usize = 3;

/// Makes one item of each such name.
pub(crate) fn name_unknown(items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let lines: Vec<Range<usize>> = lines(&items).into_iter().filter(|line| !line.is_empty()).collect();
    let mut names: Vec<Range<usize>> = Vec::new();
    for (at, range) in lines.iter().enumerate() {
        let beside = [at.checked_sub(1), at.checked_add(1)];
        let beside = beside.into_iter().flatten().filter_map(|at| lines.get(at)).collect();
        names.extend(Line { items: &items, range, beside }.names());
    }
    names.sort_unstable_by_key(|name| (name.start, name.end));
    let mut names = names.into_iter().peekable();
    let mut named: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while let Some(item) = items.get(at) {
        while names.next_if(|name| name.start < at).is_some() {}
        let name = names.next_if(|name| name.start == at);
        let last = name.as_ref().and_then(|name| items.get(name.end - 1));
        named.push(last.map_or(*item, |last| Item {
            kind: Kind::Place(Place::Unknown),
            start: item.start,
            end: last.end,
        }));
        at = name.map_or(at + 1, |name| name.end);
    }
    named
}

/// A line, and the lines above and below it that are not empty.
struct Line<'i, 't> {
    items: &'i [Item<'t>],
    range: &'i Range<usize>,
    beside: Vec<&'i Range<usize>>,
}

impl<'i, 't> Line<'i, 't> {
    fn names(&self) -> Vec<Range<usize>> {
        let mut names: Vec<Range<usize>> = Vec::new();
        for time in times(self.items, self.range) {
            names.extend(self.name_after(time).or_else(|| self.name_before(time)));
            names.extend(self.names_among(time));
        }
        names
    }

    fn item(&self, at: usize) -> Option<&'i Item<'t>> {
        self.items.get(at).filter(|_| self.range.contains(&at))
    }

    fn is(&self, at: Option<usize>, is: impl Fn(&Item) -> bool) -> bool {
        at.and_then(|at| self.item(at)).is_some_and(is)
    }

    /// `hora de Tokio`, `Tokyo time`, `(JST)`, or `Tokio` in a list of places, behind a time.
    fn name_after(&self, time: usize) -> Option<Range<usize>> {
        let start = after_links(self.items, self.range, time);
        let name = name(self.items, start..self.range.end)?;
        let next = self.item(name.end);
        let is_named = between(self.items, time + 1..start).any(|item| item.kind == Kind::Hour)
            || next.is_some_and(|next| next.kind == Kind::Hour);
        let is_day = |item: &Item| matches!(item.kind, Kind::Shift(_) | Kind::Date(_));
        let ends = next.is_none_or(|next| match next.kind {
            Kind::Open => self.is(name.end.checked_add(1), is_day),
            Kind::Separator | Kind::And | Kind::Close | Kind::Stop => true,
            _ => is_day(next),
        });
        let code = matches!(self.item(start)?.kind, Kind::Word { code: true, .. }) && name.len() == 1;
        (is_named || (ends && (code || self.is_in_list(time, &name, is_place_after)))).then_some(name)
    }

    /// `hora de Tokio: 23:00`, or `Tokio: 23:00` in a list of places.
    fn name_before(&self, time: usize) -> Option<Range<usize>> {
        let (items, line) = (self.items, self.range);
        if is_place_after(items, line, time) || is_place_before(items, line, time) {
            return None;
        }
        let end = before_links(items, time, line.start);
        let mut starts = end.saturating_sub(WORDS).max(line.start)..end;
        let name = starts.find_map(|start| name(items, start..end).filter(|name| name.end == end))?;
        let links = before_links(items, name.start, line.start);
        let is_named = self.is(links.checked_sub(1), |item| item.kind == Kind::Hour);
        let begins = name.start == line.start
            || self.is(name.start.checked_sub(1), |item| {
                matches!(item.kind, Kind::Separator | Kind::And | Kind::Open | Kind::Stop | Kind::Link)
            });
        (is_named || (begins && self.is_in_list(time, &name, is_place_before))).then_some(name)
    }

    /// `Tokio` among places that belong to a time: in `23:00 (México y Tokio)`, in `México, Tokio y Chile: 17:00`. Behind
    /// a comma or a slash it is one where there are several times, or where places go on behind it.
    fn names_among(&self, time: usize) -> Vec<Range<usize>> {
        let start = after_links(self.items, self.range, time);
        let in_brackets = between(self.items, time + 1..start).any(|item| item.kind == Kind::Open);
        let ends = |item: &&Item| item.kind != Kind::Close && !item.is_time();
        let behind = in_brackets
            .then(|| start..start + between(self.items, start..self.range.end).take_while(ends).count());
        let leads = |item: &&Item| !item.is_time() && item.kind != Kind::Stop;
        let before = time - between(self.items, self.range.start..time).rev().take_while(leads).count()..time;
        let is_last = is_beside_time(between(self.items, self.range.start..time).rev());
        let mut names: Vec<Range<usize>> =
            behind.into_iter().flat_map(|places| self.listed(places, is_last)).collect();
        let is_followed = |name: &Range<usize>| {
            between(self.items, name.end..time).all(|item| {
                item.is_place()
                    || item.leads()
                    || matches!(item.kind, Kind::Separator | Kind::Word { capital: true, .. })
            })
        };
        let is_first = is_beside_time(between(self.items, time + 1..self.range.end));
        names.extend(self.listed(before, is_first).into_iter().filter(is_followed));
        names
    }

    /// The names in a list of places.
    fn listed(&self, places: Range<usize>, is_last_too: bool) -> Vec<Range<usize>> {
        let inside = |at: Option<usize>| at.filter(|at| places.contains(at));
        let is_place = |at: Option<usize>| self.is(inside(at), |item| item.is_place());
        let joins = |item: &Item| matches!(item.kind, Kind::And | Kind::Separator);
        let is_name = |name: &Range<usize>| {
            let link = name.start.checked_sub(1);
            let goes_on = self.is(inside(Some(name.end)), joins) && is_place(name.end.checked_add(1));
            let is_last = is_last_too && !self.is(Some(name.end), |item| item.kind == Kind::Separator);
            let is_joined = self.is(inside(link), |item| item.kind == Kind::And)
                || (self.is(inside(link), joins) && (goes_on || is_last));
            is_joined && is_place(link.and_then(|link| link.checked_sub(1)))
        };
        places.clone().filter_map(|at| name(self.items, at..places.end)).filter(is_name).collect()
    }

    /// Whether another time of the line has its place where this one has the name, or the lines around are a
    /// list of a place and its times each.
    fn is_in_list(&self, time: usize, name: &Range<usize>, placed: Placed) -> bool {
        let placed = |line: &Range<usize>, time: usize| placed(self.items, line, time);
        if times(self.items, self.range).any(|other| other != time && placed(self.range, other)) {
            return true;
        }
        let has_words = |line: &Range<usize>| {
            line.clone().any(|at| !name.contains(&at) && self.items.get(at).is_some_and(Item::is_word))
        };
        let has_date = |line: &Range<usize>| line.clone().any(|at| is_other_date(self.items, at));
        let is_entry = |line: &&Range<usize>| {
            times(self.items, line).next().is_some_and(|time| placed(line, time))
                && !has_words(line)
                && !has_date(line)
        };
        !has_words(self.range) && self.beside.iter().any(is_entry)
    }
}

/// Whether a line's time has a place on one side.
type Placed = fn(&[Item], &Range<usize>, usize) -> bool;

fn times(items: &[Item], line: &Range<usize>) -> impl Iterator<Item = usize> {
    line.clone().filter(|at| items.get(*at).is_some_and(Item::is_time))
}

/// Whether the next of these items that says something is a time: `17:00, 18:00 y 20:00`.
fn is_beside_time<'i, 't: 'i>(items: impl Iterator<Item = &'i Item<'t>>) -> bool {
    let mut items = items.skip_while(|item| item.leads() || item.kind == Kind::Separator);
    items.next().is_some_and(Item::is_time)
}

fn is_place_after(items: &[Item], line: &Range<usize>, time: usize) -> bool {
    let at = after_links(items, line, time);
    at < line.end && items.get(at).is_some_and(Item::is_place)
}

fn is_place_before(items: &[Item], line: &Range<usize>, time: usize) -> bool {
    let end = before_links(items, time, line.start);
    end > line.start && items.get(end - 1).is_some_and(Item::is_place)
}

fn between<'a, 't>(
    items: &'a [Item<'t>],
    range: Range<usize>,
) -> impl DoubleEndedIterator<Item = &'a Item<'t>> {
    items.get(range).unwrap_or_default().iter()
}

/// After a time, the other day that is said with it, and what leads to a place.
fn after_links(items: &[Item], line: &Range<usize>, time: usize) -> usize {
    let mut opened = false;
    let leads = |item: &&Item| {
        let is_day = matches!(item.kind, Kind::Shift(_)) || (opened && matches!(item.kind, Kind::Date(_)));
        opened = item.kind == Kind::Open;
        item.leads() || is_day
    };
    time + 1 + between(items, time + 1..line.end).take_while(leads).count()
}

/// Before what leads to a time, `hora` apart: that says what stands before it.
fn before_links(items: &[Item], to: usize, start: usize) -> usize {
    let links = between(items, start..to).rev();
    to - links.take_while(|item| item.leads() && item.kind != Kind::Hour).count()
}

/// Up to three words in capitals, with a `de` between them.
fn name(items: &[Item], range: Range<usize>) -> Option<Range<usize>> {
    let is_name = |at: usize| {
        at < range.end
            && items.get(at).is_some_and(|item| matches!(item.kind, Kind::Word { capital: true, .. }))
    };
    let start = range.start;
    let mut last = start;
    while last - start < WORDS && (is_name(last) || (last > start && is_name(last + 1) && is_of(items, last)))
    {
        last += 1;
    }
    (last > start).then_some(start..last)
}

fn is_of(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.kind == Kind::Link && item.end - item.start > 1)
}
