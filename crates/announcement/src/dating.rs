//! Finds the dates that govern a group of times.

use crate::context::Context;
use crate::date::When;
use crate::days::{Meant, Reference, beside, meant};
use crate::entries::{Entry, Mark};
use crate::items::{Item, Kind, lines};
use crate::times::{Dated, Times};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// The dates of the text that could govern a group.
pub(crate) struct Dates {
    all: Vec<Dated>,
    /// The day from which dates are counted.
    pub(crate) reference: Reference,
    default: Option<NaiveDate>,
}

impl Dates {
    /// Those that are not said of one time only. The year that one lacks is that of the one before.
    pub(crate) fn of(text: &str, items: &[Item], groups: &[&Vec<Entry>], context: &Context) -> Self {
        let marks: BTreeMap<usize, bool> = groups
            .iter()
            .copied()
            .flatten()
            .filter_map(|entry| match &entry.mark {
                Some(Mark::Date(mark)) => Some((mark.start, mark.in_brackets)),
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
    pub(crate) fn govern<'t>(
        &self,
        items: &[Item],
        mut entries: Vec<Entry<'t>>,
        owned: &[usize],
    ) -> Times<'t> {
        let (first, last) = match (entries.first(), entries.last()) {
            (Some(first), Some(last)) => (first.items.start, last.items.end),
            _ => return Times { entries, date: None, restated: false, twice: Vec::new() },
        };
        let start = items.get(first).map_or(0, |item| item.start);
        let above = self.all.partition_point(|date| date.start < start);
        let mut above = self.all.get(..above).unwrap_or_default().iter().rev();
        // A deadline is that of times in its sentence.
        let mut on_line =
            above.clone().filter(|date| !date.deadline || !has(items, first, date.start, Kind::Stop));
        let own_line = on_line.next().filter(|date| !has(items, first, date.start, Kind::Newline));
        let before = above.find(|date| date.governs());
        let (behind, below, only) =
            (self.behind(items, last, &entries), self.below(items, last), self.only());
        // Beside another date, a time's own day is that time's only, unless that date is another group's.
        let heading = before.filter(|before| !owned.contains(&before.start)).or(behind).or(below).or(only);
        let own = self
            .beside(&entries, |date| heading.is_some_and(|heading| is_own(items, &entries, date, heading)));
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
        Times { entries, date, restated: false, twice: Vec::new() }
    }

    /// The date behind the times on their line.
    fn behind(&self, items: &[Item], last: usize, entries: &[Entry]) -> Option<&Dated> {
        let line = items.get(last..)?.iter();
        let line =
            line.take_while(|item| !matches!(item.kind, Kind::Newline | Kind::Stop) && !item.is_time());
        let is_mark = |date: &Dated| {
            let mut marks = entries.iter().filter_map(|entry| entry.mark.as_ref());
            marks.any(|mark| matches!(mark, Mark::Date(mark) if mark.start == date.start))
        };
        self.first_of(line, |date| !date.of_one && !is_mark(date))
    }

    /// The date on the next line that is not empty.
    fn below(&self, items: &[Item], last: usize) -> Option<&Dated> {
        let rest = items.get(last..)?.iter().skip_while(|item| item.kind != Kind::Newline);
        let line = rest.skip_while(|item| item.kind == Kind::Newline);
        let line = line.take_while(|item| item.kind != Kind::Newline && !item.is_time());
        self.first_of(line, Dated::governs)
    }

    /// The only date of the text.
    fn only(&self) -> Option<&Dated> {
        let mut dates = self.all.iter().filter(|date| date.governs());
        dates.next().filter(|date| date.is_full() && dates.next().is_none())
    }

    /// The date beside the first time or the last, that is not said of that time only.
    fn beside(&self, entries: &[Entry], is_own: impl Fn(&Dated) -> bool) -> Option<&Dated> {
        let marks = entries.iter().filter(|entry| matches!(entry.mark, Some(Mark::Date(_)))).count();
        let of_all = |entry: &Entry| self.full_mark(entry).filter(|date| !is_own(date));
        let last = || entries.last().filter(|_| marks == 1);
        entries.first().and_then(of_all).or_else(|| last().and_then(of_all))
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
                open &= [",", ";", "/", "-", "–", "&", "el", "o", "the", "dia"].contains(&&*item.seen(text));
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

/// Whether a date beside a time is that time's only: those of several lines, and the days near the announced one.
fn is_own(items: &[Item], entries: &[Entry], date: &Dated, announced: &Dated) -> bool {
    let on_lines = entries.first().zip(entries.last()).is_some_and(|(first, last)| {
        entries.len() > 1 && has(items, last.items.start, first.start, Kind::Newline)
    });
    let near = if is_dateline(items, announced) { 1 } else { NEAR };
    let is_near = days_between(announced, date).is_some_and(|days| (1..=near).contains(&days));
    announced.start != date.start && (on_lines || is_near)
}

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
