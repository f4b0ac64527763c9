//! From a text to a report.

use super::checker::Checker;
use super::report::{Group, Report, StatedTime};
use crate::compare::{Clocks, Reading, compare, readings};
use crate::context::Context;
use crate::entries::Entry;
use crate::finding::{Basis, FindingKind};
use crate::groups::groups;
use crate::items::items;
use crate::place::Place;
use crate::restated::merge_restated;
use crate::times::Times;
use crate::unknown::name_unknown;
use std::collections::BTreeMap;

/// Finds the times in a text that are written for several countries, and compares each group at its
/// dates: those in the text, or that of the context.
///
/// ```
/// use huso_announcement::{Context, FindingKind, Verdict, check};
/// let context = Context { date: None, today: "2023-08-01".parse()? };
/// let winter = check("August 9, 2023: 10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time", &context);
/// assert_eq!((winter.verdict(), winter.compared, winter.not_compared), (Verdict::Agree, 4, 0));
/// // In Chile's summer it is an hour earlier elsewhere.
/// let summer = check("4 de enero de 2024: 10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)", &context);
/// let [finding] = summer.findings.as_slice() else { panic!("{:?}", summer.findings) };
/// assert_eq!((finding.line, finding.column, &*finding.text), (1, 65, "08:00"));
/// assert!(matches!(&finding.kind, FindingKind::WrongTime { place, right, .. }
///     if place == "México" && right.to_string() == "2024-01-04 07:00:00"));
/// // A time by itself is right for nobody.
/// assert_eq!(check("10:00 hora de Chile", &context).verdict(), Verdict::Incomplete);
/// # Ok::<(), huso_agenda::chrono::ParseError>(())
/// ```
pub fn check(text: &str, context: &Context) -> Report {
    let items = name_unknown(items(text));
    let (groups, reference) = groups(text, &items, context);
    let groups = merge_restated(groups);
    let report = Report::default();
    let (lines, found) = (line_starts(text), BTreeMap::new());
    let mut checker = Checker { text, lines, today: context.today, reference, report, found };
    for times in &groups {
        checker.places(&times.entries);
        checker.group(times);
    }
    checker.lengths(&items, &groups);
    let findings = checker.found.into_values().flatten().collect();
    Report { findings, ..checker.report }
}

/// The byte at which each line starts.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

impl<'t> Checker<'t> {
    /// Times that don't exist, and those of which no zone is known.
    fn places(&mut self, entries: &[Entry<'t>]) {
        for entry in entries {
            if entry.time.is_none() {
                self.find(entry.start, entry.end, FindingKind::NoSuchTime);
                self.report.not_compared += 1;
                continue;
            }
            if entry.unpaired || entry.places.is_empty() {
                let kind = if entry.unpaired { FindingKind::Unpaired } else { FindingKind::NoPlace };
                self.find(entry.start, entry.end, kind);
                self.report.not_compared += 1;
                continue;
            }
            // "EST (Panamá)" says which.
            let settled = entry.places.iter().any(|place| Clocks::of(&place.place).is_some());
            for place in &entry.places {
                let kind = match place.place {
                    Place::Ambiguous(candidates) if !settled => FindingKind::AmbiguousPlace { candidates },
                    Place::WithoutRules(zone) => FindingKind::WithoutRules { zone },
                    Place::Local if !settled => {
                        let (start, end) = (entry.start.min(place.start), entry.end.max(place.end));
                        self.find(start, end, FindingKind::LocalTime);
                        self.report.not_compared += 1;
                        continue;
                    }
                    Place::Unknown => FindingKind::UnknownPlace,
                    _ => continue,
                };
                self.find(place.start, place.end, kind);
                self.report.not_compared += 1;
            }
        }
    }

    fn group(&mut self, times: &Times<'t>) {
        let readings: Vec<Reading> = times.entries.iter().flat_map(readings).collect();
        let Some(first) = readings.first() else { return };
        let (line, column) = self.position(first.entry.start.min(first.place.start));
        let days = times.date.as_ref().map(|date| date.meant.reading()).unwrap_or_default();
        let mut group = Group {
            line,
            column,
            date: days.first().copied(),
            more_dates: days.iter().skip(1).copied().collect(),
            instant: None,
            end: None,
            basis: Basis::First,
            times: readings.iter().map(|reading| self.stated_time(reading)).collect(),
        };
        let compared = self.compared(times, &readings);
        match &compared {
            Some(compared) => {
                self.report.compared += readings.len() + times.twice.len();
                self.findings(compared, &readings, &mut group);
                self.lone_end(&readings);
            }
            None => {
                self.report.not_compared += readings.len();
                // What is wrong with the time itself can be said, though.
                if let (Some(date), [reading]) = (group.date, readings.as_slice())
                    && let Some(comparison) = compare(date, &readings)
                {
                    (group.instant, group.end) = (Some(comparison.instant), comparison.end);
                    let walls = comparison.walls;
                    walls.into_iter().for_each(|wall| self.gap_or_overlap(reading, wall));
                }
            }
        }
        self.twice(times, &mut group);
        self.dates(times);
        self.report.groups.push(group);
    }

    fn stated_time(&self, reading: &Reading) -> StatedTime {
        StatedTime {
            time: self.slice(reading.entry.start, reading.entry.end),
            range: reading.entry.start..reading.entry.end,
            place: self.place_text(&reading.place),
            zone: match reading.place.place {
                Place::Zone { zone, .. } => zone.to_owned(),
                Place::Fixed(offset) => format!("UTC{}", huso_agenda::iso::offset(offset)),
                _ => String::new(),
            },
            right: None,
        }
    }
}
