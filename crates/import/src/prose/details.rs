//! What is said of a session behind the agenda, under a heading that names it again: `Detalles de la Agenda Académica`.

use super::labels::{Label, label};
use super::segments::segments;
use super::shape::{is_heading, title};
use super::slots::Slot;
use super::source::Source;
use huso_agenda::fold::folded;
use std::collections::BTreeSet;
use std::ops::Range;

/// Lines that speak of a session of the agenda.
#[derive(Clone, Debug)]
pub(super) struct Details {
    /// Which of the slots it is of.
    pub(super) slot: usize,
    /// The heading, and what follows.
    pub(super) lines: Range<usize>,
}

/// Shortest name that a heading is recognised by, in letters.
const SHORTEST: usize = 6;
/// So many empty lines part texts.
const WIDE: usize = 2;

/// The parts of a text that speak of a session again.
fn details(source: &Source, slots: &[Slot]) -> Vec<Details> {
    let names: Vec<String> = slots
        .iter()
        .map(|slot| slot.title.as_ref().map(|title| folded(source.slice(title))).unwrap_or_default())
        .collect();
    let named = |at: usize| {
        let line = source.lines.get(at).filter(|line| line.gap > 0 && is_heading(source, line))?;
        let text = source.folded(&line.range);
        let is_named = |slot: &usize| {
            let name = names.get(*slot).filter(|name| name.chars().count() >= SHORTEST);
            name.is_some_and(|name| text.contains(name.as_str()))
        };
        let before = slots.iter().take_while(|slot| slot.lines.end <= at).count();
        (0..before).filter(is_named).max_by_key(|slot| names.get(*slot).map(String::len))
    };
    let mut all: Vec<Details> = Vec::new();
    let mut at = slots.first().map_or(source.lines.len(), |slot| slot.lines.end);
    while at < source.lines.len() {
        let is_title = slots.iter().any(|slot| slot.lines.contains(&at) && has_name(source, slot));
        if let Some(slot) = named(at).filter(|_| !is_title) {
            let end = end(source, slots, at);
            all.push(Details { slot, lines: at..end });
            at = end;
        } else {
            at += 1;
        }
    }
    all
}

/// The line behind what stands under a heading.
fn end(source: &Source, slots: &[Slot], heading: usize) -> usize {
    let ends = |at: &usize| {
        source.lines.get(*at).is_none_or(|line| {
            line.gap >= WIDE
                || (line.gap > 0 && is_heading(source, line))
                || slots.iter().any(|slot| slot.lines.start == *at && has_name(source, slot))
        })
    };
    (heading + 1..=source.lines.len()).find(ends).unwrap_or(source.lines.len())
}

/// Whether the line of a slot's time says what takes place.
fn has_name(source: &Source, slot: &Slot) -> bool {
    source.lines.get(slot.row).is_some_and(|line| title(source, &segments(source, line)).is_some())
}

/// An agenda without the times that only say again when a session is, and what is said again of which session.
pub(super) fn without_restated(source: &Source, slots: Vec<Slot>) -> (Vec<Slot>, Vec<Details>) {
    let details = details(source, &slots);
    let is_restated =
        |slot: &Slot| details.iter().any(|part| part.lines.contains(&slot.row)) && !has_name(source, slot);
    let kept: Vec<Slot> = slots.iter().filter(|slot| !is_restated(slot)).cloned().collect();
    let moved = |part: Details| {
        let moment = slots.get(part.slot)?.moment;
        Some(Details { slot: kept.iter().position(|slot| slot.moment == moment)?, ..part })
    };
    let details = details.into_iter().filter_map(moved).collect();
    (kept, details)
}

/// What the lines of a part are.
#[derive(Default)]
pub(super) struct Parts {
    /// Labels, and the bytes of what stands behind each.
    pub(super) labels: Vec<(Label, Range<usize>)>,
    /// The other lines.
    pub(super) others: Vec<Range<usize>>,
}

/// What the lines below a part's heading are, but those that only say times again.
pub(super) fn parts(source: &Source, details: &Details, repeated: &BTreeSet<usize>) -> Parts {
    let mut parts = Parts::default();
    let lines = (details.lines.start + 1..details.lines.end).filter(|at| !repeated.contains(at));
    for line in lines.filter_map(|at| source.lines.get(at)) {
        match label(source.slice(&line.range)) {
            Some((label, value)) if matches!(label, Label::Speaker | Label::Venue) => {
                parts.labels.push((label, line.range.start + value..line.range.end));
            }
            _ => parts.others.push(line.range.clone()),
        }
    }
    parts
}
