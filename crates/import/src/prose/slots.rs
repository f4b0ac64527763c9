//! Which times of a text are those of an agenda, and what takes place at them.

use super::compared::is_same;
use super::labels::{self, Label};
use super::lines::Line;
use super::segments::{Segment, divides, segments};
use super::shape::{is_date, is_entry, is_name, is_zone, title};
use super::source::Source;
use super::times::spots;
use huso_announcement::{Moment, PieceKind};
use std::ops::Range;

/// A time of an agenda.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Which of the text's moments it is.
    pub(super) moment: usize,
    /// The moment that is its end, where that stands in a cell of its own.
    pub(super) until: Option<usize>,
    /// The lines of its times, and of its name where that has one of its own.
    pub(super) lines: Range<usize>,
    /// The line of its first time.
    pub(super) row: usize,
    /// What takes place, where the lines say that.
    pub(super) title: Option<Range<usize>>,
    /// What else the line of its first time says.
    pub(super) more: Vec<Segment>,
}

/// Most times on a line: more are none of an agenda, and are left out.
const MOST_BESIDE: usize = 12;

/// The times of a text's agenda; the others stand in sentences.
pub(super) fn slots(source: &Source) -> Vec<Slot> {
    let mut all: Vec<Slot> = Vec::new();
    let mut moments = source.written.moments.iter().enumerate().peekable();
    while let Some((moment, times)) = moments.next() {
        let row = times.times.first().map(|time| source.line_at(time.range.start));
        if all.len() >= MOST_BESIDE
            && all.get(all.len() - MOST_BESIDE).is_some_and(|before| Some(before.row) == row)
        {
            continue;
        }
        let Some(mut slot) = slot(source, moment, times) else { continue };
        if let Some((until, _)) = moments.next_if(|(_, next)| is_end(source, times, next)) {
            slot.until = Some(until);
        }
        if let Some(before) = all.last().filter(|before| before.row == slot.row) {
            beside(source, &before.clone(), &mut slot);
        }
        if !all.last().is_some_and(|before| is_again(source, before, &slot)) {
            all.push(slot);
        }
    }
    let below_first = is_below_first(source, &all);
    let mut used = 0;
    for at in 0..all.len() {
        let next = all.get(at + 1).map_or(source.lines.len(), |slot| slot.lines.start);
        if let Some(slot) = all.get_mut(at) {
            if slot.title.is_none() {
                name(source, slot, used..next, below_first);
            }
            used = slot.lines.end;
        }
    }
    // "Jueves 20 de febrero, de 9:30 a 14 h" above times that have names.
    if all.iter().any(|slot| slot.title.is_some()) {
        all.retain(|slot| slot.title.is_some());
    }
    all
}

/// Whether the names of times that stand alone on their lines are below them, by those of which it can be told.
fn is_below_first(source: &Source, slots: &[Slot]) -> bool {
    let alone = || slots.iter().filter(|slot| slot.title.is_none());
    let gap = |at: usize| source.lines.get(at).map_or(usize::MAX, |line| line.gap);
    let is_below = |slot: &&Slot| gap(slot.lines.end) == 0 && named(source, slot.lines.end).is_some();
    // A name begins a paragraph.
    let is_above = |slot: &&Slot| {
        let line = first_led(source, slot.lines.start, 0);
        let above = line.checked_sub(1).filter(|_| gap(line) == 0);
        above.is_some_and(|above| (above == 0 || gap(above) > 0) && named(source, above).is_some())
    };
    alone().filter(is_below).count() > alone().filter(is_above).count()
}

/// The first of the lines above one that lead to it.
fn first_led(source: &Source, line: usize, first: usize) -> usize {
    let is_joined = |at: usize| source.lines.get(at).is_some_and(|line| line.gap == 0);
    let mut above = line;
    while above > first && is_joined(above) && leads(source, above - 1) {
        above -= 1;
    }
    above
}

fn slot(source: &Source, moment: usize, times: &Moment) -> Option<Slot> {
    let (first, last) = (times.times.first()?, times.times.last()?);
    let row = source.line_at(first.range.start);
    let line = source.lines.get(row)?;
    let segments = segments(source, line);
    if !is_entry(source, line, &segments) {
        return None;
    }
    let title = title(source, &segments).map(|segment| segment.range.clone());
    let last = source.line_at(last.range.start).max(row);
    let more = segments.into_iter().filter(|segment| Some(&segment.range) != title.as_ref()).collect();
    Some(Slot { moment, until: None, lines: row..last + 1, row, title, more })
}

