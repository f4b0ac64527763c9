//! What is wrong with an agenda's times, as the announcement checker has it.

use super::builder::Builder;
use super::repeated::Repeated;
use super::slots::Slot;
use super::times::spots;
use crate::finding::FindingKind;
use huso_announcement::FindingKind as Fault;
use std::ops::Range;

impl Builder<'_> {
    /// What is wrong with the agenda's times, and with those that say them again.
    pub(super) fn faults(&mut self, slots: &[Slot], repeated: &Repeated) {
        let source = self.source;
        let starts: Vec<usize> =
            std::iter::once(0).chain(source.body.match_indices('\n').map(|(at, _)| at + 1)).collect();
        // A start and an end in cells of their own are no two times of one place.
        let slots = slots.iter().filter(|slot| slot.until.is_none()).map(|slot| slot.moment);
        let moments = slots.chain(repeated.compared.iter().copied());
        let mut inside: Vec<Range<usize>> = Vec::new();
        for moment in moments.filter_map(|at| source.written.moments.get(at)) {
            inside.extend(moment.times.iter().map(|time| time.range.clone()));
            inside.extend(spots(source, moment).map(|(_, spot)| spot.range.clone()));
            inside.extend(moment.date.as_ref().map(|date| date.range.clone()));
        }
        inside.sort_unstable_by_key(|range| range.start);
        for fault in &source.compared.findings {
            let line = fault.line.checked_sub(1).and_then(|line| starts.get(line)).copied().unwrap_or(0);
            let before = source
                .body
                .get(line..)
                .unwrap_or_default()
                .char_indices()
                .nth(fault.column.saturating_sub(1));
            let start = line + before.map_or(0, |(at, _)| at);
            let range = start..start + fault.text.len();
            let next = inside.partition_point(|inside| inside.start <= range.end);
            let is_inside = inside
                .get(..next)
                .unwrap_or_default()
                .iter()
                .rev()
                .take(4)
                .any(|inside| inside.end > range.start);
            if is_inside && !is_said_otherwise(&fault.kind) {
                self.find(&range, FindingKind::Times(Box::new(fault.clone())));
            }
        }
    }
}

/// What an agenda is not wrong for, or is found by its sessions.
fn is_said_otherwise(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::DurationDisagrees { .. }
            | Fault::NoPlace
            | Fault::Alone
            | Fault::NoDate
            | Fault::AnyDate { .. }
            | Fault::DateRead { .. }
            | Fault::AmbiguousDate { differ: false, .. }
            | Fault::NoSuchTime
    )
}
