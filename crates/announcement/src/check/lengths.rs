//! Lengths that disagree with the times beside them.

use super::checker::Checker;
use crate::compare::{readings, wall};
use crate::entries::Entry;
use crate::finding::FindingKind;
use crate::items::{Item, Kind, lines};
use crate::times::Times;

impl<'t> Checker<'t> {
    /// Lengths that are said beside a range of times and are not its own.
    pub(super) fn lengths(&mut self, items: &[Item], groups: &[Times<'t>]) {
        for line in lines(items) {
            let line = items.get(line).unwrap_or_default();
            for (at, item) in line.iter().enumerate() {
                let Kind::Length(stated) = item.kind else { continue };
                let before = line.get(..at).and_then(|before| range_beside(before.iter().rev()));
                let after = || line.get(at + 1..).and_then(|after| range_beside(after.iter()));
                let Some(start) = before.or_else(after) else { continue };
                let entry =
                    groups.iter().flat_map(|times| times.entries.iter().map(move |entry| (times, entry)));
                let Some((times, entry)) = entry.into_iter().find(|(_, entry)| entry.start == start) else {
                    continue;
                };
                let stated = i64::from(stated);
                if let Some(actual) = minutes_of(times, entry).filter(|actual| *actual != stated) {
                    self.find(item.start, item.end, FindingKind::DurationDisagrees { stated, actual });
                }
            }
        }
    }
}

/// The range of times that a length is said of: nothing but places and links is between.
fn range_beside<'i>(items: impl Iterator<Item = &'i Item<'i>>) -> Option<usize> {
    let mut items =
        items.skip_while(|item| !item.is_time() && !item.is_word() && !matches!(item.kind, Kind::Length(_)));
    items.next().filter(|item| matches!(item.kind, Kind::Time(_))).map(|item| item.start)
}

/// Minutes from a range's start to its end: elapsed ones where place and date are known.
fn minutes_of(times: &Times, entry: &Entry) -> Option<i64> {
    let range = entry.time?;
    let end = range.to?;
    let next_day = u32::from(end.minutes <= range.from.minutes) * 24 * 60;
    let end = end.minutes + next_day;
    let date = times.date.as_ref().and_then(|date| date.meant.first());
    if let (Some(reading), Some(date)) = (readings(entry).first(), date) {
        let (date, _) = reading.day(date);
        let instant = |minutes| reading.clocks.resolve(wall(date, minutes)).instant();
        return Some((instant(end) - instant(range.from.minutes)).num_minutes());
    }
    Some(i64::from(end) - i64::from(range.from.minutes))
}