/// Whether the second of two times in cells beside each other is the end of the first.
fn is_end(source: &Source, first: &Moment, second: &Moment) -> bool {
    let ([first], [second]) = (first.times.as_slice(), second.times.as_slice()) else { return false };
    let (Some((from, None)), Some((to, None))) = (first.clock, second.clock) else { return false };
    let pieces = &source.written.pieces;
    let start = pieces.partition_point(|piece| piece.range.start < first.range.end);
    let end = pieces.partition_point(|piece| piece.range.start < second.range.start);
    let between = pieces.get(start..end).unwrap_or_default();
    to != from
        && between.iter().filter(|piece| divides(source, piece)).count() == 1
        && !between.iter().any(|piece| matches!(piece.kind, PieceKind::Newline | PieceKind::Word))
}

/// Whether a time says that of a named one before it again, for another place, and has no name of its own.
fn is_again(source: &Source, before: &Slot, slot: &Slot) -> bool {
    let of = |slot: &Slot| source.written.moments.get(slot.moment);
    let (Some(one), Some(other)) = (of(before), of(slot)) else { return false };
    let zones = |moment| spots(source, moment).map(|(_, spot)| &spot.clocks).collect::<Vec<_>>();
    let known = zones(one);
    let own =
        slot.title.as_ref().filter(|title| before.row != slot.row || before.title.as_ref() != Some(title));
    before.title.is_some()
        && own.is_none()
        && !zones(other).iter().any(|zone| known.contains(zone))
        && source
            .compared
            .at(one)
            .zip(source.compared.at(other))
            .is_some_and(|(one, other)| is_same(&one, &other))
}

/// Another time on a line has the name behind it, or that of the first.
fn beside(source: &Source, before: &Slot, slot: &mut Slot) {
    let start = source.written.moments.get(slot.moment).and_then(|moment| moment.times.first());
    let start = start.map_or(0, |time| time.range.start);
    let own = before.more.iter().find(|segment| segment.range.start > start);
    if let Some(own) = own {
        slot.title = Some(own.range.clone());
        slot.more.clear();
    }
}

/// Most empty lines between a time and the name below it.
const WIDEST_GAP: usize = 3;

/// Gives a slot the name on a line of its own: labelled, directly above it, below it, or above an empty line.
fn name(source: &Source, slot: &mut Slot, free: Range<usize>, below_first: bool) {
    let above = first_led(source, slot.lines.start, free.start);
    let labelled = (above..slot.lines.end + 3).find_map(|at| Some((at, titled(source, at)?)));
    if let Some((at, title)) = labelled.filter(|(at, _)| free.contains(at)) {
        slot.lines = above.min(at)..slot.lines.end.max(at + 1);
        slot.title = Some(title);
        return;
    }
    let at_above = above.checked_sub(1).filter(|at| free.contains(at));
    let at_below = Some(slot.lines.end).filter(|at| free.contains(at));
    let gap = |at: usize| source.lines.get(at).map_or(0, |line| line.gap);
    let directly = at_above.filter(|_| gap(above) == 0);
    let below = at_below.filter(|at| gap(*at) <= WIDEST_GAP);
    let first = below.filter(|_| below_first);
    let tried = [first, directly, dated(source, above, &free), below, at_above];
    let found = tried.into_iter().flatten().find_map(|at| Some((at, named(source, at)?)));
    if let Some((at, title)) = found {
        slot.lines = above.min(at)..slot.lines.end.max(at + 1);
        slot.title = Some(title);
    }
}

/// A date above that has a name beside it: `Conexión virtual: 9 de agosto`.
fn dated(source: &Source, above: usize, free: &Range<usize>) -> Option<usize> {
    let has_name = |at: &usize| {
        free.contains(at)
            && source.lines.get(*at).is_some_and(|line| title(source, &segments(source, line)).is_some())
    };
    Some(above).filter(has_name)
}

/// Whether a line stands between a name and its time: a date, or a label.
fn leads(source: &Source, at: usize) -> bool {
    let Some(line) = source.lines.get(at) else { return false };
    let is_label = labels::label(source.slice(&line.range)).is_some_and(|(label, _)| label != Label::Speaker);
    let is_time = line.has(&source.written.pieces, PieceKind::Time);
    !is_time && (is_date(source, line) || is_label || is_zone(source, line))
}

/// What a line says behind a label: `Evento: Taller`.
fn titled(source: &Source, at: usize) -> Option<Range<usize>> {
    let line = source.lines.get(at)?;
    let (label, value) = labels::label(source.slice(&line.range))?;
    let range = line.range.start + value..line.range.end;
    (label == Label::Title && !range.is_empty()).then_some(range)
}

fn named(source: &Source, at: usize) -> Option<Range<usize>> {
    let line: &Line = source.lines.get(at)?;
    let parts = segments(source, line);
    let is_named = is_name(source, line)
        || (is_date(source, line) && labels::label(source.slice(&line.range)).is_none());
    if line.has(&source.written.pieces, PieceKind::Time) || !is_named {
        return None;
    }
    match (parts.as_slice(), title(source, &parts)) {
        ([_], Some(title)) => Some(title.range.clone()),
        _ => None,
    }
}
