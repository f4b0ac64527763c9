//! Finds the names that stand where a place stands, and are none that is known.

use super::items::{Item, Kind, Place};
use std::ops::Range;

/// Most words that a name has.
const WORDS: usize = 3;

/// Makes one item of each such name.
pub(super) fn name_unknown(items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for line in lines(&items) {
        for time in line.clone().filter(|at| items.get(*at).is_some_and(Item::is_time)) {
            let name = name_after(&items, &line, time).or_else(|| name_before(&items, &line, time));
            names.extend(name.filter(|name| names.last().is_none_or(|last| last.end <= name.start)));
            names.extend(names_among(&items, &line, time));
        }
    }
    let mut named = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        match names.iter().find(|name| name.contains(&at)) {
            Some(name) if name.start == at => {
                let end = items.get(name.end - 1).map_or(item.end, |last| last.end);
                named.push(Item { kind: Kind::Place(Place::Unknown), start: item.start, end });
            }
            Some(_) => {}
            None => named.push(*item),
        }
    }
    named
}

/// The items of each line, without its end.
pub(super) fn lines(items: &[Item]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, item) in items.iter().enumerate() {
        if item.kind == Kind::Newline {
            all.push(start..at);
            start = at + 1;
        }
    }
    all.push(start..items.len());
    all
}

/// `hora de Tokio`, `Tokyo time`, `(JST)`, or `Tokio` in a list of places, behind a time.
fn name_after(items: &[Item], line: &Range<usize>, time: usize) -> Option<Range<usize>> {
    let start = after_links(items, time + 1, line.end);
    let name = name(items, start, line.end)?;
    let next = items.get(name.end).filter(|_| name.end < line.end);
    let said = between(items, time + 1..start).any(|item| item.kind == Kind::Hour)
        || next.is_some_and(|next| next.kind == Kind::Hour);
    let ends = next.is_none_or(|next| {
        matches!(next.kind, Kind::Separator | Kind::Close | Kind::Stop | Kind::Shift(_) | Kind::Date(_))
    });
    let code = matches!(items.get(start)?.kind, Kind::Word { code: true, .. }) && name.len() == 1;
    (said || (ends && (code || is_in_list(items, line, time, &name, place_after)))).then_some(name)
}

/// `hora de Tokio: 23:00`, or `Tokio: 23:00` in a list of places.
fn name_before(items: &[Item], line: &Range<usize>, time: usize) -> Option<Range<usize>> {
    if place_after(items, line, time) || place_before(items, line, time) {
        return None;
    }
    let end = before_links(items, time, line.start);
    let mut start = end;
    while start > line.start
        && end - start < WORDS
        && matches!(items.get(start - 1)?.kind, Kind::Word { capital: true, .. })
    {
        start -= 1;
    }
    let name = start..end;
    let links = before_links(items, start, line.start);
    let said = links > line.start && items.get(links - 1)?.kind == Kind::Hour;
    let begins = start == line.start
        || matches!(items.get(start - 1)?.kind, Kind::Separator | Kind::Open | Kind::Stop | Kind::Link);
    (!name.is_empty() && (said || (begins && is_in_list(items, line, time, &name, place_before))))
        .then_some(name)
}

/// `Tokio` in `23:00 (México y Tokio)`: beside known places in the same parentheses.
fn names_among(items: &[Item], line: &Range<usize>, time: usize) -> Vec<Range<usize>> {
    let start = after_links(items, time + 1, line.end);
    if !items.get(time + 1..start).unwrap_or_default().iter().any(|item| item.kind == Kind::Open) {
        return Vec::new();
    }
    let inside = between(items, start..line.end);
    let end = start + inside.take_while(|item| item.kind != Kind::Close && !item.is_time()).count();
    let joined = |at: usize| {
        let before = at.checked_sub(2).filter(|place| *place >= start).and_then(|place| items.get(place..at));
        matches!(before, Some([place, link]) if place.is_place() && link.kind == Kind::Link)
    };
    (start..end).filter(|at| joined(*at)).filter_map(|at| name(items, at, end)).collect()
}

/// Whether another time of the line has its place where this one has the name, or the lines around are a
/// list of a place and a time each.
fn is_in_list(
    items: &[Item],
    line: &Range<usize>,
    time: usize,
    name: &Range<usize>,
    placed: fn(&[Item], &Range<usize>, usize) -> bool,
) -> bool {
    let times = |line: &Range<usize>| line.clone().filter(|at| items.get(*at).is_some_and(Item::is_time));
    if times(line).any(|other| other != time && placed(items, line, other)) {
        return true;
    }
    let is_entry = |line: &&Range<usize>| {
        let mut times = times(line);
        let first = times.next().is_some_and(|time| placed(items, line, time));
        first && times.next().is_none() && !between(items, (*line).clone()).any(Item::is_word)
    };
    let alone = times(line).count() == 1
        && line.clone().all(|at| name.contains(&at) || !items.get(at).is_some_and(Item::is_word));
    let lines: Vec<_> = lines(items).into_iter().filter(|line| !line.is_empty()).collect();
    let at = lines.iter().position(|other| other == line);
    alone
        && at.is_some_and(|at| {
            let around = [at.checked_sub(1), at.checked_add(1)];
            around.into_iter().flatten().filter_map(|at| lines.get(at)).any(|line| is_entry(&line))
        })
}

fn place_after(items: &[Item], line: &Range<usize>, time: usize) -> bool {
    items.get(after_links(items, time + 1, line.end)).is_some_and(Item::is_place)
}

fn place_before(items: &[Item], line: &Range<usize>, time: usize) -> bool {
    let end = before_links(items, time, line.start);
    end > line.start && items.get(end - 1).is_some_and(Item::is_place)
}

fn between<'a, 't>(
    items: &'a [Item<'t>],
    range: Range<usize>,
) -> impl DoubleEndedIterator<Item = &'a Item<'t>> {
    items.get(range).unwrap_or_default().iter()
}

fn is_link(item: &Item) -> bool {
    matches!(item.kind, Kind::Link | Kind::Open | Kind::Close | Kind::Hour)
}

fn after_links(items: &[Item], from: usize, end: usize) -> usize {
    from + between(items, from.min(end)..end).take_while(|item| is_link(item)).count()
}

/// Before what leads to a time, `hora` apart: that says what stands before it.
fn before_links(items: &[Item], to: usize, start: usize) -> usize {
    let links = between(items, start..to).rev();
    to - links.take_while(|item| is_link(item) && item.kind != Kind::Hour).count()
}

/// Up to three words in capitals, with a `de` between them.
fn name(items: &[Item], start: usize, end: usize) -> Option<Range<usize>> {
    let is_name = |at: usize| {
        at < end && items.get(at).is_some_and(|item| matches!(item.kind, Kind::Word { capital: true, .. }))
    };
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
