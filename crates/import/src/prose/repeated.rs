//! Times that say again, on other clocks, when something is: `10:00 hora de Chile, 08:00 hora de México`.

use super::compared::{At, is_same};
use super::details::Details;
use super::labels::is_generic;
use super::segments::segments;
use super::slots::Slot;
use super::source::Source;
use super::times::Zones;
use huso_announcement::Moment;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a text says again.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    /// Words of times that are said again, and the slot whose moment they are; `None` where they are the moment of a time
    /// beside them, at which nothing of the agenda is.
    pub(super) words: Vec<(Option<usize>, Range<usize>)>,
    /// The lines that say nothing else, by their indices.
    pub(super) lines: BTreeSet<usize>,
    /// Lines with a time that is said nowhere else, by their indices.
    pub(super) left_out: BTreeSet<usize>,
    /// The moments that the announcement checker has compared.
    pub(super) compared: Vec<usize>,
}

/// What a text says again, besides the moments that are an agenda's. What it says under a heading that names a session
/// is compared with that one.
pub(super) fn repeated(source: &Source, slots: &[Slot], details: &[Details], zones: &Zones) -> Repeated {
    let taken: BTreeSet<usize> =
        slots.iter().flat_map(|slot| [Some(slot.moment), slot.until]).flatten().collect();
    let mut known: BTreeMap<_, Vec<(usize, At)>> = BTreeMap::new();
    let mut dates = BTreeSet::new();
    for (slot, of) in slots.iter().enumerate() {
        let Some(moment) = source.written.moments.get(of.moment) else { continue };
        dates.extend(moment.date.as_ref().map(|date| date.range.start));
        if let Some(at) = source.compared.at(moment) {
            known.entry(at.0).or_default().push((slot, at));
        }
    }
    let mut all = Repeated::default();
    for (index, moment) in source.written.moments.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        let at = source.compared.at(moment);
        let first = moment.times.first().map_or(0, |time| source.line_at(time.range.start));
        let named = details.iter().find(|part| part.lines.contains(&first)).map(|part| part.slot);
        let same = at.as_ref().and_then(|at| {
            let same =
                known.get(&at.0)?.iter().filter(|(_, other)| is_same(at, other)).map(|(slot, _)| *slot);
            let same = same.filter(|slot| named.is_none_or(|named| named == *slot));
            // That above it, where it may be that of several.
            let above = |slot: &usize| slots.get(*slot).is_some_and(|slot| slot.row <= first);
            same.clone().rfind(above).or_else(|| same.min())
        });
        all.add(source, (index, moment), same, zones, &dates);
    }
    let is_only = |line: &usize| {
        source.lines.get(*line).is_some_and(|line| {
            segments(source, line).iter().all(|segment| is_generic(&source.folded(&segment.range)))
        })
    };
    let lines = all.words.iter().map(|(_, range)| source.line_at(range.start));
    all.lines = lines.filter(|line| !all.left_out.contains(line) && is_only(line)).collect();
    all
}

impl Repeated {
    /// Adds a moment: that of a slot, or one of which nothing in the agenda is, of which one time is left out.
    fn add(
        &mut self,
        source: &Source,
        (index, moment): (usize, &Moment),
        slot: Option<usize>,
        zones: &Zones,
        dates: &BTreeSet<usize>,
    ) {
        let own = zones.choose(source, moment).map(|(time, _)| &time.range);
        let mut has_any = false;
        for time in &moment.times {
            let agrees = source.compared.agrees(time);
            let is_again = match slot {
                Some(_) => source.compared.knows(time) && agrees != Some(false),
                None => agrees == Some(true) && own != Some(&time.range),
            };
            if is_again {
                self.words.push((slot, time.range.clone()));
                let line = source.line_at(time.range.start);
                let beside = time.spots.iter().filter(|spot| source.line_at(spot.range.start) == line);
                self.words.extend(beside.map(|spot| (slot, spot.range.clone())));
                has_any = true;
            } else if agrees != Some(false) {
                // What is wrong with a time says that there is one.
                self.left_out.insert(source.line_at(time.range.start));
            }
        }
        if moment.times.iter().any(|time| source.compared.agrees(time).is_some()) {
            self.compared.push(index);
        }
        let date = moment.date.as_ref().map(|date| &date.range).filter(|date| has_any && !date.is_empty());
        if let Some(date) = date.filter(|date| !dates.contains(&date.start)) {
            self.words.push((slot, date.clone()));
        }
    }
}
